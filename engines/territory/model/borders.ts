import Flatbush from 'flatbush';
import { centroid, metresPerDegree, metresPerDegreeEast } from './measure.ts';
import { boundsOf, type Position, ringsOf, type Shape } from './shape.ts';

export interface Border {
  readonly path: string;
  /** Length of the shared border. */
  readonly metres: number;
  /** Where the neighbour lies: 东邻, 西接 … */
  readonly side: 'north' | 'east' | 'south' | 'west';
}

/** Borders drawn by two hands differ; nearer than this they are one (m). */
export const borderTolerance = 5;
/** A shorter shared border is a corner that two areas touch with (m). */
const shortestBorder = 10;

type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Rings as segments in metres, east and north of an origin. */
const segmentsOf = (shape: Shape, origin: Position): Segment[] => {
  const east = metresPerDegreeEast(origin[1]);
  const flat = ([lng, lat]: Position): [number, number] => [
    (lng - origin[0]) * east,
    (lat - origin[1]) * metresPerDegree,
  ];
  return ringsOf(shape).flatMap((ring) =>
    ring.slice(1).map((to, index): Segment => [...flat(ring[index] as Position), ...flat(to)]),
  );
};

const isNear = (x: number, y: number, [x1, y1, x2, y2]: Segment, tolerance: number): boolean => {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return (x - x1 - along * dx) ** 2 + (y - y1 - along * dy) ** 2 <= tolerance * tolerance;
};

/** Metres of the first shape's border that run along the second's, measured in pieces of the tolerance. */
export const sharedBorderMetres = (shape: Shape, other: Shape, tolerance = borderTolerance): number => {
  const a = boundsOf(shape);
  const origin: Position = [(a.west + a.east) / 2, (a.south + a.north) / 2];
  const theirs = segmentsOf(other, origin);
  if (theirs.length === 0) return 0;
  const tree = new Flatbush(theirs.length);
  for (const [x1, y1, x2, y2] of theirs)
    tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  tree.finish();
  let shared = 0;
  for (const [x1, y1, x2, y2] of segmentsOf(shape, origin)) {
    const length = Math.hypot(x2 - x1, y2 - y1);
    const near = tree
      .search(
        Math.min(x1, x2) - tolerance,
        Math.min(y1, y2) - tolerance,
        Math.max(x1, x2) + tolerance,
        Math.max(y1, y2) + tolerance,
      )
      .map((index) => theirs[index] as Segment);
    if (near.length === 0) continue;
    const pieces = Math.max(1, Math.ceil(length / tolerance));
    for (let piece = 0; piece < pieces; piece += 1) {
      const along = (piece + 0.5) / pieces;
      const [x, y] = [x1 + (x2 - x1) * along, y1 + (y2 - y1) * along];
      if (near.some((segment) => isNear(x, y, segment, tolerance))) shared += length / pieces;
    }
  }
  return shared;
};

const sideOf = (shape: Shape, other: Shape): Border['side'] => {
  const [here, there] = [centroid(shape), centroid(other)];
  const east = (there.lng - here.lng) * metresPerDegreeEast(here.lat);
  const north = (there.lat - here.lat) * metresPerDegree;
  if (Math.abs(east) > Math.abs(north)) return east > 0 ? 'east' : 'west';
  return north > 0 ? 'north' : 'south';
};

/** Neighbours among the others, longest border first. */
export const bordersOf = (
  shape: Shape,
  others: readonly { readonly path: string; readonly shape: Shape }[],
  tolerance = borderTolerance,
): Border[] => {
  const own = boundsOf(shape);
  const y = tolerance / metresPerDegree;
  const x = tolerance / metresPerDegreeEast(own.north);
  const borders: Border[] = [];
  for (const other of others) {
    const box = boundsOf(other.shape);
    if (box.west > own.east + x || box.east < own.west - x || box.south > own.north + y || box.north < own.south - y)
      continue;
    const metres = sharedBorderMetres(shape, other.shape, tolerance);
    if (metres >= shortestBorder)
      borders.push({ path: other.path, metres: Math.round(metres), side: sideOf(shape, other.shape) });
  }
  return borders.sort((a, b) => b.metres - a.metres);
};
