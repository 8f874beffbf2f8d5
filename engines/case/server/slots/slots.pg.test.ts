import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import { chinaInstant, type Instant } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import type { Field } from '#fields/field';
import type { Action, Playbook, SlotPlan } from '#engines/case/model';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { testPost, testSession } from '#tests/support/sessions.ts';
import { repair } from '../../model/fixtures/repair.ts';
import {
  bodies,
  type Caller,
  district,
  grid1,
  newId,
  people,
  reportBody,
  startCases,
  testPorts,
} from '../fixtures/case-district.ts';
import type { CaseNotice } from '../ports.ts';

/** A Monday morning. */
const clock = testClock(chinaInstant('2026-11-23', 8 * 60));
const database = await testDatabase();
const parts = await testParts(database, { clock });

const slot = (required: boolean): Field => ({
  id: 'visit',
  type: 'slot',
  name: { zh: '上门时间', en: 'Visit' },
  options: { plan: 'test.visit' },
  ...(required && { required: true }),
});
const step = (id: string, rest: Omit<Action, 'id' | 'name'>): Action => ({ id, name: { zh: id, en: id }, ...rest });
const visits: Playbook = {
  ...repair,
  id: 'test.visits',
  fields: [...repair.fields, slot(false)],
  actions: [
    ...repair.actions,
    step('cancel', {
      from: ['received'],
      who: [{ reporter: true }, { role: 'worker' }],
      effects: [{ effect: 'slot.free' }],
    }),
    step('rebook', {
      from: ['received', 'sorting'],
      to: 'received',
      who: [{ reporter: true }, { role: 'worker' }],
      form: [slot(true)],
    }),
  ],
};
const plan: SlotPlan = {
  id: 'test.visit',
  name: { zh: '上门服务', en: 'Home service' },
  owner: { bodyKind: 'repairs' },
  openings: [
    { weekday: 1, from: '09:00', to: '12:00' },
    { weekday: 2, from: '09:00', to: '12:00' },
  ],
  minutes: 60,
  capacity: 5,
  aheadDays: 14,
  cancelHours: 24,
};
const circuit: SlotPlan = { ...plan, id: 'test.circuit', owner: { role: 'mediator' }, capacity: 1 };

const told: CaseNotice[] = [];
const { as, engine } = await startCases(parts, {
  ...testPorts,
  definitions: { ...testPorts.definitions, playbooks: [repair, visits] },
  notify: async (_sql, notice) => {
    told.push(notice);
  },
  slots: {
    plans: [plan, circuit],
    bodiesOfKind: async (_district, kind) =>
      kind === 'repairs'
        ? [
            { id: bodies.works, name: '维修队', path: grid1 },
            { id: bodies.roads, name: '道路队', path: '99.01.01.001.002.' },
          ]
        : [],
    scopesOfRole: async (_district, role) => (role === 'mediator' ? ['99.01.01.001.001.', '99.01.01.001.002.'] : []),
    owners: { bodyKinds: new Set(['repairs', 'hall']), roles: new Set(['mediator']) },
  },
});
const worker = as(people.worker);
const anyone = as(null);
const holding = (permissions: readonly string[], scope: string, body: Id) =>
  as(
    testSession({
      person: newId(),
      posts: [testPost({ id: newId(), role: 'manager', permissions, body, scope, district })],
    }),
  );
const desk = holding(['slot.attend', 'slot.manage', 'case.read'], grid1, bodies.works);
const office = holding(['slot.attend', 'slot.manage'], '99.01.01.', bodies.street);

const at = (day: string, hour: number): Instant => chinaInstant(day, hour * 60);
const value = (start: Instant, place: string = bodies.works) => ({ visit: { plan: plan.id, place, start } });
const body = (start: Instant | null, more: object = {}) =>
  reportBody({ playbook: visits.id, values: start === null ? {} : { ...value(start) }, ...more });
const report = async (start: Instant): Promise<string> => {
  const given = body(start);
  const answer = await worker('POST', '/api/cases', given);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return given.id;
};
const free = async (day: string, place: string = bodies.works): Promise<Record<string, number>> => {
  const url = `/api/public/slots?district=${district}&plan=${plan.id}&place=${place}&from=${day}&days=1`;
  const answer = await anyone('GET', url);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return Object.fromEntries(
    answer.body.map((one: { start: Instant; free: number }) => [
      new Date(Date.parse(one.start) + 8 * 3_600_000).toISOString().slice(11, 16),
      one.free,
    ]),
  );
};
const act = (who: Caller, id: string, action: string, form: object) =>
  who('POST', `/api/cases/${id}/actions`, { id: newId(), action, form });
