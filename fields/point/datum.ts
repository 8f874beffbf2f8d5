import packaged from 'gcoord';

// The package's types describe an ES module, Node and Vite hand over the default export itself.
const gcoord = packaged as unknown as (typeof packaged)['default'];

/** GCJ-02 is the datum of Chinese web maps, BD-09 Baidu's; both differ from WGS-84 by up to 700 m. */
const systems = { 'WGS-84': gcoord.WGS84, 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const;
export type Datum = keyof typeof systems;
export const isDatum = (value: unknown): value is Datum => typeof value === 'string' && Object.hasOwn(systems, value);

/** @param position longitude, latitude in degrees */
export const convertDatum = (position: readonly [number, number], from: Datum, to: Datum): [number, number] => {
  const [lng, lat] = position;
  if (from === to) return [lng, lat];
  const [x = lng, y = lat] = gcoord.transform<[number, number]>([lng, lat], systems[from], systems[to]);
  return [x, y];
};
