import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { chinaDate, plusDays } from '#kernel/instant';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { at, box, newId, sessionAt, smallDistrict, startTerritory } from '../fixtures/small-district.ts';

const database = await testDatabase();
const parts = await testParts(database);
const { engine, as } = await startTerritory(parts);
await engine.plantTerritory(smallDistrict);
const chief = as(sessionAt('99.01.01.'));
const street = as(sessionAt('99.01.01.001.'));
const community = as(sessionAt('99.01.01.001.001.'));

const today = chinaDate(parts.clock());
const basis = '青府函〔2026〕11 号';
const codesOf = (nodes: { code: string }[]): string[] => nodes.map((node) => node.code);

/** Drafts a change and carries it out; the answer of the second step. */
const carryOut = async (change: object, on = today, by = chief) => {
  const drafted = await by('POST', '/api/territory-changes', { id: newId(), change, on, basis });
  assert.equal(drafted.status, 200, JSON.stringify(drafted.body));
  const { id, version } = drafted.body;
  return by('POST', `/api/territory-changes/${id}/apply`, { expectedVersion: version });
};
const search = async (words: string) =>
  (await chief('GET', `/api/territory-search?words=${encodeURIComponent(words)}`)).body as {
    node: { code: string; name: string };
    formerly: string | null;
  }[];

test('S008: a renamed node keeps its code and history; its old name still finds it', async () => {
  const done = await carryOut({ kind: 'rename', code: '990101002', name: '南湖街道' });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.equal(done.body.state, 'applied');
  assert.equal((await engine.findNode('990101002'))?.name, '南湖街道');
  const [found] = await search('南塘');
  assert.deepEqual([found?.node.name, found?.formerly], ['南湖街道', '南塘街道']);
  const history = (await chief('GET', '/api/territory/990101002/history')).body;
  assert.deepEqual([history[0].kind, history[0].nameBefore, history[0].basis], ['rename', '南塘街道', basis]);
  const then = (await chief('GET', '/api/territory/990101002?on=2025-01-01')).body;
  assert.equal(then.node.name, '南塘街道');
});

test('S008: two communities merge: children get free codes, the ground is one, old codes say who carries on', async () => {
  const merge = {
    kind: 'merge',
    codes: ['990101001001', '990101001002'],
    into: { parent: '990101001', step: '003', name: '槐柳社区' },
  };
  const preview = (await chief('POST', '/api/territory-changes/preview', { change: merge })).body;
  assert.equal(preview.title, '「槐荫社区」「柳溪社区」合并为「槐柳社区」');
  assert.deepEqual(preview.problems, []);
  const same = await chief('POST', '/api/territory-changes/preview', {
    change: { kind: 'rename', code: '990101002', name: '南湖街道' },
  });
  assert.deepEqual([same.body.problems[0].code, same.body.problems[0].stops], ['same-name', true]);
  assert.deepEqual(codesOf(preview.ended), ['990101001001', '990101001002']);
  assert.equal(preview.codesInAll, 7);
  assert.ok(
    preview.boundaries.shapes.features.some((one: { properties: { when: string } }) => one.properties.when === 'new'),
  );

  const done = await carryOut(merge);
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.deepEqual(codesOf((await chief('GET', '/api/territory/990101001/children')).body), ['990101001003']);
  const detail = (await chief('GET', '/api/territory/990101001003')).body;
  assert.equal(detail.node.childCount, 4);
  assert.ok(Math.abs(detail.areaSquareMetres / (4 * 4 * 1111.95 ** 2 * Math.cos((22.02 * Math.PI) / 180)) - 1) < 0.02);
  const old = (await chief('GET', '/api/territory/990101001001')).body;
  assert.deepEqual(old.successors, ['990101001003']);
  assert.equal(old.node.validTo, today);
  const building = (await chief('GET', '/api/territory/990101001001g01b1')).body;
  assert.deepEqual(building.successors, ['990101001003g01b1']);
  assert.equal((await engine.findNode('990101001001g01b1'))?.path, '99.01.01.001.003.g01.b1.');
  assert.equal((await engine.locate('990101', at(0.5, 0.5))).deepest, '99.01.01.001.003.g01.');
  assert.deepEqual(codesOf((await search('槐荫')).map((one) => one.node)), ['990101001003']);
  assert.deepEqual(codesOf((await search('990101001001')).map((one) => one.node)), ['990101001003']);
  const then = (await chief('GET', '/api/territory/990101001003g02?on=2025-06-01')).body;
  assert.deepEqual([then.node.code, then.trail.at(-2).name], ['990101001001g02', '槐荫社区']);
  const notThen = await chief('GET', '/api/territory/990101001003?on=2025-06-01');
  assert.equal(notThen.body.code, 'territory.not-then');
});

