import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import { defineRoutes } from '#kernel/route';
import { testSession } from '#tests/support/sessions.ts';
import { bindRoutes, createHttp } from './index.ts';
import { cookieOf } from './requests.ts';

const token = 'a-token-of-a-session-that-is-long';
const routes = defineRoutes({
  enter: { method: 'POST', url: '/api/enter', tag: 'x', who: 'anyone', summary: 'Sign in' },
  leave: { method: 'DELETE', url: '/api/enter', tag: 'x', who: 'signed-in', summary: 'Sign out' },
  look: { method: 'GET', url: '/api/look', tag: 'x', who: 'signed-in', summary: 'Look' },
});
const start = async (trustProxy?: readonly string[]) => {
  const app = await createHttp({
    log: pino({ level: 'silent' }),
    findSession: (given) => (given === token ? testSession() : undefined),
    ...(trustProxy ? { trustProxy } : {}),
  });
  const origins: string[] = [];
  bindRoutes(app, routes, {
    enter: ({ wire }) => {
      origins.push(wire.origin);
      wire.setSession(token, 3600);
      wire.setCookie('device', 'a-number-of-a-device', 60);
    },
    leave: ({ wire }) => wire.clearSession(),
    look: () => undefined,
  });
  return { app, origins };
};
const https = { 'x-forwarded-proto': 'https', host: 'lifang.test' };
const cookiesOf = (answer: { headers: Record<string, unknown> }) => [answer.headers['set-cookie'] ?? []].flat();

test('security 12: over https cookies are __Host-, Secure, HttpOnly, SameSite, and good for the whole site alone', async () => {
  const { app, origins } = await start(['127.0.0.1']);
  const answer = await app.inject({ method: 'POST', url: '/api/enter', headers: https });
  assert.deepEqual(cookiesOf(answer), [
    `__Host-lifang=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600; Secure`,
    '__Host-lifang-device=a-number-of-a-device; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure',
  ]);
  assert.deepEqual(origins, ['https://lifang.test']);
  const look = async (cookie: string): Promise<number> =>
    (await app.inject({ method: 'GET', url: '/api/look', headers: { ...https, cookie } })).statusCode;
  assert.equal(await look(`__Host-lifang=${token}`), 204);
  assert.equal(await look(`lifang=${token}`), 401, 'a neighbouring host could have planted it');
  assert.equal(await look(`__Host-lifang=${token}; __Host-lifang=another-token-of-a-session`), 401, 'two that differ');
});

test('security 12, 34: what a proxy says about https and the host counts only of a proxy that is trusted', async () => {
  const { app, origins } = await start();
  const answer = await app.inject({ method: 'POST', url: '/api/enter', headers: https });
  assert.ok(cookiesOf(answer).every((line) => String(line).startsWith('lifang') && !String(line).includes('Secure')));
  assert.deepEqual(origins, ['http://lifang.test']);
});

test('security 12: a token in the address is nobody', async () => {
  const { app } = await start();
  const answer = await app.inject({ method: 'GET', url: `/api/look?lifang=${token}&token=${token}` });
  assert.equal(answer.statusCode, 401);
});

test('security 55: sign-out takes the cookie and the cache, not what a field worker has not sent yet', async () => {
  const { app } = await start(['127.0.0.1']);
  const headers = { ...https, cookie: `__Host-lifang=${token}` };
  const answer = await app.inject({ method: 'DELETE', url: '/api/enter', headers });
  assert.match(String(cookiesOf(answer)[0]), /^__Host-lifang=; .*Max-Age=0/);
  assert.equal(answer.headers['clear-site-data'], '"cache"');
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('security 58: a page of another site may neither use the session nor sign its visitor in', async () => {
  const { app } = await start(['127.0.0.1']);
  for (const [origin, status] of [
    ['https://evil.test', 403],
    ['http://lifang.test', 403],
    ['null', 403],
    ['https://lifang.test', 204],
  ] as const) {
    const answer = await app.inject({ method: 'POST', url: '/api/enter', headers: { ...https, origin } });
    assert.equal(answer.statusCode, status, origin);
  }
});

test('a cookie is found by its whole name, and only in a form that we gave', () => {
  const value = 'abcdefghijklmnop';
  assert.equal(cookieOf(`x=1; lifang=${value}`, 'lifang'), value);
  assert.equal(cookieOf(`notlifang=${value}`, 'lifang'), undefined);
  assert.equal(cookieOf(`lifang-device=${value}`, 'lifang'), undefined);
  assert.equal(cookieOf('lifang=short', 'lifang'), undefined);
  assert.equal(cookieOf('lifang="quoted-value-here"', 'lifang'), undefined);
  assert.equal(cookieOf(undefined, 'lifang'), undefined);
});
