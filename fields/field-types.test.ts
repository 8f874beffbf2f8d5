import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Check } from 'typebox/schema';
import { isRefusal } from '#kernel/domain-error';
import type { Json } from './field.ts';
import { fieldTypes, getFieldType } from './field-types.ts';
import { fieldOf, testContext } from './testing.ts';

/** Options under which each type is tried, its bare form first. */
const variants: Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>> = {
  text: [{}, { max: 5 }, { lines: 4, max: 300 }],
  number: [{}, { min: -3, max: 3 }, { digits: 2, min: 0.5 }, { max: -5 }],
  money: [{}, { min: 10, max: 20 }, { min: -1, max: 0 }],
  date: [{}, { min: '2026-11-01' }, { max: '2026-11-30' }, { min: '2026-11-22', max: '2026-11-22' }],
  choice: [{ list: 'fruit' }, { list: 'fruit', many: true, max: 1 }, { list: 'fruit', inner: true }],
  territory: [{}, { level: 'community' }, { level: 'grid' }],
  photos: [{}, { max: 1 }],
  rating: [{}],
  slot: [{ plan: 'test.window' }],
  moment: [{}, { past: true }, { future: true }],
  bodies: [{}, { kinds: ['street'], max: 1 }],
  rows: [
    { columns: [{ id: 'name', type: 'text', name: { zh: '品名', en: 'Thing' }, required: true }] },
    {
      min: 2,
      max: 3,
      columns: [
        { id: 'count', type: 'number', name: { zh: '数量', en: 'Count' } },
        { id: 'kind', type: 'choice', name: { zh: '种类', en: 'Kind' }, options: { list: 'fruit', many: true } },
        { id: 'since', type: 'date', name: { zh: '起于', en: 'Since' } },
      ],
    },
  ],
};
const tried = [...fieldTypes.values()].flatMap((type) =>
  (variants[type.id] ?? [{}]).map((options) => ({ type, field: fieldOf(type.id, options) })),
);

test('each type has an id, both names and no problem with its own options', () => {
  for (const { type, field } of tried) {
    assert.equal(getFieldType(type.id), type);
    assert.ok(type.name.zh && type.name.en);
    assert.deepEqual(type.problems?.(field, testContext), [], JSON.stringify(field));
    assert.ok(type.problems?.({ ...field, options: { ...field.options, colour: 'red' } }, testContext).length);
  }
  assert.throws(() => getFieldType('colour'), /no field type colour/);
});

test('every sample is valid, canonical and JSON, fits its schema and can be printed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tried), fc.double({ min: 0, max: 1, noNaN: true }), ({ type, field }, chance) => {
      const sample = type.sample(field, testContext, chance);
      assert.deepEqual(type.check(sample, field, testContext), sample);
      assert.deepEqual(JSON.parse(JSON.stringify(sample)), sample);
      assert.ok(Check(type.schema(field, testContext), sample), JSON.stringify([field, sample]));
      for (const locale of ['zh', 'en'] as const) assert.ok(type.text(sample, field, testContext, locale).length > 0);
    }),
    { numRuns: 2000 },
  );
});

const typed = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '１２３',
    '1,234.50',
    '2026/1/5',
    '+86 138-1234-5678',
    '440310001003g07',
    '是',
    'peach',
    ['peach', 'fig'],
    [{ name: ' 桃 ' }, {}, { name: '' }],
    [{ count: '３', kind: ['fig'] }, { since: '2026/1/5' }],
    '2026/1/5 14:05',
    { plan: 'test.window', place: '990101001001', start: '2026-11-23T01:00:00.000Z' },
    ['019ab000-0000-7000-8000-000000000001'],
    5,
    '０',
    '０１０－８８８８９９９９ 转 801',
  ),
  fc.record({
    lng: fc.double({ min: 70, max: 140, noNaN: true }),
    lat: fc.double({ min: 0, max: 60, noNaN: true }),
    datum: fc.constantFrom('WGS-84', 'GCJ-02', 'BD-09'),
  }),
);

test('whatever is typed, a check refuses the field or gives a canonical value: checked again it is the same', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...tried), typed, ({ type, field }, value) => {
      if (value === null) return;
      const once = type.check(value, field, testContext);
      if (isRefusal(once)) return assert.equal(once.field?.split('.')[0], field.id);
      taken += 1;
      assert.deepEqual(type.check(once, field, testContext), once);
      assert.deepEqual(JSON.parse(JSON.stringify(once)), once);
      const empty = once === '' || (Array.isArray(once) && once.length === 0);
      assert.ok(empty || Check(type.schema(field, testContext), once), JSON.stringify([field, once]));
    }),
    { numRuns: 6000 },
  );
  assert.ok(taken > 150, `only ${taken} values were taken`);
});
