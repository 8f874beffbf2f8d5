import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { fromWgs84 } from '#engines/territory/model';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { at, box, newId, sessionAt, smallDistrict, startTerritory } from './fixtures/small-district.ts';

const database = await testDatabase();
const parts = await testParts(database);
const { engine, as } = await startTerritory(parts);
await engine.plantTerritory(smallDistrict);
const chief = as(sessionAt('99.01.01.'));
const street = as(sessionAt('99.01.01.001.'));
const worker = as(sessionAt('99.01.01.001.001.g02.'));
const stranger = as(null);

const codes = (nodes: { code: string }[]): string[] => nodes.map((node) => node.code);

test('planting again changes nothing, and keeps what was edited by hand', async () => {
  assert.deepEqual(await engine.plantTerritory(smallDistrict), {
    added: 0,
    changed: 0,
    unchanged: smallDistrict.length,
  });
  const code = '990101002';
  await chief('PATCH', `/api/territory/${code}`, { name: '南塘新城街道' });
  assert.equal((await engine.plantTerritory(smallDistrict)).changed, 0);
  assert.equal((await engine.findNode(code))?.name, '南塘新城街道');
  const renamed = smallDistrict.map((node) =>
    node.path === '99.01.01.002.' ? { ...node, name: '南塘街道（新）' } : node,
  );
  assert.deepEqual(await engine.plantTerritory(renamed), { added: 0, changed: 1, unchanged: smallDistrict.length - 1 });
  assert.equal((await engine.findNode(code))?.name, '南塘街道（新）');
  assert.equal((await engine.plantTerritory(smallDistrict)).changed, 1);
});

test('the tree opens from the tops of the scope; zones are counted apart', async () => {
  assert.deepEqual(codes((await chief('GET', '/api/territory')).body), ['990101']);
  const children = await chief('GET', '/api/territory/990101/children');
  assert.deepEqual(codes(children.body), ['990101001', '990101002']);
  assert.equal((await engine.findNode('990101'))?.level, 'district');
  const detail = (await chief('GET', '/api/territory/990101')).body;
  assert.equal(detail.node.childCount, 2);
  assert.deepEqual(codes((await chief('GET', '/api/territory/990101/zones')).body), ['990101z01']);
});

test('a node shows its trail, area, neighbours with side and length', async () => {
  const { body } = await chief('GET', '/api/territory/990101001');
  assert.deepEqual(codes(body.trail), ['99', '9901', '990101', '990101001']);
  assert.deepEqual(codes(body.neighbours), ['990101002']);
  assert.equal(body.borders[0].side, 'east');
  assert.ok(Math.abs(body.borders[0].metres - 4448) < 40, body.borders[0].metres);
  assert.ok(Math.abs(body.areaSquareMetres / (4 * 4 * 1111.95 ** 2 * Math.cos((22.02 * Math.PI) / 180)) - 1) < 0.01);
  assert.equal((await chief('GET', '/api/territory/990101001001')).body.officialName, '槐荫社区居委会');
});

test('nobody sees beside their scope; above it only the trail, bare', async () => {
  assert.equal((await stranger('GET', '/api/territory')).status, 401);
  assert.deepEqual(codes((await worker('GET', '/api/territory')).body), ['990101001001g02']);
  for (const code of ['990101002', '990101001001g01', '990101001002', '990102'])
    assert.equal((await worker('GET', `/api/territory/${code}`)).status, 404, code);
  assert.deepEqual(codes((await worker('GET', '/api/territory/990101001001/children')).body), ['990101001001g02']);
  const above = (await worker('GET', '/api/territory/990101')).body;
  assert.equal(above.boundary, null);
  assert.deepEqual(above.neighbours, []);
  assert.deepEqual(above.profile, {});
  assert.equal((await worker('GET', '/api/territory/990101001001/boundaries')).body.features.length, 1);
  assert.deepEqual((await worker('GET', `/api/territory-search?words=${encodeURIComponent('网格')}`)).body, []);
  assert.deepEqual(
    codes(
      (await worker('GET', `/api/territory-search?words=${encodeURIComponent('第')}`)).body.map(
        (one: { node: { code: string } }) => one.node,
      ),
    ),
    ['990101001001g02'],
  );
});

