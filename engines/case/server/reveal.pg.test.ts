import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { newId, people, reportBody, sessionOf, startCases, testPorts, grid1 } from './fixtures/case-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T02:00:00.000Z');
const parts = await testParts(database, { clock });
const alarms: { looks: number; name: string }[] = [];
const { as } = await startCases(parts, {
  ...testPorts,
  tellSecurity: async (_sql, alarm) => {
    alarms.push(alarm);
  },
});

const written = reportBody({
  onBehalf: { name: '刘奶奶', phone: '13800005678', channel: 'counter' },
  values: { words: '灯不亮', contact: '13900001234' },
});
assert.equal((await as(people.dispatcher)('POST', '/api/cases', written)).status, 200);
const url = `/api/cases/${written.id}/reveal`;
const ask = (field: string) => ({ field, reason: '回电核实' });

test('security 40: a personal value is shown one at a time, with a reason, and each look is on record', async () => {
  const worker = as(people.worker);
  assert.deepEqual((await worker('POST', url, ask('reporter.phone'))).body, { value: '13800005678', left: 49 });
  assert.equal((await worker('POST', url, ask('reporter.name'))).body.value, '刘奶奶');
  assert.equal((await worker('POST', url, ask('contact'))).body.value, '13900001234');
  const { rows } = await raw<{ reason: string; detail: object; person: string }>`
    select reason, detail, person from audit_row where action = 'personal.reveal' order by at, id`.execute(
    database.sql,
  );
  assert.equal(rows.length, 3);
  assert.deepEqual(rows[0], { reason: '回电核实', detail: { field: 'reporter.phone' }, person: people.worker.person });
  assert.ok(!JSON.stringify(rows).includes('13800005678'), 'the record does not repeat what was shown');
  assert.equal((await worker('POST', url, { field: 'reporter.phone', reason: ' ' })).status, 400);
  for (const field of ['nothing', '__proto__', 'constructor', 'personal'])
    assert.equal((await worker('POST', url, ask(field))).body.code, 'reveal.nothing', field);
});

test('security 40: whoever may not read the matter cannot even ask; whoever lacks the permission is refused', async () => {
  const unknown = await as(people.neighbour)('POST', `/api/cases/${newId()}/reveal`, ask('reporter.phone'));
  const outside = await as(people.neighbour)('POST', url, ask('reporter.phone'));
  assert.deepEqual([outside.status, outside.body.code], [unknown.status, unknown.body.code]);
  assert.equal(outside.status, 404);
  const clerk = as(sessionOf('文员', { role: 'clerk-of-accounts', scope: grid1 }));
  assert.equal((await clerk('POST', url, ask('reporter.phone'))).status, 403);
});

test('security 40: a day has a quota, also for many looks at once; the next day begins anew', async () => {
  clock.set('2026-03-03T02:00:00.000Z');
  await parts.settings.set('security.reveals-a-day', 6);
  const curious = as(sessionOf('好奇', { role: 'worker', scope: grid1 }));
  const answers = await Promise.all(Array.from({ length: 10 }, () => curious('POST', url, ask('reporter.phone'))));
  assert.equal(answers.filter((answer) => answer.status === 200).length, 6);
  const refused = answers.filter((answer) => answer.status !== 200);
  assert.ok(refused.every((answer) => answer.status === 429 && answer.body.code === 'reveal.quota-used'));
  // Midnight in China.
  clock.set('2026-03-03T16:00:01.000Z');
  assert.equal((await curious('POST', url, ask('reporter.phone'))).status, 200);
  await parts.settings.set('security.reveals-a-day', 50);
});

test('security 40: more than ten looks in five minutes are told to the security administrators, once', async () => {
  clock.set('2026-03-05T02:00:00.000Z');
  alarms.length = 0;
  const hurried = as(sessionOf('赶工', { role: 'worker', scope: grid1 }));
  for (let look = 0; look < 13; look += 1) {
    clock.pass(10_000);
    assert.equal((await hurried('POST', url, ask('reporter.phone'))).status, 200);
  }
  assert.deepEqual(
    alarms.map(({ name, looks }) => [name, looks]),
    [['赶工', 11]],
  );
  const { rows } = await raw<{ count: number }>`
    select count(*)::int as count from audit_row where action = 'personal.reveal-burst'`.execute(database.sql);
  assert.deepEqual(rows, [{ count: 1 }]);
});