const bookings = async (id: string) =>
  (
    await raw<{ state: string; starts_at: Instant }>`select state, starts_at from slot_booking
      where case_id = ${id}::uuid order by booked_at, id`.execute(parts.sql)
  ).rows.map((row) => row.state);

describe('a time is booked with the step that asks for it', () => {
  test('fifty at once for five seats: five have one, the others are told, and no report of theirs is kept', async () => {
    const start = at('2026-11-24', 9);
    const given = Array.from({ length: 50 }, () => body(start));
    const answers = await Promise.all(given.map((one) => worker('POST', '/api/cases', one)));
    const taken = answers.filter((one) => one.status === 200);
    assert.equal(taken.length, 5);
    for (const one of answers.filter((other) => other.status !== 200)) {
      assert.deepEqual([one.status, one.body.code, one.body.fields[0]?.field], [409, 'slot.full', 'visit']);
    }
    const { rows } = await raw<{ seat: number }>`select seat from slot_booking
      where starts_at = ${start}::timestamptz and state = 'booked' order by seat`.execute(parts.sql);
    assert.deepEqual(
      rows.map((row) => row.seat),
      [1, 2, 3, 4, 5],
    );
    const kept = await raw<{
      n: number;
    }>`select count(*)::int as n from case_file where id = any(${given.map((one) => one.id)}::uuid[])`.execute(
      parts.sql,
    );
    assert.equal(kept.rows[0]?.n, 5);
    assert.equal((await free('2026-11-24'))['09:00'], 0, 'full, and in sight');
    assert.equal((await free('2026-11-24', bodies.roads))['09:00'], 5, 'another place has its own');
  });

  test('a repeat books once, and has its answer even when the time has passed since', async () => {
    const given = body(at('2026-11-24', 10));
    const first = await worker('POST', '/api/cases', given);
    const again = await Promise.all([1, 2, 3].map(() => worker('POST', '/api/cases', given)));
    for (const one of again) assert.deepEqual([one.status, one.body], [200, first.body]);
    assert.deepEqual(await bookings(given.id), ['booked']);
    assert.equal((await free('2026-11-24'))['10:00'], 4);
  });

  test('what is not offered is refused at its field', async () => {
    for (const [start, place, code] of [
      [at('2026-11-25', 9), bodies.works, 'slot.not-offered'],
      [at('2026-11-24', 9) + 'x', bodies.works, 'field.invalid'],
      [at('2026-11-23', 7), bodies.works, 'slot.not-offered'],
      [at('2026-12-14', 9), bodies.works, 'slot.too-early'],
      [at('2026-11-24', 9), bodies.street, 'slot.place-unknown'],
    ] as const) {
      const answer = await worker('POST', '/api/cases', body(null, { values: value(start, place) }));
      assert.equal(answer.status, 422, JSON.stringify(answer.body));
      assert.equal(answer.body.code === 'request.invalid' ? answer.body.fields?.[0]?.code : answer.body.code, code);
    }
  });

  test('a matter without a time, and another playbook, go their usual way', async () => {
    for (const one of [body(null), reportBody()]) assert.equal((await worker('POST', '/api/cases', one)).status, 200);
  });
});

