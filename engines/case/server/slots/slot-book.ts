import { sql as raw } from 'kysely';
import { DomainError, isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText, type Instant, millisOf, plusMillis } from '#kernel/instant';
import type { WorkingCalendar } from '#kernel/working-calendar';
import {
  bookableSlots,
  type CaseEvent,
  type CaseState,
  findBookable,
  mayGiveBack,
  type OfferedSlot,
  type PlanInForce,
  type Playbook,
  type SlotStep,
  slotStepOf,
  slotTimeText,
} from '#engines/case/model';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import { EARLY, markBooking, type MarkedBooking } from './slot-mark.ts';
import type { SlotPlans } from './slot-plans.ts';

/** A step that is about to be written. */
export interface SlotWrite {
  readonly district: string;
  readonly caseId: Id;
  readonly playbook: Playbook;
  readonly events: readonly CaseEvent[];
  readonly after: CaseState;
  /** Label of the matter, by which facts are seen. */
  readonly sensitivity: number;
}

interface Held {
  readonly id: Id;
  readonly plan: string;
  readonly place: string;
  readonly starts_at: Instant;
}

interface Wanted {
  readonly taken: SlotStep['takes'][number];
  readonly plan: PlanInForce;
  readonly slot: OfferedSlot;
}

/** A time as it is offered, with what is left of it. */
export type FreeSlot = OfferedSlot & { readonly free: number; readonly capacity: number };

/**
 * Bookings live and die with the steps that make them: the step and its seat are one transaction. Whatever touches no
 * booking goes its usual way, one statement and nothing else.
 */
