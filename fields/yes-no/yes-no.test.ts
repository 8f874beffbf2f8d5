import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { yesNo } from './yes-no.ts';

test('takes yes and no', () => {
  assert.deepEqual([true, false, '是', ' 否 ', 'true'].map(trying(yesNo).check), [true, false, true, false, true]);
  for (const value of ['', 'y', 1, 0, null, {}]) assert.match(String(trying(yesNo).check(value)), /choose yes or no/);
  assert.deepEqual([trying(yesNo).text(true), trying(yesNo).text(false, 'en')], ['是', 'No']);
});
