import assert from 'node:assert/strict';
import { test } from 'node:test';
import { label } from '#kernel/label';
import {
  checkForm,
  type Field,
  fieldMask,
  fieldProblems,
  fieldText,
  formSchema,
  referencesIn,
  sampleForm,
} from '#fields';
import { testContext } from '../testing.ts';
import { wholeName } from '../whole-name.ts';
import { type Row, rowColumns } from './rows.ts';

const body = '019ab000-0000-7000-8000-000000000001';
const privacy = {
  purpose: label('核实情况', 'To ask back'),
  basis: 'duty',
  sensitivity: 'personal',
  retentionMonths: 12,
} as const;

const columns: readonly Field[] = [
  { id: 'thing', type: 'text', name: label('品名', 'Thing'), required: true },
  { id: 'count', type: 'number', name: label('数量', 'Count'), options: { min: 1, unit: label('件', 'pcs') } },
  { id: 'giver', type: 'body', name: label('捐赠单位', 'Given by') },
];
const things: Field = {
  id: 'things',
  type: 'rows',
  name: label('物资', 'Things'),
  options: { columns: rowColumns(columns), max: 3 },
};
const members: Field = {
  id: 'members',
  type: 'rows',
  name: label('家庭成员', 'Members'),
  privacy,
  options: {
    columns: [
      { id: 'name', type: 'text', name: { zh: '姓名', en: 'Name' }, required: true },
      { id: 'contact', type: 'phone', name: { zh: '电话', en: 'Phone' } },
      { id: 'age', type: 'number', name: { zh: '年龄', en: 'Age' } },
    ],
  },
};

const check = (given: unknown, field: Field = things) => checkForm([field], { [field.id]: given }, testContext);
const said = (given: unknown, field: Field = things) =>
  check(given, field).refusals.map((one) => `${one.field} ${one.code}`);

test('each cell is checked by its own type; a row left empty is no row', () => {
  const { values, refusals } = check([
    { thing: ' 大米 ', count: '１０' },
    {},
    { thing: '', count: null },
    { thing: '油', giver: { id: body, name: '慈善会' } },
  ]);
  assert.deepEqual(refusals, []);
  assert.deepEqual(values, {
    things: [
      { thing: '大米', count: 10 },
      { thing: '油', giver: body },
    ],
  });
  assert.deepEqual(check([{}, { thing: '' }]).values, {});
});

test('every refusal points at its cell, by the row as it was given, and names it', () => {
  const { refusals } = check([{ thing: '米' }, {}, { count: 0 }, { thing: '油', count: 'x', colour: 'red' }]);
  assert.deepEqual(
    refusals.map((one) => `${one.field} ${one.code}`),
    [
      'things.2.thing field.required',
      'things.2.count field.invalid',
      'things.3.colour field.unknown',
      'things.3.count field.invalid',
    ],
  );
  assert.deepEqual(refusals[0]?.values['name'], label('物资第 3 行 · 品名', 'Things, row 3 · Thing'));
});

test('so many rows, and no other shape', () => {
  const row = { thing: '米' };
  assert.deepEqual(said([row, row, row]), []);
  assert.deepEqual(said([row, row, row, row]), ['things field.invalid']);
  assert.deepEqual(said([row], { ...things, options: { ...things.options, min: 2 } }), ['things field.invalid']);
  assert.deepEqual(said([{}], { ...things, required: true }), ['things field.required']);
  for (const shape of ['x', { thing: '米' }, ['米'], [[row]], [null]]) {
    assert.deepEqual(said(shape), ['things field.invalid'], JSON.stringify(shape));
  }
  assert.deepEqual(said([JSON.parse('{"__proto__": 1, "thing": "米"}')]), ['things.0.__proto__ field.unknown']);
});

