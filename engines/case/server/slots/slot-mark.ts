import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { appointmentFacts, type ClosedCase, type OpenCase } from '#engines/case/model';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';

/** A booking of which somebody says whether whoever booked came. */
export interface MarkedBooking {
  readonly id: Id;
  readonly plan: string;
  readonly place: string;
  readonly starts_at: Instant;
  readonly state: 'booked' | 'kept' | 'missed';
}

/** Somebody may be marked as come this long before the time begins, in milliseconds. */
export const EARLY = 60 * 60_000;

/**
 * Says of a locked booking whether whoever booked came, and counts it, in the transaction of whoever says so. A mistake
 * may be mended, unless the seat of whoever was thought missing has been given on.
 * @returns false when it could not be said any more
 */
export const markBooking = async (
  trx: SqlOrTransaction,
  parts: Pick<Parts, 'newId'>,
  about: { readonly district: string; readonly state: OpenCase | ClosedCase; readonly sensitivity: number },
  booking: MarkedBooking,
  came: boolean,
  now: Instant,
): Promise<boolean> => {
  const { district } = about;
  const state = came ? 'kept' : 'missed';
  const { rows } = await raw`update slot_booking set state = ${state}, ended_at = ${now}::timestamptz
    where district = ${district} and id = ${booking.id}::uuid and state <> 'freed'
      and (state <> 'missed' or not exists (select from slot_booking o where o.district = slot_booking.district
        and o.plan = slot_booking.plan and o.place = slot_booking.place and o.starts_at = slot_booking.starts_at
        and o.seat = slot_booking.seat and o.id <> slot_booking.id and o.state in ('booked', 'kept')))
    returning id`.execute(trx);
  if (rows.length === 0) return false;
  const { plan, place, starts_at: start } = booking;
  for (const fact of appointmentFacts(about.state, { plan, place, start }, booking.state, state))
    await raw`insert into fact (district, id, kind, at, cohort_at, path, subject, dims, value, sensitivity)
      values (${district}, ${parts.newId()}::uuid, ${fact.kind}, ${fact.at}::timestamptz, ${fact.cohortAt}::timestamptz,
        ${fact.path}, ${fact.subject}::uuid, ${JSON.stringify(fact.dims)}::jsonb, ${fact.value}, ${about.sensitivity})`.execute(
      trx,
    );
  return true;
};
