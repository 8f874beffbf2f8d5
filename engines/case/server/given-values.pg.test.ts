import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Playbook } from '#engines/case/model';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { repair } from '../model/fixtures/repair.ts';
import { createContactSeal } from './contact-seal.ts';
import { district, newId, people, reportBody, startCases, testPorts } from './fixtures/case-district.ts';

const privacy = (retentionMonths: number) =>
  ({
    purpose: { zh: '走访', en: 'To visit' },
    basis: 'consent',
    sensitivity: 'personal',
    retentionMonths,
  }) as const;

/** A step that is taken several times asks for personal words each time. */
const visits: Playbook = {
  ...repair,
  actions: [
    ...repair.actions,
    {
      id: 'correct',
      name: { zh: '更正联系电话', en: 'Correct the number' },
      from: ['received'],
      who: [{ role: 'worker' }],
      form: repair.fields.filter((field) => field.id === 'contact'),
    },
    {
      id: 'visit',
      name: { zh: '走访', en: 'Visit' },
      from: ['received'],
      who: [{ role: 'worker' }],
      form: [
        { id: 'health', type: 'text', name: { zh: '身体情况', en: 'Health' }, privacy: privacy(6) },
        { id: 'phone', type: 'phone', name: { zh: '本次联系电话', en: 'Phone this time' }, privacy: privacy(3) },
        { id: 'words', type: 'text', name: { zh: '小结', en: 'In short' } },
      ],
    },
  ],
};

const database = await testDatabase();
const clock = testClock('2026-03-02T02:00:00.000Z');
const parts = await testParts(database, { clock });
const { as, engine } = await startCases(parts, {
  ...testPorts,
  definitions: { ...testPorts.definitions, playbooks: [visits] },
});

const report = reportBody();
const visit = (form: object) =>
  as(people.worker)('POST', `/api/cases/${report.id}/actions`, { id: newId(), action: 'visit', form });
interface Shown {
  readonly field: { readonly id: string };
  readonly value: unknown;
  readonly text: string;
}
const view = async () => (await as(people.dispatcher)('GET', `/api/cases/${report.id}`)).body;
const reveal = async (field: string) =>
  (await as(people.dispatcher)('POST', `/api/cases/${report.id}/reveal`, { field, reason: '核对走访记录' })).body;

test('a personal field of a step taken several times keeps every value, each at its step, masked and revealed one by one', async () => {
  assert.equal((await as(people.dispatcher)('POST', '/api/cases', report)).status, 200);
  assert.equal((await visit({ health: '血压偏高', phone: '15400000011', words: '第一次' })).status, 200);
  assert.equal((await visit({ words: '没有人在家' })).status, 200);
  assert.equal((await visit({ health: '已恢复正常', phone: '15400000012', words: '第三次' })).status, 200);
  const seen = await view();
  const at = (index: number): readonly Shown[] => seen.timeline[index].values;
  assert.deepEqual(
    [1, 2, 3].map((index) => at(index).map((one) => one.field.id)),
    [['words', 'health@2', 'phone@2'], ['words'], ['words', 'health@4', 'phone@4']],
  );
  assert.ok(at(1).every((one) => one.field.id === 'words' || one.value === null));
  for (const clear of ['血压偏高', '已恢复正常', '15400000011', '15400000012'])
    assert.ok(!JSON.stringify(seen).includes(clear), `${clear} stands masked`);
  for (const key of ['health', 'health@2', 'health@4', 'phone@2', 'phone@4']) assert.ok(seen.masked.includes(key), key);
  assert.equal((await reveal('health@2')).value, '血压偏高');
  assert.equal((await reveal('phone@2')).value, '15400000011');
  assert.equal((await reveal('health@4')).value, '已恢复正常');
  assert.equal((await reveal('health')).value, '已恢复正常', 'the field itself is its last value');
  assert.equal((await reveal('health@3')).code, 'reveal.nothing');
});

test('what the report said stays when a step says it anew', async () => {
  const own = reportBody();
  const body = { ...own, values: { ...own.values, contact: '15400000021' } };
  const correct = (contact: string) =>
    as(people.worker)('POST', `/api/cases/${body.id}/actions`, { id: newId(), action: 'correct', form: { contact } });
  assert.equal((await as(people.dispatcher)('POST', '/api/cases', body)).status, 200);
  const masked = async (): Promise<readonly string[]> =>
    (await as(people.dispatcher)('GET', `/api/cases/${body.id}`)).body.masked;
  assert.deepEqual(await masked(), ['contact'], 'nothing is kept twice before it is said anew');
  assert.equal((await correct('15400000022')).status, 200);
  assert.deepEqual(await masked(), ['contact', 'contact@1', 'contact@2']);
  const first = await as(people.dispatcher)('POST', `/api/cases/${body.id}/reveal`, {
    field: 'contact@1',
    reason: '核对原登记号码',
  });
  assert.equal(first.body.value, '15400000021');
});

test('values of steps stand sealed alone; each is deleted when its own time is over, whichever step gave it', async () => {
  const { rows } = await raw<{ text: string }>`
    select (select string_agg(data::text, ' ') from case_event) || (select string_agg(state::text, ' ') from case_file)
      || (select string_agg(sealed, ' ') from case_contact) as text`.execute(database.sql);
  for (const clear of ['血压偏高', '已恢复正常', '15400000011', '15400000012'])
    assert.ok(!rows[0]?.text.includes(clear), `${clear} stands nowhere in clear`);
  await raw`update case_file set status = 'closed', closed_at = '2026-03-03T00:00:00Z' where id = ${report.id}::uuid`.execute(
    database.sql,
  );
  const seal = createContactSeal(parts);
  const keptAfter = async (now: string): Promise<readonly string[] | null> => {
    await engine.expireContacts(now, true);
    const found = await raw<{
      sealed: string;
    }>`select sealed from case_contact where case_id = ${report.id}::uuid`.execute(database.sql);
    const [row] = found.rows;
    if (!row) return null;
    const contact = await seal.open(district, report.id, row.sealed);
    return [
      ...Object.keys(contact.personal),
      ...(contact.given ?? []).map(({ field, seq }) => `${field}@${seq}`),
    ].sort();
  };
  assert.deepEqual(await keptAfter('2026-06-02T00:00:00.000Z'), [
    'health',
    'health@2',
    'health@4',
    'phone',
    'phone@2',
    'phone@4',
  ]);
  assert.deepEqual(await keptAfter('2026-06-04T00:00:00.000Z'), ['health', 'health@2', 'health@4']);
  assert.equal(await keptAfter('2026-09-04T00:00:00.000Z'), null);
});
