import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { rating } from './rating.ts';

test('takes five steps, also as text', () => {
  assert.deepEqual([1, 5, '3', '４'].map(trying(rating).check), [1, 5, 3, 4]);
  for (const value of [0, 6, 2.5, '', 'x', null, true, [3]])
    assert.match(String(trying(rating).check(value)), /one of the five steps/);
});

test('is printed in words, in those of a code list where the field names one', () => {
  assert.deepEqual(
    [5, 3, 1].map((value) => trying(rating).text(value)),
    ['非常满意', '基本满意', '非常不满意'],
  );
  assert.equal(trying(rating).text(2, 'en'), 'Dissatisfied');
  const items = [1, 2, 3, 4, 5].map((value) => ({
    code: String(value),
    name: { zh: `第${value}档`, en: `Step ${value}` },
  }));
  const stars = { id: 'steps', name: { zh: '', en: '' }, source: '', items };
  const context = { codeList: (id: string) => (id === 'steps' ? stars : { ...stars, items: items.slice(1) }) };
  assert.equal(trying(rating, { list: 'steps' }, context).text(4), '第4档');
  assert.deepEqual(trying(rating, { list: 'steps' }, context).problems, []);
  assert.match(trying(rating, { list: 'other' }, context).problems.join(), /lacks a code/);
  assert.match(trying(rating, { list: 'none' }).problems.join(), /unknown code list/);
});
