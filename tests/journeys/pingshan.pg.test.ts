import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sql as raw } from 'kysely';
import { uuidv7 } from '#kernel/ids';
import type { Job } from '#platform/contract';
import type { RoutingModelCard } from '#engines/case/contract';
import type { ImportReport } from '#engines/exchange/contract';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { signIn } from '#tests/support/sign-in.ts';
import { figure } from '../../apps/server/commands/figure.ts';
import { importCases } from '../../apps/server/commands/import-cases.ts';

/** Nine months of a real district, from the file to the figure on the screen. */

const packed = path.join(import.meta.dirname, 'data/pingshan-events-2018-02-to-10.csv.gz');
const folder = await mkdtemp(path.join(tmpdir(), 'lifang-pingshan-'));
const file = path.join(folder, 'pingshan-events-2018-02-to-10.csv');
const period = { from: '2018-02-01', to: '2018-11-01' };

type Row = Readonly<Record<string, string>>;

/** Read on its own account, not by the importer: the file has no quotes, so a comma is a comma. */
const readTruth = async (): Promise<readonly Row[]> => {
  const bytes = gunzipSync(await readFile(packed));
  await writeFile(file, bytes);
  const text = bytes.toString('utf8');
  assert.ok(!text.includes('"'), 'the file has quotes: read it with more care');
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [columns[index] ?? '', cell])));
};

const timingOf = (row: Row): 'in-time' | 'overtime' | 'unknown' => {
  const said = `${row['INTIME_ARCHIVE_NUM']}${row['OVERTIME_ARCHIVE_NUM']}`;
  return said === '10' ? 'in-time' : said === '01' ? 'overtime' : 'unknown';
};
const isSetAside = (row: Row): boolean => row['REC_ID'] === '96261';

let truth: readonly Row[];
let server: TestServer;
let report: ImportReport;

const run = async (...args: readonly string[]): Promise<ImportReport> => {
  let written = '';
  await importCases.run(
    [file, '--map', 'pingshan', '--json', ...args],
    async () => server.lifang,
    (text) => (written += text),
  );
  return JSON.parse(written) as ImportReport;
};

before(async () => {
  truth = await readTruth();
  server = await startTestServer({ demo: true });
  process.env['LIFANG_DATA'] = server.dataFolder;
  report = await run();
});
after(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('every row is taken but the one whose territory contradicts itself', async () => {
  assert.equal(truth.length, 6952);
  const { rowsIn, taken, known, setAside } = report;
  assert.deepEqual({ rowsIn, taken, known, setAside }, { rowsIn: 6952, taken: 6951, known: 0, setAside: 1 });
  const rows = (zh: string) => report.reasons.find((one) => one.reason.zh.includes(zh))?.rows;
  assert.deepEqual(['「区」', '「来源」', '「小类」', '没有地点', '未记载是否按时'].map(rows), [1, 3, 1, 6, 2]);
  const units = new Set(truth.map((row) => row['DISPOSE_UNIT_ID']).filter((id) => id !== '-'));
  assert.equal(report.bodiesMade, units.size);
  assert.equal(
    report.placesMatched,
    new Set(truth.map((row) => row['COMMUNITY_NAME']).filter((name) => name !== '-')).size,
  );
  const sheet = await readFile(report.sheet ?? '', 'utf8');
  assert.equal(sheet.trimEnd().split('\r\n').length - 1, 13);
  assert.equal(sheet.split('\r\n').filter((line) => line.startsWith('整行未接收') && line.includes('96261')).length, 1);
});

test('a matter is one event with what the file knows, and no time is invented', async () => {
  const { sql } = server.lifang.parts;
  const events = await raw`
    select type, count(*)::int as n from case_event where district = '440310' group by type`.execute(sql);
  assert.deepEqual(events.rows, [{ type: 'CaseImported', n: 6951 }]);
  const matters = await raw`
    select count(*)::int as matters, count(closed_at)::int as closed from case_file where district = '440310'`.execute(
    sql,
  );
  assert.deepEqual(matters.rows, [{ matters: 6951, closed: 0 }]);
});

test('each matter shows the words of the file: category, source, unit, community', async () => {
  const { rows } = await raw<{ id: string; title: string; place: string; unit: string | null; source: string | null }>`
    select f.external_id as id, f.title, t.official_name as place, f.state->'assignee'->>'name' as unit,
      f.state->'data'->>'source' as source
    from case_file f join territory t on t.district = f.district and t.path = f.path
    where f.district = '440310'`.execute(server.lifang.parts.sql);
  const imported = new Map(rows.map((row) => [row.id, row]));
  // Spellings are compared without what follows the name in brackets, and by the shorter of two.
  const bare = (name: string | null | undefined): string => (name ?? '-').replace(/（.*）$/, '');
  const same = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);
  let exact = 0;
  for (const row of truth.filter((one) => !isSetAside(one))) {
    const found = imported.get(row['REC_ID'] ?? '');
    assert.ok(found, `row ${row['REC_ID']} was not taken`);
    const words = [found.title, row['SUB_TYPE_NAME'] ?? ''] as const;
    if (row['REC_ID'] === '10872') assert.equal(found.title, row['MAIN_TYPE_NAME']);
    else assert.ok(same(...words), words.join(' / '));
    if (words[0] === words[1]) exact += 1;
    if (row['COMMUNITY_NAME'] !== '-') assert.ok(found.place.startsWith(row['COMMUNITY_NAME'] ?? ''), found.place);
    if (found.source !== null) assert.equal(found.source, row['EVENT_SRC_NAME']);
    assert.equal(found.unit === null, row['DISPOSE_UNIT_ID'] === '-');
  }
  assert.equal(rows.filter((row) => row.source === null).length, 3);
  // Of 6,951, five bear the other spelling of 615 and one its main type.
  assert.equal(exact, 6951 - 6);
  const spelt = rows.filter((row) => bare(row.unit).endsWith('综合执法队'));
  assert.ok(new Set(spelt.map((row) => row.unit)).size === new Set(spelt.map((row) => bare(row.unit))).size);
});

