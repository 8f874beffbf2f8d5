import { label, type Label } from '#kernel/label';
import { isInRing } from './inside.ts';
import { areaSquareMetres } from './measure.ts';
import { type LngLat, polygonsOf, type Position, type Ring, type Shape, signedDoubleArea } from './shape.ts';

export interface ShapeProblem {
  readonly kind: 'too-few' | 'not-closed' | 'not-on-earth' | 'crossing' | 'orientation' | 'hole-outside' | 'too-small';
  readonly text: Label;
  readonly at: LngLat | null;
}

/** Smaller than a car park is a slip of the hand (m²). */
export const minimumAreaSquareMetres = 20;

const problem = (kind: ShapeProblem['kind'], text: Label, at: Position | null): ShapeProblem => ({
  kind,
  text,
  at: at && { lng: at[0], lat: at[1] },
});

const side = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const between = (a: Position, b: Position, c: Position): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

/** True when two segments share a position, ends included. */
export const segmentsMeet = (a: Position, b: Position, c: Position, d: Position): boolean => {
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (
    (abc === 0 && between(a, b, c)) ||
    (abd === 0 && between(a, b, d)) ||
    (cda === 0 && between(c, d, a)) ||
    (cdb === 0 && between(c, d, b))
  );
};

interface Edge {
  readonly from: Position;
  readonly to: Position;
  readonly ring: number;
  readonly index: number;
  readonly count: number;
  readonly west: number;
  readonly east: number;
}

/** The first position at which borders of a part cross or touch, found by a sweep from west to east. */
const firstCrossing = (rings: readonly Ring[]): Position | null => {
  const edges: Edge[] = rings.flatMap((ring, number) =>
    ring.slice(1).map((to, index) => {
      const from = ring[index] as Position;
      const [west, east] = from[0] < to[0] ? [from[0], to[0]] : [to[0], from[0]];
      return { from, to, ring: number, index, count: ring.length - 1, west, east };
    }),
  );
  edges.sort((a, b) => a.west - b.west);
  let open: Edge[] = [];
  for (const edge of edges) {
    open = open.filter((other) => other.east >= edge.west);
    for (const other of open) {
      if (!segmentsMeet(edge.from, edge.to, other.from, other.to)) continue;
      if (edge.ring !== other.ring) return edge.from;
      const apart = Math.abs(edge.index - other.index);
      // Neighbours share an end; they cross only by running back over one another.
      if (apart !== 1 && apart !== edge.count - 1) return edge.from;
      const [before, after] = (apart === 1) === edge.index > other.index ? [other, edge] : [edge, other];
      if (side(before.from, before.to, after.to) === 0 && between(before.from, before.to, after.to)) return edge.from;
      if (side(after.from, after.to, before.from) === 0 && between(after.from, after.to, before.from)) return edge.from;
    }
    open.push(edge);
  }
  return null;
};

const ringProblems = (ring: Ring, isShell: boolean): ShapeProblem[] => {
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (!first || !last || ring.length < 4)
    return [
      problem(
        'too-few',
        label('边界至少需要三个不同的点', 'a boundary needs at least three different points'),
        first ?? null,
      ),
    ];
  const strange = ring.find(([lng, lat]) => Math.abs(lng) > 180 || Math.abs(lat) > 90);
  if (strange)
    return [
      problem(
        'not-on-earth',
        label(
          `坐标超出经纬度范围（${strange[0]}，${strange[1]}），可能不是经纬度或经纬度颠倒`,
          `the position ${strange[0]}, ${strange[1]} is no longitude and latitude`,
        ),
        null,
      ),
    ];
  if (first[0] !== last[0] || first[1] !== last[1])
    return [
      problem(
        'not-closed',
        label('边界没有闭合，终点应与起点相同', 'the boundary is not closed: its end must be its start'),
        last,
      ),
    ];
  if (signedDoubleArea(ring) > 0 !== isShell)
    return [
      problem(
        'orientation',
        label(
          isShell ? '外圈应为逆时针方向' : '内圈（空洞）应为顺时针方向',
          isShell ? 'an outer ring must run counter-clockwise' : 'a hole must run clockwise',
        ),
        first,
      ),
    ];
  return [];
};

/** What is wrong with a boundary, in sentences; empty when it is right. `tidyShape` mends closing and orientation. */
export const shapeProblems = (shape: Shape): ShapeProblem[] => {
  const problems: ShapeProblem[] = [];
  for (const rings of polygonsOf(shape)) {
    const own = rings.flatMap((ring, index) => ringProblems(ring, index === 0));
    problems.push(...own);
    if (own.some((one) => one.kind !== 'orientation')) continue;
    const crossing = firstCrossing(rings);
    if (crossing) {
      problems.push(
        problem(
          'crossing',
          label(
            '边界线自相交或重叠，请拖动交叉处的点',
            'the boundary crosses or touches itself; please move the points there',
          ),
          crossing,
        ),
      );
      continue;
    }
    const [shell, ...holes] = rings;
    for (const hole of holes) {
      const [first] = hole;
      if (shell && first && !isInRing(first[0], first[1], shell))
        problems.push(problem('hole-outside', label('空洞落在外圈之外', 'a hole lies outside its shell'), first));
    }
  }
  if (problems.length === 0 && areaSquareMetres(shape) < minimumAreaSquareMetres)
    problems.push(
      problem(
        'too-small',
        label(`面积不足 ${minimumAreaSquareMetres} 平方米`, `the area is below ${minimumAreaSquareMetres} m²`),
        null,
      ),
    );
  return problems;
};
