import { channel } from 'node:diagnostics_channel';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, isRefusal } from '#kernel/domain-error';
import type { Route } from '#kernel/route';
import { leftRow, withOrigin } from '#platform/server/audit';
import type { Handler, Handlers, RawAnswer, Wire } from './call.ts';
import { answerCheckOf } from './check-answer.ts';
import { InvalidRequest } from './problem.ts';
import { addressKey } from './rate-limit.ts';
import { assertMay, originOf, cookieName, cookieOf, localeOf, residentCookie, tokenOf } from './requests.ts';
import { checkerOf } from './validate.ts';

/** Boundaries and code lists are many times smaller packed; ordinary answers are not worth the time of a core. */
const worthPacking = 16_384;
const pack = promisify(gzip);

/** Tests listen here: each answer that was given, and whether it left a row in the audit log. */
export interface Answered {
  readonly route: string;
  readonly method: string;
  readonly left: boolean;
}
export const answeredChannel = 'lifang.answered';
const answered = channel(answeredChannel);

type Part = 'params' | 'query' | 'body';

const cookieText = (request: FastifyRequest, name: string, value: string, seconds: number): string => {
  const secure = request.protocol === 'https';
  const about = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
  return `${cookieName(secure, name)}=${value}; ${about}`;
};

/**
 * What a browser drops at sign-out. Not `storage`: it would take what a field worker has not sent yet, and a
 * resident's draft on the same phone (docs/decisions/20261122-clear-site-data.md).
 */
const droppedAtSignOut = '"cache"';

const wireOf = (request: FastifyRequest, reply: FastifyReply): Wire => {
  let gone: AbortController | undefined;
  return {
    token: request.token,
    origin: `${request.protocol}://${request.host}`,
    setSession: (token, seconds) => void reply.header('set-cookie', cookieText(request, '', token, seconds)),
    clearSession: (name = '') => {
      reply.header('set-cookie', cookieText(request, name, '', 0));
      reply.header('clear-site-data', droppedAtSignOut);
    },
    cookie: (name) => cookieOf(request.headers.cookie, cookieName(request.protocol === 'https', name)),
    setCookie: (name, value, seconds) => void reply.header('set-cookie', cookieText(request, name, value, seconds)),
    findResident: async () => {
      const token = tokenOf(request.headers.cookie, request.protocol === 'https', residentCookie);
      const found = token === undefined ? undefined : await request.server.lifang.options.findSession(token);
      return found?.kind === 'resident' ? found : undefined;
    },
    get stream() {
      return request.body instanceof Readable ? request.body : Readable.from([]);
    },
    headers: request.headers,
    get gone() {
      if (!gone) {
        const controller = new AbortController();
        gone = controller;
        reply.raw.once('close', () => {
          if (!reply.raw.writableFinished) controller.abort();
        });
      }
      return gone.signal;
    },
  };
};

/** RFC 6266: a plain name for old clients, the real one beside it. */
const disposition = (answer: RawAnswer): string => {
  const kind = answer.inline ? 'inline' : 'attachment';
  if (!answer.name) return kind;
  const plain = answer.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(answer.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
};

const sendRaw = (reply: FastifyReply, answer: RawAnswer): FastifyReply => {
  reply.header('content-type', answer.type).header('content-disposition', disposition(answer));
  if (answer.size !== undefined) reply.header('content-length', answer.size);
  if (answer.headers) reply.headers(answer.headers);
  return reply.send(answer.body);
};

const bindRoute = (app: FastifyInstance, name: string, route: Route, handle: Handler<Route>): void => {
  const { options, limit } = app.lifang;
  const checkers = (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema = route[part];
    return schema ? [[part, checkerOf(schema, { coerce: part !== 'body' })] as const] : [];
  });
  const checkAnswer = options.checkAnswers && route.answer ? answerCheckOf(name, route.answer) : undefined;
  const perMinute = route.perMinute && Math.max(1, Math.round(route.perMinute * (options.rateFactor ?? 1)));

  app.route({
    method: route.method,
    url: route.url,
    config: { forResident: route.who === 'resident', name },
    ...(route.maxBody ? { bodyLimit: route.maxBody } : {}),
    onRequest: (request, _reply, done) => {
      try {
        assertMay(route, request.caller, options.now?.() ?? Date.now());
        if (perMinute) {
          const from = route.who === 'anyone' ? addressKey(request.ip) : (request.caller?.person ?? '');
          const seconds = limit.take(`${name} ${from}`, perMinute, Date.now());
          if (seconds > 0) throw new DomainError('request.too-many', { seconds });
        }
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    handler: async (request, reply) => {
      const given: Record<Part, unknown> = { params: undefined, query: undefined, body: undefined };
      for (const [part, check] of checkers) {
        const input = request[part];
        if (part === 'body' && input instanceof Readable) {
          input.resume();
          throw Object.assign(new Error('not JSON'), { statusCode: 415 });
        }
        const checked = check(input);
        if (checked.flaws.length) throw new InvalidRequest(part, checked);
        given[part] = checked.value;
      }
      const call = {
        ...given,
        session: request.caller,
        locale: localeOf(request.headers['accept-language']),
        address: request.ip,
        trace: request.id,
        wire: wireOf(request, reply),
      } as unknown as Parameters<typeof handle>[0];
      const answer: unknown = await withOrigin(originOf(request), async () => {
        const given: unknown = await handle(call);
        if (answered.hasSubscribers && !isRefusal(given))
          answered.publish({ route: name, method: route.method, left: leftRow() } satisfies Answered);
        return given;
      });
      if (isRefusal(answer)) throw answer;
      if (reply.sent) return reply;
      if (route.raw) return sendRaw(reply, answer as RawAnswer);
      if (!route.answer) return reply.status(204).send();
      const text = JSON.stringify(answer);
      checkAnswer?.(text);
      reply.type('application/json; charset=utf-8');
      if (text.length < worthPacking || !/\bgzip\b/.test(String(request.headers['accept-encoding']))) {
        return reply.send(text);
      }
      return reply.header('content-encoding', 'gzip').send(await pack(text, { level: 4 }));
    },
  });
};

/**
 * Makes the server's routes of one route table. A request reaches its handler only with parameters,
 * query and body as their schemas say, from someone whom `who` allows, within `perMinute`.
 */
export const bindRoutes = <const Routes extends Record<string, Route>>(
  app: FastifyInstance,
  routes: Routes,
  handlers: Handlers<Routes>,
): void => {
  for (const [name, route] of Object.entries(routes)) {
    bindRoute(app, name, route, handlers[name] as unknown as Handler<Route>);
  }
};
