import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { uuidv7 } from '#kernel/ids';
import { maskNumbers } from '#kernel/personal-text';
import { sampleForm } from '#fields';
import type { CodeList, Field, FieldContext } from '#fields/field';
import { backUp } from '#platform/server/backup';
import { columnId, looksSealed } from '#platform/server/seals';
import { sealedColumns } from '../../apps/server/sealed-columns.ts';
import { newReport, sendReport, someCategory } from '#tests/support/reports.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { signIn, type SignedIn } from '#tests/support/sign-in.ts';

/** Values that stand nowhere else in the world. Each is typed into one kind of form. */
const canaries = {
  phone: '13977665501',
  callerName: '金丝雀诉求人',
  callerPhone: '13977665502',
  staffPhone: '13977665503',
  residentPhone: '13977665504',
  mailPassword: 'canary-mail-7Hq2',
  smsSecret: 'canary-sms-9Kd4',
  oidcSecret: 'canary-oidc-3Zp8',
  wrongAccount: 'canary-account-x5',
  wrongPassword: 'canary-password-Uz7!',
  newPassword: 'Canary-Start-2931',
  queryCode: 'ZZ7QX2KM',
  otherCode: 'YY8RW3JN',
} as const;
/** These slip into free text: what a person wrote stays what he wrote, but no list, title, export or log shows it. */
const slipped = { phone: '13977665505', id: '11010519491231002X' } as const;

let server: TestServer;
let folder: string;
let worker: SignedIn;
let admin: SignedIn;
let logFile: string;
const secrets: string[] = [];
const newId = (): string => uuidv7(Date.now(), randomBytes(10));

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lifang-canaries-'));
  logFile = path.join(folder, 'server.log');
  server = await startTestServer({ demo: true, logFile });
  worker = await signIn(server.url, 'wangge');
  admin = await signIn(server.url, 'guanli');
});
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const done = async (what: string, asked: Promise<Response>): Promise<Response> => {
  const answer = await asked;
  assert.ok(answer.ok, `${what}: ${answer.status} ${await answer.clone().text()}`);
  return answer;
};

interface Playbook {
  readonly id: string;
  readonly categories: string;
  readonly reporters: readonly string[];
  readonly fields: readonly Field[];
}

/** A form filled in with what its fields offer as samples, a canary in each that is personal and takes words or a number. */
const filled = (fields: readonly Field[], context: FieldContext): Readonly<Record<string, unknown>> => {
  const values: Record<string, unknown> = sampleForm(fields, context, () => 0.4);
  for (const field of fields)
    if (field.privacy && field.id in values) {
      if (field.type === 'phone') values[field.id] = canaries.phone;
      if (field.type === 'text') values[field.id] = canaries.callerName;
    }
  return values;
};

/** What a sample cannot know: times that are free, files that were sent, bodies and people of the demo. */
const needsTheWorld = new Set(['slot', 'photos', 'file', 'body', 'bodies', 'person', 'territory', 'rows']);

const reports: { id: string; number: string }[] = [];

