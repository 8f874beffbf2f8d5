import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Plan } from '#engines/case/model';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { repair } from '../../model/fixtures/repair.ts';
import { district, grid1, newId, people, sessionOf, startCases, testPorts } from '../fixtures/case-district.ts';

const patrol = { ...repair, id: 'test.patrol', reporters: ['staff', 'system'] as const };
const plan = (id: string, more: Partial<Plan>): Plan => ({
  id: `test.${id}`,
  name: { zh: '每日巡查', en: 'Daily patrol' },
  summary: { zh: '', en: '' },
  playbook: 'test.patrol',
  category: '0101',
  level: 'grid',
  every: { unit: 'day' },
  opensAt: '08:00',
  ...more,
});

const clock = testClock('2026-03-02T00:30:00.000Z');
const database = await testDatabase();
const parts = await testParts(database, { clock });
const { engine, as } = await startCases(parts, {
  ...testPorts,
  definitions: {
    ...testPorts.definitions,
    playbooks: [repair, patrol],
    plans: [plan('daily', { standing: true }), plan('weekly', { every: { unit: 'week', on: [3] } })],
  },
});
const manager = as(sessionOf('区级管理员', { role: 'manager', scope: '99.01.01.' }));

const opened = async () => {
  const { rows } = await raw<{ path: string; playbook: string; reporter_kind: string; channel: string }>`
    select path, playbook, reporter_kind, channel from case_file where playbook = 'test.patrol' order by reported_at, path`.execute(
    database.sql,
  );
  return rows;
};

test('S116: a plan opens one matter at each place on its day, and no second one however often it is asked', async () => {
  await Promise.all([engine.openPlanned(), engine.openPlanned()]);
  await engine.openPlanned();
  const first = await opened();
  assert.deepEqual(
    first.map(({ path, reporter_kind, channel }) => [path, reporter_kind, channel]),
    [
      ['99.01.01.001.001.g01.', 'system', 'plan'],
      ['99.01.01.001.001.g02.', 'system', 'plan'],
    ],
  );
  clock.pass(24 * 3_600_000 - 60 * 60_000);
  await engine.openPlanned();
  assert.equal((await opened()).length, 2, 'before eight nothing is opened');
  clock.pass(60 * 60_000);
  await engine.openPlanned();
  assert.equal((await opened()).length, 4);
});

test('a plan is switched on for some places, says its next days, and makes up for a day that was missed', async () => {
  const off = await manager('GET', '/api/plans');
  assert.deepEqual(
    off.body.map((one: { id: string; on: boolean; nextDays: string[] }) => [one.id, one.on, one.nextDays.length]),
    [
      ['test.daily', true, 3],
      ['test.weekly', false, 0],
    ],
  );
  const [first] = (await manager('GET', '/api/plans')).body;
  assert.deepEqual(first.last, { day: '2026-03-03', opened: 2, missed: 0 });
  assert.ok(first.nextDays[0] > '2026-03-03', 'what has opened today is not to come');
  const code = '990101001001g01';
  const body = { id: newId(), on: true, places: [code] };
  const on = await manager('POST', '/api/plans/test.weekly/switch', body);
  assert.equal(on.status, 200, JSON.stringify(on.body));
  assert.deepEqual(on.body.nextDays, ['2026-03-04', '2026-03-11', '2026-03-18']);
  assert.deepEqual((await manager('POST', '/api/plans/test.weekly/switch', body)).body, on.body);
  // The server stands still on Wednesday and comes back on Friday.
  clock.pass(3 * 24 * 3_600_000);
  const before = (await opened()).length;
  await engine.openPlanned();
  const after = await opened();
  assert.equal(
    after.length - before,
    1 + 2,
    'the missed weekly one, and today’s patrols; not those of the days between',
  );
});

test('only whoever may manage plans does, and only in his range', async () => {
  const body = { id: newId(), on: false, places: null };
  const visitor = sessionOf('访客', { role: 'visitor-without-rights', scope: grid1 });
  assert.equal((await as(visitor)('POST', '/api/plans/test.daily/switch', body)).status, 403);
  assert.equal((await as(people.worker)('POST', '/api/plans/test.daily/switch', body)).status, 403);
  assert.equal((await manager('POST', '/api/plans/test.none/switch', { ...body, id: newId() })).status, 404);
});

