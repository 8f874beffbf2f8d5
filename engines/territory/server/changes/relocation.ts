import type { DateText, Instant } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import {
  type Change,
  codeToPath,
  type LngLat,
  type Move,
  parentPath,
  PlaceIndex,
  type Relocation,
  type Shape,
  type TerritoryPath,
} from '#engines/territory/model';

export interface RelocationParts {
  readonly change: Id;
  readonly district: string;
  readonly on: DateText;
  readonly at: Instant;
  readonly by: Relocation['by'];
  readonly title: string;
  readonly plan: Change;
  readonly moves: readonly Move[];
  readonly boundaries: ReadonlyMap<TerritoryPath, Shape | null>;
}

/** Posts of a split node that go to another part than the one that carries on. */
const postsOf = (plan: Change): Readonly<Record<Id, TerritoryPath>> => {
  if (plan.kind !== 'split') return {};
  const node = codeToPath(plan.code);
  return Object.fromEntries(
    Object.entries(plan.posts ?? {}).flatMap(([post, number]) => {
      const part = plan.parts[number];
      if (!part) return [];
      return [[post, part.step === undefined ? node : `${parentPath(node)}${part.step}.`]];
    }),
  );
};

/** What followers get to know. A point lies in a part only when exactly one part holds it. */
export const relocationOf = (parts: RelocationParts): Relocation => {
  const { change, district, on, at, by, title, plan, moves, boundaries } = parts;
  const split = plan.kind === 'split' ? codeToPath(plan.code) : undefined;
  const shapes = [...boundaries].flatMap(([path, shape]) => (shape ? [{ path, shape }] : []));
  const index = split === undefined ? undefined : new PlaceIndex(shapes);
  const partAt = (from: TerritoryPath, { lng, lat }: LngLat): TerritoryPath | null => {
    if (from !== split || !index) return null;
    const { claims } = index.locate(lng, lat);
    return claims.length === 1 ? (claims[0] ?? null) : null;
  };
  return { change, district, on, at, by, title, moves, posts: postsOf(plan), partAt };
};
