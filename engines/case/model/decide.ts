import { type DomainError, isRefusal, refuse } from '#kernel/domain-error';
import { hasWorkOf } from './actor.ts';
import { holdClocks, resumeClocks, timingOf } from './clocks.ts';
import type {
  CaseCommand,
  CloseAlongCommand,
  DecideContext,
  HandOverCommand,
  LinkCommand,
  TaskCommand,
} from './command.ts';
import { decideAction } from './decide-action.ts';
import { decideImport, decideReport } from './decide-report.ts';
import type { By, CaseEvent } from './events.ts';
import type { Playbook } from './playbook.ts';
import type { CaseState, ClosedCase, OpenCase } from './state.ts';
import { isOpenTask } from './tasks.ts';
import { byOf } from './who-may.ts';

/**
 * What follows from a command, or why it is refused. Pure: no clock, chance or store.
 * @returns the events that happened (empty when nothing changes), or the refusal
 */
export const decide = (
  playbook: Playbook,
  state: CaseState,
  command: CaseCommand,
  context: DecideContext,
): readonly CaseEvent[] | DomainError => {
  if (command.type === 'report' || command.type === 'import') {
    if (state.status !== 'none') return refuse('request.id-reused');
    const event =
      command.type === 'report' ? decideReport(playbook, command, context) : decideImport(playbook, command, context);
    return isRefusal(event) ? event : [event];
  }
  if (state.status === 'none') return refuse('request.not-found');
  if (command.type === 'me-too') return decideMeToo(state, context);
  if (command.type === 'link') return decideLink(playbook, state, command, context);
  if (command.type === 'task') return decideTask(state, command, context);
  if (command.type === 'close-along') return decideCloseAlong(playbook, state, command, context);
  if (command.type === 'hand-over') return decideHandOver(state, command, context);
  const event = decideAction(playbook, state, command, context);
  return isRefusal(event) ? event : [event];
};

const decideMeToo = (
  state: OpenCase | ClosedCase,
  { now, actor }: DecideContext,
): readonly CaseEvent[] | DomainError =>
  state.status === 'closed' ? refuse('case.closed') : [{ type: 'MeTooAdded', at: now, by: byOf(actor, null) }];

/** Staff whose range holds the place, or whose body has the work, say that a matter repeats another. */
const decideLink = (
  playbook: Playbook,
  state: OpenCase | ClosedCase,
  { of }: LinkCommand,
  context: DecideContext,
): readonly CaseEvent[] | DomainError => {
  const { now, actor } = context;
  const post =
    actor.kind === 'staff'
      ? actor.posts.find((one) => state.place.path.startsWith(one.scope) || hasWorkOf(one, state.assignee?.body))
      : undefined;
  if (!post) return refuse('permission.denied');
  const by = byOf(actor, post);
  if (of === null) return state.duplicateOf === null ? [] : [unlinked(playbook, state, by, context)];
  if (of.id === state.id || of.duplicateOf === state.id) return refuse('case.duplicate-of-itself');
  // A chain is kept flat: everything points to the first of its kind.
  const first = of.duplicateOf ?? of.id;
  return first === state.duplicateOf ? [] : [{ type: 'CaseLinked', at: now, by, of: first }];
};

/** What was closed along with the other goes on where it stood. */
const unlinked = (playbook: Playbook, state: OpenCase | ClosedCase, by: By, context: DecideContext): CaseEvent => {
  const event = { type: 'CaseUnlinked', at: context.now, by } as const;
  if (state.status === 'open' || !state.along) return event;
  const { stage, owner } = state.along;
  return { ...event, back: { stage, owner, clocks: resumeClocks(playbook, state.clocks, stage, context) } };
};

/** The matter of a task was opened, has ended, or was opened again: then this one waits for it once more. */
const decideTask = (
  state: OpenCase | ClosedCase,
  { name, child, ended, reopened }: TaskCommand,
  { now, actor }: DecideContext,
): readonly CaseEvent[] | DomainError => {
  if (actor.kind !== 'system') return refuse('permission.denied');
  const by = byOf(actor, null);
  const known = state.tasks?.find((task) => task.child?.id === child.id);
  if (!known) {
    if (ended || reopened || state.status === 'closed') return [];
    const id = String((state.tasks?.length ?? 0) + 1);
    return [{ type: 'TaskEnded', at: now, by, task: { id, name, body: null, state: 'open', givenAt: now, child } }];
  }
  if (reopened) {
    if (known.state !== 'done' && known.state !== 'refused') return [];
    const { endedAt: _endedAt, words: _words, ...task } = known;
    return [{ type: 'TaskEnded', at: now, by, task: { ...task, state: 'open', again: true } }];
  }
  if (!ended || !isOpenTask(known)) return [];
  const done = { ...known, state: ended.refused ? ('refused' as const) : ('done' as const), endedAt: now };
  return [{ type: 'TaskEnded', at: now, by, task: { ...done, words: ended.words } }];
};

/** The matter that this one repeats has its answer: this one gets the same. */
const decideCloseAlong = (
  playbook: Playbook,
  state: OpenCase | ClosedCase,
  { of, number, answer }: CloseAlongCommand,
  { now, actor }: DecideContext,
): readonly CaseEvent[] | DomainError => {
  if (actor.kind !== 'system') return refuse('permission.denied');
  const end = playbook.stages.find((stage) => stage.ends);
  if (state.status === 'closed' || state.duplicateOf !== of || !end) return [];
  const clocks = holdClocks(state.clocks, now);
  const timing = timingOf(playbook, { ...state.clocks, ...clocks }, now);
  const from = state.stage;
  const by = byOf(actor, null);
  return [
    { type: 'ClosedAlong', at: now, by, of, number, answer, from, owner: state.owner, to: end.id, clocks, timing },
  ];
};

/** Work and open tasks move only from the body that has them; what is closed stays with the one that answered. */
const decideHandOver = (
  state: OpenCase | ClosedCase,
  { from, to, reason, by }: HandOverCommand,
  { now, actor }: DecideContext,
): readonly CaseEvent[] | DomainError => {
  if (actor.kind !== 'system') return refuse('permission.denied');
  if (state.status === 'closed' || from === to.body) return [];
  const tasks = (state.tasks ?? []).filter((task) => task.body?.body === from && isOpenTask(task));
  const own = state.assignee?.body === from ? state.assignee : undefined;
  const before = own ?? tasks[0]?.body;
  if (!before) return [];
  const event = { type: 'WorkHandedOver', at: now, by, from: before, to, reason } as const;
  if (tasks.length === 0) return [event];
  const moved = tasks.map((task) => ({ ...task, body: to }));
  return [{ ...event, tasks: moved, ...(!own && { tasksOnly: true as const }) }];
};
