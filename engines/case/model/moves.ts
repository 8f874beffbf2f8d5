import { type DomainError, isRefusal, refuse } from '#kernel/domain-error';
import { addLimit } from '#kernel/working-calendar';
import { extendClock, holdClocks, resumeClocks } from './clocks.ts';
import type { DecideContext } from './command.ts';
import type { ActionTaken, By, Values } from './events.ts';
import type { Action, CardLevel, Limit, Move, Playbook } from './playbook.ts';
import type { Assignee, Card, ClosedCase, OpenCase, RunningClock, Task } from './state.ts';
import { bodiesIn, givenTasks, isOpenTask, isTaskMove, taskAfter } from './tasks.ts';

/** What the moves of a step change, beside its stage; only what is changed is there. */
export type Moved = Pick<ActionTaken, 'tasks' | 'held' | 'card' | 'cc' | 'exempt' | 'extended'> & {
  readonly clocks: Readonly<Record<string, RunningClock>>;
};

interface MoveContext {
  readonly playbook: Playbook;
  readonly state: OpenCase | ClosedCase;
  /** The stage that the step leads to. */
  readonly to: string;
  readonly by: By;
  readonly form: Values;
  /** The task that the step is about. */
  readonly task: Task | undefined;
  readonly clocks: Readonly<Record<string, RunningClock>>;
}

/** The moves of an action, in their order. */
export const movesOf = (action: Action, at: MoveContext, context: DecideContext): Moved | DomainError => {
  let moved: Moved = { clocks: at.clocks };
  for (const move of action.does ?? []) {
    const next = moveOnce(move, moved, at, context);
    if (isRefusal(next)) return next;
    moved = { ...moved, ...next };
  }
  return moved;
};

const moveOnce = (move: Move, moved: Moved, at: MoveContext, context: DecideContext): Partial<Moved> | DomainError => {
  const { state, form } = at;
  const { now, calendar } = context;
  if (isTaskMove(move)) {
    if (!at.task) return {};
    return { tasks: withTask(moved.tasks, taskAfter(move, at.task, form, now)) };
  }
  switch (move.move) {
    case 'hold': {
      const review = form[move.review];
      // Taken up by the same step, it may be put on hold anew (复核).
      if (moved.held === undefined ? state.held : moved.held) return refuse('case.held-already');
      if (typeof review !== 'string') return refuse('field.required', {}, { field: move.review });
      return {
        held: { since: now, review: review.slice(0, 10) },
        clocks: { ...moved.clocks, ...holdClocks({ ...state.clocks, ...moved.clocks }, now) },
      };
    }
    case 'resume': {
      if (!state.held) return {};
      const running = { ...state.clocks, ...moved.clocks };
      return { held: null, clocks: { ...moved.clocks, ...resumeClocks(at.playbook, running, at.to, context) } };
    }
    case 'extend': {
      const id = move.clock ?? at.playbook.clocks.find((clock) => clock.main)?.id ?? '';
      const clock = moved.clocks[id] ?? state.clocks[id];
      const amount = form[move.amount];
      if (!clock?.dueAt || typeof amount !== 'number' || amount <= 0) return refuse('case.nothing-to-extend');
      const extended = extendClock(clock, { amount, unit: move.unit }, calendar);
      return isRefusal(extended) ? extended : { clocks: { ...moved.clocks, [id]: extended }, extended: id };
    }
    case 'card':
      return { card: cardOf(move.level, textIn(form, move.words), move.within, at.by, context) };
    case 'answer-card': {
      const card = moved.card ?? state.card;
      if (!card) return refuse('case.no-card');
      return { card: { ...card, answer: { at: now, by: at.by, words: textIn(form, move.words) } } };
    }
    case 'lift-card':
      return state.card ? { card: null } : {};
    case 'cc': {
      const known = state.cc ?? [];
      const added: Assignee[] = [];
      for (const body of bodiesIn(form[move.bodies])) {
        const name = context.bodyName?.(body);
        if (name === undefined) return refuse('organisation.unknown', {}, { field: move.bodies });
        if (![...known, ...added].some((one) => one.body === body)) added.push({ body, name });
      }
      return { cc: [...known, ...added] };
    }
    case 'give-tasks': {
      const known = [...(state.tasks ?? []), ...newTasks(state, moved.tasks)];
      const given = givenTasks(move, known, { form, data: state.data }, context);
      if (isRefusal(given)) return given;
      return { tasks: [...(moved.tasks ?? []), ...given] };
    }
    case 'exempt':
      return { exempt: textIn(form, move.reason) };
  }
};

const textIn = (form: Values, field: string): string => {
  const value = form[field];
  return typeof value === 'string' ? value : '';
};

const cardOf = (
  level: CardLevel,
  words: string,
  within: Limit | undefined,
  by: By,
  { now, calendar }: DecideContext,
): Card => {
  const deadline = within && addLimit(calendar, now, within);
  return { level, at: now, by, words, dueAt: deadline && !isRefusal(deadline) ? deadline.due : null };
};

const withTask = (changed: readonly Task[] | undefined, task: Task): readonly Task[] => [
  ...(changed ?? []).filter((one) => one.id !== task.id),
  task,
];

/** Changed tasks that the matter did not have before. */
const newTasks = (state: OpenCase | ClosedCase, changed: readonly Task[] | undefined): readonly Task[] =>
  (changed ?? []).filter((task) => !state.tasks?.some((one) => one.id === task.id));

/** The tasks of a matter after some were changed or given. */
export const mergeTasks = (known: readonly Task[] | undefined, changed: readonly Task[]): readonly Task[] => {
  const later = new Map(changed.map((task) => [task.id, task]));
  const kept = (known ?? []).map((task) => later.get(task.id) ?? task);
  return [...kept, ...changed.filter((task) => !known?.some((one) => one.id === task.id))];
};

/** Open tasks, dropped: the matter ends without them. */
export const droppedTasks = (tasks: readonly Task[] | undefined, now: string): readonly Task[] =>
  (tasks ?? []).filter(isOpenTask).map((task) => ({ ...task, state: 'dropped', endedAt: now }));
