import { type DomainError, isRefusal, refuse, sentenceOf } from '#kernel/domain-error';
import { type Instant, millisBetween, plusMillis } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import { addLimit, partOf, workingMinutesBetween, type WorkingCalendar } from '#kernel/working-calendar';
import type { CodeItem } from '#fields/field';
import { type CategoryScope, holds, type Scope } from './expressions.ts';
import type { Clock, Limit, Playbook } from './playbook.ts';
import type { CaseCore, RunningClock, Timing } from './state.ts';

/** Part of a limit after which the owner is warned, unless a clock says otherwise. */
export const WARN_AT = 0.7;

const noLimit: Label = label(
  '这类事项没有规定办理时限，不计时。',
  'No limit is laid down for this kind of matter, so no deadline runs.',
);

export interface ClockContext {
  readonly playbook: Playbook;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  readonly scope: Scope;
  readonly category: CategoryScope | undefined;
}

/**
 * The clocks that a change of stage starts, stops or resumes.
 * @param from null when the matter begins or begins again: every clock starts afresh
 */
export const turnClocks = (
  clocks: Readonly<Record<string, RunningClock>>,
  from: string | null,
  to: string,
  context: ClockContext,
): Readonly<Record<string, RunningClock>> => {
  const turned: Record<string, RunningClock> = {};
  for (const clock of context.playbook.clocks) {
    const known = from === null ? undefined : clocks[clock.id];
    const wanted = clock.stages.includes(to);
    if (wanted && !known) turned[clock.id] = startClock(clock, context);
    else if (wanted && known?.stoppedAt && !known.done) turned[clock.id] = resumeClock(known, known.stoppedAt, context);
    else if (!wanted && known && !known.stoppedAt) turned[clock.id] = { ...known, stoppedAt: context.now };
  }
  return turned;
};

/**
 * The clocks that a step itself starts afresh or stops (`restartedBy`, `stoppedBy`), after its change of stage.
 * @param turned what the change of stage did to the clocks
 * @param held on hold after the step: what starts afresh rests until the matter is taken up again
 */
export const turnByStep = (
  clocks: Readonly<Record<string, RunningClock>>,
  turned: Readonly<Record<string, RunningClock>>,
  step: { readonly action: string; readonly to: string; readonly held: boolean },
  context: ClockContext,
): Readonly<Record<string, RunningClock>> => {
  const changed: Record<string, RunningClock> = { ...turned };
  for (const clock of context.playbook.clocks) {
    if (clock.restartedBy?.includes(step.action) && clock.stages.includes(step.to)) {
      const started = startClock(clock, context);
      changed[clock.id] = step.held ? { ...started, stoppedAt: context.now } : started;
    } else if (clock.stoppedBy?.includes(step.action)) {
      const known = changed[clock.id] ?? clocks[clock.id];
      if (known && !known.done) changed[clock.id] = { ...known, stoppedAt: known.stoppedAt ?? context.now, done: true };
    }
  }
  return changed;
};

const deadlines = new WeakMap<WorkingCalendar, Map<string, ReturnType<typeof addLimit>>>();
const KEPT = 4_096;

/** `addLimit`, remembered: the same start and limit are asked for again with every look at a matter. */
export const deadlineOf = (calendar: WorkingCalendar, start: Instant, limit: Limit): ReturnType<typeof addLimit> => {
  let known = deadlines.get(calendar);
  if (!known || known.size >= KEPT) deadlines.set(calendar, (known = new Map()));
  const key = `${start} ${limit.amount} ${limit.unit}`;
  let deadline = known.get(key);
  if (!deadline) known.set(key, (deadline = addLimit(calendar, start, limit)));
  return deadline;
};

const startClock = (clock: Clock, context: ClockContext): RunningClock => {
  const { now, calendar } = context;
  const limit = limitOf(clock, context);
  const started = { startedAt: now, stoppedAt: null, limit, pauses: [] };
  if (!limit) return { ...started, warnAt: null, dueAt: null, note: noLimit };
  const deadline = deadlineOf(calendar, now, limit);
  const warnAt = partOf(calendar, now, limit, clock.warnAt ?? WARN_AT);
  if (isRefusal(deadline) || isRefusal(warnAt)) {
    const refusal = isRefusal(deadline) ? deadline : warnAt;
    return { ...started, warnAt: null, dueAt: null, note: isRefusal(refusal) ? sentenceOf(refusal) : noLimit };
  }
  return { ...started, warnAt, dueAt: deadline.due, note: null };
};

/** The first rule that holds and gives a limit. */
const limitOf = (clock: Clock, { scope, category }: ClockContext): Limit | null => {
  for (const rule of clock.limits) {
    if (!holds(rule.when, scope)) continue;
    const limit = rule.limit === 'category' ? categoryLimit(category) : rule.limit;
    if (limit) return limit;
  }
  return null;
};

export const categoryLimit = (category: CategoryScope | undefined): Limit | null =>
  limitIn(category?.item.extra?.['limit']) ?? limitIn(category?.above?.extra?.['limit']);

