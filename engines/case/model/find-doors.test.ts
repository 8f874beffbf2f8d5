import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { label } from '#kernel/label';
import { findServices, groupServices, servicesOf } from './find-doors.ts';
import { repair } from './fixtures/repair.ts';
import type { Playbook } from './playbook.ts';
import { type DoorGroup, doorProblems, type OpenDoor, residentDoor, type ResidentDoor } from './resident-door.ts';

const playbook = (id: string, zh: string, en: string, more: Partial<Playbook> = {}): Playbook => ({
  ...repair,
  id,
  name: label(zh, en),
  summary: label(`${zh}的说明`, `About ${en}`),
  reporters: ['resident', 'staff'],
  ...more,
});
const open = (id: string, group: string, rank: number, zh: string, more: Partial<OpenDoor> = {}): OpenDoor => ({
  id,
  group,
  rank,
  words: { zh: zh.split(' '), en: ['leak'] },
  ...more,
});
const group = (id: string, order: number): DoorGroup => ({ id, name: label(id, id), icon: 'list', order });

const playbooks = [
  playbook('p.stairs', '楼道设施报修', 'Repairs in a stairwell'),
  playbook('p.mediation', '人民调解', 'People’s mediation'),
  playbook('p.shop', '企业诉求', 'Requests of enterprises'),
  playbook('p.oral', '口头协议登记', 'Oral agreement'),
  playbook('p.burden', '减负投诉', 'Burden'),
  playbook('990101.own', '本区自建', 'Of the district'),
  playbook('p.patrol', '巡查', 'Patrol', { reporters: ['staff'] }),
];
const closed: ResidentDoor = { id: 'p.oral', closed: label('由网格员登记。', 'The grid worker enters it.') };
const doors: readonly ResidentDoor[] = [
  open('p.stairs', 'repair', 2, '漏水 停梯 灯不亮', { name: label('楼道报修', 'Stairwell repairs') }),
  open('p.mediation', 'disputes', 1, '吵架 漏水'),
  open('p.shop', 'repair', 1, '开店'),
  open('p.burden', 'repair', 9, '填表', { audience: 'staff' }),
  closed,
];
const kinds: Readonly<Record<string, readonly string[]>> = {
  'p.shop': ['招工用工', 'Hiring'],
  'p.stairs': ['电梯', 'Lift'],
};
const services = servicesOf(playbooks, doors, ({ id }) => kinds[id] ?? []);
const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((one) => one.id);

describe('what residents meet', () => {
  test('closed doors, playbooks of staff and those for staff alone are left out; a district’s own has no door and stays', () => {
    assert.deepEqual(ids(services), ['p.stairs', 'p.mediation', 'p.shop', '990101.own']);
    assert.deepEqual(ids(servicesOf(playbooks, doors, () => [], 'staff')), ['p.burden']);
    assert.equal(residentDoor(playbooks[3] as Playbook, closed), undefined);
    assert.equal(residentDoor(playbooks[6] as Playbook), undefined);
    assert.equal(residentDoor(playbooks[0] as Playbook, doors[0])?.routing.length, 0);
  });

  test('groups stand in their order, what is asked for most first; what no group knows comes last', () => {
    const grouped = groupServices(services, [group('disputes', 2), group('repair', 1), group('papers', 3)]);
    assert.deepEqual(
      grouped.map((one) => [one.group.id, ...ids(one.services)]),
      [
        ['repair', 'p.shop', 'p.stairs'],
        ['disputes', 'p.mediation'],
        ['other', '990101.own'],
      ],
    );
  });
});

describe('found by the words of every day', () => {
  for (const [typed, expected] of [
    ['漏水', ['p.mediation', 'p.stairs']],
    ['我家厕所漏水了怎么办', ['p.mediation', 'p.stairs']],
    ['停', ['p.stairs']],
    ['楼道', ['p.stairs']],
    ['电梯', ['p.stairs']],
    ['招工', ['p.shop']],
    ['调解 吵架', ['p.mediation']],
    ['ＬＥＡＫ', ['p.mediation', 'p.shop', 'p.stairs']],
    ['my lift is stuck', ['p.stairs']],
    ['口头', []],
    ['天气预报', []],
    ['', ids(services)],
  ] as const)
    test(`“${typed}”`, () => {
      const found = ids(findServices(services, typed));
      assert.deepEqual(typed === '' ? found : [...found].sort(), typed === '' ? expected : [...expected].sort());
    });

  test('what is called so stands before what is only led to', () => {
    assert.deepEqual(ids(findServices(services, '调解')), ['p.mediation']);
    assert.equal(ids(findServices([...services].reverse(), '楼道'))[0], 'p.stairs');
  });
});

describe('doors are checked together', () => {
  const groups = [group('repair', 1), group('disputes', 2)];
  const problems = (list: readonly ResidentDoor[], given = playbooks.slice(0, 5)) =>
    doorProblems(list, { playbooks: given, groups }).map(({ id, path }) => `${id} ${path}`.trim());
  test('what is decided has no problem', () => assert.deepEqual(problems(doors), []));
  test('a playbook for residents that nobody decided about is named', () =>
    assert.deepEqual(problems(doors.slice(1)), ['p.stairs']));
  test('unknown playbook, unknown group, a rank of nought, no words', () =>
    assert.deepEqual(
      problems([
        ...doors.slice(1),
        open('p.stairs', 'nowhere', 0, '', { words: { zh: [], en: [] } }),
        open('p.patrol', 'repair', 1, '巡'),
      ]),
      ['p.stairs group', 'p.stairs rank', 'p.stairs words', 'p.patrol id'],
    ));
  test('the quick report of residents cannot be closed', () =>
    assert.deepEqual(
      problems(
        [{ id: 'p.quick', closed: label('不', 'no') }],
        [playbook('p.quick', '随手拍', 'Snapshot', { quick: true })],
      ),
      ['p.quick closed'],
    ));
});
