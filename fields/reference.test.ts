import assert from 'node:assert/strict';
import { test } from 'node:test';
import { body } from './body/body.ts';
import { person } from './person/person.ts';
import { trying } from './testing.ts';

const id = '019ab000-0000-7000-8000-000000000001';

test('a reference is the id of what was chosen', () => {
  for (const type of [body, person]) {
    assert.equal(trying(type).check(id), id);
    assert.equal(trying(type).check({ id, name: '青石街道城管办' }), id);
    for (const value of ['x', { name: 'x' }, 5, [id]]) assert.match(String(trying(type).check(value)), /wrong format/);
    assert.equal(trying(type, { kind: 'x' }).problems.length, 1);
  }
});

test('it is printed by name where names are at hand; a person is personal, a body is not', () => {
  const names = { codeList: () => undefined, bodyName: () => '城管办', personName: () => '周明' };
  assert.deepEqual(
    [trying(body, {}, names).text(id), trying(person, {}, names).text(id), trying(body).text(id)],
    ['城管办', '周明', id],
  );
  assert.deepEqual([body.personal, person.personal], [undefined, true]);
});
