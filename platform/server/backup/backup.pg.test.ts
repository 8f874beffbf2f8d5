import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { sql as raw } from 'kysely';
import { type BackUp, backUp, restore, verifyBackup } from '#platform/server/backup';
import { createKeys } from '#platform/server/keys';
import { migrate, openSql, readMigrations } from '#platform/server/sql';
import { contentsOf, filesOf } from '#tests/support/contents.ts';
import { emptyDatabase, testDatabase } from '#tests/support/pg.ts';

const source = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'lifang-backup-'));
after(() => rm(folder, { recursive: true, force: true }));
const at = (...steps: string[]): string => path.join(folder, ...steps);

/** A file of the store and its row, in the order in which the store writes them. */
const keepFile = async (text: string, type = 'text/csv'): Promise<string> => {
  const id = createHash('sha256').update(text).digest('hex');
  await mkdir(at('files', id.slice(0, 2)), { recursive: true });
  await writeFile(at('files', id.slice(0, 2), id), text);
  if (type.startsWith('image/')) await writeFile(at('files', id.slice(0, 2), `${id}.thumb`), `small ${text}`);
  await raw`insert into stored_file (id, type, size) values (${id}, ${type}, ${text.length})`.execute(source.sql);
  return id;
};

let matters = 0;
/** A matter with two events, its fact and its file, in one transaction. */
const reportMatter = async (): Promise<void> => {
  matters += 1;
  const id = `0196fdf7-2a80-7000-8000-${String(matters).padStart(12, '0')}`;
  await keepFile(`photo of ${id}`, 'image/jpeg');
  await source.sql.transaction().execute(async (trx) => {
    await raw`
      insert into case_file (district, id, number, playbook, playbook_version, stage, status, path, place, category,
        title, channel, reporter_kind, reported_at, version, state)
      values ('990101', ${id}, ${id}, 'p', 1, 'reported', 'open', '99.01.01.', 'x', 'c',
        ${'名称 \\ with\ttab\nand line'}, 'app', 'resident', now(), 2, '{}')`.execute(trx);
    for (const seq of [1, 2])
      await raw`
        insert into case_event (district, case_id, seq, id, type, at, data)
        values ('990101', ${id}, ${seq}, gen_random_uuid(), 'Reported', now(), '{"text": "\\u0001 \\\\N"}')`.execute(
        trx,
      );
    await raw`
      insert into fact (district, id, kind, cohort_at, path, subject, value)
      values ('990101', ${id}, 'case.reported', now(), '99.01.01.', ${id}, 0.1)`.execute(trx);
  });
};

const key = { file: at('secret.key') };
await createKeys(key)('anything');
for (let turn = 0; turn < 20; turn += 1) await reportMatter();
await raw`insert into setting (key, value) values ('a', '"1"'), ('b', '{"c": null}')`.execute(source.sql);
// A body that succeeds itself in the order of rows: foreign keys within a table and across.
await raw`
  insert into body (district, id, name, kind, territory, successor) values
  ('990101', '0196fdf7-2a80-7000-8000-000000000001', '甲', 'k', '99.01.01.', '0196fdf7-2a80-7000-8000-000000000002'),
  ('990101', '0196fdf7-2a80-7000-8000-000000000002', '乙', 'k', '99.01.01.', null)`.execute(source.sql);
await raw`select graphile_worker.add_job('export', '{"id": "一"}'::json, job_key => 'job:1', max_attempts => 3)`.execute(
  source.sql,
);
await raw`select graphile_worker.add_job('mail', '{"n": 2}'::json, queue_name => 'post', run_at => '2027-01-01', flags => array['slow'])`.execute(
  source.sql,
);

const take = (options: Partial<Parameters<typeof backUp>[0]> = {}): Promise<BackUp> =>
  backUp({
    databaseUrl: source.ownerUrl,
    files: at('files'),
    key,
    to: at('backups'),
    withKeys: false,
    version: '0.0.0',
    ...options,
  });

