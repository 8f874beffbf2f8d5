import { type Position, type Ring, type Shape, polygonsOf } from './shape.ts';

/** Ray cast to the east, half open: a position on a border shared by two areas is in exactly one of them. */
export const isInRing = (lng: number, lat: number, ring: Ring): boolean => {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [x1, y1] = ring[i - 1] as Position;
    const [x2, y2] = ring[i] as Position;
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
};

export const isInShape = (lng: number, lat: number, shape: Shape): boolean =>
  polygonsOf(shape).some(
    ([shell, ...holes]) =>
      shell !== undefined && isInRing(lng, lat, shell) && !holes.some((hole) => isInRing(lng, lat, hole)),
  );
