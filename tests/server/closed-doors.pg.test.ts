import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ pages: true });
});
after(() => server.stop());

const tells = /node_modules|at [\w.]+ \(|\.ts:\d+|postgres|fastify|stack/i;

test('security 65: no interface that is only for those who build the system', async () => {
  for (const path of [
    '/docs',
    '/documentation',
    '/swagger',
    '/openapi.json',
    '/api/openapi.json',
    '/graphql',
    '/debug',
    '/api/debug',
    '/api/test',
    '/.env',
    '/.git/config',
    '/package.json',
    '/server-status',
    '/phpmyadmin/',
    '/actuator/env',
    '/..%2fpackage.json',
    '/m/..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
  ]) {
    const answer = await fetch(`${server.url}${path}`);
    const text = await answer.text();
    // The console answers its own addresses with its one page; nothing else may come of a guess.
    assert.ok(answer.status === 404 || /<title>[^<]*里坊/.test(text), `${path}: ${answer.status}`);
    assert.ok(!/"dependencies"|"openapi"/.test(text), path);
  }
});

test('security 65: figures of the machine are for the machine', async () => {
  const through = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
  assert.equal(through.status, 404);
  assert.equal((await fetch(`${server.url}/metrics`)).status, 200, 'from this machine itself they are there');
});

test('security 65: an answer names neither program nor version, and no error tells how it came about', async () => {
  for (const [path, init] of [
    ['/', {}],
    ['/api/me', {}],
    ['/api/none', {}],
    ['/api/session', { method: 'POST', body: '{"account":', headers: { 'content-type': 'application/json' } }],
    ['/api/session', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
    ['/api/cases/%00', {}],
    ['/%', {}],
    ['/api/public/plates/%F0%28%8C%28', {}],
  ] as const) {
    const answer = await fetch(`${server.url}${path}`, init);
    for (const name of ['server', 'x-powered-by', 'via'])
      assert.equal(answer.headers.get(name), null, `${path} ${name}`);
    assert.ok(answer.status < 500, `${path}: ${answer.status}`);
    if (path.startsWith('/api')) assert.ok(!tells.test(await answer.text()), path);
  }
});

test('security 65: methods that only probe are refused', async () => {
  const { hostname, port } = new URL(server.url);
  for (const method of ['TRACE', 'CONNECT', 'PROPFIND', 'DEBUG']) {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(`${method} /api/me HTTP/1.1\r\nhost: a\r\nx-secret: canary\r\nconnection: close\r\n\r\n`);
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    await once(socket, 'close');
    assert.ok(!/^HTTP\/1\.1 [25]/.test(heard), `${method}: ${heard.slice(0, 60)}`);
    assert.ok(!heard.includes('canary'), method);
  }
});

test('security 64: no question to the database goes on for ever', async () => {
  const { rows } = await server.lifang.pool.query<{ statement_timeout: string }>('show statement_timeout');
  assert.equal(rows[0]?.statement_timeout, '1min');
});
