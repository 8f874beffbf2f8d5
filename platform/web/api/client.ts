import type { Route } from '#kernel/route';
import { getLocale } from '../i18n/locale-store.ts';
import { type AnyInput, addressOf } from './address.ts';
import { isProblem, offlineProblem, problemOf } from './api-problem.ts';
import { askToConfirm } from './confirm.ts';
import type { CallOptions, Client } from './route-types.ts';
import { tellSessionLost } from './session-lost.ts';

const DEFAULT_TIMEOUT = 20_000;

const bodyOf = (body: unknown): Pick<RequestInit, 'body'> & { type?: string } => {
  if (body === undefined) return {};
  if (body instanceof Blob) return { body, type: body.type || 'application/octet-stream' };
  return { body: JSON.stringify(body), type: 'application/json' };
};

const sendOnce = async (
  route: Pick<Route, 'method' | 'url' | 'raw'>,
  input: AnyInput,
  options: CallOptions = {},
): Promise<unknown> => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), options.timeout ?? DEFAULT_TIMEOUT);
  const forward = () => stop.abort();
  options.signal?.addEventListener('abort', forward);
  const { body, type } = bodyOf(input.body);
  try {
    const response = await fetch(addressOf(route, input), {
      method: route.method,
      credentials: 'same-origin',
      headers: {
        accept: route.raw ? '*/*' : 'application/json',
        'accept-language': getLocale() === 'zh' ? 'zh-CN' : 'en',
        ...(type ? { 'content-type': type } : {}),
      },
      signal: stop.signal,
      ...(body === undefined ? {} : { body }),
    });
    if (response.ok) {
      if (route.raw) return await response.blob();
      return response.status === 204 ? undefined : await response.json();
    }
    const problem = problemOf(
      response.status,
      await response.json().catch(() => undefined),
      Number(response.headers.get('retry-after')) || undefined,
    );
    // Who is not signed in as a resident may well be signed in as a member of staff.
    if (problem.code === 'session.missing' && !route.url.startsWith('/api/resident/')) tellSessionLost();
    throw problem;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    // fetch rejects with TypeError when there is no network; the timer's abort means the same to a person.
    if (error instanceof TypeError || stop.signal.aborted) throw offlineProblem();
    throw error;
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', forward);
  }
};

/**
 * One call over the wire. Rejects with `ApiProblem`, or with the caller's own abort. Where the server wants to know
 * again who asks, the person is asked and the call repeated: the page keeps what was typed and knows nothing of it.
 */
export const send = async (...call: Parameters<typeof sendOnce>): Promise<unknown> => {
  try {
    return await sendOnce(...call);
  } catch (error) {
    if (!isProblem(error) || error.code !== 'session.confirm' || !(await askToConfirm())) throw error;
    return sendOnce(...call);
  }
};

/** `api(caseRoutes).getCase({ params: { id } })`: one function per route, typed by its schemas. */
export const api = <const Routes extends Readonly<Record<string, Route>>>(routes: Routes): Client<Routes> =>
  Object.fromEntries(
    Object.entries(routes).map(([name, route]) => [
      name,
      (input: AnyInput = {}, options?: CallOptions) => send(route, input, options),
    ]),
  ) as unknown as Client<Routes>;
