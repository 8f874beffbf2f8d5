import type { Session, SessionPost } from '#platform/server/parts';

const nobody = '0196fdf7-2a80-7000-8000-000000000001';

/** A post for a test that needs no organisation behind it. */
export const testPost = (
  post: Pick<SessionPost, 'id' | 'role' | 'body' | 'scope' | 'district'> &
    Partial<Omit<SessionPost, 'permissions'>> & { readonly permissions?: Iterable<string> },
): SessionPost => ({
  title: post.role,
  reads: 'range',
  forBody: true,
  clearance: 'internal',
  ...post,
  permissions: new Set(post.permissions ?? []),
});

/** A complete sign-in of a member of staff; its permissions are those of the posts unless told. */
export const testSession = (session: Partial<Session> = {}): Session => ({
  id: nobody,
  kind: 'staff',
  person: nobody,
  name: '',
  permissions: new Set((session.posts ?? []).flatMap((post) => [...post.permissions])),
  posts: [],
  pending: null,
  confirmedAt: '2026-01-01T00:00:00.000Z',
  ...session,
});
