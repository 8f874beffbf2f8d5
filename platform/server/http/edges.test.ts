import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { bindRoutes, createHttp } from './index.ts';

let app: FastifyInstance;
let port = 0;
const routes = defineRoutes({
  say: {
    method: 'POST',
    url: '/api/say',
    tag: 't',
    who: 'anyone',
    summary: 'Say',
    body: Type.Object({ words: Type.String() }),
    answer: Type.Object({ address: Type.String() }),
  },
});

before(async () => {
  app = await createHttp({
    log: pino({ level: 'silent' }),
    findSession: () => undefined,
    patience: { headers: 300, request: 700, look: 100 },
  });
  bindRoutes(app, routes, { say: ({ address }) => ({ address }) });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const bound = app.server.address();
  port = typeof bound === 'object' && bound ? bound.port : 0;
});
after(() => app.close());

/** What a socket hears until the server hangs up, and after how many milliseconds. */
const talk = (parts: readonly string[], every: number): Promise<{ heard: string; after: number }> =>
  new Promise((done, fail) => {
    const started = Date.now();
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    let next = 0;
    const timer = setInterval(() => {
      const part = parts[next++];
      if (part !== undefined) socket.write(part);
    }, every);
    const giveUp = setTimeout(() => fail(new Error('the server still waits')), 10_000);
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    // A write that crosses the server's hanging up.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      clearTimeout(giveUp);
      done({ heard, after: Date.now() - started });
    });
  });

const drip = (text: string): readonly string[] => [...text, ...Array.from({ length: 500 }, () => 'x')];

test('security 64: a client that drips its headers is hung up on', async () => {
  const { heard, after: millis } = await talk(drip('POST /api/say HTTP/1.1\r\nhost: a\r\nx-long: '), 20);
  assert.ok(millis < 5_000, `${millis} ms`);
  assert.ok(heard === '' || heard.startsWith('HTTP/1.1 408'), heard);
});

test('security 64: a client that drips its body is hung up on', async () => {
  const head = `POST /api/say HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n`;
  const { heard, after: millis } = await talk([head, ...drip('{"words":"')], 20);
  assert.ok(millis < 5_000, `${millis} ms`);
  assert.ok(heard === '' || heard.startsWith('HTTP/1.1 408'), heard);
});

test('security 64: headers without end are refused', async () => {
  const { heard } = await talk([`GET / HTTP/1.1\r\nhost: a\r\nx-long: ${'y'.repeat(40_000)}`], 1);
  assert.match(heard, /^HTTP\/1\.1 431/);
});

test('security 34: who stands in no list of proxies says nothing about where a request comes from', async () => {
  const ask = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/say', payload: { words: '' }, headers });
  const spoofed = await ask({
    'x-forwarded-for': '203.0.113.9',
    'x-real-ip': '203.0.113.9',
    forwarded: 'for=203.0.113.9',
  });
  assert.equal(spoofed.json().address, '127.0.0.1');
  // Nor may it claim to have come by https, which would let the origin of another scheme pass.
  const claimed = await ask({ 'x-forwarded-proto': 'https', origin: 'https://localhost:80', host: 'localhost:80' });
  assert.equal(claimed.statusCode, 403);

  const behind = await createHttp({
    log: pino({ level: 'silent' }),
    findSession: () => undefined,
    trustProxy: ['127.0.0.1'],
  });
  bindRoutes(behind, routes, { say: ({ address }) => ({ address }) });
  const told = await behind.inject({
    method: 'POST',
    url: '/api/say',
    payload: { words: '' },
    headers: { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' },
  });
  // Only the hop before the listed proxy is believed: what the client wrote further left is not.
  assert.equal(told.json().address, '203.0.113.9');
  await behind.close();
});

test('security 58: another site may neither act nor sign its visitor in', async () => {
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const answer = await app.inject({ method: 'POST', url: '/api/say', payload: { words: '' }, headers });
    assert.equal(answer.statusCode, 403, JSON.stringify(headers));
    assert.equal(answer.json().code, 'request.foreign-origin');
  }
  // A form of another site can send no JSON without asking first.
  const form = await fetch(`http://127.0.0.1:${port}/api/say`, {
    method: 'POST',
    body: '{"words":"1"}',
    headers: { 'content-type': 'text/plain' },
  });
  assert.equal(form.status, 400);
  assert.match(await form.text(), /JSON/);
});
