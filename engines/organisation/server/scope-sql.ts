import { type RawBuilder, sql as raw } from 'kysely';
import type { Session } from '#platform/server/parts';
import { outermostScopes, scopeRange } from '#engines/territory/model';

/** Scopes of those posts of a session whose role has the permission: a right reaches as far as the post that carries it. */
export const scopesWith = (session: Session, permission: string): readonly string[] =>
  outermostScopes(session.posts.filter((post) => post.permissions.has(permission)).map((post) => post.scope));

/** As `scopesWith`, without posts that read only what their body was given to do. */
export const scopesInFullWith = (session: Session, permission: string): readonly string[] =>
  outermostScopes(
    session.posts
      .filter((post) => post.permissions.has(permission) && post.reads === 'range')
      .map((post) => post.scope),
  );

/** A condition on a path column: it lies in one of the scopes. False without scopes. */
export const inScopes = (column: string, scopes: readonly string[]): RawBuilder<boolean> => {
  if (scopes.length === 0) return raw<boolean>`false`;
  const ranges = scopes.map((scope) => {
    const { from, to } = scopeRange(scope);
    return raw`(${raw.ref(column)} >= ${from} and ${raw.ref(column)} < ${to})`;
  });
  return raw<boolean>`(${raw.join(ranges, raw` or `)})`;
};
