import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pino from 'pino';
import { createHttp } from '#platform/server/http';
import { createMetrics, serveMetrics } from '#platform/server/metrics';

const metrics = createMetrics();
let healthy = true;
const app = await createHttp({
  log: pino({ level: 'silent' }),
  findSession: () => undefined,
  measure: metrics.measure,
});
serveMetrics(app, metrics, { healthy: async () => healthy, allow: ['10.1.0.0/16'] });
await app.ready();
after(() => app.close());

test('metrics are for this machine and the named ranges, and not for what came through an unknown proxy', async () => {
  const from = (remoteAddress: string, headers = {}) =>
    app.inject({ url: '/metrics', remoteAddress, headers }).then((answer) => answer.statusCode);
  assert.equal(await from('127.0.0.1'), 200);
  assert.equal(await from('::ffff:127.0.0.1'), 200);
  assert.equal(await from('10.1.2.3'), 200);
  assert.equal(await from('10.2.2.3'), 404);
  assert.equal(await from('127.0.0.1', { 'x-forwarded-for': '8.8.8.8' }), 404);
});

test('requests are measured by route pattern, never by address', async () => {
  await app.inject({ url: '/api/cases/13800138000' });
  const text = (await app.inject({ url: '/metrics' })).body;
  assert.match(text, /lifang_http_seconds_count\{method="GET",route="none",status="4xx"\}/);
  assert.doesNotMatch(text, /13800138000/);
});

test('health says whether the database answers', async () => {
  assert.equal((await app.inject({ url: '/health' })).statusCode, 200);
  healthy = false;
  assert.equal((await app.inject({ url: '/health' })).statusCode, 503);
});
