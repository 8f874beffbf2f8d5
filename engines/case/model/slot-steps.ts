import { asksForTimes, bookedIn } from '#fields';
import type { SlotValue } from '#fields/field';
import type { CaseEvent } from './events.ts';
import type { Playbook } from './playbook.ts';
import type { CaseState } from './state.ts';

/** What a step does to bookings. */
export interface SlotStep {
  /** Times it books, each with the field that asked for it. */
  readonly takes: readonly (SlotValue & { readonly field: string })[];
  /** Plans of which the matter’s earlier booking is given back: it is booked anew, or given back by the step itself. */
  readonly gives: ReadonlySet<string> | 'all';
  /** Whoever asked does it himself: the plan's limit for changes holds. */
  readonly byReporter: boolean;
}

/** Whether a playbook books times at all; most do not. */
const known = new WeakMap<Playbook, boolean>();

const asksForSlots = (playbook: Playbook): boolean => {
  const asked = known.get(playbook);
  if (asked !== undefined) return asked;
  const asks = asksForTimes([...playbook.fields, ...playbook.actions.flatMap((action) => action.form ?? [])]);
  known.set(playbook, asks);
  return asks;
};

/**
 * Undefined for what touches no booking, which is nearly everything. A value books its time; the matter's earlier one of
 * the same plan is given back. A matter that ended gives back what is still to come.
 */
export const slotStepOf = (
  playbook: Playbook,
  events: readonly CaseEvent[],
  after: CaseState,
): SlotStep | undefined => {
  if (!asksForSlots(playbook)) return undefined;
  const takes = events.flatMap((event) => {
    if (event.type === 'CaseReported') return bookedIn(playbook.fields, event.data);
    if (event.type !== 'ActionTaken') return [];
    return bookedIn(playbook.actions.find((action) => action.id === event.action)?.form ?? [], event.form);
  });
  const ended = after.status === 'closed';
  if (takes.length === 0 && !ended) return undefined;
  return {
    takes: ended ? [] : takes,
    gives: ended ? 'all' : new Set(takes.map((one) => one.plan)),
    byReporter: events[0]?.by.kind === 'reporter',
  };
};
