import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { territory } from './territory.ts';

test('takes codes of every depth, as they are typed', () => {
  for (const code of ['44', '4403', '440310', '440310001', '440310001003', '440310001003g07', '440310001003g07b3']) {
    assert.equal(trying(territory).check(code), code);
  }
  assert.equal(trying(territory).check(' ４４０３１０００１００３Ｇ07 '), '440310001003g07');
});

test('refuses what is no code', () => {
  for (const code of [
    '',
    '4',
    '44031',
    '4403100010031',
    'g07',
    '440310001003g',
    '440310-g07',
    '44.03.',
    440310,
    '440310001003' + 'g1'.repeat(30),
  ]) {
    assert.match(String(trying(territory).check(code)), /is not right/, String(code));
  }
});

test('asks to choose further down than a level allows', () => {
  assert.match(String(trying(territory, { level: 'community' }).check('440310001')), /down to a community/);
  assert.equal(trying(territory, { level: 'community' }).check('440310001003g07'), '440310001003g07');
  assert.match(String(trying(territory, { level: 'grid' }).check('440310001003')), /down to a grid/);
  assert.equal(trying(territory, { level: 'village' }).problems.length, 1);
});

test('is printed by name where names are at hand', () => {
  const names = {
    codeList: () => undefined,
    territoryName: (code: string) => (code === '440310' ? '坪山区' : undefined),
  };
  assert.deepEqual(
    ['440310', '440311'].map((code) => trying(territory, {}, names).text(code)),
    ['坪山区', '440311'],
  );
});
