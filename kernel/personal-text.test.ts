import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import fc from 'fast-check';
import { findBirthDay, isUnderFourteen, maskNumbers } from '#kernel/personal-text';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheck = (seventeen: string): string =>
  seventeen + ('10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(seventeen[at]), 0) % 11] ?? '');
const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const idNumbers = fc
  .tuple(fc.integer({ min: 110_000, max: 659_999 }), days, fc.integer({ min: 0, max: 999 }))
  .map(([place, day, order]) => withCheck(`${place}${day.replaceAll('-', '')}${String(order).padStart(3, '0')}`));
const phones = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);

test('an identity number has a right date and a right check sign', () => {
  assert.equal(findBirthDay('11010519491231002X'), '1949-12-31', 'the example of GB 11643');
  assert.equal(findBirthDay('４４０５２４１８８００１０１００１４'), '1880-01-01');
  assert.equal(findBirthDay('11010519491231002x'), '1949-12-31');
  for (const bad of ['110105194912310021', '11010519490231002X', '110105491231002', '1101051949123100', ''])
    assert.equal(findBirthDay(bad), undefined, bad);
  fc.assert(
    fc.property(idNumbers, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (id, at, more) => {
      assert.ok(findBirthDay(id));
      const wrong = id.slice(0, at) + String((Number(id[at]) + more) % 10) + id.slice(at + 1);
      assert.equal(findBirthDay(wrong), undefined, 'one wrong digit is always found');
    }),
  );
});

test('security 46: under fourteen until the day after the birthday, for every birthday', () => {
  assert.equal(isUnderFourteen('2012-11-22', '2026-11-21'), true);
  assert.equal(isUnderFourteen('2012-11-22', '2026-11-22'), true, 'on the birthday itself');
  assert.equal(isUnderFourteen('2012-11-22', '2026-11-23'), false);
  assert.equal(isUnderFourteen('2012-02-29', '2026-02-28'), true);
  assert.equal(isUnderFourteen('2012-02-29', '2026-03-01'), false);
  const dayAfter = (day: string): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  fc.assert(
    fc.property(days, days, (born, today) => {
      const under = isUnderFourteen(born, today);
      if (under) assert.ok(today <= dayAfter(`${Number(born.slice(0, 4)) + 14}-12-31`));
      else assert.ok(Number(today.slice(0, 4)) >= Number(born.slice(0, 4)) + 14, 'no child is taken for older');
      if (!under) assert.equal(isUnderFourteen(born, dayAfter(today)), false, 'once fourteen, always');
    }),
  );
});

test('security 32: telephone and identity numbers that slipped into free text are masked, wherever they stand', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['请打13800005678找我', '请打138****5678找我'],
    ['请打 138 0000 5678', '请打 138****5678'],
    ['请打138-0000-5678。', '请打138****5678。'],
    ['电话+86 13800005678', '电话138****5678'],
    ['电话１３８０００0５６７８', '电话138****5678'],
    ['身份证11010519491231002X王', '身份证110***********002X王'],
    ['两个：13800005678、13912345678', '两个：138****5678、139****5678'],
  ];
  for (const [text, masked] of cases) assert.equal(maskNumbers(text), masked);
  for (const plain of [
    '261122-48213-90721',
    '261122-13821-39072',
    '12345',
    '2026-11-22 16:30',
    '3 号楼 1380 室',
    '110105194912310021',
    '138000056789',
    'a1380000567',
  ])
    assert.equal(maskNumbers(plain), plain);
  fc.assert(
    fc.property(fc.string(), fc.oneof(phones, idNumbers), fc.string(), (before, number, after) => {
      const masked = maskNumbers(`${before} ，${number}，${after}`);
      assert.ok(!masked.includes(`，${number}，`), masked);
      assert.equal(maskNumbers(masked), masked);
    }),
  );
});
