import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rank } from './rank.ts';

const row = (key: string, value: number | null, few = false) => ({ key, name: key, value, text: undefined, few });

test('the best stands first, whichever way is better', () => {
  const rows = [row('a', 0.1), row('b', 0.3), row('c', 0.2)];
  assert.deepEqual(
    rank(rows, 'higher').map((one) => one.key),
    ['b', 'c', 'a'],
  );
  assert.deepEqual(
    rank(rows, 'lower').map((one) => one.key),
    ['a', 'c', 'b'],
  );
});

test('equal values share a rank and the next one counts them', () => {
  const places = rank([row('a', 2), row('b', 2), row('c', 1)], 'higher').map((one) => [one.key, one.rank]);
  assert.deepEqual(places, [
    ['a', 1],
    ['b', 1],
    ['c', 3],
  ]);
});

test('nobody is ranked on too few cases or on none', () => {
  const places = rank([row('a', 1, true), row('b', null), row('c', 0.5)], 'higher').map((one) => [one.key, one.rank]);
  assert.deepEqual(places, [
    ['c', 1],
    ['a', null],
    ['b', null],
  ]);
});

test('every row is kept once, and ranks never fall', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({ key: fc.string({ minLength: 1 }), value: fc.option(fc.integer()), few: fc.boolean() }),
        {
          selector: (one) => one.key,
        },
      ),
      fc.constantFrom('higher', 'lower', 'none'),
      (rows, better) => {
        const places = rank(
          rows.map((one) => row(one.key, one.value, one.few)),
          better,
        );
        assert.deepEqual(places.map((one) => one.key).sort(), rows.map((one) => one.key).sort());
        const ranks = places.flatMap((one) => one.rank ?? []);
        assert.deepEqual(
          ranks,
          [...ranks].sort((a, b) => a - b),
        );
      },
    ),
  );
});
