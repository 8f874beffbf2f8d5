import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform/server/sql';
import { contentsOf, filesOf } from '#tests/support/contents.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { signIn } from '#tests/support/sign-in.ts';

/** The drill of docs/deploy.md: the demo district, its server running, by the command line, into an embedded database. */
const cli = path.resolve(import.meta.dirname, '../../apps/server/cli.ts');
let server: TestServer;
let folder: string;
before(async () => {
  server = await startTestServer({ demo: true });
  await signIn(server.url, 'quzhang');
  folder = await mkdtemp(path.join(tmpdir(), 'lifang-drill-'));
  // As root the database runs as another user, who has to get in.
  await chmod(folder, 0o755);
});
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const lifang = (words: readonly string[]) => {
  const child = spawn(process.execPath, [cli, ...words], {
    env: {
      ...process.env,
      DATABASE_URL: server.databaseUrl,
      LIFANG_OWNER_URL: server.ownerUrl,
      LIFANG_DATA: server.dataFolder,
      LANG: 'C',
      LC_ALL: 'C',
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, said: () => said };
};
const run = async (...words: string[]): Promise<{ readonly code: number | null; readonly said: string }> => {
  const { ended, said } = lifang(words);
  return { code: await ended, said: said() };
};

/** Sessions are ended; the server goes on sealing its log, and the backup itself is written into it afterwards. */
const apart = ['session', 'audit_row', 'audit_seal', 'audit_horizon'];

/**
 * Backs up the district while its clocks run: until nothing happened between a look before and one after, so that what
 * was backed up is known.
 * @returns what lay in every table
 */
const backUpAsItStands = async (to: string): Promise<Awaited<ReturnType<typeof contentsOf>>> => {
  for (let turn = 0; turn < 6; turn += 1) {
    const before = await contentsOf(server.databaseUrl, apart);
    const made = await run('backup', '--to', to);
    assert.equal(made.code, 0, made.said);
    assert.match(made.said, /KEY NOT INSIDE \([0-9a-f]{16}\)/);
    if (isDeepStrictEqual(await contentsOf(server.databaseUrl, apart), before)) return before;
    await rm(to, { recursive: true });
  }
  return assert.fail('the district never stood still');
};

test('a drill: backed up while the server runs, restored elsewhere, compared', async () => {
  const to = path.join(folder, 'backups');
  const wanted = await backUpAsItStands(to);
  const [name = ''] = (await readdir(to)).filter((one) => one.startsWith('lifang-'));
  const backup = path.join(to, name);
  const checked = await run('restore', backup, '--check');
  assert.equal(checked.code, 0, checked.said);

  const into = path.join(folder, 'drill');
  const refused = await run('restore', backup, '--into', into);
  assert.equal(refused.code, 1);
  assert.match(refused.said, /The key of the backup/);
  assert.deepEqual(await readdir(into).catch(() => []), [], 'no database was made for nothing');

  const restored = await run('restore', backup, '--into', into, '--without-keys');
  assert.equal(restored.code, 0, restored.said);
  assert.match(restored.said, /KEY MISSING/);
  assert.match(restored.said, /Sessions ended: 1/);
  const database = await startEmbeddedPostgres(path.join(into, 'postgres'));
  try {
    assert.ok((wanted['case_event']?.rows ?? 0) > 1_000, 'a district with its history');
    assert.deepEqual(await contentsOf(database.url, apart), wanted);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client
      .query('select ended_at is not null as ended from session')
      .finally(() => client.end());
    assert.deepEqual(rows, [{ ended: true }]);
  } finally {
    await database.stop();
  }
  assert.deepEqual(await filesOf(path.join(into, 'files')), await filesOf(path.join(server.dataFolder, 'files')));
});

test('into the installation that runs nothing is restored', async () => {
  const [name = ''] = (await readdir(path.join(folder, 'backups'))).filter((one) => one.startsWith('lifang-'));
  const refused = await run('restore', path.join(folder, 'backups', name), '--replace');
  assert.equal(refused.code, 1);
  assert.match(refused.said, /still using this database/);
});

test('killed in the middle it leaves no backup, and the next one clears up', async () => {
  const to = path.join(folder, 'killed');
  const doomed = lifang(['backup', '--to', to]);
  const half = async (process: number | undefined): Promise<boolean> => {
    const name = `lifang-${process}.unfinished`;
    const tables = await readdir(path.join(to, name, 'tables')).catch(() => []);
    return tables.length > 3;
  };
  for (let turn = 0; turn < 20_000 && !(await half(doomed.child.pid)); turn += 1) await wait(1);
  doomed.child.kill('SIGKILL');
  assert.equal(await doomed.ended, null);
  assert.deepEqual(
    (await readdir(to)).filter((name) => /^lifang-\d/.test(name) && !name.endsWith('.unfinished')),
    [],
  );
  const [left = ''] = (await readdir(to)).filter((name) => name.endsWith('.unfinished'));
  assert.match(await readFile(path.join(to, left, 'README.txt'), 'utf8'), /not finished/);
  const refused = await run('restore', path.join(to, left), '--check');
  assert.equal(refused.code, 1);
  assert.match(refused.said, /no complete backup/);

  const stopped = lifang(['backup', '--to', to]);
  for (let turn = 0; turn < 20_000 && !(await half(stopped.child.pid)); turn += 1) await wait(1);
  stopped.child.kill('SIGTERM');
  assert.equal(await stopped.ended, 130);
  assert.deepEqual(
    (await readdir(to)).filter((name) => name.startsWith('lifang-')),
    [],
    'ended by a signal it clears up itself, after the killed one too',
  );
  const again = await run('backup', '--to', to);
  assert.equal(again.code, 0, again.said);
  const names = await readdir(to);
  assert.equal(names.length, 1);
  assert.match(names[0] ?? '', /^lifang-\d{8}T\d{6}Z$/);
});
