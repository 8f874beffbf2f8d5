import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { phone } from './phone.ts';

test('reads mobile numbers as people write them', () => {
  for (const typed of [
    '13812345678',
    '138 1234 5678',
    '138-1234-5678',
    '１３８１２３４５６７８',
    '+86 138 1234 5678',
    '8613812345678',
    '0086-13812345678',
    '(+86)13812345678',
    13812345678,
  ]) {
    assert.equal(trying(phone).check(typed), '13812345678', String(typed));
  }
});

test('reads land lines with area code and extension', () => {
  for (const [typed, rest] of [
    ['0755-22345678', '0755-22345678'],
    ['010 8888 9999', '010-88889999'],
    ['(021)6666-7777', '021-66667777'],
    ['+86 10 88889999', '010-88889999'],
    ['0991-3456789', '0991-3456789'],
    ['010-88889999-801', '010-88889999-801'],
    ['０１０－８８８８９９９９ 转 801', '010-88889999-801'],
    ['400-123-4567', '4001234567'],
  ] as const) {
    assert.equal(trying(phone).check(typed), rest, typed);
  }
});

test('a land line without area code asks for it, unless the field knows it', () => {
  assert.match(String(trying(phone).check('8888 9999')), /add the area code/);
  assert.equal(trying(phone, { areaCode: '0755' }).check('8888 9999'), '0755-88889999');
  assert.equal(trying(phone, { areaCode: '755' }).problems.length, 1);
});

test('refuses what is no number', () => {
  for (const typed of [
    '1381234567',
    '138123456789',
    '12012345678',
    '12345',
    '0755-12345678',
    '电话',
    '1'.repeat(60),
    {},
    true,
    '',
  ]) {
    assert.match(String(trying(phone).check(typed)), /is not right/, String(typed));
  }
});

test('is printed masked', () => {
  for (const [value, masked] of [
    ['13812345678', '138****5678'],
    ['0755-22345678', '0755-****5678'],
    ['0991-3456789', '0991-***6789'],
    ['010-88889999-801', '010-****9999'],
    ['4001234567', '400***4567'],
  ]) {
    assert.equal(trying(phone).text(value), masked);
  }
});
