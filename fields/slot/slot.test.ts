import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookedIn } from '#fields';
import { fieldOf, testContext, trying } from '../testing.ts';
import { slot } from './slot.ts';

const body = '019ab000-0000-7000-8000-000000000001';
const plan = 'test.window';
const start = '2026-11-23T01:30:00.000Z';
const window = trying(slot, { plan });

test('a slot names its plan, a body or a territory, and a moment', () => {
  const value = { plan, place: body, start };
  assert.deepEqual(window.check({ ...value, placeName: '政务大厅', free: 3 }), value);
  assert.deepEqual(window.check({ place: '990101001001', start: '2026-11-23T01:30:00Z' }), {
    plan,
    place: '990101001001',
    start,
  });
  for (const wrong of [{ ...value, plan: 'test.other' }, { ...value, place: '大厅' }, { plan, start }, [value], 'x']) {
    assert.match(String(window.check(wrong)), /wrong format/, JSON.stringify(wrong));
  }
  assert.match(String(window.check({ plan, place: body })), /choose a time/);
});

test('it is printed with the place where its name is at hand', () => {
  const value = { plan, place: body, start };
  assert.equal(window.text(value), '2026 年 11 月 23 日 09:30');
  const named = trying(slot, { plan }, { ...testContext, bodyName: () => '政务大厅' });
  assert.equal(named.text(value, 'en'), '23 November 2026 09:30 · 政务大厅');
  assert.equal(window.text({ ...value, placeName: '政务大厅' }), '2026 年 11 月 23 日 09:30 · 政务大厅');
  assert.equal(window.text({ ...value, place: '990101001001' }), '2026 年 11 月 23 日 09:30 · 990101001001');
});

test('what it books stands beside the field that asked, also in the rows of a table', () => {
  const fields = [
    { ...fieldOf('slot', { plan }), id: 'visit' },
    {
      ...fieldOf('rows', { columns: [{ id: 'at', type: 'slot', name: { zh: '时间', en: 'At' }, options: { plan } }] }),
      id: 'more',
    },
  ];
  const value = { plan, place: body, start };
  assert.deepEqual(bookedIn(fields, { visit: value, more: [{ at: value }, {}] }), [
    { ...value, field: 'visit' },
    { ...value, field: 'more' },
  ]);
});

test('wrong options are named; a plan has to be known where plans are', () => {
  assert.equal(trying(slot).problems.length, 1);
  assert.deepEqual(trying(slot, { plan }, { ...testContext, knowsSlotPlan: (id) => id === plan }).problems, []);
  assert.deepEqual(trying(slot, { plan: 'x' }, { ...testContext, knowsSlotPlan: () => false }).problems, [
    'option plan: unknown slot plan x',
  ]);
});
