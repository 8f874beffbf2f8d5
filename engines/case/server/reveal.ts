import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import { chinaDate, chinaInstant, plusMillis } from '#kernel/instant';
import { reaches } from '#kernel/sensitivity';
import { clearText, type Field, type Json } from '#fields';
import type { Parts, Session, SqlOrTransaction } from '#platform/server/parts';
import { caseSettings } from './case-settings.ts';
import { personalFieldsOf } from './case-view.ts';
import type { Contact, ContactSeal } from './contact-seal.ts';
import type { Definitions } from './definitions.ts';
import { fieldOfKey, findGiven } from './given-values.ts';
import { namedContext } from './named-context.ts';
import type { CasePorts } from './ports.ts';
import type { SeenCase } from './readers.ts';

/** More looks than this in so short a time are no ordinary work. */
const burst = { looks: 10, millis: 5 * 60_000 } as const;

interface Asked {
  readonly field: string;
  readonly reason: string;
  readonly address: string;
}

/** Personal values in clear: one at a time, with a reason, on record, so many a day (GB/T 22239-2019 8.1.4.6 b). */
export const createReveals = (
  parts: Parts,
  ports: Pick<CasePorts, 'tellSecurity' | 'namesOf' | 'namesOfPersons' | 'namesOfBodies'>,
  definitions: Definitions,
  seal: ContactSeal,
) => {
  const countSince = async (trx: SqlOrTransaction, person: string, since: string): Promise<number> => {
    const { rows } = await raw<{ looks: number }>`
      select count(*)::int as looks from personal_reveal
      where person = ${person}::uuid and at >= ${since}::timestamptz`.execute(trx);
    return rows[0]?.looks ?? 0;
  };

  const audit = (sql: SqlOrTransaction, session: Session, stored: SeenCase, asked: Asked, result: 'done' | 'refused') =>
    parts.audit.write(sql, {
      district: stored.district,
      person: session.person,
      address: asked.address,
      action: 'personal.reveal',
      object: `case:${stored.state.id}`,
      result,
      reason: asked.reason,
      detail: { field: asked.field },
    });

  /** Once, when the eleventh look of five minutes is taken. */
  const alarm = async (trx: SqlOrTransaction, session: Session, stored: SeenCase, address: string): Promise<void> => {
    await parts.audit.write(trx, {
      district: stored.district,
      person: session.person,
      address,
      action: 'personal.reveal-burst',
      object: `person:${session.person}`,
      result: 'done',
      detail: { looks: burst.looks + 1, minutes: burst.millis / 60_000 },
    });
    await ports.tellSecurity?.(trx, {
      district: stored.district,
      person: session.person,
      name: session.name,
      looks: burst.looks + 1,
      minutes: burst.millis / 60_000,
    });
  };

  /** A personal value as text, by the name the view gives it. */
  const clearValue = async (district: string, contact: Contact, asked: string, field?: Field) => {
    const { name, phone, personal } = contact;
    if (asked === 'reporter.name') return name ?? undefined;
    if (asked === 'reporter.phone') return phone ?? undefined;
    // Of one step, or the last.
    const given = findGiven(contact, asked);
    const value = given ? given.value : Object.hasOwn(personal, asked) ? personal[asked] : undefined;
    if (value === undefined || value === null) return undefined;
    if (!field) return typeof value === 'string' ? value : JSON.stringify(value);
    return clearText(
      field,
      value as Json,
      await namedContext(ports, definitions.fields, district, [field], { [field.id]: value }),
      'zh',
    );
  };

  /** Sensitive values are for those who are cleared for them; a try of others is on record. @throws reveal.sensitive */
  const refuseUncleared = async (
    session: Session,
    stored: SeenCase,
    fields: readonly string[],
    asked: Omit<Asked, 'field'>,
  ): Promise<void> => {
    if (!session.permissions.has('personal.reveal')) throw new DomainError('permission.denied');
    const cleared = session.posts.some(
      (post) => post.permissions.has('personal.reveal') && reaches(post.clearance, 'sensitive'),
    );
    const personal = personalFieldsOf(definitions.playbookOf(stored.state));
    const closed = fields.find(
      (id) => personal.find((field) => field.id === fieldOfKey(id))?.privacy?.sensitivity === 'sensitive' && !cleared,
    );
    if (closed === undefined) return;
    await audit(parts.sql, session, stored, { ...asked, field: closed }, 'refused');
    throw new DomainError('reveal.sensitive');
  };

  const quota = (): Promise<number> =>
    parts.settings.get<number>(caseSettings.revealsADay, caseSettings.otherwise.revealsADay);

  /** Counts looks against the day's quota and tells when there are many at once. @returns looks left; -1: not so many are */
  const spend = async (
    trx: SqlOrTransaction,
    session: Session,
    stored: SeenCase,
    fields: readonly string[],
    address: string,
  ): Promise<number> => {
    const limit = await quota();
    const now = parts.clock();
    // One after another: many at once must not slip past the quota together.
    await raw`select pg_advisory_xact_lock(hashtextextended(${`reveal ${session.person}`}, 0))`.execute(trx);
    const today = await countSince(trx, session.person, chinaInstant(chinaDate(now)));
    if (today + fields.length > limit) return -1;
    for (const field of fields) {
      await raw`
        insert into personal_reveal (district, id, person, at, case_id, field)
        values (${stored.district}, ${parts.newId()}::uuid, ${session.person}::uuid, ${now}::timestamptz, ${stored.state.id}::uuid, ${field})`.execute(
        trx,
      );
    }
    const lately = await countSince(trx, session.person, plusMillis(now, -burst.millis));
    if (lately > burst.looks && lately - fields.length <= burst.looks) await alarm(trx, session, stored, address);
    return limit - today - fields.length;
  };

  /** Several values in one copy of a document; who makes it writes the audit row. @throws reveal.quota-used */
  const countLooks = async (...looks: Parameters<typeof spend>): Promise<void> => {
    if ((await spend(...looks)) < 0) throw new DomainError('reveal.quota-used', { limit: await quota() });
  };

  const reveal = async (session: Session, stored: SeenCase, asked: Asked): Promise<{ value: string; left: number }> => {
    const { district, state, sealed } = stored;
    const contact = sealed === null ? undefined : await seal.open(district, state.id, sealed);
    const field = personalFieldsOf(definitions.playbookOf(state)).find((one) => one.id === fieldOfKey(asked.field));
    const value = contact && (await clearValue(district, contact, asked.field, field));
    if (value === undefined) throw new DomainError('reveal.nothing');
    await refuseUncleared(session, stored, [asked.field], asked);
    const left = await parts.sql.transaction().execute(async (trx) => {
      const looks = await spend(trx, session, stored, [asked.field], asked.address);
      if (looks >= 0) await audit(trx, session, stored, asked, 'done');
      return looks;
    });
    if (left < 0) {
      await audit(parts.sql, session, stored, asked, 'refused');
      throw new DomainError('reveal.quota-used', { limit: await quota() });
    }
    return { value, left };
  };

  /** Looks older than a year say nothing to quota or alarm; why they were taken stays in the audit. */
  parts.jobs.every('11 4 * * *', 'case-old-reveals', async () => {
    await raw`delete from personal_reveal where at < ${parts.clock()}::timestamptz - interval '1 year'`.execute(
      parts.sql,
    );
  });

  return { reveal, refuseUncleared, countLooks };
};

export type Reveals = ReturnType<typeof createReveals>;
