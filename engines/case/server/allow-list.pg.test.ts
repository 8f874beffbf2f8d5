import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { caseRoutes } from '#engines/case/contract';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, newId, people, reportBody, startCases } from './fixtures/case-district.ts';

const database = await testDatabase();
const base = await testParts(database);
const { as } = await startCases({
  ...base,
  jobs: { ...base.jobs, start: async () => undefined },
  // Nobody has sent a file.
  files: { ...base.files, find: async () => [], open: async () => null, claim: async () => undefined },
});
const { rows } = await raw<{ column_name: string }>`
  select distinct column_name from information_schema.columns
  where table_name in ('case_file', 'case_event', 'case_grant', 'case_contact', 'export_request', 'personal_reveal', 'qr_plate')`.execute(
  database.sql,
);
const columns = rows.map((row) => row.column_name);
/** What a body may hold is looked at behind the door: whoever asks may do everything. */
const asked = Object.values(caseRoutes).flatMap((route) =>
  typeof route.who === 'object' ? [route.who.permission] : [],
);
const manager = as({
  ...people.manager,
  permissions: new Set(asked),
  posts: people.manager.posts.map((post) => ({ ...post, permissions: new Set(asked) })),
  confirmedAt: new Date().toISOString(),
});
const reported = reportBody();
const { id } = reported;
const right: Readonly<Record<string, () => object>> = {
  reportCase: () => reportBody(),
  takeAction: () => ({ id: newId(), action: 'accept', form: {} }),
  takeBatch: () => ({ id: newId(), action: 'accept', form: {}, cases: [id] }),
  nearCases: () => ({ playbook: 'test.repair', code: '990101001001g01' }),
  addMeToo: () => ({ id: newId() }),
  linkDuplicate: () => ({ id: newId(), of: null }),
  exportCases: () => ({ status: 'open' }),
  askExport: () => ({ id: newId(), query: {}, clear: false, reason: '每月通报' }),
  decideExport: () => ({ approve: true, reason: '同意使用' }),
  revealValue: () => ({ field: 'contact', reason: '核实' }),
  makePlates: () => ({ id: newId(), at: '990101001001' }),
  reportPublicly: () => ({ report: reportBody(), queryCode: '0123ABCD', district: '990101' }),
  seeProgress: () => ({ number: '261122-00000-00000', queryCode: '0123ABCD' }),
  getProgressFile: () => ({ query: { number: '261122-00000-00000', queryCode: '0123ABCD' }, file: 'a'.repeat(64) }),
  actPublicly: () => ({
    query: { number: '261122-00000-00000', queryCode: '0123ABCD' },
    action: { id: newId(), action: 'rate', form: { rating: 5 } },
  }),
  issueDocument: () => ({ id: newId(), clear: false }),
  getDocumentFile: () => ({ id: newId(), clear: false, format: 'docx' }),
  listProgressDocuments: () => ({ number: '261122-00000-00000', queryCode: '0123ABCD' }),
  getProgressDocument: () => ({
    query: { number: '261122-00000-00000', queryCode: '0123ABCD' },
    document: 'grid.receipt',
  }),
  startDesign: () => ({ id: newId(), definition: {}, basedOn: null }),
  proposeDesign: () => ({ id: newId(), revision: 1, from: '2026-03-02' }),
  decideDesign: () => ({ id: newId(), approve: false, reason: '先改期限' }),
  withdrawPublication: () => ({ id: newId(), reason: '改用新流程' }),
  readCaseSheet: () => ({ file: 'a'.repeat(64), playbook: 'test.repair' }),
  previewCaseSheet: () => ({ file: 'a'.repeat(64), playbook: 'test.repair', columns: [] }),
  importCaseSheet: () => ({ id: newId(), file: 'a'.repeat(64), playbook: 'test.repair', columns: [] }),
  markSlotBooking: () => ({ id: newId(), district: '990101', came: true }),
  previewSlotPlan: () => ({ district: '990101', change: null }),
  findApplicant: () => ({ district: '990101', number: '11010119900307123X', purpose: 'apply', reuse: false }),
  retryEffect: () => ({ id: newId() }),
  giveUpEffect: () => ({ id: newId(), reason: '对方已经知道' }),
  previewPlan: () => ({
    plan: {
      name: '汛期排查',
      summary: '',
      playbook: 'test.repair',
      category: '0101',
      level: 'grid',
      every: { unit: 'day' },
      opensAt: '08:00',
    },
  }),
  learnRouting: () => ({ id: newId() }),
  switchPlan: () => ({ id: newId(), on: false, places: null }),
  seeRoute: () => ({ point: { lng: 113.3, lat: 23.1 } }),
  nearPublicly: () => ({ playbook: 'test.repair', code: '990101001001g01', district: '990101' }),
  addMeTooPublicly: () => ({ id: newId(), district: '990101' }),
};

test('security 20: each mutating operation takes what it names and nothing else: no column of a table, no prototype', async () => {
  assert.equal((await as(people.worker)('POST', '/api/cases', reported)).status, 200);
  const tables = Object.entries(caseRoutes).filter(
    ([, route]) => route.method === 'POST' && 'body' in route && route.who !== 'resident',
  );
  assert.deepEqual(
    tables.map(([name]) => name).filter((name) => !(name in right)),
    [],
    'an operation that nobody thought of',
  );
  for (const [name, route] of tables) {
    const body = right[name]?.() ?? {};
    const url = route.url.replace(/:\w+/g, id);
    const known = new Set(Object.keys((route as unknown as { body: { properties?: object } }).body.properties ?? {}));
    const foreign = [...columns.filter((column) => !known.has(column)), 'constructor', 'prototype', 'isAdmin'];
    const hostile = Object.fromEntries(foreign.map((column) => [column, column === 'assignee' ? bodies.works : 3]));
    const { status } = await manager('POST', url, { ...hostile, ...body });
    assert.ok(status < 500, `${name}: ${status}`);
    const polluted = JSON.parse(`{"__proto__":{"isAdmin":true},${JSON.stringify(body).slice(1)}`) as object;
    assert.equal((await manager('POST', url, polluted)).status, 400, `${name} took __proto__`);
  }
  const { rows: kept } = await raw<Record<string, unknown>>`
    select distinct sensitivity, assignee, rating, closed_at, import_source, duplicate_of, number = '3' as numbered from case_file`.execute(
    database.sql,
  );
  assert.deepEqual(kept, [
    {
      sensitivity: 1,
      assignee: null,
      rating: null,
      closed_at: null,
      import_source: null,
      duplicate_of: null,
      numbered: false,
    },
  ]);
  assert.equal(({} as { isAdmin?: unknown }).isAdmin, undefined);
});

test('security 20: a form takes the fields of its step alone', async () => {
  const url = `/api/cases/${id}/actions`;
  for (const form of [
    { sensitivity: 0 },
    { status: 'closed' },
    { assignee: bodies.works },
    JSON.parse('{"__proto__":{"x":1}}'),
  ]) {
    const answer = await as(people.worker)('POST', url, { id: newId(), action: 'accept', form });
    if (answer.status === 200) assert.fail(`took ${JSON.stringify(form)}`);
    assert.ok([400, 422].includes(answer.status), String(answer.status));
  }
  const { rows: kept } = await raw<{
    sensitivity: number;
    assignee: string | null;
  }>`select stage from case_file where id = ${id}::uuid`.execute(database.sql);
  assert.deepEqual(kept, [{ stage: 'received' }]);
});