export const createSlotBook = (parts: Parts, plans: SlotPlans, calendarNow: () => Promise<WorkingCalendar>) => {
  /** One after another for each time, in one order for all: two who change places never wait for each other. */
  const lockTimes = async (
    trx: SqlOrTransaction,
    district: string,
    times: readonly Omit<Held, 'id'>[],
  ): Promise<void> => {
    const keys = times.map(({ plan, place, starts_at }) => `slot ${district} ${plan} ${place} ${starts_at}`);
    for (const key of [...new Set(keys)].sort()) {
      await raw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
    }
  };

  const heldBy = async (trx: SqlOrTransaction, district: string, caseId: Id): Promise<readonly Held[]> => {
    const { rows } = await raw<Held>`select id, plan, place, starts_at from slot_booking
      where district = ${district} and case_id = ${caseId}::uuid and state = 'booked'`.execute(trx);
    return rows;
  };

  const giveBack = async (trx: SqlOrTransaction, district: string, ids: readonly Id[], now: Instant): Promise<void> => {
    if (ids.length === 0) return;
    await raw`update slot_booking set state = 'freed', ended_at = ${now}::timestamptz
      where district = ${district} and id = any(${[...ids]}::uuid[]) and state = 'booked'`.execute(trx);
  };

  /** The first seat that nobody holds; the unique index is what makes sure of it. */
  const takeSeat = async (
    trx: SqlOrTransaction,
    { district, caseId }: SlotWrite,
    { taken, plan, slot }: Wanted,
    now: Instant,
  ): Promise<void> => {
    const { rows } = await raw<{ seat: number }>`
      insert into slot_booking (district, id, plan, place, starts_at, ends_at, seat, case_id, field, state, booked_at)
      select ${district}, ${parts.newId()}::uuid, ${taken.plan}, ${taken.place}, ${slot.start}::timestamptz,
        ${slot.end}::timestamptz, seat, ${caseId}::uuid, ${taken.field}, 'booked', ${now}::timestamptz
      from generate_series(1, ${plan.capacity}::int) as seat
      where not exists (select from slot_booking b where b.district = ${district} and b.plan = ${taken.plan}
        and b.place = ${taken.place} and b.starts_at = ${slot.start}::timestamptz and b.seat = seat.seat
        and b.state in ('booked', 'kept'))
      order by seat limit 1
      on conflict do nothing returning seat`.execute(trx);
    if (rows.length === 0) {
      throw new DomainError('slot.full', { time: slotTimeText(slot.start) }, { field: taken.field });
    }
  };

  /** Asked before the transaction begins: whoever holds a connection must not wait for another. */
  const findWanted = async (district: string, step: SlotStep, now: Instant): Promise<readonly Wanted[]> => {
    const calendar = await calendarNow();
    const wanted: Wanted[] = [];
    for (const taken of step.takes) {
      const plan = await plans.getPlan(parts.sql, district, taken.plan, taken.place);
      await plans.getPlace(district, plan, taken.place, taken.field);
      const slot = findBookable(plan, taken.start, { calendar, now, field: taken.field });
      if (isRefusal(slot)) throw slot;
      wanted.push({ taken, plan, slot });
    }
    return wanted;
  };

  const book = async (
    trx: SqlOrTransaction,
    write: SlotWrite,
    step: SlotStep,
    wanted: readonly Wanted[],
    now: Instant,
  ): Promise<void> => {
    const { district, caseId } = write;
    // First: an end gives back what is to come, also within the hour.
    if (step.came !== undefined) await mark(trx, write, step.came, now);
    const held = (await heldBy(trx, district, caseId)).filter(
      (one) => one.starts_at > now && (step.gives === 'all' || step.gives.has(one.plan)),
    );
    // What is booked again as it stands stays as it is.
    const same = (one: Held, { taken }: Wanted): boolean =>
      one.plan === taken.plan && one.place === taken.place && one.starts_at === taken.start;
    const going = held.filter((one) => !wanted.some((want) => same(one, want)));
    const coming = wanted.filter((want) => !held.some((one) => same(one, want)));
    if (step.byReporter && !step.ended) await assertInTime(trx, district, going, now);
    await lockTimes(trx, district, [...going, ...coming.map(({ taken }) => ({ ...taken, starts_at: taken.start }))]);
    const ids = going.map((one) => one.id);
    await giveBack(trx, district, ids, now);
    for (const one of coming) await takeSeat(trx, write, one, now);
  };

  /**
   * A step that says whether whoever booked came says it of the time that has begun, or begins within the hour; what the
   * desk has said already stands. Nobody is missed before his time.
   */
  const mark = async (trx: SqlOrTransaction, write: SlotWrite, came: boolean, now: Instant): Promise<void> => {
    const { district, caseId, after: state, sensitivity } = write;
    if (state.status === 'none') return;
    const { rows } = await raw<MarkedBooking>`select id, plan, place, starts_at, state from slot_booking
      where district = ${district} and case_id = ${caseId}::uuid and state <> 'freed'
        and starts_at <= ${came ? plusMillis(now, EARLY) : now}::timestamptz
      order by starts_at desc limit 1 for update`.execute(trx);
    const [booking] = rows;
    if (booking?.state === 'booked')
      await markBooking(trx, parts, { district, state, sensitivity }, booking, came, now);
    else if (!booking && !came && (await heldBy(trx, district, caseId)).length > 0)
      throw new DomainError('slot.not-now');
  };

  const assertInTime = async (
    trx: SqlOrTransaction,
    district: string,
    going: readonly Held[],
    now: Instant,
  ): Promise<void> => {
    for (const { plan: id, place, starts_at } of going) {
      const plan = await plans.getPlan(trx, district, id, place);
      if (!mayGiveBack(plan, starts_at, now)) throw new DomainError('slot.cancel-late', { hours: plan.cancelHours });
    }
  };

  /**
   * Writes a step and its bookings, both or neither.
   * @param store writes the step's rows; given the transaction to which they belong, when there is one
   * @param outer the transaction of whoever else writes along
   * @throws slot.* when the time is not offered, too near, too far, or full
   */
  const around = async (
    write: SlotWrite,
    store: (trx?: SqlOrTransaction) => Promise<ReadonlySet<Id>>,
    outer?: SqlOrTransaction,
  ): Promise<ReadonlySet<Id>> => {
    const step = slotStepOf(write.playbook, write.events, write.after);
    if (!step) return store(outer);
    const now = parts.clock();
    const wanted = await findWanted(write.district, step, now).catch((error: unknown) => {
      if (isRefusal(error)) return error;
      throw error;
    });
    const both = async (trx: SqlOrTransaction): Promise<ReadonlySet<Id>> => {
      const written = await store(trx);
      // Nothing was written: a repeat, or somebody was first. A repeat is not refused for what was right when it came.
      if (written.size === 0) return written;
      if (isRefusal(wanted)) throw wanted;
      await book(trx, write, step, wanted, now);
      return written;
    };
    return outer ? both(outer) : parts.sql.transaction().execute(both);
  };

  const takenAt = async (
    district: string,
    plan: string,
    place: string,
    times: readonly OfferedSlot[],
  ): Promise<ReadonlyMap<number, number>> => {
    const [first, last] = [times[0], times.at(-1)];
    if (!first || !last) return new Map();
    const { rows } = await raw<{ starts_at: Instant; held: number }>`
      select starts_at, count(*)::int as held from slot_booking
      where district = ${district} and plan = ${plan} and place = ${place} and state in ('booked', 'kept')
        and starts_at >= ${first.start}::timestamptz and starts_at <= ${last.start}::timestamptz
      group by starts_at`.execute(parts.sql);
    return new Map(rows.map((row) => [millisOf(row.starts_at), row.held]));
  };

  /** Times of a plan at a place that may be booked, with what is left of each; full ones too. */
  const listFree = async (asked: {
    readonly district: string;
    readonly plan: string;
    readonly place: string;
    readonly from?: DateText | undefined;
    readonly days?: number | undefined;
  }): Promise<FreeSlot[]> => {
    const { district, plan: id, place, from, days } = asked;
    const plan = await plans.getPlan(parts.sql, district, id, place);
    await plans.getPlace(district, plan, place);
    const now = parts.clock();
    const times = bookableSlots(plan, await calendarNow(), now, {
      from: from ?? chinaDate(now),
      ...(days !== undefined && { days }),
    });
    const taken = await takenAt(district, id, place, times);
    return times.map((one) => ({
      ...one,
      capacity: plan.capacity,
      free: Math.max(0, plan.capacity - (taken.get(millisOf(one.start)) ?? 0)),
    }));
  };

  return { around, listFree };
};

export type SlotBook = ReturnType<typeof createSlotBook>;
