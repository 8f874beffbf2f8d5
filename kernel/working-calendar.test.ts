import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from './domain-error.ts';
import { chinaInstant, type Instant, instantOf, millisOf } from './instant.ts';
import { label } from './label.ts';
import {
  addLimit,
  type CalendarYear,
  calendarProblems,
  defaultCalendar,
  limitProblems,
  type LimitUnit,
  partOf,
  withYears,
  type WorkingCalendar,
  type WorkingSpan,
  workingMinutesBetween,
} from './working-calendar.ts';

const nationalDay = label('国庆节', 'National Day');
const year2026: CalendarYear = {
  year: 2026,
  holidays: { '2026-10-01': nationalDay, '2026-10-02': nationalDay },
  makeUpDays: { '2026-09-20': nationalDay },
};
const calendar = withYears(defaultCalendar, [year2026]);

const at = (date: string, time: string): Instant => new Date(`${date}T${time}:00.000+08:00`).toISOString();
const due = (start: Instant, amount: number, unit: LimitUnit, using = calendar): string => {
  const made = addLimit(using, start, { amount, unit });
  return isRefusal(made) ? `${made.code} ${made.values['year']}` : made.due;
};

describe('boundaries', () => {
  test('working hours go on where they were left the working day before', () => {
    assert.equal(due(at('2026-11-20', '16:30'), 4, 'working-hours'), at('2026-11-23', '11:30'));
  });
  test('a start outside working time counts from the next opening', () => {
    for (const time of ['07:00', '08:59'])
      assert.equal(due(at('2026-11-23', time), 1, 'working-hours'), at('2026-11-23', '10:00'));
    assert.equal(due(at('2026-11-23', '12:30'), 1, 'working-hours'), at('2026-11-23', '15:00'));
    assert.equal(due(at('2026-11-21', '10:00'), 1, 'working-hours'), at('2026-11-23', '10:00'));
  });
  test('a start at exactly closing time belongs to the next period, one at opening time to its own', () => {
    assert.equal(due(at('2026-11-23', '12:00'), 1, 'working-hours'), at('2026-11-23', '15:00'));
    assert.equal(due(at('2026-11-20', '18:00'), 1, 'working-hours'), at('2026-11-23', '10:00'));
    assert.equal(due(at('2026-11-23', '14:00'), 1, 'working-hours'), at('2026-11-23', '15:00'));
  });
  test('a limit used up at closing time is due at closing time', () => {
    assert.equal(due(at('2026-11-20', '17:00'), 1, 'working-hours'), at('2026-11-20', '18:00'));
  });
  test('a working day limit ends at closing time; its first day does not count, at whatever hour it began', () => {
    for (const time of ['00:00', '09:00', '18:00', '23:59']) {
      assert.equal(due(at('2026-11-20', time), 1, 'working-days'), at('2026-11-23', '18:00'));
    }
    assert.equal(due(at('2026-11-21', '10:00'), 1, 'working-days'), at('2026-11-23', '18:00'));
  });
  test('holidays are skipped and make-up days are worked', () => {
    assert.equal(due(at('2026-09-30', '10:00'), 1, 'working-days'), at('2026-10-05', '18:00'));
    assert.equal(due(at('2026-09-18', '10:00'), 1, 'working-days'), at('2026-09-20', '18:00'));
  });
  test('clock hours and calendar days need no calendar, and midnight loses nothing', () => {
    assert.equal(due(at('2031-11-20', '23:30'), 1, 'clock-hours'), at('2031-11-21', '00:30'));
    assert.equal(due(at('2031-11-20', '16:30'), 7, 'calendar-days'), at('2031-11-28', '00:00'));
    const always = [{ from: '00:00', to: '24:00' }];
    const round = withYears({ ...defaultCalendar, week: Array.from({ length: 7 }, () => always) }, [
      { ...year2026, holidays: {}, makeUpDays: {} },
    ]);
    assert.equal(due(at('2026-11-20', '23:30'), 72, 'working-hours', round), at('2026-11-23', '23:30'));
    assert.equal(due(at('2026-11-20', '23:30'), 0.5, 'working-hours', round), at('2026-11-21', '00:00'));
  });
  test('an unknown year is refused by name, but only by a computation that meets it', () => {
    assert.equal(due(at('2026-12-31', '17:00'), 1, 'working-hours'), at('2026-12-31', '18:00'));
    assert.equal(due(at('2026-12-31', '17:00'), 1.5, 'working-hours'), 'calendar.year-unknown 2027');
    assert.equal(due(at('2025-12-31', '17:00'), 1, 'working-hours'), 'calendar.year-unknown 2025');
    assert.ok(isRefusal(workingMinutesBetween(calendar, at('2026-12-31', '17:00'), at('2027-01-01', '01:00'))));
    assert.ok(isRefusal(partOf(calendar, at('2026-12-30', '17:00'), { amount: 5, unit: 'working-days' }, 0.7)));
  });
  test('a calendar without working hours ends in an unknown year, not in an endless search', () => {
    const idle = { ...calendar, week: [[], [], [], [], [], [], []] };
    assert.match(due(at('2026-11-20', '10:00'), 1, 'working-hours', idle), /year-unknown/);
  });
});

