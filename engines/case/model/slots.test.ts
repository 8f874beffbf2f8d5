import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '#kernel/domain-error';
import { chinaDate, chinaInstant, type DateText, type Instant } from '#kernel/instant';
import { defaultCalendar, withYears } from '#kernel/working-calendar';
import {
  bookableSlots,
  findBookable,
  hoursText,
  mayGiveBack,
  missingInPlan,
  planInForce,
  type SlotPlan,
  slotPlanProblems,
  slotsOn,
  slotTimeText,
} from './slots.ts';

const calendar = withYears(defaultCalendar, [
  {
    year: 2026,
    holidays: { '2026-10-01': { zh: '国庆节', en: 'National Day' } },
    makeUpDays: { '2026-10-10': { zh: '国庆节', en: 'National Day' } },
  },
]);

const plan: SlotPlan = {
  id: 'test.window',
  name: { zh: '窗口办理', en: 'Counter' },
  owner: { bodyKind: 'service-hall' },
  openings: [
    { weekday: 1, from: '14:00', to: '15:00' },
    { weekday: 1, from: '09:00', to: '10:20' },
    { weekday: 4, from: '09:00', to: '10:00' },
    { weekday: 6, from: '18:00', to: '19:00', outOfHours: true },
  ],
  minutes: 30,
  capacity: 2,
  aheadDays: 7,
  leastHours: 2,
  cancelHours: 24,
};
const times = (date: DateText, ...changes: Parameters<typeof planInForce>[1][]): string[] =>
  slotsOn(planInForce(plan, ...changes), date, calendar).map((one) => slotTimeText(one.start).slice(6));

describe('what is offered', () => {
  test('whole times only, in the order of the day; out of hours says so', () => {
    assert.deepEqual(times('2026-11-23'), ['09:00', '09:30', '14:00', '14:30']);
    assert.deepEqual(times('2026-11-24'), []);
    assert.deepEqual(
      slotsOn(planInForce(plan), '2026-11-28', calendar).map((one) => [one.start, one.end, one.outOfHours]),
      [
        ['2026-11-28T10:00:00.000Z', '2026-11-28T10:30:00.000Z', true],
        ['2026-11-28T10:30:00.000Z', '2026-11-28T11:00:00.000Z', true],
      ],
    );
  });

  test('holidays are closed unless said; a day that is worked instead may have the hours of another', () => {
    assert.deepEqual(times('2026-10-01'), []);
    assert.deepEqual(times('2026-10-01', { holidays: 'open' }), ['09:00', '09:30']);
    assert.deepEqual(times('2026-10-10'), ['18:00', '18:30']);
    assert.deepEqual(times('2026-10-10', { makeUpDay: 4 }), ['09:00', '09:30']);
  });

  test('a district changes it for itself, a place for itself after that', () => {
    const district = { capacity: 5, closed: { '2026-11-23': '系统升级' }, minutes: 20 };
    const place = { opened: { '2026-11-24': [{ from: '09:00', to: '09:40' }] }, cancelHours: 0 };
    const both = planInForce(plan, district, place);
    assert.deepEqual([both.id, both.capacity, both.cancelHours, both.off], ['test.window', 5, 0, false]);
    assert.deepEqual(times('2026-11-23', district, place), []);
    assert.deepEqual(times('2026-11-24', district, place), ['09:00', '09:20']);
    assert.deepEqual(times('2026-11-26', district, { off: true }), []);
    assert.deepEqual(times('2026-11-23', district, { opened: { '2026-11-23': [{ from: '15:00', to: '15:20' }] } }), [
      '15:00',
    ]);
  });

  test('a timetable says when it is open', () => {
    assert.equal(hoursText(planInForce(plan)).zh, '周一 09:00–10:20、14:00–15:00；周四 09:00–10:00；周六 18:00–19:00');
  });
});

