import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { metresBetween, type Polygon, type Position, type Shape } from '#engines/territory/model';
import {
  draftOf,
  insertVertex,
  moveVertex,
  readCoordinates,
  removeVertex,
  shapeOfDraft,
  writeCoordinates,
} from './boundary-draft.ts';
import { snapTo } from './snap.ts';

const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ],
};
const holed: Shape = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
        [0, 0],
      ],
      [
        [1, 1],
        [1, 2],
        [2, 2],
        [1, 1],
      ],
    ],
    [
      [
        [20, 0],
        [21, 0],
        [21, 1],
        [20, 0],
      ],
    ],
  ],
};

test('a boundary comes back from its draft as it was', () => {
  assert.deepEqual(shapeOfDraft(draftOf(square)), square);
  assert.deepEqual(shapeOfDraft(draftOf(holed)), holed);
  assert.equal(shapeOfDraft(draftOf(null)), null);
});

test('vertices are moved, inserted and removed; the ring stays closed', () => {
  const moved = shapeOfDraft(moveVertex(draftOf(square), { ring: 0, index: 0 }, [-1, -1])) as Polygon;
  assert.deepEqual(moved.coordinates[0]?.[0], [-1, -1]);
  assert.deepEqual(moved.coordinates[0]?.at(-1), [-1, -1]);
  const more = shapeOfDraft(insertVertex(draftOf(square), { ring: 0, index: 1 }, [0.5, -0.5])) as Polygon;
  assert.equal(more.coordinates[0]?.length, 6);
  const less = removeVertex(draftOf(square), { ring: 0, index: 3 });
  assert.equal((shapeOfDraft(less) as Polygon).coordinates[0]?.length, 4);
  assert.equal(shapeOfDraft(removeVertex(less, { ring: 0, index: 0 })), null);
  const gone = [0, 0, 0].reduce((draft) => removeVertex(draft, { ring: 1, index: 0 }), draftOf(holed));
  assert.deepEqual(shapeOfDraft(gone), { ...holed, coordinates: [[holed.coordinates[0]?.[0]], holed.coordinates[1]] });
});

test('coordinates are read as people copy them, and written so that they come back', () => {
  assert.deepEqual(readCoordinates('114.1, 22.5\n\n114.2，22.5\n114.2\t22.6\n114.1 22.5'), [
    [114.1, 22.5],
    [114.2, 22.5],
    [114.2, 22.6],
  ]);
  assert.deepEqual(readCoordinates('114.1, 22.5\nnorth'), { line: 2 });
  assert.deepEqual(readCoordinates('22.5'), { line: 1 });
  assert.deepEqual(readCoordinates('506000 2490000'), { line: 1 });
  const micro = fc.integer({ min: -90_000_000, max: 90_000_000 }).map((value) => value / 1e6);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(micro, micro), { minLength: 3, maxLength: 20, selector: String }),
      (positions) => {
        assert.deepEqual(
          readCoordinates(writeCoordinates(positions)),
          positions.map(([x, y]) => [x + 0, y + 0]),
        );
      },
    ),
  );
});

test('a position near a neighbour goes to its corner, else to its border, else stays', () => {
  const neighbour: Shape = {
    type: 'Polygon',
    coordinates: [
      [
        [114, 22],
        [114.01, 22],
        [114.01, 22.01],
        [114, 22.01],
        [114, 22],
      ],
    ],
  };
  const snap = snapTo([neighbour]);
  assert.deepEqual(snap([114.00003, 22.00002], 10), [114, 22]);
  const onBorder = snap([114.005, 22.00005], 10);
  assert.ok(Math.abs(onBorder[1] - 22) < 1e-9 && Math.abs(onBorder[0] - 114.005) < 1e-6);
  assert.deepEqual(snap([114.005, 22.005], 10), [114.005, 22.005]);
  const point = ([lng, lat]: Position) => ({ lng, lat });
  fc.assert(
    fc.property(
      fc.double({ min: 113.999, max: 114.011, noNaN: true }),
      fc.double({ min: 21.999, max: 22.011, noNaN: true }),
      (lng, lat) => {
        assert.ok(metresBetween(point([lng, lat]), point(snap([lng, lat], 15))) <= 15.1);
      },
    ),
  );
});
