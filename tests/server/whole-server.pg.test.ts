import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { Problem } from '#platform/contract';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { signIn, type SignedIn } from '#tests/support/sign-in.ts';

let server: TestServer;
let manager: SignedIn;
before(async () => {
  server = await startTestServer({ demo: true });
  manager = await signIn(server.url, 'quzhang');
});
after(() => server.stop());

test('health, an unknown interface, and who is nobody', async () => {
  assert.deepEqual(await (await fetch(`${server.url}/health`)).json(), { status: 'ok' });
  assert.equal((await fetch(`${server.url}/api/none`)).status, 404);
  assert.equal((await fetch(`${server.url}/api/me`)).status, 401);
  assert.equal((await manager.get('/api/me')).status, 200);
});

test('a photo of five megabytes goes up, also without sign-in, and comes to no harm by a repeat', async () => {
  const noise = Buffer.from(Array.from({ length: 1500 * 1500 * 3 }, (_, index) => (index * 7919) % 251));
  const photo = await sharp(noise, { raw: { width: 1500, height: 1500, channels: 3 } })
    .jpeg({ quality: 100 })
    .toBuffer();
  assert.ok(photo.length > 1_500_000, 'larger than a JSON body may be');
  const id = createHash('sha256').update(photo).digest('hex');
  for (let turn = 0; turn < 2; turn += 1) {
    const sent = await fetch(`${server.url}/api/public/files/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg' },
      body: photo,
    });
    assert.equal(sent.status, 200);
    assert.equal(((await sent.json()) as { id: string }).id, id);
  }
  const other = await fetch(`${server.url}/api/public/files/${'0'.repeat(64)}`, { method: 'PUT', body: photo });
  assert.equal(((await other.json()) as Problem).code, 'file.hash-differs');
});

test('what is larger than 20 MB is refused, and the refusal arrives', async () => {
  const sent = await fetch(`${server.url}/api/public/files/${'0'.repeat(64)}`, {
    method: 'PUT',
    body: Buffer.alloc(24_000_000, 1),
  });
  assert.equal(((await sent.json()) as Problem).code, 'file.too-large');
});

test('settings: only declared ones, checked, with an audit row, and for those who may', async () => {
  const admin = await signIn(server.url, 'guanli');
  const worker = await signIn(server.url, 'wangge');
  assert.equal((await worker.get('/api/settings')).status, 403);
  const settings = (await (await admin.get('/api/settings')).json()) as Record<string, unknown>;
  assert.equal(settings['demo.goes-on'], true);
  assert.ok(!JSON.stringify(settings).includes('qingyang2026'), 'what the server keeps for itself is not shown');
  const put = (key: string, value: unknown) => admin.put(`/api/settings/${key}`, { value });
  assert.equal((await put('demo.goes-on', 'no')).status, 422);
  assert.equal((await put('organisation.demo-accounts', [])).status, 404);
  assert.equal((await put('constructor', 1)).status, 404);
  assert.equal((await put('demo.goes-on', false)).status, 200);
  const { rows } = await server.lifang.pool.query(
    `select person, result from audit_row where action = 'settings.change' and object = 'setting:demo.goes-on'`,
  );
  assert.equal(rows.length, 1);
});

test('a job of somebody else does not exist', async () => {
  assert.equal((await manager.get('/api/jobs/0196fdf7-2a80-7000-8000-000000000001')).status, 404);
});