describe('what may be booked', () => {
  const now = chinaInstant('2026-11-23', 8 * 60);
  const force = planInForce(plan);
  const why = (start: Instant): string => {
    const found = findBookable(force, start, { calendar, now, field: 'visit' });
    return isRefusal(found) ? `${found.field} ${found.code}` : found.start;
  };

  test('from so many hours ahead to so many days ahead, and only what is offered', () => {
    assert.equal(why(chinaInstant('2026-11-23', 9 * 60 + 30)), 'visit slot.too-late');
    assert.equal(why(chinaInstant('2026-11-23', 14 * 60)), chinaInstant('2026-11-23', 14 * 60));
    assert.equal(why(chinaInstant('2026-11-30', 9 * 60)), chinaInstant('2026-11-30', 9 * 60));
    assert.equal(why(chinaInstant('2026-12-03', 9 * 60)), 'visit slot.too-early');
    assert.equal(why(chinaInstant('2026-11-23', 14 * 60 + 5)), 'visit slot.not-offered');
    assert.equal(why(chinaInstant('2026-11-16', 9 * 60)), 'visit slot.too-late');
    assert.deepEqual(
      bookableSlots(force, calendar, now).map((one) => slotTimeText(one.start)),
      [
        '11-23 14:00', '11-23 14:30', '11-26 09:00', '11-26 09:30', '11-28 18:00', '11-28 18:30',
        '11-30 09:00', '11-30 09:30', '11-30 14:00', '11-30 14:30',
      ], // biome-ignore format: days
    );
  });

  test('whatever the moment, what is listed may be booked, and nothing else of those days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 * 24 * 60 }), (minutes) => {
        const at = chinaInstant('2026-09-28', minutes);
        const listed = new Set(bookableSlots(force, calendar, at).map((one) => one.start));
        for (let day = 0; day <= 9; day += 1) {
          for (const { start } of slotsOn(
            force,
            chinaDate(chinaInstant('2026-09-28', minutes + day * 1440)),
            calendar,
          )) {
            const found = findBookable(force, start, { calendar, now: at, field: 'visit' });
            assert.equal(!isRefusal(found), listed.has(start), start);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('it may be given back until so many hours before', () => {
    const start = chinaInstant('2026-11-24', 9 * 60);
    assert.equal(mayGiveBack(plan, start, chinaInstant('2026-11-23', 8 * 60 + 59)), true);
    assert.equal(mayGiveBack(plan, start, chinaInstant('2026-11-23', 9 * 60)), false);
  });
});

test('a wrong plan is told what is wrong', () => {
  assert.deepEqual(slotPlanProblems(plan, { bodyKinds: new Set(['service-hall']) }), []);
  assert.deepEqual(missingInPlan(plan), []);
  assert.deepEqual(
    missingInPlan({ id: 'a', name: plan.name }).map(({ en }) => en.split(' ')[0]),
    ['owner', 'openings', 'minutes', 'capacity', 'aheadDays', 'cancelHours'],
  );
  for (const [change, expected] of [
    [{ name: { zh: '', en: '' } }, /name/],
    [{ owner: {} }, /either/],
    [{ owner: { bodyKind: 'x' } }, /unknown kind of body x/],
    [{ owner: { role: 'x' } }, /unknown role x/],
    [{ openings: [{ weekday: 8, from: '09:00', to: '10:00' }] }, /weekday/],
    [{ openings: [{ weekday: 1, from: '10:00', to: '09:00' }] }, /not a span/],
    [
      {
        openings: [
          { weekday: 1, from: '09:00', to: '10:00' },
          { weekday: 1, from: '09:30', to: '11:00' },
        ],
      },
      /overlaps/,
    ],
    [{ minutes: 4 }, /minutes/],
    [{ capacity: 0 }, /capacity/],
    [{ aheadDays: 181 }, /aheadDays/],
    [{ leastHours: -1 }, /leastHours/],
    [{ cancelHours: 1.5 }, /cancelHours/],
    [{ makeUpDay: 0 }, /makeUpDay/],
    [{ closed: { '2026-02-30': 'x' } }, /not a day/],
    [{ opened: { '2026-11-23': [{ from: '9:00', to: '10:00' }] } }, /not a span/],
  ] as const) {
    const problems = slotPlanProblems(change as never, { bodyKinds: new Set(), roles: new Set() });
    assert.match(problems.map(({ en }) => en).join('; '), expected, JSON.stringify(change));
    for (const { zh } of problems) assert.match(zh, /[\u4e00-\u9fff]/, 'who fills the plan reads it in Chinese');
  }
});
