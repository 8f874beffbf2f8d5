import { sql as raw, type RawBuilder } from 'kysely';
import { ancestorPaths, inScope, outermostScopes, scopeRange, type TerritoryPath } from '#engines/territory/model';
import type { Session } from '#platform/server/parts';

/**
 * What a question may see: every view takes one and puts it into its SQL, so no handler can forget it.
 * Inside the scopes everything; of the trail above them only the nodes themselves.
 */
export interface Reach {
  readonly scopes: readonly TerritoryPath[];
  readonly trail: ReadonlySet<TerritoryPath>;
}

export const reachOfScopes = (scopes: readonly TerritoryPath[]): Reach => {
  const outermost = outermostScopes(scopes);
  return { scopes: outermost, trail: new Set(outermost.flatMap(ancestorPaths)) };
};

const known = new WeakMap<Session, Reach>();

export const reachOf = (session: Session): Reach => {
  let reach = known.get(session);
  if (!reach) {
    reach = reachOfScopes(session.posts.map((post) => post.scope));
    known.set(session, reach);
  }
  return reach;
};

/** For questions that the platform asks itself, and for what anyone may see. */
export const everywhere: Reach = reachOfScopes(['']);

export const isWithin = (reach: Reach, path: TerritoryPath): boolean =>
  reach.scopes.some((scope) => inScope(path, scope));
export const isSeen = (reach: Reach, path: TerritoryPath): boolean => isWithin(reach, path) || reach.trail.has(path);

/** SQL condition: the path lies inside the scopes. */
export const within = (reach: Reach, column = raw.ref('path')): RawBuilder<boolean> => {
  if (reach.scopes.length === 0) return raw<boolean>`false`;
  if (reach.scopes.includes('')) return raw<boolean>`true`;
  const ranges = reach.scopes.map((scope) => {
    const { from, to } = scopeRange(scope);
    return raw`(${column} >= ${from} and ${column} < ${to})`;
  });
  return raw<boolean>`(${raw.join(ranges, raw` or `)})`;
};

/** SQL condition: inside the scopes or on the trail above them. */
export const seen = (reach: Reach): RawBuilder<boolean> =>
  reach.trail.size === 0 ? within(reach) : raw<boolean>`(${within(reach)} or path = any(${[...reach.trail]}))`;