test('nobody writes above or beside their scope', async () => {
  const edit = { name: '我的区' };
  assert.equal((await worker('PATCH', '/api/territory/990101', edit)).status, 404);
  assert.equal((await worker('PATCH', '/api/territory/990101001001g01', edit)).status, 404);
  assert.equal(
    (await street('PUT', '/api/territory/990101002/boundary', { datum: 'WGS-84', geometry: null })).status,
    404,
  );
  const add = { id: newId(), parent: '990101', step: '009', name: '新街道', level: 'street' };
  assert.equal((await street('POST', '/api/territory', add)).status, 404);
});

test('a node is found by name, ending, initials, pinyin, code, and by two words', async () => {
  const search = async (words: string, more = '') =>
    (await chief('GET', `/api/territory-search?words=${encodeURIComponent(words)}${more}`)).body.map(
      (one: { node: { name: string } }) => one.node.name,
    );
  assert.deepEqual(await search('青'), ['青阳区', '青石街道', '青石商圈']);
  assert.deepEqual(await search('荫社'), ['槐荫社区']);
  assert.deepEqual(await search('hysq'), ['槐荫社区']);
  assert.deepEqual(await search('liuxi'), ['柳溪社区']);
  assert.deepEqual(await search('LX'), ['柳溪社区']);
  assert.deepEqual(await search('99010100100'), [
    '槐荫社区',
    '第 1 网格',
    '1 号楼',
    '2 号楼',
    '第 2 网格',
    '第 3 网格',
    '第 4 网格',
    '3 号楼',
    '柳溪社区',
  ]);
  assert.deepEqual(await search('槐荫 第3'), ['第 3 网格']);
  assert.deepEqual(await search('第３网格 青石'), ['第 3 网格']);
  assert.deepEqual(await search('青', '&at=990101001'), ['青石街道']);
  assert.deepEqual(await search('！？'), []);
  const [row] = (await chief('GET', `/api/territory-search?words=${encodeURIComponent('第 3')}`)).body;
  assert.equal(row.names, '青石街道 · 槐荫社区 · 第 3 网格');
});

test('a point in any datum finds the deepest node and all that could claim it', async () => {
  const point = at(2.1, 1);
  for (const datum of ['WGS-84', 'GCJ-02', 'BD-09'] as const) {
    const { body } = await chief('POST', '/api/territory/locate', { ...fromWgs84(point, datum), datum });
    assert.equal(body.deepest.code, '990101001001g02');
    assert.deepEqual(codes(body.candidates), ['990101001001g02', '990101001001g03']);
  }
  const zone = (await chief('POST', '/api/territory/locate', { ...at(3.75, 1), datum: 'WGS-84' })).body;
  assert.equal(zone.deepest.code, '990101001001');
  assert.deepEqual(codes(zone.candidates), ['990101001001', '990101z01']);
  const beside = (await worker('POST', '/api/territory/locate', { ...at(0.5, 1), datum: 'WGS-84' })).body;
  assert.equal(beside.deepest.code, '990101001001');
  assert.deepEqual(beside.candidates, []);
  const open = await stranger('POST', '/api/public/locate', {
    district: '990101',
    point: { ...at(0.5, 1), datum: 'WGS-84' },
  });
  assert.deepEqual(open.body, { code: '990101001001', names: '青石街道 · 槐荫社区' });
});

test('anyone may choose streets and communities, nothing below', async () => {
  const list = async (code: string) => codes((await stranger('GET', `/api/public/places/${code}`)).body);
  assert.deepEqual(await list('990101'), ['990101001', '990101002']);
  assert.deepEqual(await list('990101001'), ['990101001001', '990101001002']);
  assert.deepEqual(await list('990101001001'), []);
});

test('the checks find the overlap, the gap and the buildings out of place', async () => {
  const { body } = await chief('GET', '/api/territory/990101001001/checks');
  const told = body.map(
    (one: { kind: string; nodes: { name: string }[] }) =>
      `${one.kind}: ${one.nodes.map((node) => node.name).join(', ')}`,
  );
  assert.deepEqual(told.sort(), [
    'gap: 第 4 网格',
    'overlap: 第 2 网格, 第 3 网格',
    'twice-placed-building: 2 号楼, 第 2 网格, 第 3 网格',
    'unplaced-building: 3 号楼',
  ]);
  const gap = body.find((one: { kind: string }) => one.kind === 'gap');
  assert.equal(gap.shape.type, 'Polygon');
  assert.ok(Math.abs(gap.areaSquareMetres / 1_146_000 - 1) < 0.01, gap.areaSquareMetres);
  assert.deepEqual(
    (await chief('GET', '/api/territory/990101/checks')).body.map((one: { kind: string }) => one.kind).sort(),
    ['twice-placed-building', 'unplaced-building'],
  );
});