describe('the warn point', () => {
  test('is in the same kind of time as the limit', () => {
    assert.equal(
      partOf(calendar, at('2026-11-20', '17:00'), { amount: 10, unit: 'working-hours' }, 0.7),
      at('2026-11-23', '17:00'),
    );
    assert.equal(
      partOf(calendar, at('2026-11-20', '17:00'), { amount: 10, unit: 'clock-hours' }, 0.7),
      at('2026-11-21', '00:00'),
    );
    assert.equal(
      partOf(calendar, at('2026-11-21', '10:00'), { amount: 1, unit: 'working-days' }, 0.5),
      at('2026-11-23', '14:30'),
    );
    assert.equal(
      partOf(calendar, at('2026-11-21', '00:00'), { amount: 1, unit: 'calendar-days' }, 0.5),
      at('2026-11-22', '00:00'),
    );
  });
});

describe('the arithmetic', () => {
  const lines = (start: Instant, amount: number, unit: LimitUnit): string[] => {
    const made = addLimit(calendar, start, { amount, unit });
    return isRefusal(made) ? [] : made.arithmetic.map((line) => line.zh);
  };
  test('of working hours can be added up by hand', () => {
    assert.deepEqual(lines(at('2026-11-20', '16:30'), 4, 'working-hours'), [
      '11 月 20 日 周五 16:30 起算',
      '11 月 20 日 周五 16:30–18:00，1.5 小时',
      '11 月 21 日 周六 至 11 月 22 日 周日，周末，不计',
      '11 月 23 日 周一 09:00–11:30，2.5 小时',
      '到期 11 月 23 日 周一 11:30',
    ]);
  });
  test('says holidays, make-up days and runs of whole days', () => {
    assert.deepEqual(lines(at('2026-09-18', '19:10'), 14, 'working-days'), [
      '9 月 18 日 周五 19:10 收到，当天不计',
      '9 月 19 日 周六，周末，不计',
      '9 月 20 日 周日，第 1 个工作日（国庆节调休上班）',
      '9 月 21 日 周一 至 9 月 25 日 周五，第 2 至 6 个工作日',
      '9 月 26 日 周六 至 9 月 27 日 周日，周末，不计',
      '9 月 28 日 周一 至 9 月 30 日 周三，第 7 至 9 个工作日',
      '10 月 1 日 周四 至 10 月 2 日 周五，国庆节放假，不计',
      '10 月 3 日 周六 至 10 月 4 日 周日，周末，不计',
      '10 月 5 日 周一 至 10 月 9 日 周五，第 10 至 14 个工作日',
      '下班时到期 10 月 9 日 周五 18:00',
    ]);
    assert.deepEqual(lines(at('2026-11-21', '10:00'), 36, 'working-hours'), [
      '11 月 21 日 周六 10:00 不在工作时间，从 11 月 23 日 周一 09:00 起算',
      '11 月 21 日 周六 至 11 月 22 日 周日，周末，不计',
      '11 月 23 日 周一 至 11 月 27 日 周五，每天 7 小时，5 天共 35 小时',
      '11 月 28 日 周六 至 11 月 29 日 周日，周末，不计',
      '11 月 30 日 周一 09:00–10:00，1 小时',
      '到期 11 月 30 日 周一 10:00',
    ]);
  });
  test('of plain days and clock hours says that holidays count, and names the end of the day 24:00', () => {
    assert.deepEqual(lines(at('2026-11-20', '16:30'), 7, 'calendar-days').slice(1), [
      '11 月 21 日 周六 至 11 月 27 日 周五，7 天，节假日照算',
      '到期 11 月 27 日 周五 24:00',
    ]);
    assert.deepEqual(lines(at('2026-12-31', '23:30'), 1, 'clock-hours'), [
      '2026 年 12 月 31 日 周四 23:30 起算',
      '昼夜连续计算 1 小时',
      '到期 2027 年 1 月 1 日 周五 00:30',
    ]);
  });
});

