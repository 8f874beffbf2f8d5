import type { Id } from '#kernel/ids';
import { type Instant, instantOf, millisOf } from '#kernel/instant';
import type { CaseEvent } from './events.ts';
import type { CaseState, ClosedCase, OpenCase } from './state.ts';

/** How an event changes the right of a body to read a matter. A right lives as long as the task. */
export interface GrantChange {
  readonly body: Id;
  /** When it ends; null: not before something else happens. An end that came earlier stays. */
  readonly endsAt: Instant | null;
  /** A right that ended before this moment was taken away, and is not given back by this change; null: it is. */
  readonly unlessEndedBefore: Instant | null;
}

const DAY = 86_400_000;

/**
 * The body that gets the work may read it. Taken from it (passed on, sent back to be dispatched anew) the right
 * ends at once; after the closing it lasts as long as rework may be asked for; a reopening renews it.
 * @param reworkDays after the closing
 */
export const grantChanges = (
  before: CaseState,
  event: CaseEvent,
  after: OpenCase | ClosedCase,
  reworkDays: number,
): readonly GrantChange[] => {
  const had = before.status === 'none' ? undefined : before.assignee?.body;
  const has = after.assignee?.body;
  const changes: GrantChange[] = [];
  const moment = event.at ?? after.reportedAt;
  if (had !== undefined && had !== has) changes.push({ body: had, endsAt: moment, unlessEndedBefore: null });
  if (has === undefined) return changes;
  if (after.status === 'closed') {
    if (before.status === 'closed') return changes;
    const from = millisOf(after.closedAt ?? after.reportedAt);
    changes.push({ body: has, endsAt: instantOf(from + reworkDays * DAY), unlessEndedBefore: null });
    return changes;
  }
  const atWork = 'assignee' in after.owner;
  const begins = had !== has || (atWork && !(before.status === 'open' && 'assignee' in before.owner));
  if (begins) changes.push({ body: has, endsAt: null, unlessEndedBefore: null });
  else if (before.status === 'closed') changes.push({ body: has, endsAt: null, unlessEndedBefore: before.closedAt });
  else if (!atWork && event.type === 'ActionTaken' && event.counts === 'return')
    changes.push({ body: has, endsAt: moment, unlessEndedBefore: null });
  return changes;
};
