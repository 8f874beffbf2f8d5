import { type DomainError, refuse } from '#kernel/domain-error';
import { type Label, label } from '#kernel/label';
import { type ActingPost, type Actor, hasWorkOf } from './actor.ts';
import { GRANT, pendingActions, REFUSE } from './approval.ts';
import type { By } from './events.ts';
import { holds, type Scope } from './expressions.ts';
import { matterScope } from './matter-scope.ts';
import type { Action, Owner, Playbook, Stage } from './playbook.ts';
import type { CaseState, ClosedCase, OpenCase } from './state.ts';
import { openTasks, tasksFor } from './tasks.ts';

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
  if ('assignee' in owner) return postWhere(actor, (post) => hasWorkOf(post, state.assignee?.body));
  if ('task' in owner) {
    return postWhere(actor, (post) => openTasks(state).some((task) => hasWorkOf(post, task.body?.body)));
  }
  if ('system' in owner) return actor.kind === 'system' ? { post: null } : null;
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

/** Why an action is not possible; a sentence is made of it only where somebody reads it. */
type Obstacle =
  | 'action.not-now'
  | 'action.not-yours'
  | 'action.same-person'
  | 'action.used-up'
  | 'action.when-held'
  | 'action.not-here'
  | 'action.pending';

/** The one rule of who may do what and when: `decide` refuses by it and `availableActions` offers by it. */
const standingFor = (state: OpenCase | ClosedCase, actor: Actor, action: Action): NonNullable<Standing> | Obstacle => {
  if (!action.from.includes(state.stage)) return 'action.not-now';
  let standing: Standing = null;
  for (const owner of action.who) standing ??= standingOf(owner, actor, state);
  if (!standing) return 'action.not-yours';
  if (action.notBy && hasTaken(state, actor, action.notBy)) return 'action.same-person';
  if (action.atMost !== undefined && timesTaken(state, action) >= action.atMost) return 'action.used-up';
  if (state.held && !action.whileHeld) return 'action.when-held';
  if (action.needs && state.pending) return 'action.pending';
  if (isApproval(action) && actor.kind === 'staff' && actor.person === state.pending?.by.person)
    return 'action.same-person';
  if (action.when !== undefined && !holds(action.when, whenScope(state, action))) return 'action.not-here';
  if (tasksFor(action, state, actor)?.length === 0) return 'action.not-here';
  return standing;
};

const isApproval = (action: Action): boolean => action.id === GRANT || action.id === REFUSE;

const whenScope = (state: OpenCase | ClosedCase, action: Action): Scope => ({
  data: state.data,
  category: { code: state.category, class: state.categoryClass },
  reporter: { kind: state.reporter.kind },
  channel: state.channel,
  times: timesTaken(state, action),
  matter: matterScope(state),
});

/** @returns the right by which a step is allowed, or the refusal with all that its sentence needs */
export const mayTake = (
  playbook: Playbook,
  state: OpenCase | ClosedCase,
  actor: Actor,
  action: Action,
  roleName?: (role: string) => Label | undefined,
): NonNullable<Standing> | DomainError => {
  const found = standingFor(state, actor, action);
  if (typeof found === 'object') return found;
  return refuse(found, {
    action: action.name,
    ...(found === 'action.not-now' && { stage: stageName(playbook, state.stage) }),
    ...(found === 'action.not-yours' && { owner: ownersText(action.who, state, roleName) }),
    ...(found === 'action.used-up' && { limit: action.atMost ?? 0 }),
  });
};

/** How often an action was taken on a matter. */
export const timesTaken = (state: OpenCase | ClosedCase, action: Action): number => {
  let times = 0;
  for (const taken of state.taken) if (taken.action === action.id) times += 1;
  return times;
};

const hasTaken = (state: OpenCase | ClosedCase, actor: Actor, actions: readonly string[]): boolean =>
  actor.kind === 'staff' &&
  state.taken.some((taken) => taken.person === actor.person && actions.includes(taken.action));

const stageName = (playbook: Playbook, id: string): Label | string => findStage(playbook, id)?.name ?? id;

/** The actions that this actor may take on this matter now, as the playbook declares them. */
export const availableActions = (playbook: Playbook, state: CaseState, actor: Actor): readonly Action[] => {
  if (state.status === 'none') return [];
  const here = compile(playbook).from.get(state.stage) ?? [];
  const all = state.pending ? [...pendingActions(playbook, state), ...here] : here;
  return all.filter((action) => typeof standingFor(state, actor, action) === 'object');
};

/** An action of the playbook, or one by which what is pending is decided. */
export const actionOn = (playbook: Playbook, state: CaseState, id: string): Action | undefined =>
  findAction(playbook, id) ?? pendingActions(playbook, state).find((action) => action.id === id);

const ownersText = (
  owners: readonly Owner[],
  state: OpenCase | ClosedCase,
  roleName: ((role: string) => Label | undefined) | undefined,
): Label => {
  const names = owners.map((owner): Label => {
    if ('role' in owner) return roleName?.(owner.role) ?? label(owner.role, owner.role);
    if ('assignee' in owner)
      return label(state.assignee?.name ?? '承办单位', state.assignee?.name ?? 'the body in charge');
    if ('task' in owner) return label('协办单位', 'a body with a task');
    if ('system' in owner) return label('系统', 'the system');
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
