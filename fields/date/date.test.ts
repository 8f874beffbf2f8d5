import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { date } from './date.ts';

test('reads dates as people write them', () => {
  for (const typed of [
    '2026-01-05',
    '2026/1/5',
    '2026.1.5',
    '2026 年 1 月 5 日',
    '20260105',
    '２０２６－０１－０５',
    '2026年01月05日',
  ]) {
    assert.equal(trying(date).check(typed), '2026-01-05', typed);
  }
});

test('refuses days that do not exist', () => {
  for (const typed of ['2026-02-29', '2026-13-01', '2026-00-10', '26-1-5', '明天', '2026-1', '202615', 20260105, '']) {
    assert.equal(typeof trying(date).check(typed), 'string');
    assert.match(String(trying(date).check(typed)), /is not right/, String(typed));
  }
  assert.equal(trying(date).check('2028-02-29'), '2028-02-29');
});

test('keeps to its bounds and says them in words', () => {
  const bounded = trying(date, { min: '2026-01-01', max: '2026-12-31' });
  assert.match(String(bounded.check('2025-12-31')), /before 1 January 2026/);
  assert.match(String(bounded.check('2027-01-01')), /after 31 December 2026/);
  assert.equal(bounded.text('2026-12-31'), '2026 年 12 月 31 日');
  assert.equal(bounded.text('2026-12-31', 'en'), '31 December 2026');
});

test('wrong options are named', () => {
  assert.equal(trying(date, { min: 'today' }).problems.length, 1);
  assert.equal(trying(date, { min: '2026-02-02', max: '2026-02-01' }).problems.length, 1);
});
