import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { fold, type CaseEvent } from '#engines/case/model';
import { instantOf } from '#kernel/instant';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, type Caller, district, newId, people, reportBody, startCases } from './fixtures/case-district.ts';

const database = await testDatabase();
const parts = await testParts(database);
const { engine, as } = await startCases(parts);
const works = { body: bodies.works, name: '维修队' };
const roads = { body: bodies.roads, name: '道路队' };

const begin = async (dispatch: boolean): Promise<string> => {
  const body = reportBody();
  const reported = await as(people.worker)('POST', '/api/cases', body);
  assert.equal(reported.status, 200, JSON.stringify(reported.body));
  if (!dispatch) return body.id;
  const step = async (who: Caller, action: string, form: object) => {
    const done = await who('POST', `/api/cases/${body.id}/actions`, { id: newId(), action, form });
    assert.equal(done.status, 200, JSON.stringify(done.body));
  };
  await step(as(people.worker), 'accept', {});
  await step(as(people.dispatcher), 'send', { body: { id: bodies.works, name: '维修队' } });
  return body.id;
};
const given = { district, from: works, to: roads, reason: '机构改革', by: { person: null, name: null } };

test('S614: open work of a body goes to its successor by an event in each history; state, facts and grants follow', async () => {
  const moved = await Promise.all(Array.from({ length: 5 }, () => begin(true)));
  const untouched = await begin(false);
  const at = instantOf(Date.now());
  const count = await database.sql.transaction().execute(async (trx) => {
    assert.equal(await engine.countAssigned(trx, district, bodies.works), 5);
    return engine.handOverCases(trx, { ...given, at });
  });
  assert.equal(count, 5);
  for (const id of moved) {
    const { rows } = await raw<{ data: CaseEvent }>`
      select data from case_event where district = ${district} and case_id = ${id} order by seq`.execute(database.sql);
    const { rows: kept } = await raw<{ state: unknown; assignee: string }>`
      select state, assignee from case_file where district = ${district} and id = ${id}`.execute(database.sql);
    assert.equal(rows.at(-1)?.data.type, 'WorkHandedOver');
    assert.deepEqual(fold(rows.map((row) => row.data)), kept[0]?.state);
    assert.equal(kept[0]?.assignee, bodies.roads);
    const facts = await raw<{ dims: Record<string, string> }>`
      select dims from fact where subject = ${id} and kind = 'case.handed-over'`.execute(database.sql);
    assert.deepEqual(
      facts.rows.map(({ dims }) => [dims['from'], dims['body']]),
      [[bodies.works, bodies.roads]],
    );
    const grants = await raw<{ body: string }>`
      select body from case_grant where district = ${district} and case_id = ${id}`.execute(database.sql);
    assert.deepEqual(
      grants.rows.map((row) => row.body),
      [bodies.roads],
    );
    assert.equal((await as(people.roadman)('GET', `/api/cases/${id}`)).status, 200);
    assert.equal((await as(people.repairer)('GET', `/api/cases/${id}`)).status, 404);
  }
  assert.equal((await engine.findState(district, untouched)).status, 'open');
  const repeated = await database.sql.transaction().execute((trx) => engine.handOverCases(trx, { ...given, at }));
  assert.equal(repeated, 0);
});

test('a change of bodies that fails moves no work', async () => {
  const id = await begin(true);
  await assert.rejects(
    database.sql.transaction().execute(async (trx) => {
      await engine.handOverCases(trx, { ...given, at: instantOf(Date.now()) });
      throw new Error('power cut');
    }),
  );
  const state = await engine.findState(district, id);
  assert.equal(state.status !== 'none' && state.assignee?.body, bodies.works);
});
