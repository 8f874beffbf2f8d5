import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRoot, sourceFiles } from './source-files.ts';

interface Row {
  readonly number: number;
  readonly state: string;
  readonly how: string;
  readonly files: readonly string[];
}

const rows: readonly Row[] = readRoot('docs/security.md')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [number = '', state = '', , how = '', shown = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    const files = [...shown.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map((found) => found[1] as string);
    return { number: Number(number), state, how, files };
  });

/** Numbers of requirements that the titles and comments of a test file name: `security 13`, `security 13, 14`. */
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/security (\d+(?:(?: ?[,、&]| and|–) ?\d+)*)/g)].flatMap(([, found = '']) =>
    (found.match(/\d+/g) ?? []).map(Number),
  );

test('docs/security.md has a row for each of the 66 requirements, and each says how or why not', () => {
  assert.deepEqual(
    rows.map((row) => row.number),
    Array.from({ length: 66 }, (_, index) => index + 1),
  );
  for (const { number, state, how, files } of rows) {
    assert.match(state, /^[●◐○]$/, `${number}`);
    assert.ok(how.length > 20, `${number} says too little`);
    if (state === '●') assert.ok(files.length > 0, `${number} is met, but no test shows it`);
  }
});

test('the tests that docs/security.md names are those that name its numbers', () => {
  const tests = sourceFiles('.test.ts', '.e2e.ts').filter(({ name }) => name !== 'tests/house/security.test.ts');
  for (const { number, files } of rows) {
    const naming = tests.filter(({ text }) => numbersIn(text).includes(number)).map(({ name }) => name);
    assert.deepEqual([...files].sort(), naming.sort(), `security ${number}`);
  }
});
