import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldTypes } from '#fields';
import type { Playbook } from '../playbook.ts';
import { fields, repair } from '../fixtures/repair.ts';
import { createRowReader } from './read-matter-row.ts';
import { guessTargets, readerOf, sheetTargets } from './sheet-columns.ts';

const playbook: Playbook = {
  ...repair,
  fields: [
    { id: 'words', type: 'text', name: { zh: '情况说明', en: 'Words' }, required: true },
    { id: 'found', type: 'date', name: { zh: '发现日期', en: 'Found on' } },
    { id: 'urgent', type: 'yes-no', name: { zh: '是否紧急', en: 'Urgent' } },
    {
      id: 'parts',
      type: 'choice',
      name: { zh: '涉及部位', en: 'Parts' },
      options: {
        many: true,
        items: [
          { code: 'd', name: { zh: '轿门', en: 'Door' } },
          { code: 'r', name: { zh: '钢索', en: 'Rope' } },
        ],
      },
    },
    { id: 'photos', type: 'photos', name: { zh: '照片', en: 'Photos' } },
  ],
};
const targets = sheetTargets(playbook, fields);
const readRow = createRowReader({
  playbook,
  context: fields,
  findPlace: (text) =>
    new Map<string, string | null>([
      ['槐荫社区', '99.01.01.001.001.'],
      ['第1网格', null],
    ]).get(text),
  checkPhone: (cell) => (/^\d{11}$/.test(cell) ? cell : 'bad'),
  defaults: {},
});
const read = (cells: Readonly<Record<string, string>>) => readRow(new Map(Object.entries(cells)));

test('a sheet may hold what a cell can hold: no pictures, no bodies', () => {
  assert.deepEqual(
    targets.map(({ id }) => id),
    ['category', 'place', 'placeText', 'name', 'phone', 'field:words', 'field:found', 'field:urgent', 'field:parts'],
  );
  assert.deepEqual(targets[0]?.choices, ['设施 · 电梯', '设施 · 路灯', '设施 · 其他']);
  for (const [id, type] of fieldTypes) {
    // Whatever the type is, asking does not fail; a type of references is none of a sheet's.
    const field = {
      id: 'f',
      type: id,
      name: { zh: '项', en: 'Item' },
      ...(id === 'choice' && { options: { items: [] } }),
    };
    if (type.refersTo) assert.equal(readerOf(field, fields), undefined, id);
  }
});

test('headers are understood as offices write them, each target once', () => {
  assert.deepEqual(
    guessTargets(
      ['序号', '隐患类别*', '所属社区', '详细地址', '反映人', '联系电话（手机）', '问题描述', '发现日期', '备注'],
      targets,
    ),
    [null, 'category', 'place', 'placeText', 'name', 'phone', 'field:words', 'field:found', null],
  );
});

test('a good row is a report; names stand for codes', () => {
  assert.deepEqual(
    read({
      category: '电梯',
      place: '槐荫社区',
      placeText: '3 号楼',
      'field:words': '停运',
      'field:found': '2026年3月1日',
      'field:urgent': '是',
      'field:parts': '钢索、轿门',
    }),
    {
      row: {
        category: '0101',
        path: '99.01.01.001.001.',
        placeText: '3 号楼',
        values: { words: '停运', found: '2026-03-01', urgent: true, parts: ['d', 'r'] },
        name: null,
        phone: null,
      },
    },
  );
});

test('every wrong cell is named; nothing of the row is taken', () => {
  const found = read({
    category: '飞碟',
    place: '第1网格',
    'field:found': '昨天',
    'field:urgent': '大概',
    'field:parts': '钢索、轮子',
    phone: '13800005678',
  });
  assert.ok('faults' in found);
  assert.deepEqual(found.faults.map(({ target }) => target).sort(), [
    'category',
    'field:found',
    'field:parts',
    'field:urgent',
    'name',
    'place',
  ]);
  assert.match(found.faults.find(({ target }) => target === 'field:parts')?.reason.zh ?? '', /「轮子」不在选项中/);
  assert.match(found.faults.find(({ target }) => target === 'place')?.reason.zh ?? '', /重名/);
});
