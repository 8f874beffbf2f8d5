import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { person } from './person.ts';

const id = '019ab000-0000-7000-8000-000000000001';

test('a person is the id of who was chosen, and personal', () => {
  assert.equal(trying(person).check({ id, name: '周明' }), id);
  assert.match(String(trying(person).check('周明')), /wrong format/);
  assert.equal(person.personal, true);
});

test('it is printed by name where names are at hand', () => {
  assert.equal(trying(person, {}, { codeList: () => undefined, personName: () => '周明' }).text(id), '周明');
});
