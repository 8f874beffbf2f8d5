import { label } from '#kernel/label';
import type { FieldType } from '../field.ts';
import { optionProblems } from '../options.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';
import { convertDatum, isDatum } from './datum.ts';

/** At rest always WGS-84; the value says so, because a Chinese map point is meaningless without its datum. */
export type PointValue = { readonly lng: number; readonly lat: number; readonly datum: 'WGS-84' };

/** China with its sea; a point outside is a slip of the hand or swapped numbers. */
const bounds = { west: 73, east: 136, south: 3, north: 54 } as const;
const isInChina = (lng: number, lat: number): boolean =>
  lng >= bounds.west && lng <= bounds.east && lat >= bounds.south && lat <= bounds.north;

/** Six digits are a tenth of a metre. */
const rounded = (degrees: number): number => Number(degrees.toFixed(6));

/** A point on the map. Takes WGS-84, GCJ-02 (Chinese web maps) and BD-09 (Baidu); the datum must be said. */
export const point: FieldType<PointValue> = {
  id: 'point',
  name: label('坐标', 'Point'),
  schema: () => ({
    type: 'object',
    properties: {
      lng: { type: 'number', minimum: bounds.west, maximum: bounds.east },
      lat: { type: 'number', minimum: bounds.south, maximum: bounds.north },
      datum: { type: 'string', const: 'WGS-84' },
    },
    required: ['lng', 'lat', 'datum'],
    additionalProperties: false,
  }),
  check: (value, field) => {
    if (typeof value !== 'object' || value === null) return refuseShape(field);
    const { lng, lat, datum } = value as { lng?: unknown; lat?: unknown; datum?: unknown };
    if (typeof lng !== 'number' || typeof lat !== 'number') return refuseShape(field);
    if (!isDatum(datum)) {
      return refuseField(field, label('坐标没有注明坐标系', 'the point does not say its datum'));
    }
    const outside = label(
      '位置不在中国境内，请在地图上重新选点',
      'the place is outside China; please choose it on the map again',
    );
    if (!isInChina(lng, lat)) return refuseField(field, outside);
    const [x, y] = convertDatum([lng, lat], datum, 'WGS-84');
    const found: PointValue = { lng: rounded(x), lat: rounded(y), datum: 'WGS-84' };
    return isInChina(found.lng, found.lat) ? found : refuseField(field, outside);
  },
  text: ({ lng, lat }) => `${lng.toFixed(6)}, ${lat.toFixed(6)}`,
  sample: (_field, _context, chance) => ({
    lng: rounded(114.3 + chance * 0.1),
    lat: rounded(22.65 + chance * 0.1),
    datum: 'WGS-84',
  }),
  problems: (field) => optionProblems(field, {}),
};
