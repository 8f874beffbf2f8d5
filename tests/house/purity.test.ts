import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roomOf } from './rooms.ts';
import { isTest, sourceFiles, withoutComments } from './source-files.ts';

/** Pure rooms run on the server, on the phone and in the simulator alike: time and ids come in as arguments. */
const isPure = (name: string): boolean =>
  /^(kernel|fields|model:.*|contract:.*|pack:.*|platform-contract)$/.test(roomOf(name));

const impure = [
  /\bDate\.now\b/,
  /\bnew Date\s*(\(\s*\)|(?!\s*\())/,
  /(?<!new\s)\bDate\s*\(/,
  /\bMath\.random\b/,
  /\bperformance\./,
  /\bcrypto\./,
  /\bprocess\./,
  /\bset(Timeout|Interval|Immediate)\b/,
  /\bfetch\s*\(/,
  // `document` is a word of ours (文书); the compiler of pure rooms knows no global of that name.
  /\b(localStorage|sessionStorage|indexedDB|window|navigator)\./,
  /\bconsole\./,
];

/** Ids and paths in quotes, such as `'window.matter'`, do nothing. */
const withoutQuotes = (line: string): string => line.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");

const impurities = (code: string): string[] =>
  code
    .split('\n')
    .flatMap((line, index) =>
      impure.some((pattern) => pattern.test(withoutQuotes(line))) ? [`${index + 1}: ${line.trim()}`] : [],
    );

test('pure rooms have no clock, no chance, no world outside', () => {
  const found = sourceFiles('.ts')
    .filter(({ name }) => isPure(name) && !isTest(name))
    .flatMap(({ name, code }) => impurities(code).map((line) => `${name}:${line}`));
  assert.deepEqual(found, []);
});

test('the pattern finds each of them, and not what is harmless', () => {
  for (const line of [
    'Date.now()',
    'new Date()',
    'new Date( )',
    'const d = new Date;',
    'Date()',
    'Math.random()',
    'performance.now()',
    'crypto.randomUUID()',
    'setTimeout(go, 1)',
    "fetch('/')",
    'localStorage.x',
    'process.env.X',
  ]) {
    assert.equal(impurities(line).length, 1, line);
  }
  for (const line of [
    'new Date(millis)',
    'Date.parse(text)',
    'const isDate = 1',
    'chinaDate(now)',
    "id: 'window.items',",
    withoutComments('// new Date() here'),
    'Date.UTC(2026, 0)',
  ]) {
    assert.deepEqual(impurities(line), [], line);
  }
});