test('a drawn boundary is mended, measured, audited, and known to locate at once', async () => {
  const path = '/api/territory/990101001002';
  const before = (await chief('GET', path)).body;
  const bow = {
    type: 'Polygon',
    coordinates: [
      [
        [114, 22],
        [114.01, 22.01],
        [114.01, 22],
        [114, 22.02],
        [114, 22],
      ],
    ],
  };
  const refused = await chief('PUT', `${path}/boundary`, { datum: 'WGS-84', geometry: bow });
  assert.equal(refused.body.code, 'territory.boundary-invalid');
  const geometry = box(0, 2, 4, 1.9);
  const clockwise = { type: 'Polygon', coordinates: [geometry.coordinates[0]?.toReversed()] };
  const drawn = await chief('PUT', `${path}/boundary`, {
    datum: 'WGS-84',
    geometry: clockwise,
    expectedVersion: before.version,
  });
  assert.equal(drawn.status, 200);
  assert.equal(drawn.body.version, before.version + 1);
  assert.deepEqual((await engine.locate('990101', at(1, 3.95))).claims, ['99.01.01.001.']);
  assert.deepEqual((await engine.locate('990101', at(1, 3.8))).claims, ['99.01.01.001.002.']);
  const stale = await chief('PUT', `${path}/boundary`, { datum: 'WGS-84', geometry, expectedVersion: before.version });
  assert.equal(stale.body.code, 'territory.changed');
  const audit = await raw<{ n: number }>`select count(*) as n from audit_row
    where district = '990101' and action = 'territory.draw-boundary' and object = 'territory:990101001002'`.execute(
    parts.sql,
  );
  assert.equal(audit.rows[0]?.n, 1);
});

test('an added node is found at once; a repeat is harmless; a taken code is refused', async () => {
  const add = {
    id: newId(),
    parent: '990101001001',
    step: 'g05',
    name: '集贸市场网格',
    level: 'grid',
    kind: 'exclusive',
  };
  const before = (await chief('GET', '/api/territory/990101001001')).body.node.childCount;
  assert.equal((await chief('POST', '/api/territory', add)).body.code, '990101001001g05');
  assert.equal((await chief('POST', '/api/territory', add)).status, 200);
  assert.equal((await chief('GET', '/api/territory/990101001001')).body.node.childCount, before + 1);
  assert.equal((await chief('POST', '/api/territory', { ...add, name: '另一个' })).body.code, 'request.id-reused');
  assert.equal((await chief('POST', '/api/territory', { ...add, id: newId() })).body.code, 'territory.exists');
  assert.equal(
    (await chief('POST', '/api/territory', { ...add, id: newId(), step: '001' })).body.code,
    'territory.step-invalid',
  );
  assert.equal(
    (await chief('POST', '/api/territory', { ...add, id: newId(), step: 'g06', level: 'street' })).body.code,
    'territory.level-invalid',
  );
  assert.equal((await chief('GET', '/api/territory-search?words=jmsc')).body[0].node.name, '集贸市场网格');
});

