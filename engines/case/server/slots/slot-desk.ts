import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaInstant, type DateText, type Instant, plusDays } from '#kernel/instant';
import type { SlotBookingView } from '#engines/case/contract';
import { inScope } from '#engines/territory/model';
import type { Parts, Session, SqlOrTransaction } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { CaseLists } from '../case-lists.ts';
import type { Readers } from '../readers.ts';
import type { SlotPlans } from './slot-plans.ts';

interface Row {
  readonly id: Id;
  readonly plan: string;
  readonly place: string;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly seat: number;
  readonly state: 'booked' | 'kept' | 'missed';
  readonly case_id: Id;
}

/** Somebody may be marked as come this long before the time begins, in milliseconds. */
const EARLY = 60 * 60_000;

/** What those at the counter see and do: who comes today, and who came. */
export const createSlotDesk = (parts: Parts, plans: SlotPlans, lists: CaseLists, readers: Readers) => {
  const select = raw`select id, plan, place, starts_at, ends_at, seat, state, case_id from slot_booking`;

  /** A post that may receive people at a place: its own body's, or in its range. @throws permission.denied */
  const assertAttends = async (session: Session, district: string, planId: string, place: string): Promise<void> => {
    const plan = await plans.getPlan(parts.sql, district, planId);
    const { path } = await plans.getPlace(district, plan, place);
    const attends = session.posts.some(
      (post) => post.permissions.has('slot.attend') && (post.body === place || inScope(path, post.scope)),
    );
    if (!attends) throw new DomainError('permission.denied');
  };

  /** Matters by the reading rule: whoever may not know of one sees the booked seat alone. */
  const views = async (session: Session, rows: readonly Row[]): Promise<SlotBookingView[]> => {
    const ids = [...new Set(rows.map((row) => row.case_id))];
    const reader = readers.readerOf(session, parts.clock());
    const known = new Map((ids.length > 0 ? await lists.listByIds(reader, ids) : []).map((one) => [one.id, one]));
    return rows.map(({ starts_at, ends_at, case_id, ...row }) => {
      const matter = known.get(case_id);
      return {
        ...row,
        start: starts_at,
        end: ends_at,
        case: matter ? { id: matter.id, number: matter.number, title: matter.title } : null,
      };
    });
  };

  const listBookings = async (
    session: Session,
    { district, plan, place, day }: { district: string; plan: string; place: string; day: DateText },
  ): Promise<SlotBookingView[]> => {
    await assertAttends(session, district, plan, place);
    const { rows } = await raw<Row>`${select}
      where district = ${district} and plan = ${plan} and place = ${place} and state <> 'freed'
        and starts_at >= ${chinaInstant(day)}::timestamptz and starts_at < ${chinaInstant(plusDays(day, 1))}::timestamptz
      order by starts_at, seat limit 2000`.execute(parts.sql);
    return views(session, rows);
  };

  const findBooking = async (sql: SqlOrTransaction, district: string, id: Id): Promise<Row | undefined> =>
    (await raw<Row>`${select} where district = ${district} and id = ${id}::uuid and state <> 'freed'`.execute(sql))
      .rows[0];

  /** @throws request.not-found, slot.not-now before somebody can have come, permission.denied */
  const mark = async (
    session: Session,
    asked: {
      readonly district: string;
      readonly booking: Id;
      readonly id: Id;
      readonly came: boolean;
      readonly address: string;
    },
  ): Promise<SlotBookingView> => {
    const { district, booking, id, came, address } = asked;
    const found = await findBooking(parts.sql, district, booking);
    if (!found) throw new DomainError('request.not-found');
    await assertAttends(session, district, found.plan, found.place);
    const now = parts.clock();
    const earliest = Date.parse(found.starts_at) - (came ? EARLY : 0);
    if (Date.parse(now) < earliest) throw new DomainError('slot.not-now');
    const said = ['slot-attendance', session.person, booking, came];
    await withReceipt(parts.sql, { district, id, said }, async (trx) => {
      // A mistake may be mended, unless the seat of whoever was thought missing has been given on.
      const { rows } =
        await raw`update slot_booking set state = ${came ? 'kept' : 'missed'}, ended_at = ${now}::timestamptz
        where district = ${district} and id = ${booking}::uuid and state <> 'freed'
          and (state <> 'missed' or not exists (select from slot_booking o where o.district = slot_booking.district
            and o.plan = slot_booking.plan and o.place = slot_booking.place and o.starts_at = slot_booking.starts_at
            and o.seat = slot_booking.seat and o.id <> slot_booking.id and o.state in ('booked', 'kept')))
        returning id`.execute(trx);
      if (rows.length === 0) throw new DomainError('slot.not-now');
      await parts.audit.write(trx, {
        district,
        person: session.person,
        address,
        action: 'slot.attendance',
        object: `case:${found.case_id}`,
        result: 'done',
        detail: { booking, came },
      });
      return {};
    });
    const [view] = await views(session, [{ ...found, state: came ? 'kept' : 'missed' }]);
    if (!view) throw new DomainError('request.not-found');
    return view;
  };

  return { listBookings, mark };
};
