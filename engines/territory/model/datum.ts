import { convertDatum, type Datum } from '#fields/point/datum';
import { type LngLat, polygonsOf, type Shape, shapeOf } from './shape.ts';

export type { Datum };

export const toWgs84 = (point: LngLat, datum: Datum): LngLat => {
  const [lng, lat] = convertDatum([point.lng, point.lat], datum, 'WGS-84');
  return { lng, lat };
};

export const fromWgs84 = (point: LngLat, datum: Datum): LngLat => {
  const [lng, lat] = convertDatum([point.lng, point.lat], 'WGS-84', datum);
  return { lng, lat };
};

export const shapeToWgs84 = (shape: Shape, datum: Datum): Shape =>
  datum === 'WGS-84'
    ? shape
    : shapeOf(
        polygonsOf(shape).map((rings) =>
          rings.map((ring) => ring.map((position) => convertDatum(position, datum, 'WGS-84'))),
        ),
      );