/** What the file itself says of a street, or of a community. */
const said = (rows: readonly Row[]) => {
  const count = (timing: string): number => rows.filter((row) => timingOf(row) === timing).length;
  const [numerator, denominator] = [count('overtime'), count('overtime') + count('in-time')];
  return { numerator, denominator, value: denominator ? numerator / denominator : null, excluded: count('unknown') };
};

test('the overtime rate equals what the file says, by street and by community', async () => {
  const printed = async (by: string) => {
    let written = '';
    const args = [
      'grid.overtime_rate',
      '--at',
      '440310',
      '--from',
      period.from,
      '--to',
      period.to,
      '--by',
      by,
      '--json',
    ];
    await figure.run(
      args,
      async () => server.lifang,
      (text) => (written += text),
    );
    return JSON.parse(written) as {
      path: string;
      name: string;
      numerator: number;
      denominator: number;
      value: number | null;
      excluded: number;
    }[];
  };
  const taken = truth.filter((row) => !isSetAside(row));
  for (const [by, column] of [
    ['street', 'STREET_NAME'],
    ['community', 'COMMUNITY_NAME'],
  ] as const) {
    const rows = await printed(by);
    const names = new Set(taken.map((row) => row[column] ?? '').filter((name) => name !== '-'));
    for (const name of names) {
      const row = rows.find((one) => one.name === name);
      assert.ok(row, `${name} is no ${by} of the figure`);
      const { numerator, denominator, value, excluded } = row;
      assert.deepEqual(
        { numerator, denominator, value, excluded },
        said(taken.filter((one) => one[column] === name)),
        name,
      );
    }
    const sum = (part: 'numerator' | 'denominator' | 'excluded'): number =>
      rows.reduce((total, row) => total + row[part], 0);
    const whole = said(taken);
    assert.deepEqual(
      [sum('numerator'), sum('denominator'), sum('excluded')],
      [whole.numerator, whole.denominator, whole.excluded],
    );
  }
  const streets = await printed('street');
  const of = (name: string) => streets.find((row) => row.name === name);
  assert.deepEqual([of('坪山街道')?.numerator, of('坪山街道')?.denominator], [194, 1951]);
  assert.deepEqual([of('龙田街道')?.numerator, of('龙田街道')?.denominator, of('龙田街道')?.excluded], [164, 1706, 1]);
});

