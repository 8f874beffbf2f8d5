import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { text } from './text.ts';

test('a line is trimmed and made one line; several lines keep their breaks', () => {
  assert.equal(trying(text).check('  楼道\n堆物\t多 '), '楼道 堆物 多');
  assert.equal(trying(text, { lines: 4 }).check(' 一\r\n二  \n\n三\u2028四 '), '一\n二\n\n三\n四');
});

test('what cannot be seen or stored is dropped, emoji and rare characters stay', () => {
  assert.equal(trying(text).check('a\u0000b\u202Ec\uD800d'), 'abcd');
  assert.equal(trying(text).check('👨‍👩‍👧 𠮷'), '👨‍👩‍👧 𠮷');
});

test('length is counted as people count it, and the refusal says how much is too much', () => {
  const four = trying(text, { max: 4 });
  assert.equal(four.check('𠮷𠮷𠮷𠮷'), '𠮷𠮷𠮷𠮷');
  assert.match(String(four.check('一二三四五')), /5 characters, at most 4/);
});

test('blank text is empty, and what is no text is refused', () => {
  assert.equal(trying(text).check(' \n '), '');
  for (const value of [1, true, {}, ['a']]) assert.match(String(trying(text).check(value)), /wrong format/);
});

test('wrong options are named', () => {
  assert.deepEqual(trying(text, { lines: 4, max: 300 }).problems, []);
  assert.equal(trying(text, { max: 0, rows: 3, toString: 1 }).problems.length, 3);
});