test('numbers of a column have to come to a total, where one is asked for', () => {
  const shares: Field = {
    id: 'shares',
    type: 'rows',
    name: label('份额', 'Shares'),
    options: {
      columns: rowColumns([
        { id: 'who', type: 'text', name: label('出资方', 'Party') },
        { id: 'share', type: 'number', name: label('份额', 'Share'), options: { digits: 1 } },
      ]),
      min: 3,
      total: { column: 'share', is: 100 },
    },
  };
  const of = (...parts: readonly number[]) => parts.map((share) => ({ who: '甲', share }));
  assert.deepEqual(said(of(33.3, 33.3, 33.4), shares), []);
  assert.deepEqual(said(of(40, 40, 10), shares), ['shares field.invalid']);
  assert.match(JSON.stringify(check(of(40, 40, 10), shares).refusals), /合计应为 100，现为 90/);
  assert.deepEqual(said([], shares), []);
  assert.deepEqual(fieldProblems([shares], testContext), []);
  const broken = { ...shares, options: { ...shares.options, total: { column: 'who', is: 100 } } };
  assert.equal(fieldProblems([broken], testContext).length, 1);
  const sample = sampleForm([shares], testContext, () => 0.3);
  assert.deepEqual(said(sample['shares'], shares), []);
});

test('a row asks the moment of the check of its cells too', () => {
  const visits: Field = {
    ...things,
    options: { columns: [{ id: 'at', type: 'moment', name: { zh: '时间', en: 'At' }, options: { past: true } }] },
  };
  const given = { things: [{ at: '2026-11-22 10:00' }] };
  const at = (now: string) => checkForm([visits], given, { ...testContext, now }).refusals.map((one) => one.field);
  assert.deepEqual(at('2026-11-22T00:00:00.000Z'), ['things.0.at']);
  assert.deepEqual(at('2026-11-23T00:00:00.000Z'), []);
});

test('is printed row by row; a single row without its number', () => {
  const names = { ...testContext, bodyName: () => '慈善会' };
  const rows: readonly Row[] = [{ thing: '大米', count: 10, giver: body }, { thing: '油' }];
  assert.equal(fieldText(things, rows, names, 'zh'), '1. 品名：大米，数量：10 件，捐赠单位：慈善会；2. 品名：油');
  assert.equal(fieldText(things, rows.slice(1), names, 'en'), 'Thing: 油');
  assert.deepEqual(referencesIn([things], { things: rows }), [{ kind: 'body', id: body }]);
});

test('personal cells are masked by their types, and what no type masks shows nothing', () => {
  const rows = [{ name: '张三丰', contact: '13812345678', age: 41 }];
  assert.equal(fieldMask(members, rows, testContext, 'zh'), '姓名：张*，电话：138****5678，年龄：***');
});

test('a sample is the same for the same chance, fits its schema and is right', () => {
  const one = sampleForm([things, members], testContext, () => 0.4);
  assert.deepEqual(
    one,
    sampleForm([things, members], testContext, () => 0.4),
  );
  assert.deepEqual(checkForm([things, members], one, testContext), { values: one, refusals: [] });
  assert.ok(JSON.stringify(formSchema([things], testContext)).includes('"additionalProperties":false'));
});

test('wrong definitions are named, column by column', () => {
  assert.deepEqual(fieldProblems([things, members], testContext), []);
  const { privacy: _privacy, ...open } = members;
  assert.match(
    fieldProblems([open], testContext)
      .map((one) => one.message)
      .join('; '),
    /column name: it is personal.*column contact: it is personal.*column age: it is personal/,
  );
  const problem = (column: Partial<Field> | null): string =>
    fieldProblems(
      [{ ...things, options: { columns: [columns[0], column && { ...columns[1], ...column }] as never } }],
      testContext,
    )
      .map((one) => one.message)
      .join('; ');
  for (const [column, expected] of [
    [{ id: 'thing' }, /two columns/],
    [{ id: 'Count' }, /small letter/],
    [{ type: 'rows' }, /no table/],
    [{ type: 'colour' }, /unknown type colour/],
    [{ show: 'thing = "a"' }, /no condition/],
    [{ name: label('', '') }, /name is needed/],
    [{ hint: label('数', '') }, /hint is needed/],
    [{ options: { digits: 9 } }, /column count: option digits/],
    [{ privacy }, /whole field/],
    [null, /a field is needed/],
  ] as const) {
    assert.match(problem(column as Partial<Field> | null), expected, JSON.stringify(column));
  }
  for (const options of [{}, { columns: [] }, { columns: 'x' }]) {
    assert.ok(fieldProblems([{ ...things, options: options as never }], testContext).length > 0);
  }
});

test('whoever is told what is kept reads the columns too', () => {
  assert.deepEqual(wholeName(members), label('家庭成员（姓名、电话、年龄）', 'Members (Name, Phone, Age)'));
  assert.deepEqual(wholeName({ ...members, options: {} }), members.name);
});
