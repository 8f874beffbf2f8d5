import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '#kernel/domain-error';
import { addLimit, calendarProblems, workingMinutesBetween } from '#kernel/working-calendar';
import { calendarFrom, createCalendar } from '#platform/server/calendar';
import type { Settings } from '#platform/server/parts';

const memorySettings = (values: Record<string, unknown>): Settings => ({
  get: async <Value>(key: string, otherwise: Value) => (key in values ? (values[key] as Value) : otherwise),
  set: async (key, value) => void (values[key] = value),
});

const plain = calendarFrom([], null);
assert.ok('calendar' in plain);
const { calendar } = plain;

test('2004 to 2026 are published, 2027 is not', () => {
  const years = calendar.years.map((one) => one.year);
  assert.deepEqual([years[0], years.at(-1), years.length], [2004, 2026, 23]);
  assert.deepEqual(calendarProblems(calendar), []);
});

test('the National Day of 2026 and its make-up days count as the State Council laid down', () => {
  const minutes = (date: string) =>
    workingMinutesBetween(calendar, `${date}T00:00:00.000+08:00`, `${date}T24:00:00.000+08:00`);
  assert.equal(minutes('2026-10-08'), 420);
  for (const day of ['2026-10-01', '2026-10-07', '2026-10-11']) assert.equal(minutes(day), 0, day);
  for (const day of ['2026-09-20', '2026-10-10']) assert.equal(minutes(day), 420, day);
});

test('a December deadline of 2026 is computed; one that reaches into 2027 is said to be unknown', () => {
  const inYear = addLimit(calendar, '2026-11-22T06:05:00.000Z', { amount: 15, unit: 'working-days' });
  assert.equal(isRefusal(inYear) ? inYear.code : inYear.due, '2026-12-11T10:00:00.000Z');
  const beyond = addLimit(calendar, '2026-12-24T06:05:00.000Z', { amount: 15, unit: 'working-days' });
  assert.ok(isRefusal(beyond));
  assert.deepEqual([beyond.code, beyond.values], ['calendar.year-unknown', { year: 2027 }]);
});

test('a year that the settings bring becomes known, and may move days of the December before', async () => {
  const values: Record<string, unknown> = {};
  const current = createCalendar(memorySettings(values));
  const before = await current();
  assert.equal(await current(), before, 'unchanged settings give the same calendar');
  const newYear = { zh: '元旦', en: "New Year's Day" };
  values['calendar.years'] = [
    { year: 2027, holidays: { '2026-12-31': newYear, '2027-01-01': newYear }, makeUpDays: { '2026-12-27': newYear } },
  ];
  const due = addLimit(await current(), '2026-12-30T06:05:00.000Z', { amount: 1, unit: 'working-days' });
  assert.equal(isRefusal(due) ? due.code : due.due, '2027-01-04T10:00:00.000Z');
});

test("a district's own hours are used", async () => {
  const spans = [{ from: '08:30', to: '12:00' }];
  const values = { 'calendar.hours': { week: [spans, spans, spans, spans, spans, [], []], makeUpDay: spans } };
  const due = addLimit(await createCalendar(memorySettings(values))(), '2026-11-23T00:00:00.000Z', {
    amount: 4,
    unit: 'working-hours',
  });
  assert.equal(isRefusal(due) ? due.code : due.due, '2026-11-24T01:00:00.000Z');
});

test('wrong settings are refused with what is wrong', async () => {
  for (const [years, hours, what] of [
    ['2027', null, /calendar\.years/],
    [
      [{ year: 2027, holidays: { '2027-02-30': { zh: '春节', en: 'Spring Festival' } }, makeUpDays: {} }],
      null,
      /2027-02-30/,
    ],
    [[], { week: [], makeUpDay: [] }, /seven days/],
    [[], [], /calendar\.hours/],
  ] as const) {
    const made = calendarFrom(years, hours);
    assert.ok('problems' in made);
    assert.match(made.problems.join(), what);
  }
  await assert.rejects(createCalendar(memorySettings({ 'calendar.years': 1 }))(), /calendar\.years/);
});
