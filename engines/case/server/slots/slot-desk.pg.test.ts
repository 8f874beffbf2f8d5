import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import { bodies, type Caller, district } from '../fixtures/case-district.ts';
import {
  act,
  at,
  body,
  bookings,
  clock,
  desk,
  free,
  office,
  parts,
  plan,
  report,
  worker,
} from '../fixtures/slot-district.ts';

describe('the desk and the plans, before a day', () => {
  test('knows where it receives people and how the day stands; who comes is masked', async () => {
    const given = body(at('2026-11-30', 10), { onBehalf: { name: '王小芳', phone: '13800001234', channel: 'phone' } });
    const answer = await worker('POST', '/api/cases', given);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const desks = (await desk('GET', `/api/slots/desks?district=${district}&day=2026-11-30`)).body;
    assert.deepEqual(
      desks.map((one: { plan: string; place: string }) => [one.plan, one.place]),
      [[plan.id, bodies.works]],
      'its own alone',
    );
    assert.deepEqual([desks[0].booked, desks[0].kept, desks[0].missed], [1, 0, 0]);
    assert.equal((await office('GET', `/api/slots/desks?district=${district}&day=2026-11-30`)).body.length, 4);
    assert.equal((await worker('GET', `/api/slots/desks?district=${district}&day=2026-11-30`)).status, 403);
    const rows = (
      await desk('GET', `/api/slots/bookings?district=${district}&plan=${plan.id}&place=${bodies.works}&day=2026-11-30`)
    ).body;
    const mine = rows.find((row: { case: { id: string } | null }) => row.case?.id === given.id);
    assert.match(mine.who, /^王.*1234$/);
    assert.ok(!mine.who.includes('小芳') && !mine.who.includes('13800001234'));
    const unseen = (
      await office(
        'GET',
        `/api/slots/bookings?district=${district}&plan=${plan.id}&place=${bodies.works}&day=2026-11-30`,
      )
    ).body.find((row: { id: string }) => row.id === mine.id);
    assert.deepEqual([unseen.case, unseen.who], [null, null], 'without the right to read matters, the seat alone');
  });

  test('what a change does to those who have booked is said before, and nothing is changed by asking', async () => {
    const start = at('2026-12-01', 11);
    await report(start);
    await report(start);
    const preview = async (who: Caller, given: object) =>
      who('POST', `/api/slots/plans/${plan.id}/preview`, { district, ...given });
    const closed = (await preview(desk, { place: bodies.works, change: { closed: { '2026-12-01': '盘点' } } })).body;
    const there = closed.touched.find((one: { start: string }) => one.start === start);
    const had = 5 - ((await free('2026-12-01'))['11:00'] ?? 0);
    assert.ok(had >= 2);
    assert.deepEqual([there.people, there.why, there.placeName], [had, 'not-offered', '维修队']);
    assert.ok(closed.booked >= 2);
    const fewer = (await preview(office, { change: { capacity: 1 } })).body;
    assert.deepEqual(
      fewer.touched.filter((one: { start: string }) => one.start === start).map((one: object) => ({ ...one })),
      [{ start, place: bodies.works, placeName: '维修队', people: had - 1, why: 'too-many' }],
    );
    assert.equal((await preview(desk, { change: { capacity: 1 } })).status, 403);
    assert.equal((await preview(office, { change: { minutes: 3 } })).body.code, 'slot.plan-wrong');
    assert.equal((await free('2026-12-01'))['11:00'], 5 - had);
  });
});

describe('a step that says who came says it of the booking too', () => {
  const told = async (id: string) => {
    const { rows } = await raw<{ came: string }>`select dims->>'came' as came from fact
      where kind = 'case.appointment' and subject = ${id}::uuid`.execute(parts.sql);
    return rows.map((row) => row.came);
  };

  test('who comes is marked and counted once; before the time nobody is missed', async () => {
    const id = await report(at('2026-11-23', 10));
    const early = await act(worker, id, 'missed', {});
    assert.deepEqual([early.status, early.body.code], [409, 'slot.not-now']);
    assert.equal((await act(worker, id, 'came', {})).status, 200, 'two hours before: the step counts, not the time');
    assert.deepEqual([await bookings(id), await told(id)], [['booked'], []]);
    clock.set(at('2026-11-23', 9));
    assert.equal((await act(worker, id, 'came', {})).status, 200);
    assert.deepEqual([await bookings(id), await told(id)], [['kept'], ['yes']]);
    clock.set(at('2026-11-23', 11));
    assert.equal((await act(worker, id, 'missed', {})).status, 200, 'what was said stands');
    assert.deepEqual([await bookings(id), await told(id)], [['kept'], ['yes']]);
  });

  test('a step that ends the matter marks the time within the hour, and gives no seat back that was used', async () => {
    const id = await report(at('2026-11-24', 11));
    clock.set(at('2026-11-24', 10));
    assert.equal((await act(worker, id, 'visited', { answer: '已上门办理。' })).status, 200);
    assert.deepEqual([await bookings(id), await told(id)], [['kept'], ['yes']]);
  });

  test('who did not come is marked', async () => {
    const id = await report(at('2026-11-30', 9));
    clock.set(at('2026-11-30', 10));
    assert.equal((await act(worker, id, 'missed', {})).status, 200);
    assert.deepEqual([await bookings(id), await told(id)], [['missed'], ['no']]);
  });
});
