import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  areaSquareMetres,
  bordersOf,
  findShape,
  fromWgs84,
  isInShape,
  labelPoint,
  metresBetween,
  PlaceIndex,
  type Polygon,
  type Ring,
  type Shape,
  shapeProblems,
  signedDoubleArea,
  tidyShape,
  toWgs84,
} from '#engines/territory/model';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const square = (west: number, south: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [box(west, south, west + size, south + size)],
});
const kindsOf = (shape: Shape): string[] => shapeProblems(shape).map((one) => one.kind);

/** A ring around a centre with spokes of different length never crosses itself. */
const stars = fc
  .record({
    x: fc.double({ min: 114, max: 115, noNaN: true }),
    y: fc.double({ min: 22, max: 23, noNaN: true }),
    spokes: fc.array(fc.double({ min: 0.01, max: 0.2, noNaN: true }), { minLength: 5, maxLength: 40 }),
  })
  .map(({ x, y, spokes }): Polygon => {
    const ring = spokes.map((length, i): [number, number] => {
      const angle = (2 * Math.PI * i) / spokes.length;
      return [x + length * Math.cos(angle), y + length * Math.sin(angle)];
    });
    return { type: 'Polygon', coordinates: [[...ring, ring[0] as [number, number]]] };
  });

test('the index agrees with the bare ray cast over every area', () => {
  fc.assert(
    fc.property(
      fc.array(stars, { minLength: 1, maxLength: 25 }),
      fc.array(
        fc.tuple(fc.double({ min: 113.9, max: 115.1, noNaN: true }), fc.double({ min: 21.9, max: 23.1, noNaN: true })),
        {
          minLength: 30,
          maxLength: 30,
        },
      ),
      (shapes, points) => {
        const placed = shapes.map((shape, i) => ({ path: `99.01.01.001.001.g${i}.`, shape }));
        const index = new PlaceIndex(placed);
        for (const [lng, lat] of points) {
          const bare = placed
            .filter((one) => isInShape(lng, lat, one.shape))
            .map((one) => one.path)
            .sort();
          assert.deepEqual(index.locate(lng, lat), { deepest: bare[0] ?? null, claims: bare });
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('holes and parts count in the index as in the ray cast', () => {
  const island: Shape = {
    type: 'MultiPolygon',
    coordinates: [[box(0, 0, 10, 10), box(2, 2, 8, 8).toReversed()], [box(4, 4, 6, 6)]],
  };
  const index = new PlaceIndex([{ path: '99.', shape: island }]);
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 11, noNaN: true }),
      fc.double({ min: -1, max: 11, noNaN: true }),
      (lng, lat) => {
        assert.equal(index.locate(lng, lat).deepest !== null, isInShape(lng, lat, island));
      },
    ),
  );
  assert.ok(isInShape(5, 5, island));
  assert.ok(!isInShape(3, 3, island));
});

test('areas that share a border hold each point of it exactly once', () => {
  const tiles = [0, 1, 2].flatMap((x) =>
    [0, 1, 2].map((y) => ({ path: `99.01.01.001.001.g${x}${y}.`, shape: square(x, y, 1) })),
  );
  const index = new PlaceIndex(tiles);
  const corner = fc.constantFrom(0, 0.5, 1, 1.5, 2, 2.5);
  fc.assert(fc.property(corner, corner, (lng, lat) => assert.equal(index.locate(lng, lat).claims.length, 1)));
});

test('the deepest node wins, zones only claim, and a near border claims on request', () => {
  const index = new PlaceIndex([
    { path: '99.01.01.', shape: square(0, 0, 10) },
    { path: '99.01.01.001.', shape: square(0, 0, 5) },
    { path: '99.01.01.001.001.g01.', shape: square(0, 0, 1) },
    { path: '99.01.01.001.001.g02.', shape: square(1, 0, 1) },
    { path: '99.01.01.z01.', shape: square(0.5, 0, 1), apart: true },
  ]);
  assert.deepEqual(index.locate(0.2, 0.2), { deepest: '99.01.01.001.001.g01.', claims: ['99.01.01.001.001.g01.'] });
  assert.deepEqual(index.locate(0.7, 0.2).claims, ['99.01.01.001.001.g01.', '99.01.01.z01.']);
  assert.equal(index.locate(0.7, 0.2).deepest, '99.01.01.001.001.g01.');
  assert.equal(index.locate(7, 7).deepest, '99.01.01.');
  assert.deepEqual(index.locate(20, 20), { deepest: null, claims: [] });
  assert.deepEqual(index.locateNear(0.99995, 0.2, 20).claims, [
    '99.01.01.001.001.g01.',
    '99.01.01.001.001.g02.',
    '99.01.01.z01.',
  ]);
});

test('a right boundary has no problems, a wrong one says what is wrong', () => {
  assert.deepEqual(kindsOf(square(114, 22, 0.01)), []);
  const bow: Ring = [
    [114, 22],
    [114.01, 22.01],
    [114.01, 22],
    [114, 22.02],
    [114, 22],
  ];
  assert.ok(kindsOf(tidyShape({ type: 'Polygon', coordinates: [bow] })).includes('crossing'));
  assert.deepEqual(kindsOf({ type: 'Polygon', coordinates: [box(114, 22, 114.1, 22.1).slice(0, -1)] }), ['not-closed']);
  assert.deepEqual(kindsOf({ type: 'Polygon', coordinates: [box(114, 22, 114.1, 22.1).toReversed()] }), [
    'orientation',
  ]);
  assert.deepEqual(
    kindsOf({
      type: 'Polygon',
      coordinates: [
        [
          [114, 22],
          [114.1, 22],
          [114, 22],
        ],
      ],
    }),
    ['too-few'],
  );
  assert.deepEqual(kindsOf(square(114, 22, 0.00001)), ['too-small']);
  assert.deepEqual(kindsOf({ type: 'Polygon', coordinates: [box(506000, 2490000, 507000, 2491000)] }), [
    'not-on-earth',
  ]);
  const spike: Ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [1, 0],
    [0, 1],
    [0, 0],
  ];
  assert.ok(kindsOf(tidyShape({ type: 'Polygon', coordinates: [spike] })).includes('crossing'));
  const stray: Shape = { type: 'Polygon', coordinates: [box(0, 0, 1, 1), box(2, 2, 3, 3).toReversed()] };
  assert.deepEqual(kindsOf(stray), ['hole-outside']);
});

test('tidying mends what needs no decision, and star shapes are always right after it', () => {
  fc.assert(
    fc.property(stars, fc.boolean(), (star, turned) => {
      const ring = star.coordinates[0] ?? [];
      const open: Shape = { type: 'Polygon', coordinates: [turned ? ring.slice(1).toReversed() : ring.slice(1)] };
      const tidy = tidyShape(open);
      assert.deepEqual(kindsOf(tidy), []);
      assert.deepEqual(tidyShape(tidy), tidy);
      assert.ok(signedDoubleArea((tidy as Polygon).coordinates[0] ?? []) > 0);
    }),
  );
});

test('an area is measured on the sphere', () => {
  // One degree square at the equator: 12,308.8 km² on the ellipsoid.
  assert.ok(Math.abs(areaSquareMetres(square(0, -0.5, 1)) / 12_308.8e6 - 1) < 0.006);
  const holed: Shape = { type: 'Polygon', coordinates: [box(0, 0, 2, 2), box(0.5, 0.5, 1.5, 1.5).toReversed()] };
  assert.ok(areaSquareMetres(holed) < areaSquareMetres(square(0, 0, 2)) * 0.76);
});

test('a name is written inside its area', () => {
  const horseshoe: Shape = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [3, 0],
        [3, 3],
        [2, 3],
        [2, 1],
        [1, 1],
        [1, 3],
        [0, 3],
        [0, 0],
      ],
    ],
  };
  const bent = labelPoint(horseshoe);
  assert.ok(isInShape(bent.lng, bent.lat, horseshoe));
  fc.assert(
    fc.property(stars, (star) => {
      const point = labelPoint(star);
      assert.ok(isInShape(point.lng, point.lat, star));
    }),
  );
});