test('canaries are typed into every form', async () => {
  const origin = server.url;
  const { playbooks, codeLists, doors } = (await (await worker.get('/api/playbooks')).json()) as {
    playbooks: Playbook[];
    codeLists: CodeList[];
    doors: { id: string; closed?: unknown; identity?: string }[];
  };
  // Through a door that is closed, or asks who one is, staff write for somebody.
  const guarded = new Set(doors.filter((door) => door.closed || door.identity).map((door) => door.id));
  const lists = new Map(codeLists.map((list) => [list.id, list]));
  const context: FieldContext = { codeList: (id) => lists.get(id), now: new Date().toISOString() };
  const me = (await (await worker.get('/api/me')).json()) as { posts: { scope: { code: string } }[] };
  const at = me.posts[0]?.scope.code ?? '';
  const category = await someCategory(origin);
  const words = `请联系 ${slipped.phone}，身份证 ${slipped.id}`;
  const residents = playbooks.filter(
    (one) =>
      one.reporters.includes('resident') &&
      one.fields.some((field) => field.privacy) &&
      !one.fields.some((field) => field.required && needsTheWorld.has(field.type)),
  );
  assert.ok(residents.length >= 10, `${residents.length} playbooks`);
  for (const playbook of residents) {
    const items = lists.get(playbook.categories)?.items ?? [];
    const leaf = items.find((item) => !items.some((other) => other.parent === item.code));
    const body = newReport(leaf?.code ?? '', at);
    const asked = playbook.fields.filter((field) => !needsTheWorld.has(field.type));
    const wordy = playbook.fields.some((field) => field.id === 'words' && !field.privacy) ? { words } : {};
    const place = { code: at, text: `3 号楼 ${slipped.phone}` };
    const report = { ...body.report, playbook: playbook.id, place, values: { ...filled(asked, context), ...wordy } };
    const { queryCode } = canaries;
    const onBehalf = { name: canaries.callerName, phone: canaries.callerPhone, channel: 'counter', queryCode };
    const sent = guarded.has(playbook.id)
      ? worker.post('/api/cases', { ...report, onBehalf })
      : sendReport(origin, { ...body, report, queryCode });
    const receipt = (await (await done(playbook.id, sent)).json()) as { number: string };
    reports.push({ id: report.id, number: receipt.number });
    const query = { number: receipt.number, queryCode: canaries.queryCode };
    await done('progress', post('/api/public/progress', query));
    assert.ok(!(await post('/api/public/progress', { ...query, queryCode: canaries.otherCode })).ok);
  }
  const onBehalf = {
    name: canaries.callerName,
    phone: canaries.callerPhone,
    channel: 'phone',
    queryCode: canaries.otherCode,
  };
  const own = newReport(category, at).report;
  await done('on behalf', worker.post('/api/cases', { ...own, values: {}, onBehalf }));
  await done('open', worker.get(`/api/cases/${own.id}`));
  await post('/api/session', { account: canaries.wrongAccount, password: canaries.wrongPassword });
  await post('/api/session', { account: 'wangge', password: canaries.wrongPassword });
  await done(
    'a person',
    admin.post('/api/people', {
      id: newId(),
      name: '新来的人',
      phone: canaries.staffPhone,
      account: `new-${randomBytes(3).toString('hex')}`,
      password: canaries.newPassword,
    }),
  );
  for (const [key, value] of [
    ['notice.smtp.password', canaries.mailPassword],
    ['notice.sms.secret', canaries.smsSecret],
    ['sign-in.oidc.client-secret', canaries.oidcSecret],
  ])
    await done(String(key), admin.put(`/api/settings/${key}`, { value }));
  await done('a code', post('/api/public/resident-codes', { phone: canaries.residentPhone }));
  const factor = (await (await done('a factor', worker.post('/api/me/totp'))).json()) as { secret: string };
  assert.ok(factor.secret.length >= 16);
  secrets.push(factor.secret);
});

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(`${server.url}${url}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify(body),
  });

const wanted = (): readonly string[] => [...Object.values(canaries), ...secrets];
/** A value as it stands, and as bytes are written in a dump. */
const formsOf = (value: string): readonly string[] => [value, Buffer.from(value).toString('hex')];
const leaksIn = (text: string, values: readonly string[] = wanted()): readonly string[] =>
  values.filter((value) => formsOf(value).some((form) => text.includes(form)));

/** Every table of every schema, row by row, as text. */
const eachRow = async (look: (table: string, row: Readonly<Record<string, unknown>>) => void): Promise<number> => {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `select nspname as schema, relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where relkind in ('r', 'p') and nspname !~ '^(pg_|information_schema)'`,
    );
    for (const { schema, name } of tables) {
      const { rows } = await client.query(
        `select * from ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)} as t`,
      );
      for (const row of rows) look(name, row);
    }
    return tables.length;
  } finally {
    await client.end();
  }
};
const textOf = (value: unknown): string =>
  Buffer.isBuffer(value) ? value.toString('latin1') : typeof value === 'string' ? value : JSON.stringify(value ?? null);

test('security 32, 35: no canary stands in any table, audit rows, jobs and receipts among them', async () => {
  const leaks = new Set<string>();
  const tables = await eachRow((table, row) => {
    for (const [column, value] of Object.entries(row))
      for (const leak of leaksIn(textOf(value))) leaks.add(`${table}.${column}: ${leak}`);
  });
  assert.ok(tables > 30);
  assert.deepEqual([...leaks], []);
});

test('security 39: sealed values lie only where they are declared, and each under a key that is known', async () => {
  const declared = new Set(sealedColumns.map(columnId));
  const found = new Map<string, number>();
  await eachRow((table, row) => {
    for (const [column, value] of Object.entries(row))
      if (typeof value === 'string' && looksSealed(value) && table !== 'data_key')
        found.set(`${table}.${column}`, (found.get(`${table}.${column}`) ?? 0) + 1);
  });
  assert.deepEqual(
    [...found.keys()].filter((column) => !declared.has(column)),
    [],
    'declare it in apps/server/sealed-columns.ts',
  );
  for (const column of ['case_contact.sealed', 'person.phone_sealed', 'setting.value', 'totp_factor.next_secret'])
    assert.ok((found.get(column) ?? 0) > 0, `${column} holds sealed values`);
  const { rows } = await server.lifang.pool.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`,
  );
  for (const one of sealedColumns)
    for (const column of [one.column, ...one.key])
      assert.ok(
        rows.some((row) => row.table === one.table && row.column === column),
        `${one.table}.${column} exists`,
      );
});

