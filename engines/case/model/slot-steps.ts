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
  /** It says whether whoever booked came. */
  readonly came?: boolean;
  /** The matter ended with it. */
  readonly ended: boolean;
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
 * the same plan is given back. A step with the effect `slot.free` gives back, and a matter that ended, what is to come; one
 * with `slot.mark` says whether whoever booked came.
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
  const effects = events.flatMap((event) =>
    event.type === 'ActionTaken' ? (playbook.actions.find((action) => action.id === event.action)?.effects ?? []) : [],
  );
  const freed = effects.filter((effect) => effect.effect === 'slot.free');
  const marked = effects.find((effect) => effect.effect === 'slot.mark');
  if (takes.length === 0 && freed.length === 0 && !marked && !ended) return undefined;
  const all = ended || freed.some((effect) => effect.plan === undefined);
  const plans = [...takes.map((one) => one.plan), ...freed.flatMap((effect) => effect.plan ?? [])];
  return {
    takes: ended ? [] : takes,
    gives: all ? 'all' : new Set(plans),
    ...(marked && { came: marked.came }),
    ended,
    byReporter: events[0]?.by.kind === 'reporter',
  };
};
