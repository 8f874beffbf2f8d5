import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import pino from 'pino';
import { createHttp, serveApps } from '#platform/server/http';

const folder = await mkdtemp(path.join(tmpdir(), 'lifang-pages-'));
const script = 'console.log("a page")'.repeat(100);
for (const name of ['console', 'mobile']) {
  await mkdir(path.join(folder, name, 'assets'), { recursive: true });
  await writeFile(path.join(folder, name, 'index.html'), `<title>${name}</title><meta nonce="__LIFANG_NONCE__">`);
  await writeFile(path.join(folder, name, 'assets/a-1b2c.js'), script);
  await writeFile(path.join(folder, name, 'assets/a-1b2c.js.gz'), gzipSync(script));
  await writeFile(path.join(folder, name, 'sw.js'), '//');
}
let hosts: readonly string[] = [];
const app = await createHttp({
  log: pino({ level: 'silent' }),
  findSession: () => undefined,
  pages: { imageHosts: () => hosts },
});
await serveApps(app, [
  { prefix: '/', folder: path.join(folder, 'console') },
  { prefix: '/m/', folder: path.join(folder, 'mobile') },
]);
await app.ready();
after(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

test('every address that people see gets the page of its app, each time with another nonce', async () => {
  const seen = new Set<string>();
  for (const [url, title] of [
    ['/', 'console'],
    ['/cases/0196fdf7-2a80-7000-8000-000000000001', 'console'],
    ['/sign-in?next=%2Fboard', 'console'],
    ['/m', 'mobile'],
    ['/m/', 'mobile'],
    ['/m/p/K7QX-22', 'mobile'],
    ['/m/index.html', 'mobile'],
  ] as const) {
    const answer = await app.inject({ url });
    assert.equal(answer.statusCode, 200, url);
    assert.match(answer.body, new RegExp(`<title>${title}</title>`), url);
    assert.equal(answer.headers['cache-control'], 'no-cache');
    const nonce = /nonce="([^"]+)"/.exec(answer.body)?.[1] ?? '';
    const policy = String(answer.headers['content-security-policy']);
    assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`), url);
    assert.ok(!/unsafe|https?:/.test(policy), 'no inline, no eval, no foreign host');
    seen.add(nonce);
  }
  assert.equal(seen.size, 7);
});

test('hashed files stay for ever and come packed, the service worker is asked for each time', async () => {
  const asset = await app.inject({ url: '/m/assets/a-1b2c.js', headers: { 'accept-encoding': 'gzip' } });
  assert.equal(asset.headers['content-encoding'], 'gzip');
  assert.match(String(asset.headers['cache-control']), /immutable/);
  assert.match(String(asset.headers['content-type']), /javascript/);
  const worker = await app.inject({ url: '/m/sw.js' });
  assert.deepEqual([worker.statusCode, worker.headers['cache-control']], [200, 'no-cache']);
});

test('an address of a page may have a dot in it', async () => {
  for (const url of ['/playbooks/care.visit', '/m/services/care.aid'])
    assert.equal((await app.inject({ url })).statusCode, 200, url);
});

test('what is missing is missing: no page in place of a script, a picture or an interface', async () => {
  for (const url of ['/assets/gone.js', '/m/icons/none.png', '/api/none', '/../package.json', '/.env'])
    assert.ok([400, 403, 404].includes((await app.inject({ url })).statusCode), url);
  assert.equal((await app.inject({ method: 'POST', url: '/cases' })).statusCode, 404);
  assert.doesNotMatch((await app.inject({ url: '/m/..%2f..%2f..%2f..%2fetc/passwd' })).body, /root:/);
});

test('pictures of a map may come from the hosts that are named at that moment', async () => {
  hosts = ['https://*.tianditu.gov.cn'];
  const policy = String((await app.inject({ url: '/' })).headers['content-security-policy']);
  assert.match(policy, /img-src 'self' data: blob: https:\/\/\*\.tianditu\.gov\.cn;/);
});
