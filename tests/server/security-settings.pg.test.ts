import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { signIn } from '#tests/support/sign-in.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ demo: true });
});
after(() => server.stop());

test('security 21: security policy is the security administrator’s alone, everything else the system administrator’s', async () => {
  const [system, security, audit] = await Promise.all(
    ['guanli', 'anquan', 'shenji'].map((account) => signIn(server.url, account)),
  );
  assert.ok(system && security && audit);
  const policy = { value: 500 };
  assert.equal((await system.put('/api/settings/security.export-limit', policy)).status, 403);
  assert.equal((await system.put('/api/security-settings/security.export-limit', policy)).status, 403);
  assert.equal((await audit.put('/api/security-settings/security.export-limit', policy)).status, 403);
  assert.equal((await security.put('/api/settings/map.tianditu-key', { value: 'abc' })).status, 403);
  assert.equal((await security.put('/api/security-settings/map.tianditu-key', { value: 'abc' })).status, 403);
  const done = await security.put('/api/security-settings/security.export-limit', policy);
  assert.equal(done.status, 200, await done.clone().text());
  assert.equal(((await done.json()) as Record<string, unknown>)['security.export-limit'], 500);
  assert.equal((await security.put('/api/security-settings/audit.keep-months', { value: 1 })).status, 422);
});

test('security 22: proposals wait in the demo; whoever has no granted post signs in and may do nothing', async () => {
  const security = await signIn(server.url, 'anquan');
  const waiting = (await (await security.get('/api/grants?state=proposed')).json()) as { mayDecide: boolean }[];
  assert.ok(waiting.length >= 3 && waiting.every((one) => one.mayDecide));
  const newcomer = await signIn(server.url, 'xinren');
  const me = (await (await newcomer.get('/api/me')).json()) as { posts: unknown[]; permissions: unknown[] };
  assert.deepEqual([me.posts, me.permissions], [[], []]);
  for (const url of ['/api/cases', '/api/people', '/api/territory', '/api/settings'])
    assert.equal((await newcomer.get(url)).status, 403, url);
});