test('security 39: all that is sealed opens, before and after its keys have changed', async () => {
  const { keyring, resealing, parts, pool } = server.lifang;
  const openAll = async (): Promise<number> => {
    let opened = 0;
    for (const one of sealedColumns) {
      const text = one.form === 'json' ? `${one.column} #>> '{}'` : one.column;
      const key = one.key.map((name) => `${name}::text`).join(` || ' ' || `);
      const { rows } = await pool.query<{ row: string; sealed: string }>(
        `select ${key} as row, ${text} as sealed from ${one.table} where ${text} ~ '^(sm4|aes)'`,
      );
      for (const { row, sealed } of rows) {
        assert.ok((await parts.seals.open({ table: one.table, column: one.column, row }, sealed)).length > 0);
        opened += 1;
      }
    }
    return opened;
  };
  const before = await openAll();
  assert.ok(before > 5, String(before));
  // The demo lives on meanwhile and seals notices of its own: what is counted twice may differ by a few.
  for (const purpose of new Set(sealedColumns.map((one) => one.purpose ?? 'seal')))
    await parts.sql.transaction().execute((transaction) => keyring.rotate(transaction, purpose));
  await keyring.changed();
  const stale = await resealing.countStale();
  assert.ok(stale > before / 2, `${stale} of ${before}`);
  const { resealed, broken } = await resealing.run();
  assert.deepEqual(broken, {});
  assert.ok(resealed > before / 2, `${resealed} of ${before}`);
  assert.equal(await resealing.countStale(), 0);
  assert.ok((await openAll()) > before / 2);
});

test('security 32: no canary stands in the log, nor what slipped into free text', async () => {
  await wait(200);
  const text = await readFile(logFile, 'utf8');
  assert.ok(text.split('\n').length > 10, `something was logged: ${text.length}`);
  assert.deepEqual(leaksIn(text, [...wanted(), ...Object.values(slipped)]), []);
});

test('security 32: numbers that slipped into free text are masked in titles and lists', async () => {
  const list = (await (await worker.get('/api/cases?size=100')).json()) as { rows: { id: string; title: string }[] };
  assert.deepEqual(leaksIn(JSON.stringify(list), Object.values(slipped)), []);
  // Those whose label the worker’s clearance does not reach are not in his list.
  const seen = list.rows.filter((row) => reports.some(({ id }) => id === row.id));
  assert.ok(seen.length > 0 && seen.length < reports.length, `${seen.length} of ${reports.length}`);
  for (const { title } of seen) assert.equal(maskNumbers(title), title);
  const { rows } = await server.lifang.pool.query('select title from case_file');
  assert.deepEqual(leaksIn(JSON.stringify(rows), Object.values(slipped)), []);
});

test('security 35: a backup without its key holds no canary', async () => {
  const made = await backUp({
    databaseUrl: server.ownerUrl,
    files: path.join(server.dataFolder, 'files'),
    key: { file: path.join(server.dataFolder, 'secret.key') },
    to: path.join(folder, 'backups'),
    withKeys: false,
    version: '0',
  });
  const leaks = new Set<string>();
  for (const entry of await readdir(made.folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(path.join(entry.parentPath, entry.name));
    const text = (entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    for (const leak of leaksIn(`${entry.name} ${text}`)) leaks.add(`${entry.name}: ${leak}`);
  }
  assert.deepEqual([...leaks], []);
});

test('security 32: no canary stands in the data folder but under the key', async () => {
  const leaks: string[] = [];
  for (const entry of await readdir(server.dataFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    for (const leak of leaksIn(`${file} ${await readFile(file, 'latin1')}`)) leaks.push(`${file}: ${leak}`);
  }
  assert.deepEqual(leaks, []);
});
