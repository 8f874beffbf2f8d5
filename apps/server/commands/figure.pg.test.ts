import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOf, pathOf, ports, writeFacts } from '../../../engines/indicator/server/fixtures/small-figures.ts';
import { createIndicatorEngine } from '#engines/indicator/server';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { figure } from './figure.ts';
import { table } from './table.ts';

const database = await testDatabase();
const engines = { indicators: createIndicatorEngine(await testParts(database), ports) };
const finished = (code: string, timing: string) => ({
  kind: 'case.finished',
  at: null,
  cohortAt: '2018-03-01T00:00:00.000Z',
  path: pathOf(code),
  subject: idOf(1),
  dims: { timing },
  value: null,
});
await writeFacts(database.sql, [
  finished('440310001', 'overtime'),
  finished('440310001001', 'in-time'),
  finished('440310001002', 'in-time'),
  finished('440310001', 'unknown'),
  finished('440310', 'in-time'),
]);

const run = async (...args: readonly string[]): Promise<string> => {
  const written: string[] = [];
  await figure.run(
    args,
    async () => ({ engines }),
    (text) => written.push(text),
  );
  return written.join('');
};
const period = ['--from', '2018-02-01', '--to', '2018-11-01'];

test('--json prints rows by a level: exact values, what is left out, and what lies in no row', async () => {
  const printed = await run('test.overtime_rate', '--at', '440310', ...period, '--by', 'street', '--json');
  assert.deepEqual(JSON.parse(printed), [
    { path: '44.03.10.001.', name: 'N440310001', numerator: 1, denominator: 3, value: 1 / 3, excluded: 1 },
    { path: '44.03.10.002.', name: 'N440310002', numerator: 0, denominator: 0, value: null, excluded: 0 },
    { path: '44.03.10.', name: '未落到下级区域', numerator: 0, denominator: 1, value: 0, excluded: 0 },
  ]);
  const whole = await run('test.overtime_rate', '--at', '440310', ...period, '--json');
  assert.deepEqual(JSON.parse(whole), [
    { path: '44.03.10.', name: 'N440310', numerator: 1, denominator: 4, value: 0.25, excluded: 1 },
  ]);
});

test('without --json a table that ends with the whole', async () => {
  const lines = (await run('test.overtime_rate', '--at', '440310', ...period, '--by', 'street')).trim().split('\n');
  assert.match(lines.at(-1) ?? '', /^N440310 +25\.0 % +1 +4 +1$/);
  assert.equal(lines.filter((line) => line.startsWith('N440310')).length, 3);
});

test('a wrong call says how to call', async () => {
  await assert.rejects(run(), /lifang figure INDICATOR/);
  await assert.rejects(run('test.overtime_rate'), /lifang figure INDICATOR/);
  await assert.rejects(run('test.overtime_rate', '--at', '440310', '--from', 'March'), /--from is a day/);
  await assert.rejects(run('test.gone', '--at', '440310'), /indicator\.unknown/);
});

test('columns stay aligned where Chinese and Latin meet', () => {
  assert.equal(
    table(
      ['区域', 'n'],
      [
        ['坪山', '12'],
        ['abc', '3'],
      ],
      { right: [1] },
    ),
    '区域   n\n坪山  12\nabc    3',
  );
});
