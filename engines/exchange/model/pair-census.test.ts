import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodePair } from './import-map.ts';
import { PairCensus } from './pair-census.ts';
import { readMoment } from './read-row.ts';
import { unitNames } from './unit-names.ts';

const pair: CodePair = {
  id: 'source',
  name: { zh: '来源', en: 'Source' },
  code: 'ID',
  text: 'NAME',
  identity: 'both',
  contradiction: 'value',
};

const censusOf = (counts: readonly (readonly [code: string, name: string, times: number])[], of: CodePair = pair) => {
  const census = new PairCensus(of);
  for (const [code, name, times] of counts) for (let time = 0; time < times; time += 1) census.add(code, name);
  return census;
};

test('a code that belongs to another name by far contradicts; so does a code of nobody beside a name of another', () => {
  const census = censusOf([
    ['103', '@坪山', 2720],
    ['106', '固话投诉', 326],
    ['106', '@坪山', 1],
    ['104', '政府信箱', 344],
    ['1', '@坪山', 1],
    ['1', '政府信箱', 1],
  ]);
  assert.ok(census.contradicts('106', '@坪山'));
  assert.ok(census.contradicts('1', '@坪山') && census.contradicts('1', '政府信箱'));
  for (const [code, name] of [
    ['103', '@坪山'],
    ['106', '固话投诉'],
    ['104', '政府信箱'],
  ] as const)
    assert.ok(!census.contradicts(code, name), code);
});

test('two common spellings of one code, and two codes of one name, are no contradiction', () => {
  const census = censusOf([
    ['615', '乱堆物堆料', 53],
    ['615', '乱堆物堆料、沿街晾挂', 5],
    ['945', '其他', 4],
    ['1036', '其他', 1],
  ]);
  assert.ok(!census.contradicts('615', '乱堆物堆料') && !census.contradicts('615', '乱堆物堆料、沿街晾挂'));
  assert.ok(!census.contradicts('945', '其他') && !census.contradicts('1036', '其他'));
  assert.equal(census.nameOf('615'), '乱堆物堆料');
});

test('where the code decides, nothing contradicts', () => {
  const census = censusOf(
    [
      ['9', '甲', 100],
      ['9', '乙', 1],
    ],
    { ...pair, identity: 'code' },
  );
  assert.ok(!census.contradicts('9', '乙'));
});

test('units bear their most frequent name, and two of one name are told apart', () => {
  const census = censusOf(
    [
      ['8508', '龙田街道综合执法队', 201],
      ['8508', '龙田街道综合执法队（龙田街道办事处）', 39],
      ['9444', '城建办', 54],
      ['9444', '城建办（坑梓街道办事处）', 3],
      ['9466', '城建办', 9],
      ['7', '-', 5],
    ],
    { ...pair, identity: 'code' },
  );
  assert.deepEqual(Object.fromEntries(unitNames(census, (name) => name === '-')), {
    '8508': '龙田街道综合执法队',
    '9444': '城建办（坑梓街道办事处）',
    '9466': '城建办（9466）',
  });
});

test('a moment is China’s; what is none is not guessed', () => {
  assert.equal(readMoment('2018-07-04 17:24:41'), '2018-07-04T09:24:41.000Z');
  assert.equal(readMoment('2018-07-04 00:05'), '2018-07-03T16:05:00.000Z');
  for (const cell of [
    '',
    '-',
    '2018-02-30 10:00:00',
    '2018-07-04',
    '2018-07-04 24:00:00',
    '2018-07-04 10:61:00',
    '04.07.2018 10:00',
  ])
    assert.equal(readMoment(cell), null, cell);
});
