import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  defaultLevels,
  dwellingsOfPlan,
  levelsBelow,
  officialKind,
  problemsOfLevels,
  shortName,
  suggestHouseholdGroups,
} from '#engines/territory/model';

test('a committee’s name becomes the name of its place', () => {
  const told: Record<string, string> = {
    六联社区居委会: '六联社区',
    白云社区居民委员会: '白云社区',
    石门村村委会: '石门村',
    大庄村民委员会: '大庄村',
    北村委会: '北村',
    哈日图嘎查村委会: '哈日图嘎查',
    东街居民委员会: '东街居委会',
    多福巷社区: '多福巷社区',
    村委会: '村委会',
    深圳坪山综合保税区虚拟社区: '深圳坪山综合保税区虚拟社区',
  };
  for (const [official, short] of Object.entries(told)) assert.equal(shortName(official), short);
});

test('kinds follow the digits of the statistical code', () => {
  assert.equal(officialKind('440310001'), 'street');
  assert.equal(officialKind('440310401'), 'special');
  assert.equal(officialKind('130121100'), 'town');
  assert.equal(officialKind('130121200'), 'township');
  assert.equal(officialKind('440310001001'), 'urban');
  assert.equal(officialKind('130121100201'), 'rural');
  assert.equal(officialKind('440310401498'), 'virtual');
});

test('levels are checked', () => {
  assert.deepEqual(problemsOfLevels(defaultLevels), []);
  const twice = [...defaultLevels, { id: 'cell', name: { zh: '单元格', en: 'Cell' }, rank: 72, letter: 'g' }];
  assert.deepEqual(problemsOfLevels(twice), ['level cell: letter g is taken']);
  assert.equal(levelsBelow('community')[0]?.id, 'group');
  assert.deepEqual(levelsBelow('zone'), []);
});

test('every household is in exactly one group of about ten, and no group crosses buildings', () => {
  const plans = fc.array(
    fc.record({
      stairwells: fc.integer({ min: 1, max: 4 }),
      floors: fc.integer({ min: 1, max: 33 }),
      doorsPerFloor: fc.integer({ min: 1, max: 8 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(plans, (list) => {
      const dwellings = list.flatMap((plan, i) => dwellingsOfPlan({ ...plan, name: `${i + 1} 号楼` }));
      const groups = suggestHouseholdGroups(dwellings);
      assert.deepEqual(groups.flatMap((group) => group.dwellings).sort(), dwellings.map((one) => one.name).sort());
      for (const group of groups) {
        assert.equal(new Set(group.dwellings.map((name) => name.split(' 号楼')[0])).size, 1);
        assert.ok(group.dwellings.length <= 15, `${group.dwellings.length}`);
      }
      assert.equal(new Set(groups.map((group) => group.name)).size, groups.length);
    }),
  );
});

test('small stairwells of a building share a group', () => {
  const groups = suggestHouseholdGroups(
    dwellingsOfPlan({ name: '1 号楼', stairwells: 3, floors: 2, doorsPerFloor: 2 }),
  );
  assert.deepEqual(
    groups.map((group) => [group.name, group.dwellings.length]),
    [['1 号楼 1–3 单元 第 1 联户组', 12]],
  );
});
