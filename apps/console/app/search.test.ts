import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSearch, stringifySearch, textSearch, withoutEmpty } from './search.ts';

test('a code stays text, whatever digits it has', () => {
  assert.deepEqual(parseSearch('?at=440310&words=%E7%94%B5%E6%A2%AF'), { at: '440310', words: '电梯' });
  assert.equal(stringifySearch({ at: '440310' }), '?at=440310');
  assert.equal(stringifySearch({ at: undefined, words: '' }), '');
});

test('unknown and empty keys are dropped', () => {
  assert.deepEqual(textSearch('at', 'words')({ at: '44', words: '', other: 'x' }), { at: '44' });
  assert.deepEqual(withoutEmpty({ a: '', b: null, c: undefined, d: 0 }), { d: 0 });
});

test('what was chosen comes back from the address as it was', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
        fc.string({ minLength: 1 }),
        { noNullPrototype: true },
      ),
      (search) => {
        assert.deepEqual(parseSearch(stringifySearch(search)), search);
      },
    ),
  );
});
