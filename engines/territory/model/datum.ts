import packaged from 'gcoord';
import { type LngLat, polygonsOf, type Position, type Shape, shapeOf } from './shape.ts';

// The package's types describe an ES module, Node and Vite hand over the default export itself.
const gcoord = packaged as unknown as (typeof packaged)['default'];

/** GCJ-02 is the datum of Chinese web maps, BD-09 Baidu's; both differ from WGS-84 by up to 700 m. */
export type Datum = 'WGS-84' | 'GCJ-02' | 'BD-09';
const systems = { 'WGS-84': gcoord.WGS84, 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const;

const convert = ([lng, lat]: Position, from: Datum, to: Datum): Position => {
  if (from === to) return [lng, lat];
  const [x = lng, y = lat] = gcoord.transform<[number, number]>([lng, lat], systems[from], systems[to]);
  return [x, y];
};

export const toWgs84 = (point: LngLat, datum: Datum): LngLat => {
  const [lng, lat] = convert([point.lng, point.lat], datum, 'WGS-84');
  return { lng, lat };
};

export const fromWgs84 = (point: LngLat, datum: Datum): LngLat => {
  const [lng, lat] = convert([point.lng, point.lat], 'WGS-84', datum);
  return { lng, lat };
};

export const shapeToWgs84 = (shape: Shape, datum: Datum): Shape =>
  datum === 'WGS-84'
    ? shape
    : shapeOf(
        polygonsOf(shape).map((rings) =>
          rings.map((ring) => ring.map((position) => convert(position, datum, 'WGS-84'))),
        ),
      );
