import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeToPath, inScope, pathToCode, type TerritoryPath } from '#engines/territory/model';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { at, box, newId, sessionAt, smallDistrict, startTerritory } from './fixtures/small-district.ts';

const { engine, as } = await startTerritory(await testParts(await testDatabase()));
/** A sibling whose code begins alike, in another district: `99.01.0` and `99.01.01` must never meet. */
const trap = [
  { path: '99.01.10.', name: '青阴区', level: 'district', shape: box(0, 0, 10, 4) },
  { path: '99.01.10.001.', name: '青石街道', level: 'street', shape: box(0, 0, 4) },
];
await engine.plantTerritory([...smallDistrict, ...trap]);
const ruling = { line: 'sanitation', acts: '990101001', state: 'meanwhile', basis: '会议纪要' };
await as(sessionAt('99.01.01.'))('POST', '/api/territory/990101002x1/rulings', { id: newId(), ...ruling });

const paths = [...smallDistrict, ...trap].map((node) => node.path);
const anyPath = fc.constantFrom(...paths);
const scopes = fc.array(anyPath, { maxLength: 3 });
const readings = (code: string): string[] => [
  '/api/territory',
  ...[
    '',
    '/children',
    '/boundaries',
    '/boundaries?level=grid',
    '/boundaries?level=zone',
    '/checks',
    '/zones',
    '/rulings',
  ].map((end) => `/api/territory/${code}${end}`),
  ...['青', '第', 'q', 'hysq', '99', code].map((words) => `/api/territory-search?words=${encodeURIComponent(words)}`),
  `/api/territory-search?words=${encodeURIComponent('青')}&at=${code}`,
];

/** Every code that an answer names, except the territory that acts in a disputed place, which has to be named. */
const codesIn = (value: unknown, found: string[] = []): string[] => {
  if (Array.isArray(value)) for (const one of value) codesIn(one, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      if (key === 'code' && typeof one === 'string') found.push(one);
      else if (key !== 'acts') codesIn(one, found);
    }
  return found;
};

const isSeenFrom = (own: readonly TerritoryPath[], path: TerritoryPath): boolean =>
  own.some((scope) => inScope(path, scope) || inScope(scope, path));

test('no reading names a node beside the scopes, for any session and any node asked for', async () => {
  await fc.assert(
    fc.asyncProperty(scopes, anyPath, async (own, asked) => {
      const ask = as(sessionAt(...own));
      for (const url of readings(pathToCode(asked))) {
        const { status, body } = await ask('GET', url);
        assert.ok(status === 200 || status === 404, `${url}: ${status}`);
        if (status === 200)
          for (const code of codesIn(body))
            assert.ok(isSeenFrom(own, codeToPath(code)), `${own} saw ${code} by ${url}`);
      }
    }),
    { numRuns: 60 },
  );
});

test('no point tells of a node beside the scopes', async () => {
  const place = fc.double({ min: -0.5, max: 10.5, noNaN: true });
  await fc.assert(
    fc.asyncProperty(scopes, place, fc.double({ min: -0.5, max: 4.5, noNaN: true }), async (own, x, y) => {
      const { status, body } = await as(sessionAt(...own))('POST', '/api/territory/locate', {
        ...at(x, y),
        datum: 'WGS-84',
      });
      assert.equal(status, 200);
      for (const code of codesIn(body)) assert.ok(isSeenFrom(own, codeToPath(code)), `${own} saw ${code}`);
    }),
    { numRuns: 150 },
  );
});

test('above the scope a node gives its name and nothing else', async () => {
  const { body } = await as(sessionAt('99.01.01.001.'))('GET', '/api/territory/990101');
  assert.deepEqual(
    [body.boundary, body.boundaryText, body.neighbours, body.borders, body.profile, body.areaSquareMetres],
    [null, null, [], [], {}, null],
  );
});

test('no writing reaches above or beside the scopes', async () => {
  await fc.assert(
    fc.asyncProperty(scopes, anyPath, async (own, asked) => {
      fc.pre(!own.some((scope) => inScope(asked, scope)));
      const ask = as(sessionAt(...own));
      const code = pathToCode(asked);
      const before = await engine.findNode(code);
      const answers = await Promise.all([
        ask('PATCH', `/api/territory/${code}`, { name: '改' }),
        ask('PUT', `/api/territory/${code}/boundary`, { datum: 'WGS-84', geometry: null }),
        ask('POST', `/api/territory/${code}/rulings`, { id: newId(), ...ruling }),
        ask('POST', '/api/territory', { id: newId(), parent: code, step: 'g99', name: '新', level: 'grid' }),
        ask('GET', `/api/territory/${code}/household-groups`),
      ]);
      assert.deepEqual(
        answers.map((one) => one.status),
        [404, 404, 404, 404, 404],
      );
      assert.deepEqual(await engine.findNode(code), before);
    }),
    { numRuns: 40 },
  );
});

test('who may ask at all', async () => {
  const reader = { ...sessionAt('99.01.01.'), permissions: new Set(['territory.read']) };
  const nobody = { ...sessionAt('99.01.01.'), permissions: new Set<string>() };
  for (const url of readings('990101')) {
    assert.equal((await as(null)('GET', url)).status, 401, url);
    assert.equal((await as(nobody)('GET', url)).status, 403, url);
    assert.equal((await as(reader)('GET', url)).status, 200, url);
  }
  assert.equal((await as(reader)('PATCH', '/api/territory/990101', { name: '改' })).status, 403);
  assert.equal(
    (await as(reader)('PUT', '/api/territory/990101/boundary', { datum: 'WGS-84', geometry: null })).status,
    403,
  );
});
