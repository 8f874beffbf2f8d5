import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, type Caller, newId, people, reportBody, startCases } from './fixtures/case-district.ts';

/** Two processes of one server on one database: each remembers what the other then changes. */
const database = await testDatabase();
const here = await startCases(await testParts(database));
const there = await startCases(await testParts(database));

const act = (who: Caller, id: string, action: string, form: object = {}, more: object = {}) =>
  who('POST', `/api/cases/${id}/actions`, { id: newId(), action, form, ...more });
const reported = async (): Promise<string> => {
  const body = reportBody();
  const answer = await here.as(people.worker)('POST', '/api/cases', body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return body.id;
};
const events = async (id: string): Promise<string[]> => {
  const { rows } = await raw<{ action: string }>`
    select coalesce(data ->> 'action', type) as action from case_event where case_id = ${id}::uuid order by seq`.execute(
    database.sql,
  );
  return rows.map((row) => row.action);
};

test('a step that was taken by another process is not taken again on an old memory', async () => {
  const id = await reported();
  assert.equal((await act(there.as(people.worker), id, 'accept')).status, 200);
  const late = await act(here.as(people.worker), id, 'accept');
  assert.equal(late.body.code, 'action.not-now');
  assert.deepEqual(await events(id), ['CaseReported', 'accept']);
});

test('who has no page of before goes on from where the matter stands now', async () => {
  const id = await reported();
  assert.equal((await act(there.as(people.worker), id, 'accept')).status, 200);
  const sent = await act(here.as(people.dispatcher), id, 'send', { body: bodies.works });
  assert.equal(sent.status, 200, JSON.stringify(sent.body));
  assert.deepEqual(
    sent.body.timeline.map((entry: { name: { zh: string } }) => entry.name.zh),
    ['上报', 'accept', 'send'],
  );
});

test('whoever lost the right to a matter does not keep it by what was remembered', async () => {
  const id = await reported();
  await raw`update case_file set path = '99.01.01.009.', version = version + 1,
    state = jsonb_set(jsonb_set(state, '{place,path}', '"99.01.01.009."'), '{version}', to_jsonb(version + 1))
    where id = ${id}::uuid`.execute(database.sql);
  await raw`insert into case_event (district, case_id, seq, id, type, at, data)
    select district, id, version, gen_random_uuid(), 'CaseRelocated', now(), '{"type": "CaseRelocated"}' from case_file
    where id = ${id}::uuid`.execute(database.sql);
  const answer = await act(here.as(people.worker), id, 'accept');
  assert.equal(answer.body.code, 'action.not-yours', JSON.stringify(answer.body));
  assert.deepEqual(await events(id), ['CaseReported', 'CaseRelocated']);
});

test('a repeat of a command that another process carried out gets its answer', async () => {
  const id = await reported();
  const command = { id: newId(), action: 'accept', form: {} };
  const first = await there.as(people.worker)('POST', `/api/cases/${id}/actions`, command);
  const again = await here.as(people.worker)('POST', `/api/cases/${id}/actions`, command);
  assert.equal(again.status, 200, JSON.stringify(again.body));
  assert.equal(again.body.row.version, first.body.row.version);
  assert.deepEqual(await events(id), ['CaseReported', 'accept']);
});

test('a refusal is told of the matter as it stands, and leaves its one audit row', async () => {
  const id = await reported();
  assert.equal((await act(here.as(people.inspector), id, 'accept')).status, 403);
  const { rows } = await raw<{ n: number }>`
    select count(*)::int as n from audit_row where object = ${`case:${id}`} and result = 'refused'`.execute(
    database.sql,
  );
  assert.equal(rows[0]?.n, 1);
});
