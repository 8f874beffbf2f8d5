import type { Id } from '#kernel/ids';
import type { Actor, ClosedCase, OpenCase } from '#engines/case/model';
import { inScope, outermostScopes, scopeRange } from '#engines/territory/model';
import type { Session } from '#platform/server/parts';

/** What a person may read of matters, through the posts held now. */
export interface Reader {
  readonly person: Id;
  readonly districts: readonly string[];
  readonly scopes: readonly ReaderScope[];
  /** Bodies whose tasks the person may read. */
  readonly bodies: readonly { readonly district: string; readonly body: Id }[];
}

export interface ReaderScope {
  readonly district: string;
  readonly scope: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The reading rule, the only one: a matter may be read when its place lies in the range of a post of mine
 * that reads its range, or when my body has or had the work, or when I reported it. A right reaches as far as
 * the post that carries it, so only posts whose role has the permission count.
 * Lists, counts, exports and searches build their SQL on it (`case-lists.ts`); single matters ask `mayRead`.
 */
export const readerOf = (session: Session, permission: string = 'case.read'): Reader => {
  const posts = session.posts.filter((post) => post.permissions.has(permission));
  const territorial = posts.filter((post) => post.reads === 'range');
  const districts = [...new Set(session.posts.map((post) => post.district))];
  return {
    person: session.person,
    districts,
    scopes: districts.flatMap((district) =>
      outermostScopes(territorial.filter((post) => post.district === district).map((post) => post.scope)).map(
        (scope) => ({ district, scope, ...scopeRange(scope) }),
      ),
    ),
    bodies: posts
      .map(({ district, body }) => ({ district, body }))
      .filter((one, index, all) => all.findIndex((other) => other.body === one.body) === index),
  };
};

export const mayRead = (
  reader: Reader,
  stored: { readonly state: OpenCase | ClosedCase; readonly granted: boolean },
): boolean =>
  stored.granted ||
  stored.state.reporter.person === reader.person ||
  reader.scopes.some(({ scope }) => inScope(stored.state.place.path, scope));

/** The signed-in person as the rules of a playbook see him, with the posts that may act. */
export const actorOf = (session: Session): Actor => ({
  kind: 'staff',
  person: session.person,
  name: session.name,
  posts: session.posts
    .filter((post) => post.permissions.has('case.act'))
    .map(({ id, role, body, scope, title }) => ({ id, role, body, scope, title })),
});
