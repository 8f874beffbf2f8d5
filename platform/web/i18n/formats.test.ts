import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { fillText } from './fill-text.ts';
import { countUnits, formatsOf } from './formats.ts';

const zh = formatsOf('zh');
const en = formatsOf('en');
const now = '2026-11-22T06:05:00.000Z';

test('a moment is written as people say it, in the hours of China', () => {
  assert.equal(zh.moment('2026-11-22T06:05:00.000Z', now), '11 月 22 日 周日 14:05');
  assert.equal(en.moment('2026-11-22T06:05:00.000Z', now), '22 Nov Sun 14:05');
  assert.equal(zh.moment('2025-12-31T16:30:00.000Z', now), '1 月 1 日 周四 00:30');
  assert.equal(zh.moment('2025-12-31T15:30:00.000Z', now), '2025 年 12 月 31 日 周三 23:30');
});

test('what remains names two units at most, and says when it is too late', () => {
  const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
  assert.deepEqual(zh.remaining(at(27 * 60), now), { text: '剩 1 天 3 小时', overdue: false });
  assert.deepEqual(zh.remaining(at(-120), now), { text: '超时 2 小时', overdue: true });
  assert.equal(zh.remaining(at(24 * 60 + 5), now).text, '剩 1 天');
  assert.equal(zh.remaining(at(45), now).text, '剩 45 分钟');
  assert.equal(en.remaining(at(27 * 60), now).text, '1 d 3 h left');
  assert.equal(en.remaining(at(-1500), now).text, '1 d 1 h overdue');
});

test('counts carry their unit', () => {
  assert.equal(zh.count(1234, countUnits.matters), '1,234 件');
  assert.equal(en.count(1, countUnits.matters), '1 matter');
  assert.equal(en.count(1234567, countUnits.matters), '1,234,567 matters');
  assert.equal(zh.percent(0.1034), '10.3 %');
  assert.equal(zh.number(-1234.5, 1), '-1,234.5');
  assert.equal(zh.number(-0.001, 1), '0.0');
  assert.equal(zh.metres(86.4), '86 米');
  assert.equal(en.metres(1500), '1.5 km');
});

test('the past is near or named', () => {
  assert.equal(zh.ago('2026-11-22T06:04:40.000Z', now), '刚刚');
  assert.equal(zh.ago('2026-11-22T06:02:00.000Z', now), '3 分钟前');
  assert.equal(zh.ago('2026-11-20T06:02:00.000Z', now), '11 月 20 日 周五 14:02');
});

test('a message is filled, chooses its word by number, and shows a missing place', () => {
  assert.equal(fillText('{n} {n|matter|matters} wait', { n: 1 }), '1 matter wait');
  assert.equal(fillText('{n} {n|matter|matters} wait', { n: 3 }), '3 matters wait');
  assert.equal(fillText('{who} sent it', {}), '{who} sent it');
});
