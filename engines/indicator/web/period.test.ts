import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodFrom, periodOf, presetOf, presets, stepOf } from './period.ts';

test('named periods end where they say, the last day exclusive', () => {
  assert.deepEqual(periodOf('week', '2026-11-22'), { from: '2026-11-16', to: '2026-11-23' });
  assert.deepEqual(periodOf('week', '2026-11-23'), { from: '2026-11-23', to: '2026-11-24' });
  assert.deepEqual(periodOf('month', '2026-11-22'), { from: '2026-11-01', to: '2026-11-23' });
  assert.deepEqual(periodOf('last-month', '2026-01-31'), { from: '2025-12-01', to: '2026-01-01' });
  assert.deepEqual(periodOf('last-month', '2024-03-31'), { from: '2024-02-01', to: '2024-03-01' });
  assert.deepEqual(periodOf('days-30', '2026-03-01'), { from: '2026-01-31', to: '2026-03-02' });
  assert.deepEqual(periodOf('year', '2026-11-22'), { from: '2026-01-01', to: '2026-11-23' });
});

test('a period finds its name again on a day where the names differ', () => {
  for (const preset of presets) assert.equal(presetOf(periodOf(preset, '2026-11-19'), '2026-11-19'), preset);
  assert.equal(presetOf({ from: '2018-02-01', to: '2018-11-01' }, '2026-11-19'), undefined);
});

test('an address that makes no sense means the last thirty days', () => {
  const usual = periodOf('days-30', '2026-11-22');
  assert.deepEqual(periodFrom('2018-02-01', '2018-11-01', '2026-11-22'), { from: '2018-02-01', to: '2018-11-01' });
  assert.deepEqual(periodFrom(undefined, undefined, '2026-11-22'), usual);
  assert.deepEqual(periodFrom('2018-11-01', '2018-02-01', '2026-11-22'), usual);
  assert.deepEqual(periodFrom('2018-13-45', '2019-01-01', '2026-11-22'), usual);
});

test('a trend has between about seven and sixty steps', () => {
  assert.equal(stepOf({ from: '2026-11-01', to: '2026-12-01' }), 'day');
  assert.equal(stepOf({ from: '2026-06-01', to: '2026-12-01' }), 'week');
  assert.equal(stepOf({ from: '2018-02-01', to: '2018-11-01' }), 'month');
});