/** An empty target of its own. */
const newTarget = async () => {
  const database = await emptyDatabase();
  after(database.drop);
  const place = await mkdtemp(path.join(folder, 'target-'));
  return { url: database.url, files: path.join(place, 'files'), key: { file: path.join(place, 'secret.key') } };
};
type Target = Awaited<ReturnType<typeof newTarget>>;
const put = (from: string, target: Target, options: Partial<Parameters<typeof restore>[0]> = {}) =>
  restore({
    openDatabase: async () => target.url,
    files: target.files,
    key: target.key,
    from,
    replace: false,
    withoutKeys: true,
    ...options,
  });
const code =
  (wanted: string, values: Record<string, string> = {}) =>
  (error: { code: string; values: object }) => {
    assert.equal(error.code, wanted);
    for (const [name, value] of Object.entries(values)) assert.equal(error.values[name as keyof object], value);
    return true;
  };
const ask = async <Row>(target: Target, text: string): Promise<readonly Row[]> => {
  const opened = openSql(target.url, { max: 1, name: 'test' });
  return opened.pool
    .query(text)
    .then(({ rows }) => rows as Row[])
    .finally(opened.close);
};

test('what is backed up comes back: every table, every file, the queue', async () => {
  const made = await take();
  assert.match(path.basename(made.folder), /^lifang-\d{8}T\d{6}Z$/);
  assert.equal((await stat(made.folder)).mode & 0o777, 0o700);
  const counts = new Map(made.manifest.tables.map(({ table, rows }) => [table, rows]));
  assert.equal(counts.get('case_event'), 40);
  assert.equal(made.manifest.files.count, 40, 'pictures and their thumbs');
  assert.equal(made.manifest.queue?.rows, 2);

  const target = await newTarget();
  const done = await put(made.folder, target);
  assert.deepEqual(done.migrated, []);
  assert.deepEqual(await contentsOf(target.url), await contentsOf(source.url));
  assert.deepEqual(await filesOf(target.files), await filesOf(at('files')));
  const jobs = await ask<Record<string, unknown>>(
    target,
    `select t.identifier, j.payload, q.queue_name, j.key, j.max_attempts, j.flags, j.run_at = '2027-01-01' as later
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id`,
  );
  assert.deepEqual(jobs, [
    {
      identifier: 'export',
      payload: { id: '一' },
      queue_name: null,
      key: 'job:1',
      max_attempts: 3,
      flags: null,
      later: false,
    },
    {
      identifier: 'mail',
      payload: { n: 2 },
      queue_name: 'post',
      key: null,
      max_attempts: 25,
      flags: { slow: true },
      later: true,
    },
  ]);
  const keys = (url: string) =>
    ask<{ d: string }>(
      { ...target, url },
      `select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as d from pg_constraint where connamespace = 'public'::regnamespace order by 1`,
    );
  assert.deepEqual(await keys(target.url), await keys(source.url), 'foreign keys stand again');
});

test('a backup taken while matters are reported holds whole matters only, as of one moment', async () => {
  const before = matters;
  const made = await take({
    progress: async () => {
      await reportMatter();
    },
  });
  assert.ok(matters > before + 10, 'matters were reported between one table and the next');
  const target = await newTarget();
  await put(made.folder, target);
  const [found] = await ask<Record<string, number>>(
    target,
    `select (select count(*)::int from case_file) as files, (select count(*)::int from case_event) as events,
       (select count(*)::int from fact) as facts, (select count(*)::int from stored_file) as stored,
       (select count(*)::int from case_event e where not exists (select from case_file c where c.id = e.case_id)) as orphans`,
  );
  assert.deepEqual(found, { files: before, events: 2 * before, facts: before, stored: before, orphans: 0 });
  assert.equal(Object.keys(await filesOf(target.files)).length, 2 * before);
});

