import { isInShape } from './inside.ts';
import {
  boundsOf,
  type Bounds,
  type LngLat,
  polygonsOf,
  type Position,
  type Ring,
  ringsOf,
  type Shape,
  signedDoubleArea,
} from './shape.ts';

/** Radius of the sphere with the same surface as the WGS-84 ellipsoid, in metres. */
const earthRadius = 6_371_007.2;
const radians = Math.PI / 180;
export const metresPerDegree = earthRadius * radians;

/** Metres of one degree of longitude at a latitude. */
export const metresPerDegreeEast = (lat: number): number => metresPerDegree * Math.cos(lat * radians);

/** Metres between two positions of one district (flat at their latitude; error below 0.1 % within 50 km). */
export const metresBetween = (a: LngLat, b: LngLat): number =>
  Math.hypot((b.lng - a.lng) * metresPerDegreeEast((a.lat + b.lat) / 2), (b.lat - a.lat) * metresPerDegree);

const ringArea = (ring: Ring): number => {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [x1, y1] = ring[i - 1] as Position;
    const [x2, y2] = ring[i] as Position;
    sum += (x2 - x1) * radians * (2 + Math.sin(y1 * radians) + Math.sin(y2 * radians));
  }
  return Math.abs((sum * earthRadius * earthRadius) / 2);
};

/** On the sphere (Chamberlain and Duquette, JPL 2007), holes taken off. */
export const areaSquareMetres = (shape: Shape): number => {
  let area = 0;
  for (const [shell, ...holes] of polygonsOf(shape)) {
    if (shell) area += ringArea(shell);
    for (const hole of holes) area -= ringArea(hole);
  }
  return Math.max(0, area);
};

/** Length of all borders, in metres. */
export const perimeterMetres = (shape: Shape): number => {
  let length = 0;
  for (const ring of ringsOf(shape))
    for (let i = 1; i < ring.length; i += 1) {
      const [x1, y1] = ring[i - 1] as Position;
      const [x2, y2] = ring[i] as Position;
      length += metresBetween({ lng: x1, lat: y1 }, { lng: x2, lat: y2 });
    }
  return length;
};

/** Centre of gravity; may lie outside a bent area, see `labelPoint`. */
export const centroid = (shape: Shape): LngLat => {
  let [x, y, weight] = [0, 0, 0];
  for (const rings of polygonsOf(shape))
    for (const ring of rings) {
      const [origin] = ring;
      if (!origin) continue;
      for (let i = 1; i < ring.length; i += 1) {
        const [x1, y1] = [(ring[i - 1] as Position)[0] - origin[0], (ring[i - 1] as Position)[1] - origin[1]];
        const [x2, y2] = [(ring[i] as Position)[0] - origin[0], (ring[i] as Position)[1] - origin[1]];
        const cross = x1 * y2 - x2 * y1;
        x += cross * ((x1 + x2) / 3 + origin[0]);
        y += cross * ((y1 + y2) / 3 + origin[1]);
        weight += cross;
      }
    }
  if (weight === 0) return middle(boundsOf(shape));
  return { lng: x / weight, lat: y / weight };
};

const middle = (bounds: Bounds): LngLat => ({
  lng: (bounds.west + bounds.east) / 2,
  lat: (bounds.south + bounds.north) / 2,
});

/** Where a name is best written, always inside: the centroid if it is, else the middle of the widest of some cuts. */
export const labelPoint = (shape: Shape): LngLat => {
  const largest = [...polygonsOf(shape)].sort(
    (a, b) => Math.abs(signedDoubleArea(b[0] ?? [])) - Math.abs(signedDoubleArea(a[0] ?? [])),
  )[0];
  if (!largest) return middle(boundsOf(shape));
  const part: Shape = { type: 'Polygon', coordinates: largest };
  const center = centroid(part);
  if (isInShape(center.lng, center.lat, part)) return center;
  const { south, north } = boundsOf(part);
  let best = center;
  let width = 0;
  for (let cut = 1; cut < 16; cut += 1) {
    const lat = south + ((north - south) * cut) / 16;
    const crossings = crossingsAt(lat, part);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [from, to] = [crossings[i] as number, crossings[i + 1] as number];
      if (to - from > width) {
        width = to - from;
        best = { lng: (from + to) / 2, lat };
      }
    }
  }
  return best;
};

const crossingsAt = (lat: number, shape: Shape): number[] => {
  const found: number[] = [];
  for (const ring of ringsOf(shape))
    for (let i = 1; i < ring.length; i += 1) {
      const [x1, y1] = ring[i - 1] as Position;
      const [x2, y2] = ring[i] as Position;
      if (y1 > lat !== y2 > lat) found.push(((x2 - x1) * (lat - y1)) / (y2 - y1) + x1);
    }
  return found.sort((a, b) => a - b);
};