test('a point of another datum comes to its place and back', () => {
  const tower = { lng: 114.3, lat: 22.7 };
  for (const datum of ['GCJ-02', 'BD-09', 'WGS-84'] as const) {
    const there = fromWgs84(tower, datum);
    assert.ok(datum === 'WGS-84' || metresBetween(tower, there) > 300);
    assert.ok(metresBetween(tower, toWgs84(there, datum)) < 1);
  }
});

test('neighbours are those along a border, with its length and side', () => {
  const here = square(114, 22, 0.01);
  const others = [
    { path: 'east', shape: square(114.01, 22, 0.01) },
    { path: 'corner', shape: square(114.01, 22.01, 0.01) },
    { path: 'sloppy north', shape: square(114.00002, 22.01002, 0.0095) },
    { path: 'far', shape: square(114.5, 22, 0.01) },
  ];
  const found = bordersOf(here, others);
  assert.deepEqual(
    found.map(({ path, side }) => ({ path, side })),
    [
      { path: 'east', side: 'east' },
      { path: 'sloppy north', side: 'north' },
    ],
  );
  assert.ok(Math.abs((found[0]?.metres ?? 0) - 1112) < 15);
});

test('an area is found in any GeoJSON that holds one', () => {
  const shape = square(1, 1, 1);
  assert.deepEqual(findShape({ type: 'Feature', properties: {}, geometry: shape }), shape);
  assert.deepEqual(findShape({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: shape }] }), shape);
  assert.equal(findShape({ type: 'Point', coordinates: [1, 2] }), undefined);
  assert.equal(findShape({ type: 'Polygon', coordinates: [[['1', 2]]] }), undefined);
  assert.equal(findShape(null), undefined);
});
