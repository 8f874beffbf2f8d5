import type { Fact } from '#kernel/fact';
import { type Instant, millisBetween } from '#kernel/instant';
import type { ActionTaken, CaseEvent, CaseImported } from './events.ts';
import type { Counts } from './playbook.ts';
import type { CaseState, ClosedCase, OpenCase, Task, Timing } from './state.ts';

/** A rating of 1 or 2 is dissatisfied (不满意, 非常不满意). */
export const DISSATISFIED = 2;

/** Which fact a step of a kind makes. Closing, rating and reopening show in the state itself. */
const factOfStep: Readonly<Partial<Record<Counts, string>>> = {
  accept: 'case.accepted',
  dispatch: 'case.dispatched',
  transfer: 'case.transferred',
  handle: 'case.handled',
  verify: 'case.verified',
  return: 'case.returned',
  refuse: 'case.refused',
};

/**
 * The facts that an event makes, the only input of every figure. Every one has the dimensions
 * `playbook`, `category`, `class` (`none` without one), `channel`, `body` (who has or had the work).
 *
 * - `case.reported`, one a matter
 * - `case.accepted` `.dispatched` `.transferred` `.handled` `.verified` `.returned`, one a step; `round`
 * - `case.finished`, one a closing: `round` (`1` for the first), `timing` in-time | overtime | unknown,
 *   `outcome`, `valid` yes | no (declined), `firstDispatchRight` yes | no | none (never dispatched) | unknown
 *   (imported); value: hours from report to closing, null when the closing time is not known
 * - `case.rated`: `satisfied` yes | no; value 1..5
 * - `case.reopened`, `case.joined` (“me too”), one each
 * - `case.refused`, one a step by which a body says that it is not its work
 * - `case.carded`: `level` notice | yellow | red; `case.card-answered`; `case.held`, `case.resumed`; `case.extended`
 * - `case.asked`: `action`; `case.ask-refused`: `action`
 * - `case.task-given`, `.task-taken`, `.task-done`, `.task-refused`, one a task: `body` is that of the task, `timing`
 *   (of taking, of doing); value of done: hours. `case.task-rated`: `satisfied`; value 1..5
 * - a `case.finished` of a matter that stays out of rates has `exempt` yes; one closed along with another `valid` no
 * - `case.told`, one each that a form said and a playbook lets figures count (`tells`): `what`, `said`; value: the number
 * - `case.appointment`, one a booked time of which the desk said whether somebody came: `came` yes | no, `plan`, `place`; it
 *   happened when the time began. A mistake that is mended takes the first back with the value -1, so figures add values up.
 * - `case.handed-over`, one when another body carries the work on: `body` is that one, `from` the one before
 */
export const factsOf = (event: CaseEvent, before: CaseState, after: CaseState): readonly Fact[] => {
  if (after.status === 'none') return [];
  switch (event.type) {
    case 'CaseReported':
      return [fact('case.reported', event.at, after), ...toldFacts(event, after)];
    case 'CaseImported':
      return importedFacts(event, after);
    case 'ActionTaken':
      return stepFacts(event, before, after);
    case 'MeTooAdded':
      return [fact('case.joined', event.at, after)];
    case 'WorkHandedOver':
      return [fact('case.handed-over', event.at, after, { from: event.from.body })];
    case 'ApprovalAsked':
      return [fact('case.asked', event.at, after, { action: event.pending.action })];
    case 'ApprovalRefused':
      return [fact('case.ask-refused', event.at, after, { action: event.action })];
    case 'TaskEnded':
      return taskFacts([event.task], before, after, event.at);
    case 'ClosedAlong':
      return after.status === 'closed' ? [finished(after, 'none')] : [];
    case 'CaseUnlinked':
      return event.back ? [fact('case.reopened', event.at, after, { round: String(after.round - 1) })] : [];
    case 'CaseLinked':
    case 'CaseRelocated':
      return [];
  }
};

const fact = (
  kind: string,
  at: Instant | null,
  state: OpenCase | ClosedCase,
  dims: Readonly<Record<string, string>> = {},
  value: number | null = 1,
): Fact => ({
  kind,
  at,
  cohortAt: state.reportedAt,
  path: state.place.path,
  subject: state.id,
  dims: {
    playbook: state.playbook,
    category: state.category,
    class: state.categoryClass ?? 'none',
    channel: state.channel,
    body: state.assignee?.body ?? 'none',
    ...dims,
  },
  value,
});

/** Whether somebody came to a booked time; what was said of it before is taken back. */
export const appointmentFacts = (
  state: OpenCase | ClosedCase,
  booked: { readonly plan: string; readonly place: string; readonly start: Instant },
  before: 'booked' | 'kept' | 'missed',
  now: 'kept' | 'missed',
): readonly Fact[] => {
  const say = (said: 'kept' | 'missed', value: 1 | -1): Fact =>
    fact(
      'case.appointment',
      booked.start,
      state,
      { plan: booked.plan, place: booked.place, came: said === 'kept' ? 'yes' : 'no' },
      value,
    );
  if (before === now) return [];
  return [...(before === 'booked' ? [] : [say(before, -1)]), say(now, 1)];
};

