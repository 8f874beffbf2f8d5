import { type DomainError, refuse } from '#kernel/domain-error';
import { type Label, label } from '#kernel/label';
import type { ActingPost, Actor } from './actor.ts';
import type { By } from './events.ts';
import type { Action, Owner, Playbook, Stage } from './playbook.ts';
import type { CaseState, ClosedCase, OpenCase } from './state.ts';

/** Stages and actions of a playbook by id; made once for each playbook. */
interface Compiled {
  readonly stages: ReadonlyMap<string, Stage>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly from: ReadonlyMap<string, readonly Action[]>;
}
const compiled = new WeakMap<Playbook, Compiled>();

export const compile = (playbook: Playbook): Compiled => {
  const known = compiled.get(playbook);
  if (known) return known;
  const made: Compiled = {
    stages: new Map(playbook.stages.map((stage) => [stage.id, stage])),
    actions: new Map(playbook.actions.map((action) => [action.id, action])),
    from: new Map(
      playbook.stages.map((stage) => [stage.id, playbook.actions.filter((action) => action.from.includes(stage.id))]),
    ),
  };
  compiled.set(playbook, made);
  return made;
};

export const findStage = (playbook: Playbook, id: string): Stage | undefined => compile(playbook).stages.get(id);
export const findAction = (playbook: Playbook, id: string): Action | undefined => compile(playbook).actions.get(id);

/** By what right an actor takes part: through a post, as the one who asked, or not at all. */
export type Standing = { readonly post: ActingPost | null } | null;

/** Whether the actor is one of those that an `Owner` names, for this matter. */
export const standingOf = (owner: Owner, actor: Actor, state: OpenCase | ClosedCase): Standing => {
  if ('role' in owner) {
    return postWhere(actor, (post) => post.role === owner.role && state.place.path.startsWith(post.scope));
  }
  if ('assignee' in owner) return postWhere(actor, (post) => post.body === state.assignee?.body);
  return isReporter(actor, state) ? { post: null } : null;
};

const postWhere = (actor: Actor, fits: (post: ActingPost) => boolean): Standing => {
  const post = actor.kind === 'staff' ? actor.posts.find(fits) : undefined;
  return post ? { post } : null;
};

/** A reporter without a person has shown the matter's query code; the server makes such an actor only then. */
const isReporter = (actor: Actor, state: OpenCase | ClosedCase): boolean => {
  if (actor.kind === 'reporter') return actor.person === null || actor.person === state.reporter.person;
  return actor.kind === 'staff' && actor.person === state.reporter.person;
};

/**
 * The one rule of who may do what and when: `decide` refuses by it and `availableActions` offers by it.
 * @returns the right by which it is allowed, or the refusal
 */
export const mayTake = (
  playbook: Playbook,
  state: OpenCase | ClosedCase,
  actor: Actor,
  action: Action,
  roleName?: (role: string) => Label | undefined,
): { readonly post: ActingPost | null } | DomainError => {
  const { name } = action;
  if (!action.from.includes(state.stage)) {
    return refuse('action.not-now', { stage: stageName(playbook, state.stage), action: name });
  }
  const standing = action.who.map((owner) => standingOf(owner, actor, state)).find((one) => one !== null);
  if (!standing) return refuse('action.not-yours', { action: name, owner: ownersText(action.who, state, roleName) });
  if (action.notBy && hasTaken(state, actor, action.notBy)) return refuse('action.same-person', { action: name });
  if (action.atMost !== undefined) {
    const taken = state.taken.filter((one) => one.action === action.id).length;
    if (taken >= action.atMost) return refuse('action.used-up', { action: name, limit: action.atMost });
  }
  return standing;
};

const hasTaken = (state: OpenCase | ClosedCase, actor: Actor, actions: readonly string[]): boolean =>
  actor.kind === 'staff' &&
  state.taken.some((taken) => taken.person === actor.person && actions.includes(taken.action));

const stageName = (playbook: Playbook, id: string): Label | string => findStage(playbook, id)?.name ?? id;

/** The actions that this actor may take on this matter now, as the playbook declares them. */
export const availableActions = (playbook: Playbook, state: CaseState, actor: Actor): readonly Action[] => {
  if (state.status === 'none') return [];
  const here = compile(playbook).from.get(state.stage) ?? [];
  return here.filter((action) => !(mayTake(playbook, state, actor, action) instanceof Error));
};

const ownersText = (
  owners: readonly Owner[],
  state: OpenCase | ClosedCase,
  roleName: ((role: string) => Label | undefined) | undefined,
): Label => {
  const names = owners.map((owner): Label => {
    if ('role' in owner) return roleName?.(owner.role) ?? label(owner.role, owner.role);
    if ('assignee' in owner)
      return label(state.assignee?.name ?? '承办单位', state.assignee?.name ?? 'the body in charge');
    return label('诉求人', 'whoever asked');
  });
  return label(names.map((one) => one.zh).join('、'), names.map((one) => one.en).join(', '));
};

/** The actor as a history keeps it. */
export const byOf = (actor: Actor, post: ActingPost | null): By => ({
  kind: actor.kind,
  person: actor.kind === 'system' ? null : actor.person,
  name: actor.kind === 'reporter' ? null : actor.name,
  post: post?.id ?? null,
  title: post?.title ?? null,
  body: post?.body ?? null,
});