describe('a time is given back', () => {
  test('by booking another: the seat is free, whoever asked cannot change it too late, staff can', async () => {
    const id = await report(at('2026-11-30', 9));
    assert.equal((await act(worker, id, 'rebook', value(at('2026-11-30', 10)))).status, 200);
    assert.deepEqual(await bookings(id), ['freed', 'booked']);
    assert.deepEqual([(await free('2026-11-30'))['09:00'], (await free('2026-11-30'))['10:00']], [5, 4]);
    assert.equal((await act(worker, id, 'rebook', value(at('2026-11-30', 10)))).status, 200, 'the same again');
    assert.deepEqual(await bookings(id), ['freed', 'booked']);
    const refused = await act(worker, id, 'rebook', value(at('2026-11-30', 13)));
    assert.equal(refused.body.code, 'slot.not-offered');
    assert.deepEqual(await bookings(id), ['freed', 'booked'], 'a refused step changes nothing');
  });

  test('whoever asked may change it until so many hours before', async () => {
    const queryCode = 'ABCD2345';
    const public_ = { report: body(at('2026-11-24', 10)), queryCode, district };
    const receipt = (await anyone('POST', '/api/public/reports', public_)).body;
    const change = (start: Instant) =>
      anyone('POST', '/api/public/progress/actions', {
        query: { number: receipt.number, queryCode },
        action: { id: newId(), action: 'rebook', form: value(start) },
      });
    assert.equal((await change(at('2026-11-24', 11))).status, 200);
    clock.set(at('2026-11-23', 12));
    const late = await change(at('2026-12-01', 11));
    assert.deepEqual([late.status, late.body.code], [409, 'slot.cancel-late']);
    clock.set(at('2026-11-23', 8));
  });

  test('by a step that says so, while the matter goes on', async () => {
    const id = await report(at('2026-12-01', 9));
    assert.equal((await act(worker, id, 'cancel', {})).status, 200);
    assert.deepEqual(await bookings(id), ['freed']);
    assert.equal((await act(worker, id, 'rebook', value(at('2026-12-01', 9)))).status, 200);
    assert.equal((await act(worker, id, 'cancel', {})).status, 200);
    assert.deepEqual(await bookings(id), ['freed', 'freed']);
  });

  test('when the matter ends before', async () => {
    const id = await report(at('2026-12-01', 9));
    const answer = await act(as(people.dispatcher), id, 'decline', { why: '不在服务范围' });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.deepEqual(await bookings(id), ['freed']);
    assert.equal((await free('2026-12-01'))['09:00'], 5);
  });

  test('two who change places with each other never wait for ever', async () => {
    const [one, two] = [await report(at('2026-12-01', 10)), await report(at('2026-12-01', 11))];
    for (let round = 0; round < 5; round += 1) {
      const hours = round % 2 === 0 ? [11, 10] : [10, 11];
      const answers = await Promise.all([
        act(worker, one, 'rebook', value(at('2026-12-01', hours[0] ?? 0))),
        act(worker, two, 'rebook', value(at('2026-12-01', hours[1] ?? 0))),
      ]);
      assert.deepEqual(
        answers.map((answer) => answer.status),
        [200, 200],
      );
    }
  });
});

describe('the desk', () => {
  test('sees who comes, and says who came; a seat of whoever did not is free again', async () => {
    const id = await report(at('2026-11-30', 11));
    const list = () =>
      desk('GET', `/api/slots/bookings?district=${district}&plan=${plan.id}&place=${bodies.works}&day=2026-11-30`);
    const rows = (await list()).body;
    const mine = rows.find((row: { start: string }) => row.start === at('2026-11-30', 11));
    assert.equal(mine.state, 'booked');
    const mark = (who: Caller, came: boolean) =>
      who('POST', `/api/slots/bookings/${mine.id}/attendance`, { id: newId(), district, came });
    assert.equal((await mark(desk, false)).body.code, 'slot.not-now');
    clock.set(at('2026-11-30', 11).replace('03:00', '03:05'));
    assert.equal((await mark(desk, false)).body.state, 'missed');
    assert.equal((await mark(desk, true)).body.state, 'kept', 'a mistake is mended');
    assert.equal((await mark(as(people.otherDistrict), true)).status, 403);
    clock.set(at('2026-11-23', 8));
    const { rows: audit } = await raw<{ n: number }>`select count(*)::int as n from audit_row
      where action = 'slot.attendance' and object = ${`case:${id}`}`.execute(parts.sql);
    assert.equal(audit[0]?.n, 2);
    const { rows: facts } = await raw<{ came: string; value: number; plan: string }>`
      select dims->>'came' as came, value, dims->>'plan' as plan from fact
      where kind = 'case.appointment' and subject = ${id}::uuid order by recorded_at, value`.execute(parts.sql);
    assert.deepEqual(
      facts.map((one) => [one.came, one.value, one.plan]).sort(),
      [
        ['no', -1, plan.id],
        ['no', 1, plan.id],
        ['yes', 1, plan.id],
      ],
      'what was said first is taken back, so that sums are right',
    );
  });

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
    assert.ok(desks[0].booked >= 1 && desks[0].kept >= 1);
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

  test('of another place, and without the permission, nothing', async () => {
    const url = `/api/slots/bookings?district=${district}&plan=${plan.id}&day=2026-11-30&place=`;
    assert.equal((await desk('GET', url + bodies.roads)).status, 403);
    assert.equal((await office('GET', url + bodies.roads)).status, 200);
    assert.equal((await worker('GET', url + bodies.works)).status, 403);
  });
});

