import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TerritoryNode } from '#engines/territory/contract';
import { findTyped, treeMove, treeRows } from './tree-rows.ts';

const node = (code: string, name: string, childCount = 0): TerritoryNode => ({
  code,
  path: `${code}.`,
  name,
  level: 'street',
  kind: 'street',
  tags: [],
  childCount,
  hasBoundary: false,
  center: null,
  validFrom: null,
  validTo: null,
});
const district = node('990101', '青阳区', 2);
const streets = [node('990101001', '青石街道', 1), node('990101002', '南塘街道', 0)];
const rowsOf = (open: string[], loaded = true) =>
  treeRows([district], new Set(open), (code) =>
    code === '990101' ? { nodes: loaded ? streets : undefined, failed: false } : { nodes: undefined, failed: true },
  );

test('open branches show their children with level and place; what has not come says so', () => {
  assert.deepEqual(
    rowsOf([]).map((row) => [row.node.name, row.level, row.open]),
    [['青阳区', 1, false]],
  );
  const rows = rowsOf(['990101', '990101001']);
  assert.deepEqual(
    rows.map((row) => [row.node.name, row.level, row.place, row.siblings, row.state]),
    [
      ['青阳区', 1, 1, 1, 'here'],
      ['青石街道', 2, 1, 2, 'failed'],
      ['南塘街道', 2, 2, 2, undefined],
    ],
  );
  assert.equal(rowsOf(['990101'], false)[0]?.state, 'loading');
});

test('keys move as in every tree', () => {
  const rows = rowsOf(['990101']);
  assert.deepEqual(treeMove(rows, 0, 'ArrowDown', 10), { to: 1 });
  assert.deepEqual(treeMove(rows, 2, 'ArrowDown', 10), { to: 2 });
  assert.deepEqual(treeMove(rows, 0, 'End', 10), { to: 2 });
  assert.deepEqual(treeMove(rows, 0, 'ArrowRight', 10), { to: 1 });
  assert.deepEqual(treeMove(rows, 1, 'ArrowRight', 10), { expand: '990101001' });
  assert.equal(treeMove(rows, 2, 'ArrowRight', 10), undefined);
  assert.deepEqual(treeMove(rows, 2, 'ArrowLeft', 10), { to: 0 });
  assert.deepEqual(treeMove(rows, 0, 'ArrowLeft', 10), { collapse: '990101' });
  assert.deepEqual(treeMove(rows, 2, 'Enter', 10), { choose: 2 });
  assert.equal(treeMove(rows, 0, 'x', 10), undefined);
  assert.equal(treeMove([], 0, 'ArrowDown', 10), undefined);
});

test('typing goes to the next name that begins so, and round again', () => {
  const rows = rowsOf(['990101']);
  assert.equal(findTyped(rows, 0, '南'), 2);
  assert.equal(findTyped(rows, 2, '青'), 0);
  assert.equal(findTyped(rows, 0, '北'), undefined);
});