test('nothing changes before it came to be', async () => {
  const change = { kind: 'rename', code: '990101001003', name: '太早' };
  const early = await chief('POST', '/api/territory-changes', { id: newId(), change, on: '2020-01-01', basis });
  assert.equal(early.body.code, 'territory.change-not-yet');
});

test('S009: a split gives each child to one part; one keeps the code; what is not given is refused', async () => {
  const parts_ = (children: string[][]) => ({
    kind: 'split',
    code: '990101001003',
    carriesOn: 0,
    parts: [
      { name: '槐柳社区', children: children[0] ?? [] },
      { name: '新柳社区', step: '004', children: children[1] ?? [] },
    ],
  });
  const [g1, g2, g3, g4] = ['g01', 'g02', 'g03', 'g04'].map((step) => `990101001003${step}`) as [
    string,
    string,
    string,
    string,
  ];
  const refused = await chief('POST', '/api/territory-changes/preview', {
    change: parts_([
      [g1, g2],
      [g2, g3],
    ]),
  });
  assert.deepEqual(
    refused.body.problems.map((one: { code: string }) => one.code),
    ['child-twice', 'child-nowhere'],
  );
  const good = parts_([
    [g1, g2],
    [g3, g4],
  ]);
  const preview = (await chief('POST', '/api/territory-changes/preview', { change: good })).body;
  assert.deepEqual(preview.boundaries.needed, []);
  // Grids g02 and g03 overlap by 0.2, g04 leaves a gap, and the upper half has no grid: the check says so beforehand.
  assert.deepEqual([...new Set(preview.boundaries.findings.map((one: { kind: string }) => one.kind))].sort(), [
    'gap', 'overlap', 'twice-placed-building', 'unplaced-building',
  ]); // biome-ignore format: one list
  assert.equal((await carryOut(good)).status, 200);
  assert.deepEqual(codesOf((await chief('GET', '/api/territory/990101001/children')).body), [
    '990101001003',
    '990101001004',
  ]);
  assert.deepEqual(codesOf((await chief('GET', '/api/territory/990101001003/children')).body), [g1, g2]);
  assert.deepEqual(codesOf((await chief('GET', '/api/territory/990101001004/children')).body), [
    '990101001004g03',
    '990101001004g04',
  ]);
  const history = (await chief('GET', '/api/territory/990101001004/history')).body;
  assert.deepEqual(
    history.map((one: { kind: string }) => one.kind),
    ['split', 'merge', 'begin', 'begin'].slice(0, history.length),
  );
});

test('a moved node gets a code below its new parent; a code is never given twice', async () => {
  const move = { kind: 'move', code: '990101001004', parent: '990101002' };
  const preview = (await chief('POST', '/api/territory-changes/preview', { change: move })).body;
  assert.deepEqual(preview.codes[0], { from: '990101001004', to: '990101002004' });
  assert.equal((await carryOut(move)).status, 200);
  assert.equal((await engine.findNode('990101001001g03'))?.code, '990101002004g03');
  const again = await chief('POST', '/api/territory-changes/preview', {
    change: {
      kind: 'merge',
      codes: ['990101001003', '990101002004'],
      into: { parent: '990101001', step: '001', name: '老码社区' },
    },
  });
  assert.deepEqual(
    again.body.problems.map((one: { code: string }) => one.code),
    ['taken'],
  );
  const inside = await chief('POST', '/api/territory-changes/preview', {
    change: { kind: 'move', code: '990101002', parent: '990101002004' },
  });
  assert.ok(inside.body.problems.some((one: { code: string }) => one.code === 'inside-itself'));
});

test('an ended node takes nothing any more, and may be opened again', async () => {
  const end = { kind: 'end', code: '990101001003g01' };
  assert.equal((await carryOut(end)).status, 422, 'a building lies below');
  await carryOut({ kind: 'end', code: '990101001003g01b2' });
  assert.equal((await engine.findNode('990101001003g01b2'))?.code, '990101001003g01');
  const add = { id: newId(), parent: '990101001003g01b2', step: 'u1', name: '1 单元', level: 'unit' };
  assert.equal((await chief('POST', '/api/territory', add)).body.code, 'territory.ended');
  assert.equal((await carryOut({ kind: 'reopen', code: '990101001003g01b2' })).status, 200);
  assert.equal((await engine.findNode('990101001003g01b2'))?.code, '990101001003g01b2');
});

