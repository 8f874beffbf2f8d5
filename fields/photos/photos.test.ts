import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { photos } from './photos.ts';

const hash = (digit: string): string => digit.repeat(64);

test('keeps hashes in order, each once', () => {
  assert.deepEqual(trying(photos).check([hash('a'), { id: hash('b'), name: 'x.jpg' }, hash('a')]), [
    hash('a'),
    hash('b'),
  ]);
  assert.deepEqual(trying(photos).check([]), []);
});

test('says how many are too many', () => {
  assert.match(
    String(trying(photos, { max: 2 }).check(['a', 'b', 'c', 'd'].map(hash))),
    /at most 2 photos; please take 2 away/,
  );
  assert.deepEqual(trying(photos, { max: 1 }).check([hash('a'), hash('a')]), [hash('a')]);
});

test('refuses what is no hash', () => {
  for (const value of [hash('a'), [hash('A')], ['abc'], [{ name: 'x' }], [null], {}]) {
    assert.match(String(trying(photos).check(value)), /wrong format/, JSON.stringify(value));
  }
});

test('is printed as a count', () => {
  assert.deepEqual(
    [trying(photos).text([hash('a')]), trying(photos).text([hash('a')], 'en'), trying(photos).text([], 'en')],
    ['1 张', '1 photo', '0 photos'],
  );
});
