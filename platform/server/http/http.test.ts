import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import pino from 'pino';
import { Type } from 'typebox';
import { DomainError } from '#kernel/domain-error';
import { defineRoutes } from '#kernel/route';
import type { Problem } from '#platform/contract';
import { bindRoutes, createHttp } from '#platform/server/http';
import { testSession } from '#tests/support/sessions.ts';
import type { Session } from '#platform/server/parts';

const lines: string[] = [];
const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });

const session = (...permissions: string[]): Session =>
  testSession({
    id: '0196fdf7-2a80-7000-8000-000000000001',
    person: '0196fdf7-2a80-7000-8000-000000000002',
    name: '林溪',
    permissions: new Set(permissions),
  });
const sessions = new Map([
  ['clerk-clerk-clerk-1', session('tree.read')],
  ['chief-chief-chief-1', session('tree.read', 'tree.edit')],
]);

const routes = defineRoutes({
  greet: {
    method: 'GET',
    url: '/api/greet/:times',
    tag: 't',
    summary: 's',
    who: 'anyone',
    params: Type.Object({ times: Type.Integer({ minimum: 1 }) }),
    query: Type.Object({ loud: Type.Optional(Type.Boolean()) }),
    answer: Type.Object({ times: Type.Integer(), loud: Type.Boolean() }),
  },
  edit: {
    method: 'POST',
    url: '/api/edit',
    tag: 't',
    summary: 's',
    who: { permission: 'tree.edit' },
    body: Type.Object({ name: Type.String({ minLength: 2 }), size: Type.Integer() }, { additionalProperties: false }),
    answer: Type.Object({ name: Type.String() }),
  },
  refuse: {
    method: 'POST',
    url: '/api/refuse',
    tag: 't',
    summary: 's',
    who: 'signed-in',
    answer: Type.Object({}),
  },
  fail: { method: 'GET', url: '/api/fail', tag: 't', summary: 's', who: 'anyone' },
  leak: {
    method: 'GET',
    url: '/api/leak',
    tag: 't',
    summary: 's',
    who: 'anyone',
    answer: Type.Object({ name: Type.String() }),
  },
  slow: { method: 'GET', url: '/api/slow', tag: 't', summary: 's', who: 'anyone', perMinute: 3 },
  send: {
    method: 'PUT',
    url: '/api/send',
    tag: 't',
    summary: 's',
    who: 'anyone',
    answer: Type.Object({ bytes: Type.Integer() }),
  },
  fetch: { method: 'GET', url: '/api/fetch', tag: 't', summary: 's', who: 'anyone', raw: true },
  long: { method: 'GET', url: '/api/long', tag: 't', summary: 's', who: 'anyone', answer: Type.Array(Type.String()) },
  signIn: { method: 'POST', url: '/api/sign-in', tag: 't', summary: 's', who: 'anyone' },
});

const app = await createHttp({ log, findSession: (token) => sessions.get(token), checkAnswers: true });
bindRoutes(app, routes, {
  greet: async ({ params, query }) => ({ times: params.times, loud: query.loud ?? false }),
  edit: async ({ body }) => ({ name: body.name }),
  refuse: async () => {
    throw new DomainError(
      'field.required',
      { name: '电话' },
      { field: 'phone', also: [new DomainError('field.required', { name: '姓名' }, { field: 'name' })] },
    );
  },
  fail: async () => {
    throw new Error('张三 13800138000');
  },
  leak: async () => ({ name: 'x', secret: 'y' }),
  slow: async () => undefined,
  send: async ({ wire }) => {
    let bytes = 0;
    for await (const chunk of wire.stream) bytes += (chunk as Buffer).length;
    return { bytes };
  },
  fetch: async () => ({ type: 'text/csv', body: 'a,b', name: '通报.csv' }),
  long: async () => Array.from({ length: 9_000 }, () => '青石街道'),
  signIn: async ({ wire }) => wire.setSession('clerk-clerk-clerk-1', 3600),
});
await app.ready();
after(() => app.close());

const chief = { cookie: 'lifang=chief-chief-chief-1', host: 'lifang.test' };
const clerk = { cookie: 'lifang=clerk-clerk-clerk-1', host: 'lifang.test' };
const good = { name: '青石', size: 3 };

test('parameters and queries are turned into what their schemas say', async () => {
  const answer = await app.inject({ url: '/api/greet/3?loud=true' });
  assert.deepEqual(answer.json(), { times: 3, loud: true });
});

test('an invalid request names every field in both locales', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/edit',
    headers: chief,
    payload: { name: '', wrong: 1 },
  });
  assert.equal(answer.statusCode, 400);
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  const problem = answer.json<Problem>();
  assert.equal(problem.code, 'request.invalid');
  assert.deepEqual(problem.fields.map((one) => one.field).sort(), ['name', 'size', 'wrong']);
  assert.ok(problem.fields.every((one) => one.message.zh && one.message.en && one.message.zh !== one.message.en));
  assert.equal(problem.trace, answer.headers['x-trace-id']);
});

