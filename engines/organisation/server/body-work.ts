import { type RawBuilder, sql as raw } from 'kysely';
import type { Role } from '#engines/organisation/model';

/**
 * Whether a row of `post` has the work that its body is given. A role that works its range alone (`works: 'range'`: the
 * grid workers of a residents' committee) has it only where its body has no other post: nothing lies with nobody.
 */
export const worksForBody = (roles: readonly Role[]): RawBuilder<boolean> => {
  const ofRange = roles.filter((role) => role.works === 'range').map((role) => role.id);
  // Whoever keeps accounts does not do the body's business.
  const neither = [...ofRange, ...roles.filter((role) => role.administers).map((role) => role.id)];
  return raw<boolean>`(post.role <> all(${ofRange}::text[]) or not exists (
    select from post beside where beside.district = post.district and beside.body = post.body
      and beside.abolished_on is null and beside.role <> all(${neither}::text[])))`;
};
