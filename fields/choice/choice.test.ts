import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldOf, testContext, trying } from '../testing.ts';
import { choice, findChoices } from './choice.ts';

const inline = {
  items: [
    { code: 'a', name: { zh: '甲', en: 'A' } },
    { code: 'b', name: { zh: '乙', en: 'B' } },
  ],
};

test('takes a code of its list, the finest level only', () => {
  const fruit = trying(choice, { list: 'fruit' });
  assert.deepEqual(['peach', 'fig'].map(fruit.check), ['peach', 'fig']);
  assert.match(String(fruit.check('stone')), /“Stone fruit” needs a choice one level further down/);
  assert.match(String(fruit.check('apple')), /choose from the list/);
  assert.match(String(fruit.check(['peach'])), /wrong format/);
  assert.equal(trying(choice, { list: 'fruit', inner: true }).check('stone'), 'stone');
});

test('many are kept once, in the order of the list', () => {
  const many = trying(choice, { list: 'fruit', many: true, max: 2 });
  assert.deepEqual(many.check(['fig', 'peach', 'fig']), ['peach', 'fig']);
  assert.deepEqual(many.check([]), []);
  assert.match(String(many.check(['fig', 'peach', 'plum'])), /at most 2/);
  assert.match(String(many.check(['fig', 'apple'])), /choose from the list/);
  assert.match(String(many.check('fig')), /wrong format/);
});

test('is printed by name, with the level above; a code that left the list as it is', () => {
  assert.equal(trying(choice, { list: 'fruit' }).text('peach'), '核果 · 桃');
  assert.equal(trying(choice, { list: 'fruit', many: true }).text(['peach', 'fig'], 'en'), 'Stone fruit · Peach, Fig');
  assert.equal(trying(choice, inline).text('b'), '乙');
  assert.equal(trying(choice, inline).text('gone'), 'gone');
});

test('a long list is searched by code, name and class, in either language', () => {
  const find = (words: string) => findChoices(words, fieldOf('choice', { list: 'fruit' }), testContext);
  assert.deepEqual(find(''), ['peach', 'plum', 'fig']);
  assert.deepEqual(find('桃'), ['peach']);
  assert.deepEqual(find('核果'), ['peach', 'plum']);
  assert.deepEqual(find('ＰＬ 核'), ['plum']);
  assert.deepEqual(find('p'), ['peach', 'plum']);
  assert.deepEqual(find('梨'), []);
});

test('wrong options are named', () => {
  assert.deepEqual(trying(choice, inline).problems, []);
  for (const options of [
    {},
    { list: 'vegetables' },
    { list: 'fruit', ...inline },
    { items: [] },
    { items: [{ code: 'a', name: 'A' }] },
    { items: [...inline.items, ...inline.items] },
    { items: [{ ...inline.items[0], parent: 'z' }] },
    { list: 'fruit', max: 2 },
    { list: 'fruit', many: false },
  ]) {
    assert.equal(trying(choice, options as never).problems.length, 1, JSON.stringify(options));
  }
});
