import { type DomainError, refuse } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { DateText } from '#kernel/instant';
import { reaches, type Sensitivity } from '#kernel/sensitivity';

/** From a day up to the day on which the person is back. */
export interface Span {
  readonly from: DateText;
  readonly to: DateText;
}

export const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;
/** A post as far as standing in at it is concerned; `permissions` and `clearance` are those of its role. */
export interface CoverPost {
  readonly id: Id;
  readonly title: string;
  readonly body: Id;
  readonly role: string;
  readonly scope: string;
  readonly permissions: ReadonlySet<string>;
  readonly clearance: Sensitivity;
  readonly administers: string | null;
}

export type CoverBasis = 'same-role' | 'b-role' | 'appointed';

/**
 * By what right somebody may stand in at a post without a grant of its own: holding the same role in the same
 * body, or being the B-role of a line whose A-role is that post, by a post that may already do as much.
 * Undefined: a grant for the time is needed. An administrator (三员) is covered by his like alone.
 */
export const coverBasis = (
  post: CoverPost,
  substitute: { readonly posts: readonly CoverPost[]; readonly isB: (by: Id) => boolean },
): CoverBasis | undefined => {
  if (substitute.posts.some((own) => own.body === post.body && own.role === post.role)) return 'same-role';
  if (post.administers !== null) return undefined;
  const reachesIt = (own: CoverPost): boolean =>
    own.administers === null &&
    post.scope.startsWith(own.scope) &&
    reaches(own.clearance, post.clearance) &&
    [...post.permissions].every((permission) => own.permissions.has(permission));
  return substitute.posts.some((own) => substitute.isB(own.id) && reachesIt(own)) ? 'b-role' : undefined;
};

/** An absence that stands, with who covers what in it. */
export interface KnownAbsence extends Span {
  readonly person: Id;
  readonly name: string;
  readonly covers: readonly { readonly post: Id; readonly substitute: Id }[];
}

/** Nobody stands in for more than so many people at a time: the third goes to the leader. */
export const mostCovered = 2;

export interface WantedCover {
  readonly post: Id;
  readonly substitute: Id;
  readonly substituteName: string;
}

/**
 * Whether a leave with its covers may be entered: not twice for the same days, not by one who is on leave
 * himself, not by a chain (who is covered by B cannot cover C with him), not for too many at once.
 */
export const problemOfAbsence = (
  wanted: Span & { readonly person: Id; readonly name: string; readonly covers: readonly WantedCover[] },
  known: readonly KnownAbsence[],
  today: DateText,
): DomainError | undefined => {
  if (wanted.to <= wanted.from) return refuse('leave.empty', {}, { field: 'to' });
  if (wanted.to <= today) return refuse('leave.past', {}, { field: 'to' });
  const same = known.filter((one) => overlaps(one, wanted));
  const own = same.find((one) => one.person === wanted.person);
  if (own) return refuse('leave.twice', { name: wanted.name, from: own.from, to: own.to }, { field: 'from' });
  // Whom this person stands in for needs another substitute first: no chains.
  const needs = same.find((one) => one.covers.some(({ substitute }) => substitute === wanted.person));
  if (needs)
    return refuse('leave.is-substitute', { name: wanted.name, other: needs.name, from: needs.from, to: needs.to });
  for (const { substitute, substituteName } of wanted.covers) {
    if (substitute === wanted.person) return refuse('leave.by-himself', {}, { field: 'substitute' });
    const away = same.find((one) => one.person === substitute);
    if (away)
      return refuse(
        'leave.substitute-away',
        { name: substituteName, from: away.from, to: away.to },
        { field: 'substitute' },
      );
    const others = same.filter((one) => one.covers.some((cover) => cover.substitute === substitute)).length;
    if (others >= mostCovered)
      return refuse('leave.too-many', { name: substituteName, most: mostCovered }, { field: 'substitute' });
  }
  return undefined;
};

/** Who answers for a line of business today: the A-role while somebody works at it, else the B-role; S089. */
export const lineAnswerer = <Post extends { readonly working: number }>(
  a: Post | undefined,
  b: Post | undefined,
): { readonly post: Post; readonly slot: 'A' | 'B' } | undefined => {
  if (a && a.working > 0) return { post: a, slot: 'A' };
  if (b && b.working > 0) return { post: b, slot: 'B' };
  return undefined;
};
