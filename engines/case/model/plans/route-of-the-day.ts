import type { Id } from '#kernel/ids';
import { metresBetween } from '../likeness.ts';

export interface Stop {
  readonly id: Id;
  /** WGS-84; null: nobody knows where exactly, it comes last. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
  /** Territory path: without points places next to each other stay together. */
  readonly path: string;
  /** To be seen first whatever the way: overdue, or due before noon. */
  readonly first: boolean;
}

type Placed = Stop & { readonly point: NonNullable<Stop['point']> };

/** Always to the nearest, then crossings are taken out (2-opt): good for the few dozen stops of a day. */
const shortWay = (stops: readonly Placed[], start: Placed['point'] | null): readonly Placed[] => {
  const left = [...stops];
  const way: Placed[] = [];
  let here = start ?? left[0]?.point;
  while (left.length > 0 && here) {
    const from = here;
    let best = 0;
    for (let index = 1; index < left.length; index += 1)
      if (metresBetween(from, (left[index] as Placed).point) < metresBetween(from, (left[best] as Placed).point))
        best = index;
    const [next] = left.splice(best, 1);
    if (!next) break;
    way.push(next);
    here = next.point;
  }
  const found = [withoutCrossings(way, start), withoutCrossings(stops, start)];
  const [short, other] = found.map((one) => lengthOf(one, start));
  return (short ?? 0) <= (other ?? 0) ? (found[0] ?? []) : (found[1] ?? []);
};

const lengthOf = (way: readonly Placed[], start: Placed['point'] | null): number => {
  let sum = 0;
  let here = start;
  for (const { point } of way) {
    if (here) sum += metresBetween(here, point);
    here = point;
  }
  return sum;
};

const withoutCrossings = (given: readonly Placed[], start: Placed['point'] | null): readonly Placed[] => {
  const way = [...given];
  const at = (index: number): Placed['point'] | undefined => (index < 0 ? (start ?? undefined) : way[index]?.point);
  const length = (a: Placed['point'] | undefined, b: Placed['point'] | undefined): number =>
    a && b ? metresBetween(a, b) : 0;
  for (let better = true, rounds = 0; better && rounds < 50; rounds += 1) {
    better = false;
    for (let i = start ? 0 : 1; i < way.length - 1; i += 1)
      for (let j = i + 1; j < way.length; j += 1) {
        const now = length(at(i - 1), at(i)) + length(at(j), at(j + 1));
        const turned = length(at(i - 1), at(j)) + length(at(i), at(j + 1));
        if (turned + 0.01 >= now) continue;
        way.splice(i, j - i + 1, ...way.slice(i, j + 1).reverse());
        better = true;
      }
  }
  return way;
};

/**
 * In which order a person sees to the places of a day: what is pressing first, each part by a short way from where
 * the person is. It proposes; nobody is held to it (国办函〔2026〕12号: no tracks).
 */
export const routeOfTheDay = (
  stops: readonly Stop[],
  start: { readonly lng: number; readonly lat: number } | null,
): readonly Stop[] => {
  const isPlaced = (stop: Stop): stop is Placed => stop.point !== null;
  const pressing = shortWay(stops.filter((stop) => stop.first).filter(isPlaced), start);
  const rest = shortWay(stops.filter((stop) => !stop.first).filter(isPlaced), pressing.at(-1)?.point ?? start);
  const nowhere = stops.filter((stop) => !isPlaced(stop)).sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...pressing, ...nowhere.filter((stop) => stop.first), ...rest, ...nowhere.filter((stop) => !stop.first)];
};
