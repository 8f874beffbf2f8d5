import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContext, trying } from '../testing.ts';
import { moment } from './moment.ts';

const at = '2026-01-05T06:05:00.000Z';

test('reads days and times as people and browsers write them, in China’s time', () => {
  for (const typed of [
    at,
    '2026-01-05T06:05:59Z',
    '2026-01-05T14:05',
    '2026-01-05 14:05:30',
    '2026/1/5 14:05',
    '2026 年 1 月 5 日 14:05',
    '2026年1月5日14时5分',
    '２０２６－０１－０５　１４：０５',
  ]) {
    assert.equal(trying(moment).check(typed), at, typed);
  }
  assert.equal(trying(moment).check('2026-01-05T00:30'), '2026-01-04T16:30:00.000Z');
});

test('refuses what is no moment', () => {
  for (const typed of ['2026-02-29 10:00', '2026-01-05', '2026-01-05 24:00', '2026-01-05 10:60', '14:05', '', 5]) {
    assert.match(String(trying(moment).check(typed)), /is not right/, String(typed));
  }
});

test('past and future are asked where now is known, with five minutes for clocks that differ', () => {
  const now = { ...testContext, now: at };
  const past = trying(moment, { past: true }, now);
  const future = trying(moment, { future: true }, now);
  assert.match(String(past.check('2026-01-05T06:06:00Z')), /^2026/);
  assert.match(String(past.check('2026-01-05T06:11:00Z')), /in the past/);
  assert.match(String(future.check('2026-01-05T06:01:00Z')), /^2026/);
  assert.match(String(future.check('2026-01-05T05:59:00Z')), /still to come/);
  assert.equal(trying(moment, { past: true }).check('2999-01-01T00:00:00.000Z'), '2999-01-01T00:00:00.000Z');
});

test('it is printed to the minute, masked to the year', () => {
  assert.equal(trying(moment).text(at), '2026 年 1 月 5 日 14:05');
  assert.equal(trying(moment).text(at, 'en'), '5 January 2026 14:05');
  assert.equal(trying(moment).text('2026-01-05T14:05'), '2026 年 1 月 5 日 14:05');
  assert.equal(
    moment.mask?.(at, { id: 'a', type: 'moment', name: { zh: '甲', en: 'A' } }, testContext, 'zh'),
    '2026-**-** **:**',
  );
});

test('wrong options are named', () => {
  assert.equal(trying(moment, { past: true, future: true }).problems.length, 1);
  assert.equal(trying(moment, { past: false }).problems.length, 1);
});
