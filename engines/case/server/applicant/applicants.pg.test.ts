import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Field } from '#fields/field';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { repair } from '../../model/fixtures/repair.ts';
import {
  district,
  grid1,
  newId,
  people,
  reportBody,
  sessionOf,
  startCases,
  testPorts,
} from '../fixtures/case-district.ts';

const privacy = (sensitivity: 'personal' | 'sensitive', retentionMonths = 6): NonNullable<Field['privacy']> => ({
  purpose: { zh: '受理申请', en: 'To take the application' },
  basis: 'duty',
  sensitivity,
  retentionMonths,
});
const text = (id: string, more: Partial<Field>): Field => ({ id, type: 'text', name: { zh: id, en: id }, ...more });
const application = {
  ...repair,
  fields: [
    ...repair.fields,
    text('applicant', { privacy: privacy('personal') }),
    text('illness', { privacy: privacy('sensitive') }),
    text('idNumber', { privacy: privacy('sensitive'), identifies: true }),
  ],
};

const database = await testDatabase();
const clock = testClock('2026-03-02T02:00:00.000Z');
const parts = await testParts(database, { clock });
const { as, engine } = await startCases(parts, {
  ...testPorts,
  definitions: { ...testPorts.definitions, playbooks: [application] },
});

const number = '11010119900307123X';
const apply = async (idNumber: string | undefined, more: object = {}): Promise<string> => {
  const report = reportBody({
    onBehalf: { name: '周兰', channel: 'counter' },
    values: {
      words: '申请',
      applicant: '周兰',
      illness: '高血压',
      contact: '13900001234',
      ...more,
      ...(idNumber && { idNumber }),
    },
  });
  const answer = await as(people.dispatcher)('POST', '/api/cases', report);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  clock.pass(1000);
  return report.id;
};
const asked = (more: object = {}) => ({ district, number, purpose: 'apply', reuse: false, ...more });
const find = (who: typeof people.dispatcher, more: object = {}) => as(who)('POST', '/api/applicants/find', asked(more));

const first = await apply(number);
const second = await apply('１１０１０１ 19900307-123x', { contact: '13900009999' });
const another = await apply('110101199003071248');
const unnamed = await apply(undefined);

test('S228: one number finds all applications of a person, however it is written, and nobody else’s', async () => {
  const { status, body } = await find(people.dispatcher);
  assert.equal(status, 200);
  const ids = body.matters.map((one: { id: string }) => one.id);
  assert.deepEqual([...ids].sort(), [first, second].sort());
  assert.ok(!ids.includes(another) && !ids.includes(unnamed));
  assert.deepEqual(body.own, [], 'nothing is taken over unless the person agrees');
  assert.deepEqual((await find(people.dispatcher, { number: '99999999' })).body.matters, []);
});

test('S228: what the person said last is used again when he agrees; sensitive values and the number are not shown', async () => {
  const { body } = await find(people.dispatcher, { reuse: true });
  assert.deepEqual(body.own, [
    { field: 'contact', type: 'phone', value: '13900009999' },
    { field: 'applicant', type: 'text', value: '周兰' },
  ]);
  assert.ok(!JSON.stringify(body).includes('高血压') && !JSON.stringify(body).includes('0307123'));
  const { rows } = await raw<{ field: string }>`select field from personal_reveal`.execute(database.sql);
  assert.deepEqual(rows, [{ field: 'applicant' }], 'to see somebody’s data is a look');
});

test('S228: a search is on record with its purpose, without the number', async () => {
  const { rows } = await raw<{ object: string; reason: string; detail: { matters: number; reuse: boolean } }>`
    select object, reason, detail from audit_row where action = 'applicant.find' order by at, id`.execute(database.sql);
  assert.equal(rows.length, 3);
  assert.deepEqual([rows[0]?.reason, rows[0]?.detail.matters, rows[0]?.detail.reuse], ['apply', 2, false]);
  assert.ok(!JSON.stringify(rows).includes(number));
  const { rows: kept } = await raw<{ blind: string }>`select blind from case_applicant`.execute(database.sql);
  assert.equal(kept.length, 3);
  assert.ok(kept.every((one) => !one.blind.includes('1990')));
});

test('S228: whoever may not read a matter does not find it; without the permission nobody searches', async () => {
  assert.deepEqual((await find(people.neighbour)).body.matters, []);
  assert.deepEqual((await find(people.neighbour, { reuse: true })).body.own, []);
  const clerk = sessionOf('文员', { role: 'clerk-of-accounts', scope: grid1 });
  assert.equal((await find(clerk)).status, 403);
  assert.equal((await find(people.dispatcher, { district: '990102' })).status, 403);
});

test('S228: an hour allows so many searches', async () => {
  const curious = sessionOf('好奇', { role: 'worker', scope: grid1 });
  for (let search = 0; search < 60; search += 1) assert.equal((await find(curious)).status, 200);
  assert.equal((await find(curious)).body.code, 'applicant.too-many');
});

test('S228: what is deleted in time is found no more', async () => {
  const decline = { id: newId(), action: 'decline', form: { why: '不属受理范围' }, version: 1 };
  const declined = await as(people.dispatcher)('POST', `/api/cases/${another}/actions`, decline);
  assert.equal(declined.status, 200, JSON.stringify(declined.body));
  assert.equal((await find(people.dispatcher, { number: '110101199003071248' })).body.matters.length, 1);
  await engine.expireContacts('2026-10-01T00:00:00.000Z', true);
  assert.equal((await find(people.dispatcher, { number: '110101199003071248' })).body.matters.length, 0);
  assert.equal((await find(people.dispatcher)).body.matters.length, 2, 'open matters keep theirs');
});
