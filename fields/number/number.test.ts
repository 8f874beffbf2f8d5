import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { number } from './number.ts';

test('takes numbers and what people type', () => {
  const plain = trying(number, { digits: 1 });
  for (const typed of ['1,234.5', '１２３４．５', ' 1234.5 ', '+1234.5', 1234.5])
    assert.equal(plain.check(typed), 1234.5);
  assert.ok(Object.is(plain.check(-0), 0));
});

test('refuses what is no number, and never rounds', () => {
  for (const typed of ['十二', '1e3', '12a', '1,23', '0x10', '', Number.NaN, Infinity, null, {}, true]) {
    assert.equal(typeof trying(number).check(typed), 'string', String(typed));
  }
  assert.match(String(trying(number).check('1.5')), /whole number/);
  assert.match(String(trying(number, { digits: 2 }).check(1.005)), /at most 2 digits/);
});

test('keeps to its bounds', () => {
  const bounded = trying(number, { min: 1, max: 10 });
  assert.deepEqual([1, 10].map(bounded.check), [1, 10]);
  assert.match(String(bounded.check(0)), /less than 1/);
  assert.match(String(bounded.check(11)), /more than 10/);
});

test('is printed with commas and its unit', () => {
  const area = trying(number, { digits: 2, unit: { zh: '平方米', en: 'm²' } });
  assert.equal(area.text(1234567.5), '1,234,567.5 平方米');
  assert.equal(area.text(-1200, 'en'), '-1,200 m²');
  assert.equal(trying(number).text(100), '100');
});

test('wrong options are named', () => {
  assert.deepEqual(trying(number, { min: 1, max: 2, digits: 2, unit: { zh: '户', en: 'households' } }).problems, []);
  assert.equal(trying(number, { min: 3, max: 2 }).problems.length, 1);
  assert.equal(trying(number, { digits: 9, unit: '户', min: '1' }).problems.length, 3);
});
