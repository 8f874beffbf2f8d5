import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '#platform/server/locks';
import { endAllServers, type ServerProcess, spawnServer } from '#tests/support/process.ts';

/** These use the embedded database as `npm start` does, empty. */
let folder: string;
const start = (env: Record<string, string> = {}): Promise<ServerProcess> =>
  spawnServer({ LIFANG_DATA: folder, LIFANG_DEMO: '0', ...env });
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lifang-start-'));
  // As root the database runs as another user, who has to get in.
  await chmod(folder, 0o755);
});
after(async () => {
  await endAllServers();
  await rm(folder, { recursive: true, force: true });
});

const databasePid = async (): Promise<number> =>
  Number((await readFile(path.join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

/** A process that has ended may be seen for a moment until its parent has taken note. */
const ends = async (pid: number): Promise<boolean> => {
  for (let turn = 0; turn < 100 && isAlive(pid); turn += 1) await wait(50);
  return !isAlive(pid);
};

const setUp = (url: string, secret: string): Promise<Response> =>
  fetch(`${url}/api/public/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, account: 'chief', password: 'Copper-lantern-bridge', name: '林溪', at: '440310' }),
  });
const signInStatus = async (url: string): Promise<number> =>
  (
    await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'chief', password: 'Copper-lantern-bridge' }),
    })
  ).status;

test('started empty: one secret, the first administrator; stopped cleanly; the second start finds everything', async () => {
  const first = await start();
  const secret = /within 24 hours: (\S+)/.exec(first.said())?.[1] ?? '';
  assert.ok(secret, first.said());
  assert.equal((await setUp(first.url, 'a-secret-that-is-not-the-one')).status, 403);
  const made = await setUp(first.url, secret);
  assert.ok(made.ok, await made.text());
  assert.equal((await setUp(first.url, secret)).status, 403);
  const postgres = await databasePid();
  assert.equal(await first.end('SIGINT'), 0);
  assert.ok(await ends(postgres), 'the database stopped too');
  assert.ok(!(await readdir(folder)).includes('server.lock'));

  const second = await start();
  assert.doesNotMatch(second.said(), /no account yet/);
  assert.equal(await signInStatus(second.url), 200);
  assert.equal(await second.end('SIGTERM'), 0);
});

test('a start while another runs says so, and so does a port in use', async (context) => {
  const first = await start();
  await assert.rejects(start(), (error: Error) => {
    assert.match(error.message, /already running on this data folder/);
    assert.ok(error.message.includes(first.url) && error.message.includes(String(first.pid)));
    return true;
  });
  const blocker = createServer().listen(0, '127.0.0.1');
  context.after(() => blocker.close());
  await once(blocker, 'listening');
  const { port } = blocker.address() as { port: number };
  const other = await mkdtemp(path.join(tmpdir(), 'lifang-other-'));
  await chmod(other, 0o755);
  await assert.rejects(start({ PORT: String(port), LIFANG_DATA: other }), /is in use by another program/);
  await rm(other, { recursive: true, force: true });
  assert.equal(await first.end('SIGTERM'), 0);
});

test('after kill -9 the next start takes over the database that is still running', async () => {
  const first = await start();
  const postgres = await databasePid();
  assert.equal(await first.end('SIGKILL'), null);
  assert.ok(isAlive(postgres));
  const second = await start();
  assert.equal(await databasePid(), postgres, 'adopted');
  assert.equal(await signInStatus(second.url), 200);
  assert.equal(await second.end('SIGTERM'), 0);
  assert.ok(await ends(postgres));
});

test('a database that is killed comes back by itself, with all that was acknowledged', async () => {
  const server = await start();
  const postgres = await databasePid();
  process.kill(postgres, 'SIGKILL');
  await ends(postgres);
  let status = 0;
  for (let turn = 0; turn < 200 && status !== 200; turn += 1) {
    await wait(100);
    status = (await fetch(`${server.url}/health`)).status;
  }
  assert.equal(status, 200);
  assert.equal(await signInStatus(server.url), 200);
  assert.notEqual(await databasePid(), postgres);
  assert.equal(await server.end('SIGTERM'), 0);
});

test('words in the environment that cannot be meant are told in a sentence', async () => {
  await assert.rejects(start({ PORT: 'eighty' }), /PORT is “eighty”/);
  await assert.rejects(start({ LIFANG_DEMO: 'no' }), /LIFANG_DEMO is “no”/);
});
