import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, district, grid1, newId, people, startCases } from './fixtures/case-district.ts';
import { actorOf } from './readers.ts';
import type { CaseHistory, ImportInput } from './use-cases.ts';

const database = await testDatabase();
const { engine, as } = await startCases(await testParts(database));
const actor = Object.fromEntries(Object.entries(people).map(([name, session]) => [name, actorOf(session)])) as Record<
  keyof typeof people,
  ReturnType<typeof actorOf>
>;
const count = async (table: string): Promise<number> =>
  (await raw<{ n: number }>`select count(*) as n from ${raw.table(table)}`.execute(database.sql)).rows[0]?.n ?? -1;

const history = (now: string): CaseHistory => ({
  report: {
    district,
    id: newId(),
    playbook: 'test.repair',
    category: '0101',
    place: { path: grid1, point: { lng: 114, lat: 22 }, text: '3 号楼' },
    values: { words: '电梯坏了', contact: '13800005678' },
    channel: 'phone',
    reporter: { kind: 'resident', person: null, enteredBy: people.dispatcher.person },
    actor: actor.dispatcher,
    contact: { name: '刘奶奶', phone: '13800005678' },
    now,
  },
  steps: [
    { action: 'accept', form: {}, actor: actor.worker, now },
    { meToo: true, actor: { kind: 'reporter', person: null }, now },
    { action: 'send', form: { body: bodies.works }, actor: actor.dispatcher, now },
    { action: 'finish', form: { result: '好' }, actor: actor.repairer, now },
    { action: 'approve', form: { answer: '修好了' }, actor: actor.inspector, now },
  ],
});

test('whole pasts are written in bulk, through the same rules, and a second time nothing is', async () => {
  const histories = Array.from({ length: 450 }, (_, index) =>
    history(new Date(Date.parse('2026-03-02T01:00:00Z') + index * 60_000).toISOString()),
  );
  const first = await engine.writeHistories(histories);
  assert.deepEqual([first.written, first.known, first.refused.length], [450, 0, 0]);
  assert.deepEqual([await count('case_file'), await count('case_event'), await count('audit_row')], [450, 2700, 2700]);
  assert.equal(await count('case_contact'), 450);
  const again = await engine.writeHistories(histories);
  assert.deepEqual([again.written, again.known], [0, 450]);
  assert.deepEqual([await count('case_event'), await count('audit_row')], [2700, 2700]);
  const id = histories[0]?.report.id ?? '';
  const { body } = await as(people.manager)('GET', `/api/cases/${id}`);
  assert.equal(body.row.meToo, 1);
  assert.equal(body.reporter.phone, '138****5678');
  assert.equal(body.timeline.length, 6);
});

test('a step that is refused ends its history there, and is named', async () => {
  const good = history('2026-03-03T01:00:00.000Z');
  const bad = { ...good, report: { ...good.report, id: newId() }, steps: good.steps.filter((_, index) => index !== 0) };
  const wrong = { ...good, report: { ...good.report, id: newId(), category: '99' } };
  const { written, refused } = await engine.writeHistories([bad, wrong]);
  assert.equal(written, 1);
  assert.deepEqual(
    refused.map((one) => [one.step, one.refusal.code]),
    [
      [2, 'action.not-now'],
      [0, 'case.category-unknown'],
    ],
  );
  const state = await engine.findState(district, bad.report.id);
  assert.equal(state.status !== 'none' && state.stage, 'received');
});

const past = (key: string, more: Partial<ImportInput> = {}): ImportInput => ({
  district: '990102',
  playbook: 'test.repair',
  id: newId(),
  imported: { source: 'sheet', externalId: key },
  reportedAt: '2018-07-04T09:24:41.000Z',
  category: '01',
  title: '设施',
  place: { path: '99.01.02.', point: null, text: '' },
  values: {},
  channel: 'file',
  stage: 'closed',
  assignee: { body: bodies.works, name: '维修队' },
  answer: null,
  rating: null,
  closedAt: null,
  outcome: 'resolved',
  timing: 'overtime',
  ...more,
});

test('past matters come in once by their external id, whatever ids a second run makes', async () => {
  const keys = Array.from({ length: 300 }, (_, index) => String(index));
  const first = await engine.importCases(keys.map((key) => past(key)));
  assert.deepEqual([first.added, first.known, first.refused.length], [300, 0, 0]);
  const before = [await count('case_file'), await count('case_event'), await count('fact'), await count('audit_row')];
  const second = await engine.importCases(keys.map((key) => past(key)));
  assert.deepEqual([second.added, second.known], [0, 300]);
  assert.deepEqual(
    [await count('case_file'), await count('case_event'), await count('fact'), await count('audit_row')],
    before,
  );
  const { rows } = await raw<{ kind: string; at: string | null; value: number | null; n: number }>`
    select kind, at, value, count(*) as n from fact where district = '990102' group by 1, 2, 3 order by 1`.execute(
    database.sql,
  );
  assert.deepEqual(rows, [
    { kind: 'case.dispatched', at: null, value: 1, n: 300 },
    { kind: 'case.finished', at: null, value: null, n: 300 },
    { kind: 'case.reported', at: '2018-07-04T09:24:41.000Z', value: 1, n: 300 },
  ]);
});

test('two imports at once add each matter once', async () => {
  const keys = Array.from({ length: 200 }, (_, index) => `parallel ${index}`);
  const results = await Promise.all([1, 2, 3].map(() => engine.importCases(keys.map((key) => past(key)))));
  assert.equal(
    results.reduce((sum, one) => sum + one.added, 0),
    200,
  );
  const { rows } = await raw<{ n: number }>`
    select count(*) as n from case_event where district = '990102' and data -> 'imported' ->> 'externalId' like 'parallel%'`.execute(
    database.sql,
  );
  assert.equal(rows[0]?.n, 200);
});

test('an imported matter is seen as what the file knows', async () => {
  const { body } = await as(people.otherDistrict)('GET', '/api/cases?size=1&timing=overtime');
  const view = (await as(people.otherDistrict)('GET', `/api/cases/${body.rows[0].id}`)).body;
  assert.equal(view.row.closedAt, null);
  assert.equal(view.row.timing, 'overtime');
  assert.deepEqual(
    view.timeline.map((one: { name: { zh: string } }) => one.name.zh),
    ['历史导入'],
  );
});