describe('definitions', () => {
  test('a limit that cannot be counted is a problem', () => {
    assert.deepEqual(limitProblems({ amount: 4, unit: 'working-hours' }), []);
    for (const limit of [
      { amount: 0, unit: 'working-hours' },
      { amount: Number.NaN, unit: 'clock-hours' },
      { amount: 1.5, unit: 'working-days' },
      { amount: 1, unit: 'weeks' as LimitUnit },
    ] as const) {
      assert.equal(limitProblems(limit).length, 1);
      assert.throws(() => addLimit(calendar, at('2026-11-20', '10:00'), limit), RangeError);
    }
  });
  test('a calendar that is wrong says where', () => {
    assert.deepEqual(calendarProblems(calendar), []);
    const wrong: WorkingCalendar = {
      week: [
        [{ from: '9:00', to: '12:00' }],
        [{ from: '14:00', to: '12:00' }],
        [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '13:00' },
        ],
        [],
        [],
        [],
      ],
      makeUpDay: [{ from: '00:00', to: '24:01' }],
      years: [
        year2026,
        {
          year: 2026,
          holidays: { '2026-02-30': nationalDay, '2026-09-20': nationalDay },
          makeUpDays: { '2026-09-20': nationalDay, '2025-11-30': nationalDay },
        },
      ],
    };
    const problems = calendarProblems(wrong).join('\n');
    for (const part of [
      'seven days',
      'week.1',
      'week.2',
      'week.3',
      'makeUpDay',
      '2026 stands twice',
      '2026-02-30 is not',
      '2026-09-20 is both',
      '2025-11-30 belongs',
    ]) {
      assert.ok(problems.includes(part), part);
    }
  });
});

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const clocks = Array.from({ length: 1440 }, (_, minute) => clock(minute));
const minutesOf = (spans: readonly WorkingSpan[]): number[] =>
  clocks.map((time) => (spans.some((span) => span.from <= time && time < span.to) ? 1 : 0));

/** Minute by minute over two years, sharing nothing with the code above but the shape of the calendar. */
const slowly = (using: WorkingCalendar) => {
  const first = Date.UTC(2025, 0, 1) - 8 * 3_600_000;
  const days = 730;
  const works = new Uint8Array(days * 1440);
  for (let day = 0; day < days; day += 1) {
    const civil = new Date(Date.UTC(2025, 0, 1 + day));
    const date = `${civil.getUTCFullYear()}-${String(civil.getUTCMonth() + 1).padStart(2, '0')}-${String(civil.getUTCDate()).padStart(2, '0')}`;
    const off = using.years.some((year) => date in year.holidays);
    const madeUp = using.years.some((year) => date in year.makeUpDays);
    const spans = madeUp ? using.makeUpDay : off ? [] : (using.week[(civil.getUTCDay() + 6) % 7] ?? []);
    works.set(minutesOf(spans), day * 1440);
  }
  const instant = (minute: number): Instant => instantOf(first + minute * 60_000);
  return (minute: number, amount: number, unit: LimitUnit): Instant | 'unknown' => {
    if (unit === 'clock-hours') return instant(minute + Math.round(amount * 60));
    if (unit === 'calendar-days') return instant((Math.floor(minute / 1440) + 1 + amount) * 1440);
    if (unit === 'working-hours') {
      let left = Math.round(amount * 60);
      for (let now = minute; now < works.length; now += 1) {
        left -= works[now] as number;
        if (left === 0) return instant(now + 1);
      }
      return 'unknown';
    }
    let left = amount;
    for (let day = Math.floor(minute / 1440) + 1; day < days; day += 1) {
      const open = works.subarray(day * 1440, (day + 1) * 1440);
      if (!open.includes(1)) continue;
      left -= 1;
      if (left === 0) return instant(day * 1440 + open.lastIndexOf(1) + 1);
    }
    return 'unknown';
  };
};

