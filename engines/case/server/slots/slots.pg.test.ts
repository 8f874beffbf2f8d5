import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import { chinaInstant, type Instant } from '#kernel/instant';
import { bodies, type Caller, district, newId, people, reportBody } from '../fixtures/case-district.ts';
import {
  act,
  anyone,
  as,
  asOwner,
  at,
  body,
  bookings,
  circuit,
  clock,
  desk,
  engine,
  free,
  office,
  parts,
  plan,
  report,
  told,
  value,
  worker,
} from '../fixtures/slot-district.ts';

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

  test('matter, time and the number it was asked under are kept together or not at all', async () => {
    const start = at('2026-12-07', 9);
    const onBehalf = { name: '周兰', channel: 'counter' };
    const asked = () => body(start, { onBehalf, values: { ...value(start), idNumber: '11010119900307123X' } });
    const keptOf = async (id: string) => {
      const { rows } = await raw<{ matters: number; numbers: number }>`
        select (select count(*)::int from case_file where id = ${id}::uuid) as matters,
          (select count(*)::int from case_applicant where case_id = ${id}::uuid) as numbers`.execute(parts.sql);
      return { ...rows[0], times: await bookings(id) };
    };
    const good = asked();
    assert.equal((await worker('POST', '/api/cases', good)).status, 200);
    assert.deepEqual(await keptOf(good.id), { matters: 1, numbers: 1, times: ['booked'] });
    const lost = asked();
    await asOwner('alter table case_applicant add constraint shut check (false) not valid');
    assert.equal((await worker('POST', '/api/cases', lost)).status, 500);
    await asOwner('alter table case_applicant drop constraint shut');
    assert.deepEqual(await keptOf(lost.id), { matters: 0, numbers: 0, times: [] });
    assert.equal((await worker('POST', '/api/cases', lost)).status, 200, 'and comes through when it is sent again');
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
