import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, newId, people, reportBody, startCases } from './fixtures/case-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T02:00:00.000Z');
const parts = await testParts(database, { clock });
const { as, engine } = await startCases(parts);
const day = 86_400_000;

const matter = async () => {
  const body = reportBody();
  assert.equal((await as(people.worker)('POST', '/api/cases', body)).status, 200);
  const step = async (who: keyof typeof people, action: string, form: object = {}) => {
    clock.pass(60_000);
    const url = `/api/cases/${body.id}/actions`;
    const answer = await as(people[who])('POST', url, { id: newId(), action, form });
    assert.equal(answer.status, 200, `${action}: ${JSON.stringify(answer.body)}`);
  };
  const sees = async (who: keyof typeof people): Promise<boolean> => {
    const [one, list] = [
      await as(people[who])('GET', `/api/cases/${body.id}`),
      await as(people[who])('GET', '/api/cases?size=100'),
    ];
    const listed = list.body.rows.some((row: { id: string }) => row.id === body.id);
    assert.equal(one.status === 200, listed, 'single matter and list agree');
    return listed;
  };
  await step('worker', 'accept');
  return { id: body.id, step, sees };
};

test('security 19: a body reads a matter as long as it has the task: passed on, it ends at once', async () => {
  const { step, sees } = await matter();
  assert.equal(await sees('repairer'), false);
  await step('dispatcher', 'send', { body: bodies.works });
  assert.equal(await sees('repairer'), true);
  await step('repairer', 'pass', { body: bodies.roads, why: '不属我单位' });
  assert.deepEqual([await sees('repairer'), await sees('roadman')], [false, true]);
  // It came back: the same body again.
  await step('roadman', 'pass', { body: bodies.works, why: '属贵单位' });
  assert.deepEqual([await sees('repairer'), await sees('roadman')], [true, false]);
});

test('security 19: after the closing the task lasts as long as rework may be asked for; a reopening renews it', async () => {
  const { id, step, sees } = await matter();
  await step('dispatcher', 'send', { body: bodies.works });
  await step('repairer', 'finish', { result: '已修' });
  assert.equal(await sees('repairer'), true, 'while it is checked');
  await step('inspector', 'approve', { answer: '已修好。' });
  clock.pass(29 * day);
  assert.equal(await sees('repairer'), true);
  clock.pass(2 * day);
  assert.equal(await sees('repairer'), false);
  // Also when the night has tidied up meanwhile.
  assert.ok((await engine.sweepGrants()) >= 1);
  await step('worker', 'rate', { rating: 1 });
  const { rows } = await raw<{ ended_at: string | null }>`
    select ended_at from case_grant where case_id = ${id}::uuid`.execute(database.sql);
  assert.deepEqual(rows, [{ ended_at: null }]);
  assert.equal(await sees('repairer'), true);
});

test('security 19: how long is a setting', async () => {
  await parts.settings.set('case.rework-days', 2);
  const { step, sees } = await matter();
  await step('dispatcher', 'send', { body: bodies.works });
  await step('repairer', 'finish', { result: '已修' });
  await step('inspector', 'approve', { answer: '已修好。' });
  clock.pass(day);
  assert.equal(await sees('repairer'), true);
  clock.pass(2 * day);
  assert.equal(await sees('repairer'), false);
});
