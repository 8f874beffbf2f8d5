import { isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { type Instant, millisBetween } from '#kernel/instant';
import { type WorkingCalendar, workingMinutesBetween } from '#kernel/working-calendar';
import type { CaseEvent } from './events.ts';
import type { Owner } from './playbook.ts';
import type { Assignee } from './state.ts';

/** One stay of a matter at a desk: who had it, from when to when, and for how long (S673). */
export interface Desk {
  readonly owner: Owner;
  /** The body, where one has the work. */
  readonly body: Assignee | null;
  readonly from: Instant;
  /** Null: it is there now. */
  readonly to: Instant | null;
  /** When the body took the work on; null: not yet, or nobody has to. */
  readonly takenAt: Instant | null;
  readonly hours: number;
  /** Null in a year whose working days nobody published. */
  readonly workingHours: number | null;
  /** How the matter left: passed on by whom and in which words is in the event of that number. */
  readonly leftBy: number | null;
}

export interface DeskChain {
  readonly desks: readonly Desk[];
  /** How often it was passed from body to body. */
  readonly hops: number;
  /** 首接负责: the body that answers for it, the first receiver until another has taken it on. */
  readonly responsible: Assignee | null;
}

interface Stay {
  readonly owner: Owner;
  readonly body: Assignee | null;
  readonly from: Instant;
  to: Instant | null;
  takenAt: Instant | null;
  leftBy: number | null;
}

/** The way of a matter from desk to desk, by its history. */
export const desksOf = (events: readonly CaseEvent[], calendar: WorkingCalendar, now: Instant): DeskChain => {
  const stays: Stay[] = [];
  let assignee: Assignee | null = null;
  let responsible: Assignee | null = null;
  let hops = 0;
  const sit = (owner: Owner | null, at: Instant, index: number): void => {
    const body = owner && 'assignee' in owner ? assignee : null;
    const last = stays.at(-1);
    if (last && !last.to) {
      if (owner && JSON.stringify(last.owner) === JSON.stringify(owner) && last.body?.body === body?.body) return;
      last.to = at;
      last.leftBy = index;
    }
    if (owner) stays.push({ owner, body, from: at, to: null, takenAt: null, leftBy: null });
  };
  for (const [index, event] of events.entries()) {
    switch (event.type) {
      case 'CaseReported':
        sit(event.owner, event.at, index);
        break;
      case 'CaseImported':
        assignee = event.assignee;
        sit(event.owner, event.at, index);
        break;
      case 'ActionTaken': {
        const before: Id | undefined = assignee?.body;
        if (event.assignee) assignee = event.assignee;
        if (event.assignee && before !== undefined && before !== event.assignee.body) hops += 1;
        responsible ??= event.assignee ?? null;
        sit(event.owner, event.at, index);
        const here = stays.at(-1);
        if (event.counts === 'accept' && here && 'assignee' in here.owner) {
          here.takenAt ??= event.at;
          responsible = assignee;
        }
        break;
      }
      case 'WorkHandedOver':
        if (event.tasksOnly) break;
        assignee = event.to;
        if (responsible?.body === event.from.body) responsible = event.to;
        sit(stays.at(-1)?.owner ?? null, event.at, index);
        break;
      case 'ClosedAlong':
        sit(null, event.at, index);
        break;
      case 'CaseUnlinked':
        if (event.back) sit(event.back.owner, event.at, index);
        break;
      default:
    }
  }
  return { desks: stays.map((stay) => measured(stay, calendar, now)), hops, responsible };
};

const measured = (stay: Stay, calendar: WorkingCalendar, now: Instant): Desk => {
  const until = stay.to ?? now;
  const minutes = workingMinutesBetween(calendar, stay.from, until);
  return {
    ...stay,
    hours: millisBetween(stay.from, until) / 3_600_000,
    workingHours: isRefusal(minutes) ? null : minutes / 60,
  };
};
