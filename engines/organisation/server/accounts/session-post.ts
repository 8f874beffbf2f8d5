import type { DateText } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import type { SessionPost } from '#platform/server/parts';
import { districtOfPath } from '#engines/territory/model';
import type { Role } from '#engines/organisation/model';

/** A post as it is kept. */
export type KeptPost = Pick<
  SessionPost,
  'id' | 'role' | 'title' | 'body' | 'scope' | 'forBody' | 'keptIn' | 'standsInFor'
> & {
  readonly from: DateText;
  /** The leave during which the post is held in somebody's place. */
  readonly absence: Id | null;
  /** The row that the appointment made; null of a post that is held in somebody's place. */
  readonly kept: { readonly to: DateText | null; readonly seal: string | null } | null;
};

/** A post with what its role gives today. A role that no pack declares any more gives nothing. */
export const sessionPost = (
  roles: readonly Role[],
  { from: _, kept: __, absence: ___, standsInFor, ...post }: KeptPost,
): SessionPost => {
  const role = roles.find((one) => one.id === post.role);
  return {
    ...post,
    ...(standsInFor ? { standsInFor } : {}),
    permissions: new Set(role?.permissions),
    reads: role?.reads ?? 'range',
    clearance: role?.clearance ?? 'internal',
    // A post may range over another district than its holder's own; what it sees lies there.
    district: districtOfPath(post.scope),
  };
};
