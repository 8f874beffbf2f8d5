import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { money } from './money.ts';

test('text is yuan, a number is fen', () => {
  const money100 = trying(money);
  for (const typed of ['1234.5', '1,234.50', '￥1234.50', '¥ 1,234.5', '１２３４．５元', 123450])
    assert.equal(money100.check(typed), 123450);
  assert.equal(money100.check('0.07'), 7);
  assert.equal(money100.check('19.99'), 1999);
  assert.ok(Object.is(money100.check('-0'), 0));
});

test('is printed to the fen', () => {
  assert.equal(trying(money).text(123450), '1,234.50 元');
  assert.equal(trying(money).text(5, 'en'), '0.05 yuan');
  assert.equal(trying(money).text(-123456789), '-1,234,567.89 元');
});

test('refuses half a fen, words, and sums out of bounds', () => {
  for (const typed of ['1.234', '五元', '1e5', 1.5, Number.NaN, '12,34', {}, ''])
    assert.equal(typeof trying(money).check(typed), 'string', String(typed));
  assert.match(String(trying(money).check('-1')), /less than 0\.00 yuan/);
  assert.match(String(trying(money, { max: 500 }).check('500.01')), /more than 500\.00 yuan/);
  assert.equal(trying(money, { min: -10 }).check('-10'), -1000);
});

test('wrong options are named', () => {
  assert.deepEqual(trying(money, { min: 0, max: 600 }).problems, []);
  assert.equal(trying(money, { min: 5, max: 1 }).problems.length, 1);
  assert.equal(trying(money, { currency: 'CNY' }).problems.length, 1);
});