const stepFacts = (event: ActionTaken, before: CaseState, after: OpenCase | ClosedCase): readonly Fact[] => {
  const facts: Fact[] = [];
  const round = before.status === 'none' ? '1' : String(before.round);
  const step = event.counts && factOfStep[event.counts];
  if (step) facts.push(fact(step, event.at, after, { round }));
  if (event.closed && after.status === 'closed') facts.push(finished(after, firstDispatchRight(after)));
  if (event.rating !== undefined) facts.push(rated(event.at, after, event.rating));
  if (event.reopened) facts.push(fact('case.reopened', event.at, after, { round }));
  facts.push(...sideFacts(event, after), ...toldFacts(event, after));
  if (event.tasks) facts.push(...taskFacts(event.tasks, before, after, event.at));
  return facts;
};

/** Of what a form said that figures count. */
const toldFacts = (
  { at, told = [] }: Pick<ActionTaken, 'at' | 'told'>,
  after: OpenCase | ClosedCase,
): readonly Fact[] => told.map(({ what, said, value }) => fact('case.told', at, after, { what, said }, value));

/** Of what a step did beside the stage. */
const sideFacts = (event: ActionTaken, after: OpenCase | ClosedCase): readonly Fact[] => {
  const facts: Fact[] = [];
  if (event.held) facts.push(fact('case.held', event.at, after));
  else if (event.held === null) facts.push(fact('case.resumed', event.at, after));
  if (event.card?.answer) facts.push(fact('case.card-answered', event.at, after, { level: event.card.level }));
  else if (event.card) facts.push(fact('case.carded', event.at, after, { level: event.card.level }));
  if (event.extended) facts.push(fact('case.extended', event.at, after, { clock: event.extended }));
  return facts;
};

const inTime = (at: Instant | undefined, by: Instant | undefined): Timing =>
  at === undefined || by === undefined ? 'unknown' : at <= by ? 'in-time' : 'overtime';

const taskFacts = (
  tasks: readonly Task[],
  before: CaseState,
  after: OpenCase | ClosedCase,
  at: Instant,
): readonly Fact[] => {
  const known = new Map(before.status === 'none' ? [] : before.tasks?.map((task) => [task.id, task]));
  return tasks.flatMap((task) => {
    const was = known.get(task.id);
    const about = (kind: string, dims: Readonly<Record<string, string>> = {}, value: number | null = 1): Fact =>
      fact(kind, at, after, { body: task.body?.body ?? 'none', ...dims }, value);
    const facts: Fact[] = [];
    if (!was) facts.push(about('case.task-given'));
    if (task.takenAt && !was?.takenAt)
      facts.push(about('case.task-taken', { timing: inTime(task.takenAt, task.takeBy) }));
    // A matter opened again is a task done once: it counted when it first ended.
    if (task.state === 'done' && was?.state !== 'done' && !task.again) {
      const hours = millisBetween(task.givenAt, task.endedAt ?? at) / 3_600_000;
      facts.push(about('case.task-done', { timing: inTime(task.endedAt, task.dueAt) }, hours));
    }
    if (task.state === 'refused' && was?.state !== 'refused' && !task.again) facts.push(about('case.task-refused'));
    if (task.rating !== undefined && was?.rating === undefined)
      facts.push(about('case.task-rated', { satisfied: task.rating > DISSATISFIED ? 'yes' : 'no' }, task.rating));
    return facts;
  });
};

const importedFacts = (event: CaseImported, after: OpenCase | ClosedCase): readonly Fact[] => {
  const facts = [fact('case.reported', event.at, after)];
  if (event.assignee) facts.push(fact('case.dispatched', null, after, { round: '1' }));
  if (after.status === 'closed') facts.push(finished(after, 'unknown'));
  if (event.rating !== null) facts.push(rated(null, after, event.rating));
  return facts;
};

const rated = (at: Instant | null, state: OpenCase | ClosedCase, rating: number): Fact =>
  fact('case.rated', at, state, { satisfied: rating > DISSATISFIED ? 'yes' : 'no' }, rating);

const finished = (state: ClosedCase, right: string): Fact =>
  fact(
    'case.finished',
    state.closedAt,
    state,
    {
      round: String(state.round),
      timing: state.timing,
      outcome: state.outcome,
      valid: state.outcome === 'declined' || state.outcome === 'duplicate' ? 'no' : 'yes',
      firstDispatchRight: right,
      ...(state.exempt && { exempt: 'yes' }),
    },
    state.closedAt ? millisBetween(state.reportedAt, state.closedAt) / 3_600_000 : null,
  );

/** The first dispatch was right when the matter was dispatched once and never passed on. */
const firstDispatchRight = (state: ClosedCase): string => {
  const count = (kind: Counts): number => state.taken.filter((one) => one.counts === kind).length;
  if (count('dispatch') === 0) return 'none';
  return count('dispatch') === 1 && count('transfer') === 0 ? 'yes' : 'no';
};
