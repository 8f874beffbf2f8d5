import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isId, millisOfId, uuidv7 } from './ids.ts';

const millis = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('an id is a UUID of version 7 and variant 1 that keeps its millisecond', () => {
  fc.assert(
    fc.property(millis, bytes, (now, random) => {
      const id = uuidv7(now, random);
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.equal(millisOfId(id), now);
      assert.ok(isId(id));
    }),
  );
});

test('ids sort by their millisecond', () => {
  fc.assert(
    fc.property(millis, millis, bytes, bytes, (a, b, x, y) => {
      if (a < b) assert.ok(uuidv7(a, x) < uuidv7(b, y));
    }),
  );
});

test('all ten random bytes are used, and only version and variant are fixed', () => {
  assert.equal(uuidv7(0, new Uint8Array(10)), '00000000-0000-7000-8000-000000000000');
  assert.equal(uuidv7(1, new Uint8Array(10).fill(255)), '00000000-0001-7fff-bfff-ffffffffffff');
});

test('what is no id is told apart', () => {
  for (const value of [
    '',
    'x',
    7,
    null,
    '00000000-0000-0000-8000-000000000000',
    '00000000-0000-7000-c000-000000000000',
    '00000000-0000-7000-8000-00000000000G',
  ]) {
    assert.equal(isId(value), false, String(value));
  }
});
