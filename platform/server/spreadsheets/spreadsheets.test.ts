import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvCell, looksLikeFormula } from '#platform/server/spreadsheets';

/** Reads one cell of CSV as programs do. */
const read = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

const signs = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '|', '%');
const spaces = fc.stringMatching(/^[ \u3000\u00a0\t]{0,3}$/);
/** What a formula begins with; control signs only at the very beginning. */
const beginnings = fc.oneof(
  fc.tuple(spaces, signs).map((parts) => parts.join('')),
  fc.constantFrom('\t', '\r', '\n'),
);

test('security 61: whatever a person types, no cell of CSV begins like a formula, and the text is still there', () => {
  fc.assert(
    fc.property(beginnings, fc.string({ unit: 'binary' }), (beginning, rest) => {
      const text = `${beginning}${rest}`;
      const shown = read(csvCell(text));
      if (!/^-?\d*(\.\d+)?$/.test(text)) assert.equal(shown, `'${text}`);
      else assert.equal(shown, text);
      assert.ok(looksLikeFormula(text));
    }),
    { numRuns: 500 },
  );
});

test('security 61: a cell stays one cell, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = csvCell(text);
      if (cell.startsWith('"')) assert.equal(cell.slice(1, -1).replaceAll('""', '').includes('"'), false);
      else assert.ok(!/[",\r\n]/.test(cell));
      const shown = read(cell);
      assert.ok(shown === text || shown === `'${text}`);
    }),
    { numRuns: 500 },
  );
});

test('numbers stay numbers, and words words', () => {
  for (const plain of ['-', '-12.5', '12', '电梯', '3 号楼', "'quoted", '']) assert.equal(csvCell(plain), plain);
});