test('a district makes a plan of its own; one that cannot work is refused with the reason', async () => {
  const { id: _id, summary: _summary, name: _name, ...rest } = plan('x', {});
  const own = { ...rest, name: '汛期每日查看', summary: '', season: { from: '04-15', to: '10-15' } };
  const made = await manager('PUT', '/api/plans/own.flood', { id: newId(), plan: own });
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.deepEqual([made.body.own, made.body.on, made.body.name.zh], [true, false, '汛期每日查看']);
  const wrong = await manager('PUT', '/api/plans/own.wrong', {
    id: newId(),
    plan: { ...own, playbook: 'test.repair' },
  });
  assert.equal(wrong.body.code, 'plan.wrong');
  const { rows } = await raw<{ n: number }>`
    select count(*)::int as n from audit_row where district = ${district} and action = 'plan.change'`.execute(
    database.sql,
  );
  assert.equal(rows[0]?.n, 2);
});

test('the way of the day and the calendar hold what waits for me, and nothing else', async () => {
  const way = await as(people.worker)('POST', '/api/cases/route', { point: { lng: 113.3, lat: 23.1 } });
  assert.equal(way.status, 200, JSON.stringify(way.body));
  const mine = (await opened()).filter(({ path }) => path.startsWith(grid1)).length;
  assert.equal(way.body.stops.length, mine);
  const calendar = await as(people.worker)('GET', '/api/cases/calendar?from=2026-03-01&to=2026-03-31');
  assert.equal(calendar.status, 200, JSON.stringify(calendar.body));
  assert.equal(calendar.body.length, 31);
  const due = calendar.body.flatMap((one: { due: unknown[] }) => one.due);
  assert.ok(due.length <= mine && due.length > 0, `${due.length} of ${mine}`);
  const weeklyOf = async (who: typeof people.worker, month: string): Promise<number> => {
    const { body } = await as(who)('GET', `/api/cases/calendar?from=2026-${month}-01&to=2026-${month}-28`);
    return body.filter((one: { plans: { id: string }[] }) => one.plans.some(({ id }) => id === 'test.weekly')).length;
  };
  assert.equal(await weeklyOf(people.worker, '03'), 4, 'Wednesdays of March');
  assert.equal(await weeklyOf(people.worker, '02'), 0, 'before it was switched on it opened nothing');
  assert.equal(await weeklyOf(people.neighbour, '03'), 0, 'it is on for the grid beside his');
  assert.equal(await weeklyOf(people.dispatcher, '03'), 4, 'in his range');
  assert.equal((await as(people.worker)('GET', '/api/cases/calendar?from=2026-03-01&to=2026-06-30')).status, 422);
});

test('a plan of one’s own shows its days and places before it is saved, and says at each field what is wrong', async () => {
  const given = {
    name: '雨前排查',
    summary: '每周一排查低洼处',
    playbook: 'test.patrol',
    category: '0101',
    level: 'grid',
    every: { unit: 'week', on: [1] },
    opensAt: '07:30',
  };
  const ground = (await manager('GET', '/api/plan-ground')).body;
  assert.deepEqual(
    ground.playbooks.map((one: { id: string }) => one.id),
    ['test.patrol'],
    'only what the system may open by itself',
  );
  assert.ok(ground.playbooks[0].categories.some((one: { code: string }) => one.code === '0101'));
  const preview = (plan_: object, places?: readonly string[]) =>
    manager('POST', '/api/plans/preview', { plan: plan_, ...(places && { places }) });
  const seen = (await preview(given)).body;
  assert.equal(seen.days.length, 6);
  for (const day of seen.days) assert.equal(new Date(day).getUTCDay(), 1);
  assert.deepEqual([seen.places, seen.faults], [2, []]);
  assert.equal((await preview(given, ['990101001001g01'])).body.places, 1);
  const wrong = { ...given, playbook: 'test.repair', category: 'nothing', level: 'planet' };
  const faults = (await preview(wrong)).body.faults.map((one: { field: string }) => one.field);
  assert.deepEqual(faults, ['playbook', 'category', 'level']);
  const put = (plan_: object, more: object = {}) =>
    manager('PUT', '/api/plans/own.rain', { id: newId(), plan: plan_, ...more });
  const refused = await put(wrong);
  assert.deepEqual(
    [refused.status, refused.body.fields.map((one: { field: string }) => one.field)],
    [422, ['playbook', 'category', 'level']],
  );
  const saved = await put(given, { on: true, places: ['990101001001g01'] });
  assert.deepEqual(
    [saved.status, saved.body.on, saved.body.places, saved.body.nextDays[0]],
    [200, true, ['990101001001g01'], seen.days[0]],
  );
  const again = await put({ ...given, opensAt: '09:00' });
  assert.deepEqual([again.body.opensAt, again.body.on, again.body.places], ['09:00', true, ['990101001001g01']]);
  const worker = as(people.otherDistrict);
  assert.equal(
    (await worker('PUT', '/api/plans/own.rain', { id: newId(), plan: given, places: ['990101001001g01'] })).status,
    403,
  );
});
