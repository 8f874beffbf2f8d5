/** Geometry of GeoJSON (RFC 7946), WGS-84, longitude first. */
export type Position = readonly [lng: number, lat: number];
/** Closed: the first position stands again at the end. */
export type Ring = readonly Position[];
export type Polygon = { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] };
export type MultiPolygon = { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
export type Shape = Polygon | MultiPolygon;
export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Shell and holes of each part. */
export const polygonsOf = (shape: Shape): readonly (readonly Ring[])[] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

export const ringsOf = (shape: Shape): readonly Ring[] => polygonsOf(shape).flat();

export const shapeOf = (polygons: readonly (readonly Ring[])[]): Shape => {
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
};

export const boundsOf = (shape: Shape): Bounds => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of ringsOf(shape))
    for (const [lng, lat] of ring) {
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  return { west, south, east, north };
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isPosition = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
const isRing = (value: unknown): value is [number, number][] => Array.isArray(value) && value.every(isPosition);
const isRings = (value: unknown): value is [number, number][][] =>
  Array.isArray(value) && value.length > 0 && value.every(isRing);

/** The area in any GeoJSON: a polygon, a feature of one, or a collection of them; undefined when there is none. */
export const findShape = (geojson: unknown): Shape | undefined => {
  if (!isObject(geojson)) return undefined;
  const { type, coordinates } = geojson;
  if (type === 'Feature') return findShape(geojson['geometry']);
  if (type === 'Polygon') return isRings(coordinates) ? { type, coordinates } : undefined;
  if (type === 'MultiPolygon')
    return Array.isArray(coordinates) && coordinates.length > 0 && coordinates.every(isRings)
      ? shapeOf(coordinates)
      : undefined;
  const members = type === 'FeatureCollection' ? geojson['features'] : geojson['geometries'];
  if (!Array.isArray(members) || members.length === 0) return undefined;
  const shapes = members.map(findShape);
  return shapes.every((shape) => shape !== undefined) ? shapeOf(shapes.flatMap(polygonsOf)) : undefined;
};

/** Twice the signed area in square degrees: positive when the ring runs counter-clockwise. */
export const signedDoubleArea = (ring: Ring): number => {
  let sum = 0;
  const [origin] = ring;
  if (!origin) return 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [x1, y1] = ring[i - 1] as Position;
    const [x2, y2] = ring[i] as Position;
    sum += (x1 - origin[0]) * (y2 - origin[1]) - (x2 - origin[0]) * (y1 - origin[1]);
  }
  return sum;
};

/** Seven decimals are one centimetre: finer than any boundary is known, and equal borders become equal numbers. */
const round = (value: number): number => Math.round(value * 1e7) / 1e7;
const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

const tidyRing = (ring: Ring, counterClockwise: boolean): Ring => {
  const positions: Position[] = [];
  for (const [lng, lat] of ring) {
    const next: Position = [round(lng), round(lat)];
    if (!same(positions[positions.length - 1], next)) positions.push(next);
  }
  const [first] = positions;
  if (first && !same(first, positions[positions.length - 1])) positions.push(first);
  return signedDoubleArea(positions) > 0 === counterClockwise ? positions : positions.reverse();
};

/** Rounded to a centimetre, without repeated positions, closed, shells counter-clockwise and holes clockwise. */
export const tidyShape = (shape: Shape): Shape =>
  shapeOf(polygonsOf(shape).map((rings) => rings.map((ring, index) => tidyRing(ring, index === 0))));