test('a renamed node is found by its new name, by the old one as such, here and in another process', async () => {
  const other = await startTerritory(await testParts(database));
  const path = '99.01.01.001.001.g03.';
  assert.equal((await other.engine.namesOf([path])).get(path), '青石街道 · 槐荫社区 · 第 3 网格');
  await chief('PATCH', '/api/territory/990101001001g03', { name: '桥头网格' });
  assert.equal((await engine.namesOf([path])).get(path), '青石街道 · 槐荫社区 · 桥头网格');
  for (let turn = 0; turn < 60 && (await other.engine.findNode(path))?.name !== '桥头网格'; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal((await other.engine.findNode(path))?.name, '桥头网格');
  const count = async (words: string) =>
    (await chief('GET', `/api/territory-search?words=${encodeURIComponent(words)}`)).body.length;
  assert.equal(await count('桥头'), 1);
  const [old] = (await chief('GET', `/api/territory-search?words=${encodeURIComponent('第3网格')}`)).body;
  assert.deepEqual([old.node.name, old.formerly], ['桥头网格', '第 3 网格']);
});

test('profile values are dated: the old one stays, an equal one adds nothing', async () => {
  const url = '/api/territory/990101001001';
  await chief('PATCH', url, { profile: { households: 2100 }, profileFrom: '2025-01-01' });
  await chief('PATCH', url, { profile: { households: 2250 }, profileFrom: '2026-01-01' });
  const { body } = await chief('PATCH', url, { profile: { households: 2250 }, profileFrom: '2026-03-01' });
  assert.equal(body.profile.households, 2250);
  assert.deepEqual(body.profileHistory.households, [
    { value: 2100, from: '2025-01-01' },
    { value: 2250, from: '2026-01-01' },
  ]);
});

test('in a place of open belonging each business line has someone who acts, until it is settled', async () => {
  const url = '/api/territory/990101002x1/rulings';
  const path = '99.01.01.002.x1.';
  assert.equal(await engine.whoActs(path, 'sanitation'), path);
  const ruling = {
    id: newId(),
    line: 'sanitation',
    acts: '990101001',
    state: 'meanwhile',
    basis: '区协调会议纪要〔2026〕3 号',
    validFrom: '2026-01-01',
  };
  assert.equal((await chief('POST', url, ruling)).status, 200);
  assert.equal((await chief('POST', url, ruling)).body.length, 1);
  await chief('POST', url, { ...ruling, id: newId(), line: '*', acts: '990101002' });
  assert.equal(await engine.whoActs(`${path}b1.`, 'sanitation'), '99.01.01.001.');
  assert.equal(await engine.whoActs(path, 'policing'), '99.01.01.002.');
  const wrong = await chief('POST', '/api/territory/990101001/rulings', { ...ruling, id: newId() });
  assert.equal(wrong.body.code, 'territory.not-undetermined');
  const settled = await chief('POST', url, {
    ...ruling,
    id: newId(),
    line: '*',
    state: 'settled',
    validFrom: '2026-02-01',
  });
  assert.equal(settled.body.filter((one: { validTo: string | null }) => one.validTo === null).length, 1);
  assert.equal((await engine.findNode(path))?.kind, 'settled');
  assert.equal(await engine.whoActs(path, 'policing'), '99.01.01.001.');
});

test('household groups come from the buildings’ plans', async () => {
  const { body } = await chief('GET', '/api/territory/990101001001/household-groups');
  assert.deepEqual(
    body.map((one: { name: string; dwellings: string[] }) => [one.name, one.dwellings.length]),
    [
      ['1 号楼 1 单元 第 1 联户组', 10],
      ['1 号楼 2 单元 第 2 联户组', 10],
    ],
  );
});

test('boundaries come in by code, wrong ones are named, a second run changes nothing', async () => {
  const feature = (code: string, geometry: object) => ({ type: 'Feature', properties: { adcode: code }, geometry });
  const geojson = {
    type: 'FeatureCollection',
    features: [
      feature('990101002', box(4, 0, 6, 3.9)),
      feature('990101001000', box(0, 0, 4, 4)),
      feature('990101009', box(0, 0)),
      feature('990101001001', { type: 'Point', coordinates: [1, 2] }),
      { type: 'Feature', properties: {}, geometry: box(0, 0) },
    ],
  };
  const first = await engine.importBoundaries({ geojson, datum: 'WGS-84' });
  assert.deepEqual([first.set, first.unchanged], [1, 1]);
  assert.deepEqual(
    first.refused.map((one) => [one.number, one.code]),
    [
      [3, '990101009'],
      [4, '990101001001'],
      [5, null],
    ],
  );
  const second = await engine.importBoundaries({ geojson, datum: 'WGS-84' });
  assert.deepEqual([second.set, second.unchanged], [0, 2]);
});

test('other engines ask for ancestors and for nodes of a level', async () => {
  assert.equal((await engine.ancestorAt('99.01.01.001.001.g01.b1.', 'street'))?.name, '青石街道');
  assert.equal((await engine.ancestorAt('99.01.01.001.', 'street'))?.code, '990101001');
  assert.equal(await engine.ancestorAt('99.01.', 'street'), undefined);
  assert.deepEqual(codes(await engine.childrenAtLevel('99.01.01.', 'community')), [
    '990101001001',
    '990101001002',
    '990101002x1',
  ]);
  assert.equal(await engine.findNode('nonsense'), undefined);
});
