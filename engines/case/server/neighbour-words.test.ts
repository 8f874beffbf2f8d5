import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forNeighbours } from './neighbour-words.ts';

test('an answer hangs in the house without numbers, flats and names', () => {
  for (const [answer, hung] of [
    ['电梯已修好，门机更换了皮带。', '电梯已修好，门机更换了皮带。'],
    ['张阿姨您好，已到 301 室关阀，请拨 13800005678。', '居民您好，已到 住户家关阀，请拨 …。'],
    ['2-1203 漏水已处理，联系王师傅 0755-1234567', '住户家 漏水已处理，联系居民 …'],
    ['3 号楼 2 单元的灯已更换，共 12 盏。', '3 号楼 2 单元的灯已更换，共 12 盏。'],
    ['Mr Chen was told; call 138 0000 5678.', 'a resident was told; call ….'],
    ['电话１３８００００５６７８，工程款 1280000 元。', '电话…，工程款 1280000 元。'],
    ['刘桂芳奶奶家和张某家的水管都已换新。', '居民家和居民家的水管都已换新。'],
    ['计划 2026-11-30 完工。', '计划 2026-11-30 完工。'],
    ['更换屋顶防水，质保 5 年。', '更换屋顶防水，质保 5 年。'],
  ] as const)
    assert.equal(forNeighbours(answer), hung, answer);
});
