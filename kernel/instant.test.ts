import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayText, instantText, timeText } from './civil-text.ts';
import {
  chinaDate,
  chinaInstant,
  chinaMinuteOfDay,
  instantOf,
  isInstant,
  millisBetween,
  millisOf,
  plusDays,
  plusMillis,
  weekday,
} from './instant.ts';

const millis = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });

test('an instant is UTC text that keeps its millisecond and sorts as time', () => {
  fc.assert(
    fc.property(millis, millis, (a, b) => {
      assert.equal(millisOf(instantOf(a)), a);
      assert.equal(instantOf(a) < instantOf(b), a < b);
      assert.equal(millisBetween(instantOf(a), instantOf(b)), b - a);
      assert.equal(plusMillis(instantOf(a), 1), instantOf(a + 1));
    }),
  );
});

test('date and minute of the day in China lead back to the instant', () => {
  fc.assert(
    fc.property(millis, (now) => {
      const instant = instantOf(now);
      const minute = chinaMinuteOfDay(instant);
      assert.ok(minute >= 0 && minute < 1440);
      assert.ok(Math.abs(millisBetween(chinaInstant(chinaDate(instant), minute), instant)) <= 1);
    }),
  );
  assert.equal(chinaDate('2026-11-22T16:00:00.000Z'), '2026-11-23');
  assert.equal(chinaDate('2026-11-22T15:59:59.999Z'), '2026-11-22');
  assert.equal(chinaInstant('2026-11-22', 1440), chinaInstant('2026-11-23'));
});

test('days are counted over months, years and leap days; weekdays begin on Monday', () => {
  assert.equal(plusDays('2026-12-31', 1), '2027-01-01');
  assert.equal(plusDays('2028-03-01', -1), '2028-02-29');
  assert.deepEqual(['2026-11-23', '2026-11-22'].map(weekday), [1, 7]);
});

test('what is no instant is told apart', () => {
  assert.ok(isInstant('2026-11-22T06:05:00.000Z'));
  assert.ok(isInstant('2026-11-22T06:05:00Z'));
  for (const value of ['2026-11-22', '2026-11-22T06:05:00+08:00', '2026-13-22T06:05:00Z', 0, null])
    assert.equal(isInstant(value), false);
  assert.throws(() => millisOf('tomorrow'), RangeError);
});

test('a moment in words is China time in both locales', () => {
  assert.deepEqual(instantText('2026-11-22T06:05:59.000Z'), { zh: '11 月 22 日 周日 14:05', en: 'Sun 22 Nov 14:05' });
  assert.deepEqual(instantText('2026-12-31T16:00:00.000Z', true), {
    zh: '2027 年 1 月 1 日 周五 00:00',
    en: 'Fri 1 Jan 2027 00:00',
  });
  assert.equal(dayText('2026-11-02').zh, '11 月 2 日 周一');
  assert.deepEqual([0, 545, 1440].map(timeText), ['00:00', '09:05', '24:00']);
});
