import Flatbush from 'flatbush';
import { metresPerDegree, metresPerDegreeEast } from './measure.ts';
import { depthOf, inScope } from './path.ts';
import { type Bounds, boundsOf, type LngLat, type Position, ringsOf, type Shape } from './shape.ts';

export interface PlacedShape {
  readonly path: string;
  readonly shape: Shape;
  /** A zone that lies across the tree: it claims points, but is never the deepest node. */
  readonly apart?: boolean;
}

export interface Place {
  /** The deepest node of the tree that holds the point. */
  readonly deepest: string | null;
  /** Every node that could claim it: those that hold it and have no deeper one inside, and zones. */
  readonly claims: readonly string[];
}

/** Edges of one area, sorted into horizontal bands, so that a ray meets a few edges and not all. */
interface Area {
  readonly path: string;
  readonly depth: number;
  readonly apart: boolean;
  readonly south: number;
  readonly bandsPerDegree: number;
  /** Where each band's edges begin in `edges`; one more at the end. */
  readonly starts: Uint32Array;
  /** Four numbers an edge: x1, y1, x2, y2. */
  readonly edges: Float64Array;
}

const edgesPerBand = 4;

const areaOf = ({ path, shape, apart }: PlacedShape, bounds: Bounds): Area => {
  const flat: number[] = [];
  for (const ring of ringsOf(shape))
    for (let i = 1; i < ring.length; i += 1) {
      const [x1, y1] = ring[i - 1] as Position;
      const [x2, y2] = ring[i] as Position;
      if (y1 !== y2) flat.push(x1, y1, x2, y2);
    }
  const count = flat.length / 4;
  const bands = Math.max(1, Math.ceil(count / edgesPerBand));
  const height = bounds.north - bounds.south || 1;
  const bandsPerDegree = bands / height;
  const bandAt = (lat: number): number =>
    Math.min(bands - 1, Math.max(0, Math.floor((lat - bounds.south) * bandsPerDegree)));
  const lists: number[][] = Array.from({ length: bands }, () => []);
  for (let edge = 0; edge < count; edge += 1) {
    const y1 = flat[edge * 4 + 1] as number;
    const y2 = flat[edge * 4 + 3] as number;
    for (let band = bandAt(Math.min(y1, y2)); band <= bandAt(Math.max(y1, y2)); band += 1) lists[band]?.push(edge);
  }
  const starts = new Uint32Array(bands + 1);
  const edges = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0) * 4);
  let at = 0;
  lists.forEach((list, band) => {
    starts[band] = at;
    for (const edge of list) {
      edges.set(flat.slice(edge * 4, edge * 4 + 4), at * 4);
      at += 1;
    }
  });
  starts[bands] = at;
  return { path, depth: depthOf(path), apart: apart === true, south: bounds.south, bandsPerDegree, starts, edges };
};

/** Even-odd over all rings at once: the same answer as shell minus holes, and half open as `isInRing`. */
const holds = (area: Area, lng: number, lat: number): boolean => {
  const { edges, starts } = area;
  const last = starts.length - 2;
  const band = Math.min(last, Math.max(0, Math.floor((lat - area.south) * area.bandsPerDegree)));
  const end = (starts[band + 1] as number) * 4;
  let inside = false;
  for (let i = (starts[band] as number) * 4; i < end; i += 4) {
    const y1 = edges[i + 1] as number;
    const y2 = edges[i + 3] as number;
    if (y1 > lat === y2 > lat) continue;
    const x1 = edges[i] as number;
    if (lng < (((edges[i + 2] as number) - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
};

/** Squared metres from a point to the nearest edge of an area. */
const squaredMetresTo = (area: Area, { lng, lat }: LngLat): number => {
  const east = metresPerDegreeEast(lat);
  let best = Infinity;
  const { edges } = area;
  for (let i = 0; i < edges.length; i += 4) {
    const x1 = ((edges[i] as number) - lng) * east;
    const y1 = ((edges[i + 1] as number) - lat) * metresPerDegree;
    const dx = ((edges[i + 2] as number) - lng) * east - x1;
    const dy = ((edges[i + 3] as number) - lat) * metresPerDegree - y1;
    const along = Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / (dx * dx + dy * dy)));
    best = Math.min(best, (x1 + along * dx) ** 2 + (y1 + along * dy) ** 2);
  }
  return best;
};

/** All boundaries of a district in memory; answers in microseconds. Made anew when one of them changes. */
export class PlaceIndex {
  readonly #areas: readonly Area[];
  readonly #tree: Flatbush | undefined;

  constructor(shapes: readonly PlacedShape[]) {
    const areas: Area[] = [];
    const tree = shapes.length > 0 ? new Flatbush(shapes.length) : undefined;
    for (const one of shapes) {
      const bounds = boundsOf(one.shape);
      areas.push(areaOf(one, bounds));
      tree?.add(bounds.west, bounds.south, bounds.east, bounds.north);
    }
    tree?.finish();
    this.#areas = areas;
    this.#tree = tree;
  }

  get size(): number {
    return this.#areas.length;
  }

  /** @param lng WGS-84 */
  locate(lng: number, lat: number): Place {
    const found: Area[] = [];
    this.#tree?.search(lng, lat, lng, lat, (index) => {
      const area = this.#areas[index] as Area;
      if (holds(area, lng, lat)) found.push(area);
      return false;
    });
    return placeOf(found);
  }

  /** As `locate`; nodes whose border is nearer than `metres` claim the point too. */
  locateNear(lng: number, lat: number, metres: number): Place {
    const [x, y] = [metres / metresPerDegreeEast(lat), metres / metresPerDegree];
    const held: Area[] = [];
    const claiming: Area[] = [];
    this.#tree?.search(lng - x, lat - y, lng + x, lat + y, (index) => {
      const area = this.#areas[index] as Area;
      const isHeld = holds(area, lng, lat);
      if (isHeld) held.push(area);
      if (isHeld || squaredMetresTo(area, { lng, lat }) <= metres * metres) claiming.push(area);
      return false;
    });
    return { deepest: placeOf(held).deepest, claims: placeOf(claiming).claims };
  }
}

/** Overlapping nodes of the same depth: the one whose path comes first, so that the answer never changes by chance. */
const comesFirst = (a: Area, b: Area): boolean => a.depth > b.depth || (a.depth === b.depth && a.path < b.path);

const placeOf = (found: readonly Area[]): Place => {
  let deepest: Area | undefined;
  for (const area of found) if (!area.apart && (!deepest || comesFirst(area, deepest))) deepest = area;
  const claims: string[] = [];
  for (const area of found)
    if (area.apart || !found.some((other) => other !== area && !other.apart && inScope(other.path, area.path)))
      claims.push(area.path);
  return { deepest: deepest?.path ?? null, claims: claims.length > 1 ? claims.sort() : claims };
};
