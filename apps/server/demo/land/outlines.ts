import type { Chance } from '../chance.ts';
import { keyOf, lattice } from './divide.ts';

export type Position = readonly [lng: number, lat: number];
export type Ring = readonly Position[];

/** A stretch of border between two parts; both sides use the very same points, so nothing gapes or overlaps. */
interface Stretch {
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly from: number;
  readonly to: number;
  readonly points: readonly Position[];
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly left: number | undefined;
  readonly right: number | undefined;
}

const vertexKey = (column: number, row: number): number => row * (lattice.columns + 2) + column;

/** Edges of the lattice that part two parts, each with the part on its left and right as it runs. */
const borderEdges = (partOf: ReadonlyMap<number, number>): Edge[] => {
  const edges: Edge[] = [];
  for (let row = 0; row <= lattice.rows; row += 1)
    for (let column = 0; column <= lattice.columns; column += 1) {
      const here = partOf.get(keyOf(column, row));
      const west = column > 0 ? partOf.get(keyOf(column - 1, row)) : undefined;
      const south = row > 0 ? partOf.get(keyOf(column, row - 1)) : undefined;
      const corner = vertexKey(column, row);
      if (here !== west) edges.push({ from: corner, to: vertexKey(column, row + 1), left: west, right: here });
      if (here !== south) edges.push({ from: corner, to: vertexKey(column + 1, row), left: here, right: south });
    }
  return edges;
};

const turned = (edge: Edge): Edge => ({ from: edge.to, to: edge.from, left: edge.right, right: edge.left });

const smooth = (points: readonly Position[]): Position[] => {
  let line = [...points];
  for (let round = 0; round < 2; round += 1)
    line = line.map((point, index) => {
      const before = line[index - 1];
      const after = line[index + 1];
      return before && after
        ? [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4]
        : point;
    });
  return line;
};

/** Borders between junctions, smoothed once. A ring without a junction begins anywhere on itself. */
const stretchesOf = (edges: readonly Edge[], positionOf: (vertex: number) => Position): Stretch[] => {
  const at = new Map<number, Edge[]>();
  const put = (vertex: number, edge: Edge): void => void at.set(vertex, [...(at.get(vertex) ?? []), edge]);
  for (const edge of edges) {
    put(edge.from, edge);
    put(edge.to, turned(edge));
  }
  const done = new Set<string>();
  const nameOf = (edge: Edge): string => `${Math.min(edge.from, edge.to)}-${Math.max(edge.from, edge.to)}`;
  const stretches: Stretch[] = [];
  const walk = (first: Edge): void => {
    if (done.has(nameOf(first))) return;
    const vertices = [first.from];
    let edge: Edge | undefined = first;
    while (edge) {
      done.add(nameOf(edge));
      vertices.push(edge.to);
      const here: readonly Edge[] = at.get(edge.to) ?? [];
      edge = here.length === 2 ? here.find((one) => !done.has(nameOf(one))) : undefined;
    }
    stretches.push({
      left: first.left,
      right: first.right,
      from: first.from,
      to: vertices.at(-1) ?? first.to,
      points: smooth(vertices.map(positionOf)),
    });
  };
  for (const here of at.values()) if (here.length !== 2) here.forEach(walk);
  for (const here of at.values()) here.forEach(walk);
  return stretches;
};

/** Outlines of the parts, and of any set of parts, from one set of stretches. */
export class Outlines {
  readonly #stretches: readonly Stretch[];

  /** @param place where a point of the lattice (in cells from the south-west) lies on the earth */
  constructor(partOf: ReadonlyMap<number, number>, chance: Chance, place: (column: number, row: number) => Position) {
    const shaken = new Map<number, Position>();
    const positionOf = (vertex: number): Position => {
      const known = shaken.get(vertex);
      if (known) return known;
      const column = vertex % (lattice.columns + 2);
      const row = Math.floor(vertex / (lattice.columns + 2));
      const position = place(column + chance.between(-0.22, 0.22), row + chance.between(-0.22, 0.22));
      shaken.set(vertex, position);
      return position;
    };
    this.#stretches = stretchesOf(borderEdges(partOf), positionOf);
  }

  /** The closed ring around the given parts, counter-clockwise, first point repeated at the end. */
  around(parts: ReadonlySet<number>): Ring {
    const has = (part: number | undefined): boolean => part !== undefined && parts.has(part);
    const next = new Map<number, Stretch>();
    for (const stretch of this.#stretches) {
      if (has(stretch.left) === has(stretch.right)) continue;
      const along = has(stretch.left)
        ? stretch
        : { ...stretch, from: stretch.to, to: stretch.from, points: [...stretch.points].reverse() };
      if (next.has(along.from)) throw new RangeError('an outline crosses itself');
      next.set(along.from, along);
    }
    const [first] = next.values();
    if (!first) throw new RangeError('nothing to outline');
    const ring: Position[] = [];
    let used = 0;
    for (let stretch: Stretch | undefined = first; stretch; stretch = next.get(stretch.to)) {
      ring.push(...stretch.points.slice(0, -1));
      used += 1;
      if (stretch.to === first.from) break;
    }
    if (used !== next.size) throw new RangeError('an outline has a hole or falls apart');
    return [...ring, ring[0] as Position];
  }
}