/** Whether an item of a code list says a limit of its own. */
export const declaresLimit = (item: CodeItem): boolean => item.extra?.['limit'] !== undefined;

const limitIn = (value: unknown): Limit | null =>
  typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value ? (value as Limit) : null;

/** 挂账: every running clock rests. */
export const holdClocks = (
  clocks: Readonly<Record<string, RunningClock>>,
  now: Instant,
): Readonly<Record<string, RunningClock>> =>
  Object.fromEntries(
    Object.entries(clocks).flatMap(([id, clock]) => (clock.stoppedAt ? [] : [[id, { ...clock, stoppedAt: now }]])),
  );

/** Taken up again: the clocks of the stage go on with the time that was left. */
export const resumeClocks = (
  playbook: Playbook,
  clocks: Readonly<Record<string, RunningClock>>,
  stage: string,
  context: Pick<ClockContext, 'calendar' | 'now'>,
): Readonly<Record<string, RunningClock>> => {
  const resumed: Record<string, RunningClock> = {};
  for (const { id, stages } of playbook.clocks) {
    const clock = clocks[id];
    if (clock?.stoppedAt && !clock.done && stages.includes(stage))
      resumed[id] = resumeClock(clock, clock.stoppedAt, context);
  }
  return resumed;
};

/** 延期: the due time, and the warning before it, move on by a limit counted in the same calendar. */
export const extendClock = (
  clock: RunningClock,
  limit: Limit,
  calendar: WorkingCalendar,
): RunningClock | DomainError => {
  if (!clock.dueAt || !clock.warnAt) return refuse('case.nothing-to-extend');
  // 24:00 belongs to the day that ends there: counted from its last moment, a day more is one day more.
  const lastMoment = (moment: Instant): Instant => (limit.unit.endsWith('days') ? plusMillis(moment, -1) : moment);
  const due = addLimit(calendar, lastMoment(clock.dueAt), limit);
  const warn = addLimit(calendar, lastMoment(clock.warnAt), limit);
  if (isRefusal(due)) return due;
  if (isRefusal(warn)) return warn;
  return {
    ...clock,
    dueAt: due.due,
    warnAt: warn.due < due.due ? warn.due : clock.warnAt,
    extensions: [...(clock.extensions ?? []), limit],
  };
};

/** Goes on with the time that was left; what was warned of or overdue stays so. */
const resumeClock = (
  clock: RunningClock,
  stoppedAt: Instant,
  { calendar, now }: Pick<ClockContext, 'calendar' | 'now'>,
): RunningClock => {
  const resumed = { ...clock, stoppedAt: null, pauses: [...clock.pauses, { from: stoppedAt, to: now }] };
  if (!clock.dueAt || !clock.warnAt || !clock.limit) return resumed;
  const working = clock.limit.unit.startsWith('working');
  const shifted = (moment: Instant): Instant | ReturnType<typeof addLimit> => {
    if (moment <= stoppedAt) return moment;
    if (!working) return plusMillis(moment, millisBetween(stoppedAt, now));
    const left = workingMinutesBetween(calendar, stoppedAt, moment);
    if (isRefusal(left)) return left;
    return left <= 0 ? moment : addLimit(calendar, now, { amount: left / 60, unit: 'working-hours' });
  };
  const [dueAt, warnAt] = [shifted(clock.dueAt), shifted(clock.warnAt)];
  if (isRefusal(dueAt) || isRefusal(warnAt)) {
    const refusal = isRefusal(dueAt) ? dueAt : warnAt;
    return { ...resumed, dueAt: null, warnAt: null, note: isRefusal(refusal) ? sentenceOf(refusal) : null };
  }
  return { ...resumed, dueAt: instantIn(dueAt), warnAt: instantIn(warnAt) };
};

const instantIn = (moment: Instant | { readonly due: Instant }): Instant =>
  typeof moment === 'string' ? moment : moment.due;

/** In time or overtime by the main clock at the moment at which it stopped; unknown without a due time. */
export const timingOf = (
  playbook: Playbook,
  clocks: Readonly<Record<string, RunningClock>>,
  closedAt: Instant,
): Timing => {
  const main = playbook.clocks.find((clock) => clock.main);
  const clock = main && clocks[main.id];
  if (!clock?.dueAt) return 'unknown';
  return (clock.stoppedAt ?? closedAt) <= clock.dueAt ? 'in-time' : 'overtime';
};

/** The deadline that whoever owns the matter has to keep: the earliest of the running clocks. */
export const nextDeadline = (
  state: Pick<CaseCore, 'clocks'>,
): { readonly warnAt: Instant | null; readonly dueAt: Instant | null } => {
  let warnAt: Instant | null = null;
  let dueAt: Instant | null = null;
  for (const clock of Object.values(state.clocks)) {
    if (clock.stoppedAt) continue;
    if (clock.dueAt && (!dueAt || clock.dueAt < dueAt)) dueAt = clock.dueAt;
    if (clock.warnAt && (!warnAt || clock.warnAt < warnAt)) warnAt = clock.warnAt;
  }
  return { warnAt, dueAt };
};
