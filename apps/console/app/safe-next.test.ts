import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeNext } from './safe-next.ts';

test('a page of the console is gone back to, with its query', () => {
  assert.equal(safeNext('/cases?status=open'), '/cases?status=open');
  assert.equal(safeNext(undefined), '/');
  assert.equal(safeNext('/sign-in?next=/cases'), '/');
});

test('no address leads to another host, however it is written', () => {
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ])
    assert.equal(safeNext(next), '/', next);
  fc.assert(
    fc.property(fc.string(), (next) => {
      assert.equal(new URL(safeNext(next), 'http://here.example').origin, 'http://here.example');
    }),
  );
});