test('the district manager of the demo sees the same numbers on the screen, and opens them to the events', async () => {
  const manager = await signIn(server.url, 'quzhang');
  const query = `at=440310&from=${period.from}&to=${period.to}`;
  const answer = await manager.get(`/api/figures?ids=grid.overtime_rate,grid.reported&by=street&${query}`);
  assert.equal(answer.status, 200, await answer.clone().text());
  const { figures } = (await answer.json()) as {
    figures: { indicator: string; name: string; numerator: number; denominator: number | null }[];
  };
  const shown = figures.find((one) => one.indicator === 'grid.overtime_rate' && one.name === '坪山街道');
  assert.deepEqual([shown?.numerator, shown?.denominator], [194, 1951]);
  const facts = await manager.get(`/api/figures/grid.overtime_rate/facts?part=numerator&size=5&${query}`);
  const opened = (await facts.json()) as { total: number; rows: { subject: string }[] };
  assert.equal(opened.total, truth.filter((row) => timingOf(row) === 'overtime' && !isSetAside(row)).length);
  const matter = await manager.get(`/api/cases/${opened.rows[0]?.subject}`);
  assert.equal(matter.status, 200, await matter.clone().text());
  assert.equal((await (await signIn(server.url, 'paidan')).get(`/api/figures?ids=grid.reported&${query}`)).status, 404);
});

test('from what was imported the district learns who has what, and is not worse than the plain table', async () => {
  const { engines, parts } = server.lifang;
  await engines.cases.startLearning('440310');
  const find = async () =>
    (
      await raw<{ state: string; matters: number; card: RoutingModelCard }>`
        select state, matters, card from routing_model where district = '440310'`.execute(parts.sql)
    ).rows[0];
  for (let tries = 0; tries < 300 && !(await find()); tries += 1) await new Promise((go) => setTimeout(go, 100));
  const found = await find();
  const acted = truth.filter((row) => row['DISPOSE_UNIT_ID'] !== '-' && !isSetAside(row));
  assert.deepEqual([found?.state, found?.matters], ['good', acted.length]);
  const { holdOut } = found?.card ?? {};
  assert.ok(holdOut && holdOut.model.top1 >= holdOut.lookup.top1 && holdOut.model.top1 > 0.7, JSON.stringify(holdOut));
});

test('a second run adds nothing, by the command line and by the import page', async () => {
  const again = await run();
  assert.deepEqual([again.taken, again.known, again.bodiesMade, again.divisionsPlanted], [0, 6951, 0, 0]);

  const manager = await signIn(server.url, 'quzhang');
  const bytes = await readFile(file);
  const id = createHash('sha256').update(bytes).digest('hex');
  const sent = await fetch(`${server.url}/api/files/${id}`, {
    method: 'PUT',
    headers: { cookie: manager.cookie, origin: server.url, 'content-type': 'text/csv' },
    body: bytes,
  });
  assert.equal(sent.status, 200, await sent.clone().text());
  const preview = await manager.post('/api/imports/preview', { map: 'pingshan', file: id });
  assert.equal(preview.status, 200, await preview.clone().text());
  const { report: foreseen, sample } = (await preview.json()) as { report: ImportReport; sample: unknown[] };
  assert.deepEqual([foreseen.taken, foreseen.known, foreseen.setAside, sample.length], [0, 6951, 1, 20]);

  const jobId = uuidv7(Date.now(), randomBytes(10));
  const body = { id: jobId, map: 'pingshan', file: id };
  assert.equal((await manager.post('/api/imports', body)).status, 200);
  assert.equal((await manager.post('/api/imports', body)).status, 200, 'a repeat is harmless');
  let job: Job | undefined;
  for (let tries = 0; tries < 300 && job?.state !== 'done' && job?.state !== 'failed'; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    job = (await (await manager.get(`/api/jobs/${jobId}`)).json()) as Job;
  }
  assert.equal(job?.state, 'done', JSON.stringify(job?.message));
  const done = job?.result as ImportReport;
  assert.deepEqual([done.rowsIn, done.taken, done.known], [6952, 0, 6951]);
  const sheet = await manager.get(job?.file ?? '');
  assert.ok((await sheet.text()).includes('96261'));
});

test('who may not import is refused', async () => {
  const worker = await signIn(server.url, 'wangge');
  assert.equal((await worker.get('/api/import-maps')).status, 403);
  const manager = await signIn(server.url, 'quzhang');
  assert.equal((await manager.post('/api/imports/preview', { map: 'none', file: '0'.repeat(64) })).status, 422);
});
