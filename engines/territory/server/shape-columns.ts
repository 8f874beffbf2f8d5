import { DomainError } from '#kernel/domain-error';
import {
  areaSquareMetres,
  boundsOf,
  type Datum,
  findShape,
  labelPoint,
  type LngLat,
  type Shape,
  shapeProblems,
  shapeToWgs84,
  tidyShape,
  toWgs84,
} from '#engines/territory/model';

/** What a row of `territory` holds of a boundary; the center is where its name is written. */
export interface ShapeColumns {
  readonly boundary: string | null;
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
  readonly center_lng: number | null;
  readonly center_lat: number | null;
  readonly area_m2: number | null;
}

/** A node without a boundary; its center stays, for a building is a point. */
export const noShape = { boundary: null, west: null, south: null, east: null, north: null, area_m2: null } as const;

export const shapeColumns = (shape: Shape): ShapeColumns => {
  const center = labelPoint(shape);
  return {
    boundary: JSON.stringify(shape),
    ...boundsOf(shape),
    center_lng: center.lng,
    center_lat: center.lat,
    area_m2: Math.round(areaSquareMetres(shape)),
  };
};

/** GeoJSON of any datum as a boundary at rest; refuses with what is wrong, in a sentence. */
export const readBoundary = (geojson: unknown, datum: Datum): Shape => {
  const given = findShape(geojson);
  if (!given) throw new DomainError('territory.boundary-invalid', { detail: '没有找到面状图形（Polygon）' });
  const shape = tidyShape(shapeToWgs84(given, datum));
  const [first] = shapeProblems(shape);
  if (first) throw new DomainError('territory.boundary-invalid', { detail: first.text.zh });
  return shape;
};

/** What a drawing changes: a polygon all columns, a GeoJSON point only the center, null takes the boundary away. */
export const drawnColumns = (geometry: unknown, datum: Datum): Partial<ShapeColumns> => {
  if (geometry === null) return noShape;
  const point = findPoint(geometry);
  if (!point) return shapeColumns(readBoundary(geometry, datum));
  const { lng, lat } = toWgs84(point, datum);
  return { center_lng: lng, center_lat: lat };
};

const findPoint = (geojson: unknown): LngLat | undefined => {
  const { type, coordinates } = (geojson ?? {}) as { readonly type?: unknown; readonly coordinates?: unknown };
  if (type !== 'Point' || !Array.isArray(coordinates)) return undefined;
  const [lng, lat] = coordinates as unknown[];
  return typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90
    ? { lng, lat }
    : undefined;
};
