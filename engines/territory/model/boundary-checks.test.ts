import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Polygon, Ring } from '#engines/territory/model';
import { gapsAmong, misplacedBuildings, outsideOf, overlapsAmong } from './boundary-checks.ts';

const box = (west: number, south: number, east: number, north: number): Polygon => {
  const ring: Ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
};
/** About 111 m a side at the equator. */
const step = 0.001;
const tile = (x: number, y: number, width = 1) => ({
  path: `g${x}${y}.`,
  shape: box(114 + x * step, y * step, 114 + (x + width) * step, (y + 1) * step),
});
const tiles = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => tile(x, y)));
const whole = box(114, 0, 114 + 3 * step, 3 * step);

test('a clean division has no findings', () => {
  assert.deepEqual(overlapsAmong(tiles), []);
  assert.deepEqual(gapsAmong(tiles, whole), []);
  assert.deepEqual(gapsAmong(tiles, null), []);
  assert.deepEqual(outsideOf({ path: 'p.', shape: whole }, tiles), []);
});

test('a missing tile is a gap, with or without the boundary of the parent when it is enclosed', () => {
  fc.assert(
    fc.property(fc.nat(8), (missing) => {
      const rest = tiles.filter((_, index) => index !== missing);
      const [gap, ...more] = gapsAmong(rest, whole);
      assert.deepEqual(more, []);
      assert.ok(gap && Math.abs(gap.areaSquareMetres - 12_364) < 30);
      assert.equal(gapsAmong(rest, null).length, missing === 4 ? 1 : 0);
    }),
  );
});

test('an overlap names both and its area', () => {
  const [overlap, ...more] = overlapsAmong([tile(0, 0, 1.5), tile(1, 0)]);
  assert.deepEqual(more, []);
  assert.deepEqual(overlap?.paths, ['g00.', 'g10.']);
  assert.ok(Math.abs((overlap?.areaSquareMetres ?? 0) - 6182) < 20);
});

test('borders of an unsteady hand are no findings', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -3e-6, max: 3e-6, noNaN: true }), { minLength: 36, maxLength: 36 }),
      (noise) => {
        let at = 0;
        const shaken = tiles.map(({ path, shape }) => ({
          path,
          shape: {
            type: 'Polygon' as const,
            coordinates: shape.coordinates.map((ring) => {
              const corners = ring.slice(0, -1).map(([lng, lat]) => [lng + (noise[at++] ?? 0), lat] as const);
              return [...corners, corners[0] ?? ([0, 0] as const)];
            }),
          },
        }));
        assert.deepEqual(overlapsAmong(shaken), []);
        assert.deepEqual(gapsAmong(shaken, whole), []);
      },
    ),
  );
});

test('ground outside the parent is found', () => {
  const [found] = outsideOf({ path: 'p.', shape: whole }, [tile(2, 0, 2)]);
  assert.deepEqual(found?.paths, ['g20.', 'p.']);
});

test('each building lies in one grid, and in its own', () => {
  const grids = [
    { path: '99.01.01.001.001.g01.', shape: tile(0, 0, 1.5).shape },
    { path: '99.01.01.001.001.g02.', shape: tile(1, 0).shape },
  ];
  const at = (x: number) => ({ lng: 114 + x * step, lat: 0.5 * step });
  assert.deepEqual(
    misplacedBuildings(
      [
        { path: '99.01.01.001.001.g01.b1.', point: at(0.5) },
        { path: '99.01.01.001.001.g01.b2.', point: at(1.8) },
        { path: '99.01.01.001.001.g01.b3.', point: at(1.2) },
        { path: '99.01.01.001.001.g02.b4.', point: at(5) },
        { path: '99.01.01.001.001.b5.', point: at(1.8) },
        { path: '99.01.01.001.001.b6.', point: null },
      ],
      grids,
    ).map(({ kind, building }) => `${kind} ${building.slice(17)}`),
    [
      'misplaced-building g01.b2.',
      'twice-placed-building g01.b3.',
      'unplaced-building g02.b4.',
      'unplaced-building b6.',
    ],
  );
});
