import type { Id } from '#kernel/ids';

/** Who acts: a person through the posts held now, the one who asked, or the system itself. */
export type Actor =
  | { readonly kind: 'staff'; readonly person: Id; readonly name: string; readonly posts: readonly ActingPost[] }
  | { readonly kind: 'reporter'; readonly person: Id | null }
  | { readonly kind: 'system'; readonly name: string };

/** The post has what this body is given. */
export const hasWorkOf = (post: ActingPost, body: Id | undefined): boolean =>
  post.forBody !== false && post.body === body;

/** The bodies whose work an actor has. */
export const bodiesOf = (actor: Actor): ReadonlySet<Id> =>
  new Set(actor.kind === 'staff' ? actor.posts.filter((post) => post.forBody !== false).map((post) => post.body) : []);

/** A post that somebody holds at this moment. */
export interface ActingPost {
  readonly id: Id;
  readonly role: string;
  readonly body: Id;
  /** False: what its body is given is not the post's work; absent: it is. */
  readonly forBody?: false;
  /** As the organisation calls it: 青石街道派单员. */
  readonly title?: string;
  /** Territory path of its range, with trailing dot. */
  readonly scope: string;
}