const arbitrarySpans = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => quarters.sort((a, b) => a - b).map((quarter) => clock(quarter * 15)))
  .map((times) =>
    times.flatMap((from, index) =>
      index % 2 === 0 && times[index + 1] ? [{ from, to: times[index + 1] as string }] : [],
    ),
  );
const arbitraryDates = (year: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 40 })
    .map((days) => days.map((day) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10)));
const arbitraryYear = (year: number) =>
  fc.tuple(arbitraryDates(year), arbitraryDates(year)).map(
    ([off, madeUp]): CalendarYear => ({
      year,
      holidays: Object.fromEntries(off.filter((date) => !madeUp.includes(date)).map((date) => [date, nationalDay])),
      makeUpDays: Object.fromEntries(madeUp.map((date) => [date, nationalDay])),
    }),
  );
const arbitraryCalendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  week: fc.array(fc.oneof(arbitrarySpans, fc.constant([])), { minLength: 7, maxLength: 7 }),
  makeUpDay: arbitrarySpans,
  years: fc.tuple(arbitraryYear(2025), arbitraryYear(2026)),
});
const arbitraryLimit = fc.oneof(
  fc.record({
    amount: fc.integer({ min: 1, max: 480 }).map((tenths) => tenths / 10),
    unit: fc.constantFrom<LimitUnit>('working-hours', 'clock-hours'),
  }),
  fc.record({
    amount: fc.integer({ min: 1, max: 40 }),
    unit: fc.constantFrom<LimitUnit>('working-days', 'calendar-days'),
  }),
);
const begin = millisOf(chinaInstant('2025-01-01'));

describe('for any calendar, start and limit', () => {
  test('10,000 limits agree with a count minute by minute', () => {
    const starts = fc.array(fc.tuple(fc.integer({ min: 0, max: 729 * 1440 }), arbitraryLimit), {
      minLength: 100,
      maxLength: 100,
    });
    let known = 0;
    fc.assert(
      fc.property(arbitraryCalendar, starts, (using, cases) => {
        const slow = slowly(using);
        for (const [minute, limit] of cases) {
          const fast = addLimit(using, instantOf(begin + minute * 60_000), limit);
          const expected = slow(minute, limit.amount, limit.unit);
          assert.equal(
            isRefusal(fast) ? 'unknown' : fast.due,
            expected,
            JSON.stringify([instantOf(begin + minute * 60_000), limit]),
          );
          if (expected !== 'unknown') known += 1;
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
    assert.ok(known > 8_000, `only ${known} limits had a known end`);
  });

  test('a later start is never due earlier; the working time up to it is the limit; the warn point lies between', () => {
    fc.assert(
      fc.property(
        arbitraryCalendar,
        fc.integer({ min: 0, max: 300 * 86_400_000 }),
        fc.integer({ min: 0, max: 5 * 86_400_000 }),
        arbitraryLimit,
        fc.integer({ min: 0, max: 100 }),
        (using, offset, later, limit, percent) => {
          const start = instantOf(begin + offset);
          const first = addLimit(using, start, limit);
          const second = addLimit(using, instantOf(begin + offset + later), limit);
          if (isRefusal(first) || isRefusal(second)) return;
          assert.ok(first.due <= second.due);
          assert.ok(first.due > start);
          const minutes = workingMinutesBetween(using, start, first.due);
          if (limit.unit === 'working-hours') assert.ok(Math.abs((minutes as number) - limit.amount * 60) < 0.001);
          const warn = partOf(using, start, limit, percent / 100);
          assert.ok(typeof warn === 'string' && warn >= start && warn <= first.due);
          assert.equal(partOf(using, start, limit, 1), first.due);
        },
      ),
      { numRuns: 500 },
    );
  });
});