test('a body is not coerced and a number as text is refused', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/edit',
    headers: chief,
    payload: { ...good, size: '3' },
  });
  assert.equal(answer.statusCode, 400);
});

test('who: nobody 401, without the permission 403, with it 200', async () => {
  const ask = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/edit', headers, payload: good }).then((answer) => answer.statusCode);
  assert.deepEqual([await ask({}), await ask(clerk), await ask(chief)], [401, 403, 200]);
  assert.equal(await ask({ cookie: 'lifang=unknown-unknown-unknown' }), 401);
});

test('another site may not act with the cookie of this one', async () => {
  const ask = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/edit', headers: { ...chief, ...headers }, payload: good });
  assert.equal((await ask({ origin: 'https://evil.test' })).json<Problem>().code, 'request.foreign-origin');
  assert.equal((await ask({ 'sec-fetch-site': 'cross-site' })).statusCode, 403);
  assert.equal((await ask({ origin: 'http://lifang.test' })).statusCode, 200);
});

test('all refusals of a form come at once, the sentence in the locale of the reader', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/refuse',
    headers: { ...clerk, 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' },
  });
  const problem = answer.json<Problem>();
  assert.equal(answer.statusCode, 422);
  assert.match(problem.title, /^Please fill in/);
  assert.match(problem.message.zh, /请填写「电话」/);
  assert.deepEqual(
    problem.fields.map((one) => one.field),
    ['phone', 'name'],
  );
});

test('an unforeseen error tells its trace and nothing else', async () => {
  const answer = await app.inject({ url: '/api/fail' });
  assert.equal(answer.statusCode, 500);
  assert.doesNotMatch(answer.body, /13800138000/);
  assert.match(answer.body, new RegExp(String(answer.headers['x-trace-id'])));
});

test('an answer that says more than its contract is a failure here', async () => {
  assert.equal((await app.inject({ url: '/api/leak' })).statusCode, 500);
  assert.ok(lines.some((line) => line.includes('says more than its contract names: /secret')));
});

test('requests beyond the limit wait, and are told how long', async () => {
  const codes: number[] = [];
  for (let index = 0; index < 4; index += 1) codes.push((await app.inject({ url: '/api/slow' })).statusCode);
  assert.deepEqual(codes, [204, 204, 204, 429]);
  const answer = await app.inject({ url: '/api/slow' });
  assert.ok(Number(answer.headers['retry-after']) >= 1);
  assert.equal((await app.inject({ url: '/api/slow', remoteAddress: '10.0.0.9' })).statusCode, 204);
});

test('a JSON body over the limit, of another type, or that reaches for prototypes is refused', async () => {
  const send = (payload: string, type = 'application/json') =>
    app.inject({ method: 'POST', url: '/api/edit', headers: { ...chief, 'content-type': type }, payload });
  assert.equal(
    (await send(JSON.stringify({ name: 'x'.repeat(1_100_000), size: 1 }))).json<Problem>().code,
    'request.too-large',
  );
  assert.equal((await send('name=x', 'application/x-www-form-urlencoded')).statusCode, 400);
  assert.equal((await send('{"name":"ab","size":1,"__proto__":{"x":1}}')).statusCode, 400);
  assert.equal((await send('{"name":')).statusCode, 400);
});

test('bytes come in as a stream and go out under their name', async () => {
  const sent = await app.inject({
    method: 'PUT',
    url: '/api/send',
    headers: { 'content-type': 'image/png' },
    payload: Buffer.alloc(5000),
  });
  assert.deepEqual(sent.json(), { bytes: 5000 });
  const got = await app.inject({ url: '/api/fetch' });
  assert.equal(
    got.headers['content-disposition'],
    `attachment; filename="__.csv"; filename*=UTF-8''%E9%80%9A%E6%8A%A5.csv`,
  );
});

test('answers are never stored, and the session cookie is out of reach of scripts', async () => {
  const answer = await app.inject({ method: 'POST', url: '/api/sign-in' });
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.equal(
    answer.headers['set-cookie'],
    'lifang=clerk-clerk-clerk-1; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600',
  );
});

test('a long answer is packed for whoever can unpack it', async () => {
  const plain = await app.inject({ url: '/api/long' });
  assert.equal(plain.headers['content-encoding'], undefined);
  const packed = await app.inject({ url: '/api/long', headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(packed.headers['content-encoding'], 'gzip');
  assert.ok(packed.rawPayload.length < plain.rawPayload.length / 10);
  assert.equal(gunzipSync(packed.rawPayload).toString(), plain.body);
});

test('an unknown address says so', async () => {
  assert.equal((await app.inject({ url: '/api/nothing' })).json<Problem>().code, 'route.unknown');
});
