import Flatbush from 'flatbush';
import { metresPerDegree, metresPerDegreeEast, type Position, ringsOf, type Shape } from '#engines/territory/model';

/** Finds the neighbours' vertex or border nearest to a position, so that shared borders become equal. */
export type Snap = (position: Position, metres: number) => Position;

/** A vertex is taken before a border of the same distance: corners should meet in one point. */
export const snapTo = (neighbours: readonly Shape[]): Snap => {
  const segments = neighbours.flatMap((shape) =>
    ringsOf(shape).flatMap((ring) => ring.slice(1).map((to, index) => [ring[index] as Position, to] as const)),
  );
  if (segments.length === 0) return (position) => position;
  const tree = new Flatbush(segments.length);
  for (const [[x1, y1], [x2, y2]] of segments)
    tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  tree.finish();
  return (position, metres) => {
    const [lng, lat] = position;
    const [east, north] = [metresPerDegreeEast(lat), metresPerDegree];
    const [dx, dy] = [metres / east, metres / north];
    const far = (to: Position): number => Math.hypot((to[0] - lng) * east, (to[1] - lat) * north);
    let vertex: Position | undefined;
    let border: Position | undefined;
    for (const index of tree.search(lng - dx, lat - dy, lng + dx, lat + dy)) {
      const [from, to] = segments[index] as readonly [Position, Position];
      for (const end of [from, to]) if (far(end) <= metres && (!vertex || far(end) < far(vertex))) vertex = end;
      const [ax, ay] = [(to[0] - from[0]) * east, (to[1] - from[1]) * north];
      const length = ax * ax + ay * ay;
      const along =
        length === 0
          ? 0
          : Math.min(1, Math.max(0, ((lng - from[0]) * east * ax + (lat - from[1]) * north * ay) / length));
      const foot: Position = [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along];
      if (far(foot) <= metres && (!border || far(foot) < far(border))) border = foot;
    }
    return vertex ?? border ?? position;
  };
};
