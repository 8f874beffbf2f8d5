import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { cssOfTokens } from './css-of-tokens.ts';
import { baseSize, chartColors, type ColorName, colors, type Mode, scales, textSizes } from './tokens.ts';

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number =>
  [1, 3, 5]
    .map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
    .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
const contrast = (one: string, other: string): number => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const text: readonly (readonly [ColorName, readonly ColorName[]])[] = [
  ['ink', ['surface', 'ground', 'sunken', 'primarySoft', 'doneSoft', 'soonSoft', 'overdueSoft', 'quietSoft']],
  ['ink2', ['surface', 'ground', 'sunken']],
  ['primary', ['surface', 'ground', 'primarySoft', 'sunken']],
  ['onPrimary', ['primary', 'primaryHover']],
  ['onOverdue', ['overdue']],
  ['done', ['surface', 'doneSoft']],
  ['soon', ['surface', 'soonSoft']],
  ['overdue', ['surface', 'ground', 'overdueSoft']],
  ['quiet', ['surface', 'quietSoft']],
];

for (const mode of ['light', 'dark'] as const satisfies readonly Mode[]) {
  test(`${mode}: every text colour reads at 4.5 : 1 on each ground it is used on`, () => {
    for (const [ink, grounds] of text)
      for (const ground of grounds) {
        const ratio = contrast(colors[mode][ink], colors[mode][ground]);
        assert.ok(ratio >= 4.5, `${ink} on ${ground}: ${ratio.toFixed(2)}`);
      }
  });
  test(`${mode}: edges of controls and chart series stand out at 3 : 1`, () => {
    for (const ground of ['surface', 'ground'] as const) {
      assert.ok(contrast(colors[mode].edge, colors[mode][ground]) >= 3, `edge on ${ground}`);
      for (const series of chartColors[mode]) assert.ok(contrast(series, colors[mode][ground]) >= 3, series);
    }
  });
}

test('the style sheet says what the tokens say', () => {
  const file = new URL('./theme.css', import.meta.url);
  if (process.env['WRITE']) writeFileSync(file, cssOfTokens());
  const plain = (css: string): string => css.replace(/\s+/g, '').toLowerCase();
  assert.equal(plain(readFileSync(file, 'utf8')), plain(cssOfTokens()));
});

test('elder scales bring resident text to 18 pt and up, at most 30 px', () => {
  const largest = baseSize.resident * Math.max(...scales);
  assert.ok(largest >= 29 && largest <= 30.5, String(largest));
  assert.ok(baseSize.resident * 1.5 * 0.945 >= 24, 'small text of the elder scale is 18 pt = 24 px');
  assert.ok(Object.values(textSizes).every((share) => share * baseSize.resident >= 14));
});
