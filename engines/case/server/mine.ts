import { type Actor, bodiesOf, type ClosedCase, type OpenCase, type Playbook, standingOf } from '#engines/case/model';
import { deskRowsOf } from './desk-rows.ts';

/** The matter waits for this person: its work, a request to decide, a task, a card to answer. */
export const isMine = (state: OpenCase | ClosedCase, actor: Actor, playbook: Playbook): boolean => {
  if (state.status !== 'open') return false;
  if (standingOf(state.owner, actor, state) !== null) return true;
  const posts = actor.kind === 'staff' ? actor.posts : [];
  const bodies = bodiesOf(actor);
  return deskRowsOf(state, playbook).some(
    ({ waits, role, body }) =>
      waits &&
      (role === null
        ? body !== null && bodies.has(body)
        : posts.some((post) => post.role === role && state.place.path.startsWith(post.scope))),
  );
};

/** It was given to a post of this person. */
export const isForMe = ({ handler }: OpenCase | ClosedCase, actor: Actor): boolean =>
  handler !== undefined && actor.kind === 'staff' && actor.posts.some((post) => post.id === handler.post);
