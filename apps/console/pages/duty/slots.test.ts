import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slotsOf } from './slots.ts';

test('shifts are read as people write them, full-width too', () => {
  assert.deepEqual(slotsOf('白班 08:00-20:00 1\n夜班 20：00—08：00'), [
    { name: '白班', from: 480, to: 1200, people: 1 },
    { name: '夜班', from: 1200, to: 480, people: 1 },
  ]);
  assert.deepEqual(slotsOf('Day 0:00-24:00 2'), [{ name: 'Day', from: 0, to: 0, people: 2 }]);
});

test('the first line that is not clear is named', () => {
  assert.equal(slotsOf('白班 08:00-20:00 1\n夜班'), 2);
  assert.equal(slotsOf('白班 28:00-20:00'), 1);
  assert.equal(slotsOf(''), 1);
});