test('a damaged part is refused by its name, and the target stays untouched', async () => {
  const made = await take();
  const [first = ''] = await readdir(path.join(made.folder, 'files'));
  const [second = ''] = await readdir(path.join(made.folder, 'files', first));
  const damages: readonly [string, (file: string) => Promise<unknown>][] = [
    ['tables/case_event.copy.gz', (file) => appendFile(file, 'x')],
    ['tables/fact.copy.gz', (file) => truncate(file, 40)],
    ['tables/setting.copy.gz', (file) => rm(file)],
    ['queue.copy.gz', (file) => writeFile(file, randomBytes(100))],
    [
      'manifest.json',
      async (file) => writeFile(file, (await readFile(file, 'utf8')).replace(/"rows": \d+/, '"rows": 7')),
    ],
    ['files.sha256', (file) => truncate(file, 0)],
    [`files/${first}/${second}`, (file) => writeFile(file, 'other')],
    [`files/${first}/${second}`, (file) => rm(file)],
  ];
  for (const [part, damage] of damages) {
    const copy = at('damaged');
    await cp(made.folder, copy, { recursive: true });
    await damage(path.join(copy, part));
    await assert.rejects(verifyBackup(copy), code('backup.damaged', { part }), part);
    await assert.rejects(
      put(copy, { url: 'postgres://nobody@127.0.0.1:1/none', files: at('none'), key: { file: at('none.key') } }),
      code('backup.damaged', { part }),
      'found before the database is even opened',
    );
    await rm(copy, { recursive: true });
  }
  await assert.rejects(verifyBackup(at('files')), code('backup.none'));
  await verifyBackup(made.folder);
});

test('a name that leads out of the store is damage, also when all hashes fit', async () => {
  const made = await take();
  const sum = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const list = `${sum('evil')}  files/../../evil\n`;
  await writeFile(path.join(made.folder, 'files.sha256'), list);
  const text = JSON.stringify({
    ...made.manifest,
    files: { ...made.manifest.files, count: 1, list: { file: 'files.sha256', bytes: list.length, sha256: sum(list) } },
  });
  await writeFile(path.join(made.folder, 'manifest.json'), text);
  await writeFile(path.join(made.folder, 'SHA256SUMS'), `${sum(text)}  manifest.json\n`);
  await assert.rejects(verifyBackup(made.folder), code('backup.damaged', { part: 'files.sha256' }));
});

test('a target that holds anything is refused; --replace gives it up whole and moves its files aside', async () => {
  const made = await take();
  const target = await newTarget();
  await put(made.folder, target);
  await assert.rejects(put(made.folder, target), code('backup.target-not-empty', { what: 'PostgreSQL' }));

  await ask(
    target,
    `insert into setting (key, value) values ('later', '1'); create view v as select * from setting; create type mood as enum ('a')`,
  );
  await mkdir(path.join(target.files, 'ff'), { recursive: true });
  await writeFile(path.join(target.files, 'ff', `ff${'0'.repeat(62)}`), 'of the former installation');
  const done = await put(made.folder, target, { replace: true });
  assert.deepEqual(await contentsOf(target.url), await contentsOf(source.url));
  assert.deepEqual(await filesOf(target.files), await filesOf(at('files')));
  assert.equal(done.moved?.count, 1);
  assert.equal(Object.keys(await filesOf(done.moved?.to ?? '')).length, 1);
  assert.equal(done.manifest.queue?.rows, (await ask(target, 'select from graphile_worker.jobs')).length);

  const files = await newTarget();
  await mkdir(path.join(files.files, '0a'), { recursive: true });
  await assert.rejects(put(made.folder, files), code('backup.target-not-empty', { what: files.files }));
});

test('nothing is restored into a database that Lifang is using', async () => {
  const made = await take();
  const target = await newTarget();
  const server = openSql(target.url, { max: 1, name: 'lifang server' });
  await server.pool.query('select 1');
  await assert.rejects(put(made.folder, target), code('backup.in-use', { what: 'lifang server' }));
  await server.close();
  await put(made.folder, target);
});

test('a load that fails half-way leaves the former installation as it was', async () => {
  const made = await take();
  const target = await newTarget();
  await put(made.folder, target);
  await ask(target, `insert into setting (key, value) values ('mine', '1')`);
  const before = await contentsOf(target.url);
  await assert.rejects(
    put(made.folder, target, {
      replace: true,
      progress: (table) => {
        if (table === 'person') throw new Error('the power went');
      },
    }),
    /the power went/,
  );
  assert.deepEqual(await contentsOf(target.url), before);
});

