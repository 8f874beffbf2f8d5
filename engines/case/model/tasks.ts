import { type DomainError, isRefusal, refuse } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaInstant, type Instant, plusDays } from '#kernel/instant';
import type { WorkingCalendar } from '#kernel/working-calendar';
import { type Actor, bodiesOf } from './actor.ts';
import { deadlineOf } from './clocks.ts';
import type { Values } from './events.ts';
import type { Action, Limit, Move, TaskSource } from './playbook.ts';
import type { Assignee, CaseCore, Task } from './state.ts';

/** Parts of a matter that bodies, or matters of their own, see to: 协办, 任务分解, 里程碑. */

export const isOpenTask = (task: Task): boolean => task.state === 'open' || task.state === 'taken';
export const openTasks = (state: Pick<CaseCore, 'tasks'>): readonly Task[] => (state.tasks ?? []).filter(isOpenTask);

type TaskMove = Extract<Move, { move: 'take-task' | 'finish-task' | 'refuse-task' | 'rate-task' }>;
const aboutTask: ReadonlySet<string> = new Set(['take-task', 'finish-task', 'refuse-task', 'rate-task']);
export const isTaskMove = (move: Move): move is TaskMove => aboutTask.has(move.move);

/** In which state of a task a move is possible. A task that is a matter of its own ends with that matter alone. */
const fits = (move: TaskMove, task: Task): boolean => {
  if (move.move === 'rate-task') return task.state === 'done' && task.rating === undefined && task.body !== null;
  if (task.child) return false;
  return move.move === 'take-task' ? task.state === 'open' : isOpenTask(task);
};

/** Whether an action is open to those who have a task alone: they act on their own tasks, others on all. */
const onlyOwn = (action: Action): boolean => action.who.every((owner) => 'task' in owner);

/**
 * Tasks that an action may be about, for this actor; undefined when the action is not about a task.
 */
export const tasksFor = (action: Action, state: Pick<CaseCore, 'tasks'>, actor: Actor): readonly Task[] | undefined => {
  const move = action.does?.find(isTaskMove);
  if (!move) return undefined;
  const bodies = bodiesOf(actor);
  return (state.tasks ?? []).filter(
    (task) => fits(move, task) && (!onlyOwn(action) || (task.body !== null && bodies.has(task.body.body))),
  );
};

/** The one task that a step is about: the one that is said, or the only one there is. */
export const taskOf = (
  action: Action,
  state: CaseCore,
  actor: Actor,
  said: string | undefined,
): Task | undefined | DomainError => {
  const candidates = tasksFor(action, state, actor);
  if (!candidates) return undefined;
  if (said === undefined)
    return candidates.length === 1 ? candidates[0] : refuse('case.task-unsaid', { action: action.name });
  return candidates.find((task) => task.id === said) ?? refuse('case.task-unknown', { action: action.name });
};

/** The task after a step about it. */
export const taskAfter = (move: TaskMove, task: Task, form: Values, now: Instant): Task => {
  const text = (field: string | undefined): { words?: string } => {
    const value = field === undefined ? undefined : form[field];
    return typeof value === 'string' && value !== '' ? { words: value } : {};
  };
  switch (move.move) {
    case 'take-task':
      return { ...task, state: 'taken', takenAt: now };
    case 'finish-task':
      return { ...task, state: 'done', takenAt: task.takenAt ?? now, endedAt: now, ...text(move.result) };
    case 'refuse-task':
      return { ...task, state: 'refused', endedAt: now, ...text(move.reason) };
    case 'rate-task': {
      const rating = form[move.rating];
      return typeof rating === 'number' ? { ...task, rating } : task;
    }
  }
};

interface GiveContext {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly bodyName?: ((body: Id) => string | undefined) | undefined;
}

/** Id of the body in a value: the id itself, or as a list hands it over, `{ id, … }`. */
export const bodyOf = (value: unknown): Id | undefined => {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return typeof id === 'string' && id !== '' ? id : undefined;
};

/** Bodies in the value of a `body` or `bodies` field. */
export const bodiesIn = (value: unknown): readonly Id[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => bodyOf(one) ?? []);

interface Wanted {
  readonly name: string;
  readonly body: Id | undefined;
  readonly day: unknown;
}

const wantedOf = (source: TaskSource, value: unknown): readonly Wanted[] => {
  const name = source.name?.zh ?? '';
  if (source.from === undefined) return [{ name, body: undefined, day: undefined }];
  const { columns } = source;
  if (!columns) return bodiesIn(value).map((body) => ({ name, body, day: undefined }));
  const rows = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
  return rows.map((row) => ({
    name: typeof row[columns.name] === 'string' ? (row[columns.name] as string) : name,
    body: columns.body === undefined ? undefined : bodyOf(row[columns.body]),
    day: columns.due === undefined ? undefined : row[columns.due],
  }));
};

/** The end of a day in China, as the last moment in which it is kept. */
const endOfDay = (day: unknown): Instant | undefined =>
  typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? chinaInstant(plusDays(day, 1)) : undefined;

/** New tasks of a matter, or the refusal of a body that gets no work. */
export const givenTasks = (
  source: TaskSource,
  known: readonly Task[],
  { form, data }: { readonly form: Values; readonly data: Values },
  { now, calendar, bodyName }: GiveContext,
): readonly Task[] | DomainError => {
  const field = source.from;
  const value = field === undefined ? undefined : (form[field] ?? data[field]);
  const lead = source.lead === undefined ? undefined : bodyOf(form[source.lead] ?? data[source.lead]);
  const until = (limit: Limit | undefined): Instant | undefined => {
    const deadline = limit && deadlineOf(calendar, now, limit);
    return deadline && !isRefusal(deadline) ? deadline.due : undefined;
  };
  const takeBy = until(source.takeWithin);
  const within = until(source.doneWithin);
  const given: Task[] = [];
  for (const { name, body, day } of wantedOf(source, value)) {
    const named = body === undefined ? undefined : bodyName?.(body);
    if (body !== undefined && named === undefined)
      return refuse('organisation.unknown', {}, field === undefined ? {} : { field });
    const who: Assignee | null = body !== undefined && named !== undefined ? { body, name: named } : null;
    const dueAt = endOfDay(day) ?? within;
    given.push({
      id: String(known.length + given.length + 1),
      name,
      body: who,
      state: 'open',
      givenAt: now,
      ...(lead !== undefined && lead === body && { lead: true as const }),
      ...(takeBy && { takeBy }),
      ...(dueAt && { dueAt }),
    });
  }
  return given;
};
