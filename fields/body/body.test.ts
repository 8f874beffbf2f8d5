import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { body } from './body.ts';

const id = '019ab000-0000-7000-8000-000000000001';

test('a body is the id of what was chosen', () => {
  assert.equal(trying(body).check(id), id);
  assert.equal(trying(body).check({ id, name: '青石街道城管办' }), id);
  for (const value of ['x', { name: 'x' }, 5, [id]]) assert.match(String(trying(body).check(value)), /wrong format/);
  assert.equal(trying(body, { kind: 'x' }).problems.length, 1);
});

test('it is printed by name where names are at hand', () => {
  const names = { codeList: () => undefined, bodyName: () => '城管办' };
  assert.deepEqual([trying(body, {}, names).text(id), trying(body).text(id)], ['城管办', id]);
});
