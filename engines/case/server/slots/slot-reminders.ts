import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { type Instant, plusMillis } from '#kernel/instant';
import { getFieldType } from '#fields';
import type { Json } from '#fields/field';
import { slotTimeText } from '#engines/case/model';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import type { CaseStore, StoredCase } from '../case-store.ts';
import { personalFieldsOf } from '../case-view.ts';
import type { ContactSeal } from '../contact-seal.ts';
import type { Definitions } from '../definitions.ts';
import { derivedId } from '../derived-id.ts';
import type { CaseNotice, CasePorts } from '../ports.ts';
import type { SlotPlans } from './slot-plans.ts';

const hour = 3_600_000;
/** Bookings reminded in one transaction. */
const AT_ONCE = 100;
/** From this label on a message says when and where, and not what for. */
const SENSITIVE = 2;

type Receiver = CaseNotice['to'][number];

interface Due {
  readonly district: string;
  readonly id: Id;
  readonly plan: string;
  readonly place: string;
  readonly starts_at: Instant;
  readonly case_id: Id;
}

/** Whoever booked is reminded a day and an hour before; a time booked within that day is not reminded of at once. */
export const createSlotReminders = (
  parts: Parts,
  ports: Pick<CasePorts, 'notify'>,
  rooms: {
    readonly plans: SlotPlans;
    readonly store: CaseStore;
    readonly seal: ContactSeal;
    readonly definitions: Definitions;
    readonly residentsOf: (sql: SqlOrTransaction, district: string, id: Id) => Promise<readonly Id[]>;
  },
) => {
  const { plans, store, seal, definitions, residentsOf } = rooms;

  const claim = async (trx: SqlOrTransaction, kind: 'day' | 'hour', now: Instant): Promise<readonly Due[]> => {
    const column = raw.ref(kind === 'day' ? 'reminded_day' : 'reminded_hour');
    const [from, to] =
      kind === 'day' ? [plusMillis(now, 2 * hour), plusMillis(now, 24 * hour)] : [now, plusMillis(now, hour)];
    const { rows } = await raw<Due>`
      update slot_booking b set ${column} = ${now}::timestamptz
      from (select district, id from slot_booking
        where state = 'booked' and ${column} is null and starts_at > ${from}::timestamptz and starts_at <= ${to}::timestamptz
          and booked_at < starts_at - ${kind === 'day' ? '24 hours' : '1 hour'}::interval
        order by starts_at limit ${AT_ONCE} for update skip locked) as due
      where b.district = due.district and b.id = due.id
      returning b.district, b.id, b.plan, b.place, b.starts_at, b.case_id`.execute(trx);
    return rows;
  };

  /** A number in the form comes before the one that somebody was written for under; else the account, else the staff. */
  const receiversOf = async (trx: SqlOrTransaction, stored: StoredCase): Promise<readonly Receiver[]> => {
    const { district, state, sealed } = stored;
    const residents = await residentsOf(trx, district, state.id);
    if (residents.length > 0) return residents.map((resident) => ({ resident }));
    const contact = sealed === null ? undefined : await seal.open(district, state.id, sealed);
    const phones = personalFieldsOf(definitions.playbookOf(state)).flatMap((field) => {
      const value = contact?.personal[field.id];
      return value === undefined || value === null ? [] : (getFieldType(field.type).phoneOf?.(value as Json) ?? []);
    });
    const phone = phones[0] ?? contact?.phone;
    if (phone) return [{ phone }];
    const person = state.reporter.person ?? state.reporter.enteredBy;
    return person ? [{ person }] : [];
  };

  const placeNameOf = async (due: Due): Promise<string> => {
    const plan = await plans.getPlan(parts.sql, due.district, due.plan);
    return (await plans.getPlace(due.district, plan, due.place)).name;
  };

  const tell = async (trx: SqlOrTransaction, due: Due, kind: 'day' | 'hour'): Promise<void> => {
    const { stored } = await store.findCase([due.district], due.case_id);
    const to = stored?.state.status === 'open' ? await receiversOf(trx, stored) : [];
    if (!stored || to.length === 0) return;
    const discreet = stored.sensitivity >= SENSITIVE;
    // A plan or a place that is no more: the time still stands.
    const place = discreet ? '' : await placeNameOf(due).catch(() => '');
    await ports.notify(trx, {
      district: due.district,
      id: derivedId('slot', due.id, kind),
      template: discreet || place === '' ? 'slot.reminder-discreet' : 'slot.reminder',
      values: { time: slotTimeText(due.starts_at), ...(!discreet && place !== '' && { place }) },
      to,
      about: `case:${due.case_id}`,
      sensitivity: discreet ? 'sensitive' : 'internal',
    });
  };

  /** @returns how many were reminded */
  const remindDue = async (): Promise<number> => {
    const now = parts.clock();
    let told = 0;
    for (const kind of ['day', 'hour'] as const) {
      for (let found = AT_ONCE; found === AT_ONCE; told += found) {
        found = await parts.sql.transaction().execute(async (trx) => {
          const due = await claim(trx, kind, now);
          for (const one of due) await tell(trx, one, kind);
          return due.length;
        });
      }
    }
    return told;
  };

  /**
   * Matters also end in other ways than by a step of their own (in a batch, along with the one they repeat): their times
   * still to come are given back here. @returns how many
   */
  const sweep = async (): Promise<number> => {
    const now = parts.clock();
    const { rows } = await raw`
      update slot_booking b set state = 'freed', ended_at = ${now}::timestamptz from case_file c
      where b.state = 'booked' and b.starts_at > ${now}::timestamptz
        and c.district = b.district and c.id = b.case_id and c.status = 'closed' returning b.id`.execute(parts.sql);
    return rows.length;
  };

  parts.jobs.every('*/5 * * * *', 'slot-reminders', async () => {
    await definitions.ready();
    await sweep();
    await remindDue();
  });

  return { remindDue, sweep };
};
