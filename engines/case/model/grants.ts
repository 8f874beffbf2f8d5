import type { Id } from '#kernel/ids';
import { type Instant, instantOf, millisOf } from '#kernel/instant';
import type { CaseEvent } from './events.ts';
import type { CaseState, ClosedCase, OpenCase } from './state.ts';
import { isOpenTask } from './tasks.ts';

/** How an event changes the right of a body to read a matter. A right lives as long as the task. */
export interface GrantChange {
  readonly body: Id;
  /** When it ends; null: not before something else happens. An end that came earlier stays. */
  readonly endsAt: Instant | null;
  /** A right that ended before this moment was taken away, and is not given back by this change; null: it is. */
  readonly unlessEndedBefore: Instant | null;
}

const DAY = 86_400_000;
const NEVER = '9999';

/**
 * The body that gets the work may read it. Taken from it (passed on, sent back to be dispatched anew) the right
 * ends at once; after the closing it lasts as long as rework may be asked for; a reopening renews it. A body with a
 * task (协办) reads as long as the task is open and, when it was done, as long as rework may be asked for; a body that
 * reads along (抄送) until the same time after the closing.
 * @param reworkDays after the closing
 */
export const grantChanges = (
  before: CaseState,
  event: CaseEvent,
  after: OpenCase | ClosedCase,
  reworkDays: number,
): readonly GrantChange[] => {
  const moment = event.at ?? after.reportedAt;
  const changes = workChanges(before, event, after, moment, reworkDays);
  if (!after.tasks && !after.cc) return changes;
  const had = before.status === 'none' ? new Map<Id, Instant>() : sideRights(before, reworkDays);
  const has = sideRights(after, reworkDays);
  const merged = new Map(changes.map((change) => [change.body, change]));
  for (const body of new Set([...had.keys(), ...has.keys()])) {
    const until = has.get(body);
    const ends = merged.get(body)?.endsAt;
    if (until === NEVER) {
      // Whatever else ends, this goes on.
      if (had.get(body) !== NEVER || ends) merged.set(body, begins(body));
    } else if (!worksAt(after, body) && (ends ? ends < (until ?? '') : !merged.has(body) && until !== had.get(body))) {
      merged.set(body, { body, endsAt: until ?? moment, unlessEndedBefore: null });
    }
  }
  return [...merged.values()];
};

const begins = (body: Id): GrantChange => ({ body, endsAt: null, unlessEndedBefore: null });

const worksAt = (state: OpenCase | ClosedCase, body: Id): boolean =>
  state.status === 'open' && state.assignee?.body === body && 'assignee' in state.owner;

/** Until when bodies may read by a task or a copy. */
const sideRights = (state: OpenCase | ClosedCase, reworkDays: number): ReadonlyMap<Id, Instant> => {
  const rights = new Map<Id, Instant>();
  const add = (body: Id, until: Instant): void => {
    const known = rights.get(body);
    if (known === undefined || known < until) rights.set(body, until);
  };
  const later = (from: Instant): Instant => instantOf(millisOf(from) + reworkDays * DAY);
  for (const task of state.tasks ?? []) {
    if (!task.body) continue;
    if (isOpenTask(task)) add(task.body.body, NEVER);
    else if (task.state === 'done' && task.endedAt) add(task.body.body, later(task.endedAt));
  }
  for (const { body } of state.cc ?? [])
    add(body, state.status === 'closed' ? later(state.closedAt ?? state.reportedAt) : NEVER);
  return rights;
};

/** Of the body in charge. */
const workChanges = (
  before: CaseState,
  event: CaseEvent,
  after: OpenCase | ClosedCase,
  moment: Instant,
  reworkDays: number,
): readonly GrantChange[] => {
  const had = before.status === 'none' ? undefined : before.assignee?.body;
  const has = after.assignee?.body;
  const changes: GrantChange[] = [];
  if (had !== undefined && had !== has) changes.push({ body: had, endsAt: moment, unlessEndedBefore: null });
  if (has === undefined) return changes;
  if (after.status === 'closed') {
    if (before.status === 'closed') return changes;
    const from = millisOf(after.closedAt ?? after.reportedAt);
    changes.push({ body: has, endsAt: instantOf(from + reworkDays * DAY), unlessEndedBefore: null });
    return changes;
  }
  const atWork = 'assignee' in after.owner;
  const starts = had !== has || (atWork && !(before.status === 'open' && 'assignee' in before.owner));
  if (starts) changes.push({ body: has, endsAt: null, unlessEndedBefore: null });
  else if (before.status === 'closed') changes.push({ body: has, endsAt: null, unlessEndedBefore: before.closedAt });
  else if (!atWork && event.type === 'ActionTaken' && event.counts === 'return')
    changes.push({ body: has, endsAt: moment, unlessEndedBefore: null });
  return changes;
};
