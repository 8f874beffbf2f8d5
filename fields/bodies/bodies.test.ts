import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldOf, trying } from '../testing.ts';
import { bodies } from './bodies.ts';

const [one, two, three] = ['1', '2', '3'].map((end) => `019ab000-0000-7000-8000-00000000000${end}`) as [
  string,
  string,
  string,
];

test('bodies are the ids of what was chosen, each once, in the order of choosing', () => {
  assert.deepEqual(trying(bodies).check([two, { id: one, name: '青石街道城管办' }, two]), [two, one]);
  assert.deepEqual(trying(bodies).check([]), []);
  for (const value of ['x', one, [one, 'x'], [{ name: 'x' }], { id: one }]) {
    assert.match(String(trying(bodies).check(value)), /wrong format/);
  }
});

test('no more than allowed, and it says how many are too many', () => {
  assert.match(String(trying(bodies, { max: 1 }).check([one, two, three])), /at most 1 bodies; please take 2 away/);
  assert.deepEqual(trying(bodies, { kinds: 'street' }).problems.length, 1);
  assert.deepEqual(trying(bodies, { kinds: ['street'], max: 3 }).problems, []);
});

test('they are printed by their names, and say whose names they need', () => {
  const names = { codeList: () => undefined, bodyName: (id: string) => (id === one ? '城管办' : undefined) };
  assert.equal(trying(bodies, {}, names).text([one, two]), `城管办、${two}`);
  assert.equal(trying(bodies, {}, names).text([{ id: two, name: '住建局' }, one], 'en'), '住建局, 城管办');
  assert.deepEqual(bodies.refersTo?.([one, two], fieldOf('bodies')), [
    { kind: 'body', id: one },
    { kind: 'body', id: two },
  ]);
});