test('a backup of an older level is restored at its level and brought up from there', async () => {
  const text = `create table later (n integer generated always as identity primary key, twice integer generated always as (m * 2) stored, m integer);
    insert into later (m) select count(*) from setting; create sequence extra;`;
  const now = await readMigrations();
  const newer = [...now, { name: '20990101T0000-later', text, hash: createHash('sha256').update(text).digest('hex') }];
  const made = await take();
  const target = await newTarget();
  const done = await put(made.folder, target, { migrations: newer });
  assert.deepEqual(done.migrated, ['20990101T0000-later']);
  assert.deepEqual(await ask(target, 'select * from later'), [{ n: 1, twice: 4, m: 2 }], 'it saw the restored rows');
  assert.ok((await ask(target, 'select 1 from body limit 1')).length);
  await ask(target, `select nextval('extra'); select nextval('extra')`);

  // And that one in turn: computed columns, numbers that were given out, rows that a migration put in.
  const again = await take({ databaseUrl: target.url, files: target.files });
  await assert.rejects(
    put(again.folder, await newTarget()),
    code('backup.newer', { what: '20990101T0000-later' }),
    'a program that does not know the level refuses',
  );
  const second = await newTarget();
  await put(again.folder, second, { migrations: newer });
  assert.deepEqual(await contentsOf(second.url), await contentsOf(target.url));
  await ask(second, 'insert into later (m) values (5)');
  assert.deepEqual(await ask(second, `select n, twice from later where m = 5`), [{ n: 2, twice: 10 }]);
  assert.deepEqual(await ask(second, `select nextval('extra')`), [{ nextval: 3 }]);
  const opened = openSql(second.url, { max: 1, name: 'test' });
  assert.deepEqual(await migrate(opened.sql, newer).finally(opened.close), []);
});

test('the key stays apart unless asked for, and a restore without it is refused', async () => {
  const apart = await take();
  assert.match(apart.manifest.key.fingerprint ?? '', /^[0-9a-f]{16}$/);
  assert.equal(apart.manifest.key.inside, null);
  const secret = (await readFile(key.file, 'utf8')).trim();
  for (const file of Object.keys(await filesOf(apart.folder)))
    assert.ok(!(await readFile(path.join(apart.folder, file), 'utf8')).includes(secret), file);
  const target = await newTarget();
  await assert.rejects(
    put(apart.folder, target, { withoutKeys: false }),
    code('backup.key-missing', { place: target.key.file }),
  );
  await cp(key.file, target.key.file);
  assert.equal((await put(apart.folder, target, { withoutKeys: false })).key, 'fits');

  const inside = await take({ withKeys: true });
  const other = await newTarget();
  assert.equal((await put(inside.folder, other, { withoutKeys: false })).key, 'written');
  assert.equal((await readFile(other.key.file, 'utf8')).trim(), secret);
  assert.equal((await stat(other.key.file)).mode & 0o777, 0o600);
  const given = { ...key, given: 'a secret of at least 32 characters, given' };
  await assert.rejects(take({ withKeys: true, key: given }), code('backup.key-elsewhere'));
  assert.notEqual((await take({ key: given })).manifest.key.fingerprint, inside.manifest.key.fingerprint);
});

test('a file that the store lost is named, and the rest is backed up', async () => {
  const id = await keepFile('soon lost');
  await rm(at('files', id.slice(0, 2), id));
  const { manifest, folder: made } = await take();
  assert.equal(manifest.files.missing, 1);
  assert.deepEqual(manifest.files.missed, [path.join(id.slice(0, 2), id)]);
  await verifyBackup(made);
  await raw`delete from stored_file where id = ${id}`.execute(source.sql);
});

test('an interrupted backup leaves nothing, and two at a time are refused', async () => {
  const to = at('interrupted');
  const stop = new AbortController();
  let other: unknown;
  const running = take({
    to,
    signal: stop.signal,
    progress: async () => {
      other ??= await take({ to }).catch((error: unknown) => error);
      stop.abort(new Error('enough'));
    },
  });
  await assert.rejects(running);
  assert.equal((other as { code?: string }).code, 'backup.under-way');
  assert.deepEqual(await readdir(to), []);
});