test('a change of tomorrow waits; when its day comes it is carried out, and one that cannot says why', async () => {
  const tomorrow = plusDays(today, 1);
  const waiting = await carryOut({ kind: 'rename', code: '990101001', name: '青岩街道' }, tomorrow);
  assert.equal(waiting.body.state, 'scheduled');
  await engine.applyDueChanges();
  assert.equal((await engine.findNode('990101001'))?.name, '青石街道');
  const later = await carryOut({ kind: 'rename', code: '990101002004', name: '新柳湖社区' }, tomorrow);
  await carryOut({ kind: 'merge', codes: ['990101002004', '990101001003'], into: { code: '990101001003' } });
  await raw`update territory_change set on_day = ${today} where state = 'scheduled'`.execute(parts.sql);
  await engine.applyDueChanges();
  assert.equal((await engine.findNode('990101001'))?.name, '青岩街道');
  const failed = (await chief('GET', `/api/territory-changes/${later.body.id}`)).body;
  assert.equal(failed.state, 'failed');
  assert.match(failed.problems[0].zh, /已经撤销/);
  const withdrawn = await chief('POST', `/api/territory-changes/${failed.id}/withdraw`, {
    expectedVersion: failed.version,
  });
  assert.equal(withdrawn.body.state, 'withdrawn');
  const twice = await chief('POST', `/api/territory-changes/${failed.id}/apply`, {
    expectedVersion: withdrawn.body.version,
  });
  assert.equal(twice.body.code, 'territory.change-settled');
});

test('security 19: only whoever answers for what lies above may change a division, and sees such changes', async () => {
  const change = { kind: 'rename', code: '990101002', name: '别人的街道' };
  assert.equal((await street('POST', '/api/territory-changes/preview', { change })).status, 404);
  assert.equal((await street('POST', '/api/territory-changes', { id: newId(), change, on: today, basis })).status, 404);
  const own = { kind: 'end', code: '990101001003' };
  assert.equal((await community('POST', '/api/territory-changes/preview', { change: own })).status, 404);
  const all = (await chief('GET', '/api/territory-changes')).body as { id: string }[];
  assert.ok(all.length >= 8);
  assert.deepEqual((await community('GET', '/api/territory-changes')).body, []);
  assert.equal((await community('GET', `/api/territory-changes/${all[0]?.id}`)).body.code, 'territory.change-unknown');
  // Whoever sees what carries on learns what an old code became; nobody else.
  const worker = as(sessionAt('99.01.01.001.003.g01.'));
  const old = await worker('GET', '/api/territory/990101001001g01');
  assert.deepEqual([old.status, old.body.successors, old.body.boundary], [200, ['990101001003g01'], null]);
  assert.equal((await worker('GET', '/api/territory/990101001001g04')).status, 404);
});

test('S011: household groups are suggested, accepted, and go with their place', async () => {
  const suggested = (await chief('GET', '/api/territory/990101001003g01/household-groups')).body;
  assert.equal(suggested.length, 2);
  const accepted = await chief('POST', '/api/territory/990101001003g01/accepted-household-groups', {
    id: newId(),
    groups: suggested,
  });
  assert.equal(accepted.body.length, 2);
  await carryOut({ kind: 'move', code: '990101001003g01', parent: '990101002' });
  assert.deepEqual((await chief('GET', '/api/territory/990101001003/accepted-household-groups')).body, []);
  const moved = (await chief('GET', '/api/territory/990101002/accepted-household-groups')).body;
  assert.deepEqual([...new Set(codesOf(moved))], ['990101002g01']);
});

test('a drawn boundary of a part is checked against the whole', async () => {
  const change = {
    kind: 'split',
    code: '990101002',
    carriesOn: 0,
    parts: [
      {
        name: '南湖街道',
        children: (await chief('GET', '/api/territory/990101002/children')).body.map(
          (one: { code: string }) => one.code,
        ),
      },
      { name: '东湖街道', step: '005', children: [], boundary: { datum: 'WGS-84', geometry: box(8, 0, 3, 4) } },
    ],
  };
  const preview = (await chief('POST', '/api/territory-changes/preview', { change })).body;
  assert.ok(
    preview.boundaries.findings.some((one: { kind: string }) => one.kind === 'outside'),
    JSON.stringify(preview.boundaries.findings),
  );
});
