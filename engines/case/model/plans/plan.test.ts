import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plusDays, weekday } from '#kernel/instant';
import { defaultCalendar, isWorkingDay, withYears } from '#kernel/working-calendar';
import { metresBetween } from '../likeness.ts';
import { isDueOn, nextDays, type Plan } from './plan.ts';
import { routeOfTheDay, type Stop } from './route-of-the-day.ts';

const name = { zh: '劳动节', en: 'Labour Day' };
const rest = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'];
const calendar = withYears(defaultCalendar, [
  { year: 2026, holidays: Object.fromEntries(rest.map((day) => [day, name])), makeUpDays: { '2026-05-09': name } },
]);

const plan = (more: Partial<Plan>): Plan => ({
  id: 'test.plan',
  name: { zh: '计划', en: 'Plan' },
  summary: { zh: '', en: '' },
  playbook: 'test.repair',
  category: 'lift',
  level: 'grid',
  every: { unit: 'day' },
  opensAt: '08:00',
  ...more,
});

test('a week names its days; a month without a 31st ends it on its last day', () => {
  const weekly = plan({ every: { unit: 'week', on: [1, 5] } });
  assert.deepEqual(nextDays(weekly, '2026-03-03', calendar, 3), ['2026-03-06', '2026-03-09', '2026-03-13']);
  const monthly = plan({ every: { unit: 'month', on: [31] } });
  assert.deepEqual(nextDays(monthly, '2026-02-01', calendar, 3), ['2026-02-28', '2026-03-31', '2026-04-30']);
});

test('a quarter and a year come round', () => {
  const quarterly = plan({ every: { unit: 'quarter', month: 3, day: 20 } });
  assert.deepEqual(nextDays(quarterly, '2026-01-01', calendar, 3), ['2026-03-20', '2026-06-20', '2026-09-20']);
  const yearly = plan({ every: { unit: 'year', on: ['06-01', '11-09'] } });
  assert.deepEqual(nextDays(yearly, '2026-06-02', calendar, 2), ['2026-11-09', '2027-06-01']);
});

test('a season may go over New Year', () => {
  const fire = plan({ season: { from: '11-01', to: '04-30' } });
  const days = ['2026-04-30', '2026-05-01', '2026-10-31', '2026-11-01', '2027-01-01'];
  assert.deepEqual(
    days.map((day) => isDueOn(fire, day, calendar)),
    [true, false, false, true, true],
  );
});

test('a day of rest gives way to the next working day, and a daily plan leaves it out', () => {
  // 1 May 2026 is a Friday and a day of rest, as the four days after it.
  const monthly = plan({ every: { unit: 'month', on: [1] }, workingDays: true });
  const [first] = nextDays(monthly, '2026-05-01', calendar, 1);
  assert.ok(first && isWorkingDay(calendar, first) && first > '2026-05-01' && first <= '2026-05-07', first);
  const daily = plan({ workingDays: true });
  assert.equal(isDueOn(daily, '2026-05-02', calendar), false);
});

test('on working days each named day is done once: that day, or the first working day after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 1, max: 7 }), (ahead, day) => {
      const weekly = plan({ every: { unit: 'week', on: [day] }, workingDays: true });
      const date = plusDays('2026-01-05', ahead);
      if (weekday(date) !== day) return;
      let due = date;
      while (isWorkingDay(calendar, due) === false) due = plusDays(due, 1);
      assert.ok(isDueOn(weekly, due, calendar), `${date} is done on ${due}`);
      for (let between = date; between < due; between = plusDays(between, 1))
        assert.equal(isDueOn(weekly, between, calendar), false);
    }),
    { numRuns: 500 },
  );
});

test('a year whose days nobody published is planned by its weekdays', () => {
  assert.equal(isWorkingDay(defaultCalendar, '2031-03-03'), undefined);
  assert.equal(isDueOn(plan({ workingDays: true }), '2031-03-03', defaultCalendar), true);
  assert.equal(isDueOn(plan({ workingDays: true }), '2031-03-02', defaultCalendar), false);
});

const points = fc.record({
  lng: fc.double({ min: 113, max: 113.05, noNaN: true }),
  lat: fc.double({ min: 22, max: 22.05, noNaN: true }),
});

test('the way visits every stop once, what presses first, and is no longer than the way as the list had it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ point: fc.option(points, { freq: 8 }), first: fc.boolean() }), { maxLength: 20 }),
      points,
      (given, start) => {
        const stops: readonly Stop[] = given.map((one, index) => ({ ...one, id: String(index), path: '99.' }));
        const way = routeOfTheDay(stops, start);
        assert.deepEqual(way.map((stop) => stop.id).sort(), stops.map((stop) => stop.id).sort());
        const pressing = stops.filter((stop) => stop.first).length;
        assert.ok(way.slice(0, pressing).every((stop) => stop.first));
      },
    ),
    { numRuns: 300 },
  );
  const far = (way: readonly Stop[]): number =>
    way.slice(1).reduce((sum, stop, index) => {
      const before = way[index]?.point;
      return sum + (before && stop.point ? metresBetween(before, stop.point) : 0);
    }, 0);
  fc.assert(
    fc.property(fc.array(points, { minLength: 2, maxLength: 20 }), (given) => {
      const stops = given.map((point, index): Stop => ({ point, id: String(index), path: '99.', first: false }));
      const [start] = given;
      assert.ok(start);
      assert.ok(far(routeOfTheDay(stops, start)) <= far(stops) + 1);
    }),
    { numRuns: 300 },
  );
});
