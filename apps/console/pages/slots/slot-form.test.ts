import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, formOf, type SlotForm, slipsOf } from './slot-form.ts';

const plan = {
  name: { zh: '窗口预约', en: 'Counter' },
  owner: { role: 'window-clerk' },
  openings: [
    { weekday: 1, from: '09:00', to: '12:00' },
    { weekday: 6, from: '09:00', to: '12:00', outOfHours: true as const },
  ],
  minutes: 30,
  capacity: 2,
  aheadDays: 14,
  leastHours: 2,
  cancelHours: 2,
};
const before = formOf(plan, {});
const withSpans = (...spans: readonly (readonly [number, string, string])[]): SlotForm => ({
  ...before,
  openings: spans.map(([weekday, from, to], index) => ({ key: String(index), weekday, from, to, outOfHours: false })),
});
const said = (form: SlotForm, own = false) => slipsOf(form, own).map((one) => `${one.part} ${one.say}`);

test('a plan that stands is right, and opening its form changes nothing', () => {
  assert.deepEqual(slipsOf(before, true), []);
  assert.deepEqual(changeOf(before, before, {}, false), {});
  assert.deepEqual(changeOf(before, before, { capacity: 3 }, false), { capacity: 3 });
});

test('only what is otherwise is kept, beside what was changed before', () => {
  const form = { ...before, capacity: '4', closed: [{ key: 'a', day: '2026-12-01', why: ' 盘点 ' }] };
  assert.deepEqual(changeOf(form, before, { minutes: 20 }, false), {
    minutes: 20,
    capacity: 4,
    closed: { '2026-12-01': '盘点' },
  });
  const own = changeOf(before, before, {}, true);
  assert.deepEqual([own.name, own.owner, own.openings], [plan.name, plan.owner, plan.openings]);
});

test('holidays that are closed again are no change any more', () => {
  const open = { ...before, holidays: true };
  assert.deepEqual(changeOf(open, before, {}, false), { holidays: 'open' });
  assert.deepEqual(changeOf(before, open, { holidays: 'open' }, false), {});
});

test('each slip is said at its part', () => {
  assert.deepEqual(said(withSpans()), ['openings needOpenings']);
  assert.deepEqual(said({ ...withSpans(), off: true }), []);
  assert.deepEqual(said(withSpans([2, '12:00', '09:00'])), ['weekday-2 spanWrong']);
  assert.deepEqual(said(withSpans([2, '', '09:00'])), ['weekday-2 spanWrong']);
  assert.deepEqual(said(withSpans([3, '09:00', '12:00'], [3, '11:00', '14:00'])), ['weekday-3 spanOverlap']);
  assert.deepEqual(said(withSpans([4, '09:00', '09:20'])), ['weekday-4 spanShort']);
  assert.deepEqual(said({ ...before, minutes: '3', capacity: 'x' }), ['minutes numberWrong', 'capacity numberWrong']);
  assert.deepEqual(said({ ...before, closed: [{ key: 'a', day: '2026-12-01', why: '' }] }), ['closed closedWrong']);
  const twice = ['a', 'b'].map((key) => ({ key, day: '2026-12-01', why: '盘点' }));
  assert.deepEqual(said({ ...before, closed: twice }), ['closed closedTwice']);
  assert.deepEqual(said({ ...before, nameZh: ' ', owner: '' }, true), ['name needName', 'owner needOwner']);
});
