import assert from 'node:assert/strict';

/** A signed-in person who asks by HTTP as a page does. */
export interface SignedIn {
  readonly cookie: string;
  readonly get: (url: string) => Promise<Response>;
  readonly post: (url: string, body?: unknown) => Promise<Response>;
  readonly put: (url: string, body?: unknown) => Promise<Response>;
  readonly patch: (url: string, body?: unknown) => Promise<Response>;
  readonly remove: (url: string) => Promise<Response>;
}

/** Signs in as an account of the demo district. @param origin such as `http://127.0.0.1:8080` */
export const signIn = async (origin: string, account: string, password = 'qingyang2026'): Promise<SignedIn> => {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ account, password }),
  });
  assert.equal(answer.status, 200, `${account} may not sign in: ${await answer.clone().text()}`);
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const ask = (method: string) => (url: string, body?: unknown) =>
    fetch(`${origin}${url}`, {
      method,
      headers: { cookie, origin, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    cookie,
    get: ask('GET'),
    post: ask('POST'),
    put: ask('PUT'),
    patch: ask('PATCH'),
    remove: ask('DELETE'),
  };
};
