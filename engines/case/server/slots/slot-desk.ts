import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaInstant, type DateText, type Instant, plusDays } from '#kernel/instant';
import type { Locale } from '#kernel/label';
import { maskNumbers } from '#kernel/personal-text';
import { fieldMask, maskedName } from '#fields';
import type { Json } from '#fields/field';
import type { SlotBookingView, SlotDeskView } from '#engines/case/contract';
import { inScope } from '#engines/territory/model';
import type { Parts, Session, SqlOrTransaction } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { CaseLists, ListedCase } from '../case-lists.ts';
import type { CaseStore } from '../case-store.ts';
import { personalFieldsOf } from '../case-view.ts';
import type { Contact, ContactSeal } from '../contact-seal.ts';
import type { Definitions } from '../definitions.ts';
import type { Readers } from '../readers.ts';
import { EARLY, markBooking } from './slot-mark.ts';
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

/** What those at the counter see and do: who comes today, and who came. */
export const createSlotDesk = (
  parts: Parts,
  plans: SlotPlans,
  rooms: {
    readonly lists: CaseLists;
    readonly readers: Readers;
    readonly store: CaseStore;
    readonly seal: ContactSeal;
    readonly definitions: Definitions;
  },
) => {
  const { lists, readers, store, seal, definitions } = rooms;
  const select = raw`select id, plan, place, starts_at, ends_at, seat, state, case_id from slot_booking`;

  const attends = (session: Session, place: { readonly id: string; readonly path: string }): boolean =>
    session.posts.some(
      (post) => post.permissions.has('slot.attend') && (post.body === place.id || inScope(place.path, post.scope)),
    );

  /** A post that may receive people at a place: its own body's, or in its range. @throws permission.denied */
  const assertAttends = async (session: Session, district: string, planId: string, place: string): Promise<void> => {
    const plan = await plans.getPlan(parts.sql, district, planId);
    const { path } = await plans.getPlace(district, plan, place);
    if (!attends(session, { id: place, path })) throw new DomainError('permission.denied');
  };

  /** Where somebody receives people, and how a day stands there. */
  const listDesks = async (session: Session, district: string, day: DateText): Promise<SlotDeskView[]> => {
    const { rows } = await raw<{ plan: string; place: string; state: Row['state']; count: number }>`
      select plan, place, state, count(*)::int as count from slot_booking
      where district = ${district} and state <> 'freed'
        and starts_at >= ${chinaInstant(day)}::timestamptz and starts_at < ${chinaInstant(plusDays(day, 1))}::timestamptz
      group by plan, place, state`.execute(parts.sql);
    return (await plans.listAll(district)).flatMap(({ id, plan, places }) =>
      places.flatMap((place) => {
        const of = (state: Row['state']): number =>
          rows.find((row) => row.plan === id && row.place === place.id && row.state === state)?.count ?? 0;
        const counts = { booked: of('booked'), kept: of('kept'), missed: of('missed') };
        const idle = place.plan.off && counts.booked + counts.kept + counts.missed === 0;
        return attends(session, place) && !idle
          ? [{ plan: id, planName: plan.name, place: place.id, placeName: place.name, ...counts }]
          : [];
      }),
    );
  };

  /** A name and a number as their types mask them: enough to call somebody up at a counter. */
  const whoOf = (matter: ListedCase, contact: Contact | undefined, locale: Locale): string | null => {
    if (!contact) return null;
    const playbook = definitions.playbookOf({ playbook: matter.playbook, playbookVersion: matter.playbook_version });
    const masked = (types: readonly string[]): string | undefined => {
      const field = personalFieldsOf(playbook).find(
        (one) => types.includes(one.type) && (contact.personal[one.id] ?? null) !== null,
      );
      return field && fieldMask(field, contact.personal[field.id] as Json, definitions.fields, locale);
    };
    const phoneField = { id: 'phone', type: 'phone', name: { zh: '', en: '' } };
    const name = contact.name ? maskedName(contact.name) : masked(['person', 'text']);
    const phone = contact.phone ? fieldMask(phoneField, contact.phone, definitions.fields, locale) : masked(['phone']);
    return [name, phone].filter(Boolean).join(' ') || null;
  };

  /** Matters by the reading rule: whoever may not know of one sees the booked seat alone. */
  const views = async (session: Session, rows: readonly Row[], locale: Locale): Promise<SlotBookingView[]> => {
    await definitions.ready();
    const ids = [...new Set(rows.map((row) => row.case_id))];
    const reader = readers.readerOf(session, parts.clock());
    const known = new Map((ids.length > 0 ? await lists.listByIds(reader, ids) : []).map((one) => [one.id, one]));
    const who = new Map<Id, string | null>();
    for (const [id, { district, sealed }] of await store.findContacts([...known.values()])) {
      const matter = known.get(id);
      if (matter) who.set(id, whoOf(matter, await seal.open(district, id, sealed), locale));
    }
    return rows.map(({ starts_at, ends_at, case_id, ...row }) => {
      const matter = known.get(case_id);
      return {
        ...row,
        start: starts_at,
        end: ends_at,
        who: who.get(case_id) ?? null,
        case: matter ? { id: matter.id, number: matter.number, title: maskNumbers(matter.title) } : null,
      };
    });
  };

  const listBookings = async (
    session: Session,
    { district, plan, place, day }: { district: string; plan: string; place: string; day: DateText },
    locale: Locale,
  ): Promise<SlotBookingView[]> => {
    await assertAttends(session, district, plan, place);
    const { rows } = await raw<Row>`${select}
      where district = ${district} and plan = ${plan} and place = ${place} and state <> 'freed'
        and starts_at >= ${chinaInstant(day)}::timestamptz and starts_at < ${chinaInstant(plusDays(day, 1))}::timestamptz
      order by starts_at, seat limit 2000`.execute(parts.sql);
    return views(session, rows, locale);
  };

  const findBooking = async (sql: SqlOrTransaction, district: string, id: Id): Promise<Row | undefined> =>
    (await raw<Row>`${select} where district = ${district} and id = ${id}::uuid and state <> 'freed'`.execute(sql))
      .rows[0];

  const lock = async (trx: SqlOrTransaction, district: string, id: Id): Promise<Row | undefined> =>
    (
      await raw<Row>`${select} where district = ${district} and id = ${id}::uuid and state <> 'freed' for update`.execute(
        trx,
      )
    ).rows[0];

  /** @throws request.not-found, slot.not-now before somebody can have come, permission.denied */
  const mark = async (
    session: Session,
    asked: {
      readonly district: string;
      readonly booking: Id;
      readonly id: Id;
      readonly came: boolean;
      readonly address: string;
      readonly locale: Locale;
    },
  ): Promise<SlotBookingView> => {
    const { district, booking, id, came, address, locale } = asked;
    const found = await findBooking(parts.sql, district, booking);
    if (!found) throw new DomainError('request.not-found');
    await assertAttends(session, district, found.plan, found.place);
    const now = parts.clock();
    const earliest = Date.parse(found.starts_at) - (came ? EARLY : 0);
    if (Date.parse(now) < earliest) throw new DomainError('slot.not-now');
    // Before the transaction begins: whoever holds a connection must not wait for another.
    const { stored } = await store.findCase([district], found.case_id);
    if (!stored) throw new DomainError('request.not-found');
    const said = ['slot-attendance', session.person, booking, came];
    await withReceipt(parts.sql, { district, id, said }, async (trx) => {
      const booked = await lock(trx, district, booking);
      const { state, sensitivity } = stored;
      if (!booked || !(await markBooking(trx, parts, { district, state, sensitivity }, booked, came, now)))
        throw new DomainError('slot.not-now');
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
    const [view] = await views(session, [{ ...found, state: came ? 'kept' : 'missed' }], locale);
    if (!view) throw new DomainError('request.not-found');
    return view;
  };

  return { listDesks, listBookings, mark };
};