describe('plans', () => {
  const change = (who: Caller, id: string, given: object) =>
    who('PUT' as 'POST', `/api/slots/plans/${id}`, { id: newId(), district, ...given });
  const places = async (id: string) =>
    (await anyone('GET', `/api/public/slots/places?district=${district}&plan=${id}`)).body;

  test('the timetable of a circuit: every place with its own hours', async () => {
    const place = '990101001002';
    const openings = [{ weekday: 3, from: '14:00', to: '16:00' }];
    assert.equal((await change(office, circuit.id, { place, change: { openings } })).status, 204);
    assert.deepEqual(
      (await places(circuit.id)).map((one: { id: string; hours: { zh: string } }) => [one.id, one.hours.zh]),
      [
        ['990101001001', '周一 09:00–12:00；周二 09:00–12:00'],
        [place, '周三 14:00–16:00'],
      ],
    );
    assert.equal((await change(office, circuit.id, { place, change: { off: true } })).status, 204);
    assert.deepEqual(
      (await places(circuit.id)).map((one: { id: string }) => one.id),
      ['990101001001'],
    );
    assert.equal((await change(office, circuit.id, { place, change: null })).status, 204);
    assert.equal((await places(circuit.id)).length, 2);
  });

  test('a place changes its own; the district is for those whose range holds it', async () => {
    const closed = { '2026-12-07': '系统升级' };
    assert.equal((await change(desk, plan.id, { place: bodies.works, change: { closed } })).status, 204);
    assert.deepEqual(await free('2026-12-07'), {});
    assert.equal((await free('2026-12-07', bodies.roads))['09:00'], 5);
    assert.equal((await change(desk, plan.id, { change: { capacity: 9 } })).status, 403);
    assert.equal((await change(desk, plan.id, { place: bodies.roads, change: { capacity: 9 } })).status, 403);
    assert.equal((await change(worker, plan.id, { place: bodies.works, change: {} })).status, 403);
    await change(desk, plan.id, { place: bodies.works, change: null });
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

  test('a district makes one of its own; a wrong one is told what is wrong', async () => {
    const { id: _id, ...whole } = plan;
    const lacking = await change(office, 'own.clinic', { change: { name: plan.name, minutes: 3 } });
    assert.equal(lacking.body.code, 'slot.plan-wrong');
    assert.match(lacking.body.message.en, /openings is needed.*minutes: 5 to 480/);
    assert.equal((await change(office, 'own.clinic', { change: whole })).status, 204);
    assert.equal((await places('own.clinic')).length, 2);
    const listed = (await office('GET', `/api/slots/plans?district=${district}`)).body;
    assert.deepEqual(
      listed.map((one: { id: string; own: boolean }) => [one.id, one.own]),
      [
        ['own.clinic', true],
        ['test.circuit', false],
        ['test.visit', false],
      ],
    );
    assert.deepEqual(
      listed.map((one: { whole: boolean; places: readonly unknown[] }) => [one.whole, one.places.length]),
      [
        [true, 2],
        [true, 2],
        [true, 2],
      ],
    );
    const own = (await desk('GET', `/api/slots/plans?district=${district}`)).body;
    assert.deepEqual(
      own.map((one: { id: string; whole: boolean; places: { id: string }[] }) => [
        one.id,
        one.whole,
        one.places.map((place) => place.id),
      ]),
      [
        ['own.clinic', false, [bodies.works]],
        ['test.visit', false, [bodies.works]],
      ],
      'a desk sees what lies in its range',
    );
    assert.equal((await anyone('GET', `/api/public/slots/places?district=${district}&plan=own.other`)).status, 404);
  });
});

describe('reminders', () => {
  test('a day and an hour before, once each, to whoever booked; not of what was booked within that time', async () => {
    await raw`delete from slot_booking`.execute(parts.sql);
    clock.set(at('2026-11-23', 8));
    const early = await report(at('2026-12-01', 9));
    clock.set(at('2026-11-30', 10));
    const late = await report(at('2026-12-01', 9));
    told.length = 0;
    const remind = async (): Promise<string[]> => {
      await engine.remindOfSlots();
      return told.splice(0).map((one) => `${one.about.slice(5)} ${one.values['time']} ${one.template}`);
    };
    assert.deepEqual(await remind(), [`${early} 12-01 09:00 slot.reminder`]);
    assert.deepEqual(await remind(), []);
    clock.set(chinaInstant('2026-12-01', 8 * 60 + 10));
    assert.deepEqual(
      (await remind()).sort(),
      [`${early} 12-01 09:00 slot.reminder`, `${late} 12-01 09:00 slot.reminder`].sort(),
    );
    assert.deepEqual(await remind(), []);
  });
});
