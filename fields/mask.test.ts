import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Field, fieldMask } from '#fields';
import { maskedIdentity, maskedName } from './mask.ts';
import { testContext } from './testing.ts';

const field = (type: string): Field => ({ id: 'one', type, name: { zh: '一', en: 'One' } });
const mask = (type: string, value: string | number) => fieldMask(field(type), value, testContext, 'zh');

test('security 40: names, identity numbers, phones, days and places keep what recognises them, and no more', () => {
  assert.equal(maskedName('张三丰'), '张*');
  assert.equal(maskedName(' 欧阳娜娜 '), '欧*');
  assert.equal(maskedName(''), '');
  assert.equal(maskedIdentity('110101199003070012'), '110***********0012');
  assert.equal(mask('text', '110101199003070012'), '110***********0012');
  assert.equal(mask('text', '11010119900307001X'), '110***********001X');
  assert.equal(mask('text', '槐荫路 3 号 2 单元 501'), '槐*');
  assert.equal(mask('phone', '13812345678'), '138****5678');
  assert.equal(mask('date', '1990-03-07'), '1990-**-**');
  assert.equal(mask('territory', '990101001001g01b08'), '990101001001');
});

test('security 40: a type that does not say how it is masked shows nothing at all', () => {
  assert.equal(mask('number', 42), '***');
});
