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
  ports: Pick<CasePorts, 'tellSecurity' | 'namesOfPersons' | 'namesOfBodies'>,
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
  const alarm = async (trx: SqlOrTransaction, session: Session, stored: SeenCase, asked: Asked): Promise<void> => {
    await parts.audit.write(trx, {
      district: stored.district,
      person: session.person,
      address: asked.address,
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
  const clearValue = async (district: string, { name, phone, personal }: Contact, asked: string, field?: Field) => {
    if (asked === 'reporter.name') return name ?? undefined;
    if (asked === 'reporter.phone') return phone ?? undefined;
    const value = Object.hasOwn(personal, asked) ? personal[asked] : undefined;
    if (value === undefined || value === null) return undefined;
    if (!field) return typeof value === 'string' ? value : JSON.stringify(value);
    return clearText(
      field,
      value as Json,
      await namedContext(ports, definitions.fields, district, [field], personal),
      'zh',
    );
  };

  const reveal = async (session: Session, stored: SeenCase, asked: Asked): Promise<{ value: string; left: number }> => {
    const { district, state, sealed } = stored;
    const contact = sealed === null ? undefined : await seal.open(district, state.id, sealed);
    const field = personalFieldsOf(definitions.playbookOf(state)).find((one) => one.id === asked.field);
    const value = contact && (await clearValue(district, contact, asked.field, field));
    if (value === undefined) throw new DomainError('reveal.nothing');
    const cleared = session.posts.some(
      (post) => post.permissions.has('personal.reveal') && reaches(post.clearance, 'sensitive'),
    );
    if (field?.privacy?.sensitivity === 'sensitive' && !cleared) {
      await audit(parts.sql, session, stored, asked, 'refused');
      throw new DomainError('reveal.sensitive');
    }
    const limit = await parts.settings.get<number>(caseSettings.revealsADay, caseSettings.otherwise.revealsADay);
    const now = parts.clock();
    const left = await parts.sql.transaction().execute(async (trx) => {
      // One after another: many at once must not slip past the quota together.
      await raw`select pg_advisory_xact_lock(hashtextextended(${`reveal ${session.person}`}, 0))`.execute(trx);
      const today = await countSince(trx, session.person, chinaInstant(chinaDate(now)));
      if (today >= limit) return -1;
      await raw`
        insert into personal_reveal (district, id, person, at, case_id, field)
        values (${district}, ${parts.newId()}::uuid, ${session.person}::uuid, ${now}::timestamptz, ${state.id}::uuid, ${asked.field})`.execute(
        trx,
      );
      await audit(trx, session, stored, asked, 'done');
      const lately = await countSince(trx, session.person, plusMillis(now, -burst.millis));
      if (lately === burst.looks + 1) await alarm(trx, session, stored, asked);
      return limit - today - 1;
    });
    if (left < 0) {
      await audit(parts.sql, session, stored, asked, 'refused');
      throw new DomainError('reveal.quota-used', { limit });
    }
    return { value, left };
  };

  /** Looks older than a year say nothing to quota or alarm; why they were taken stays in the audit. */
  parts.jobs.every('11 4 * * *', 'case-old-reveals', async () => {
    await raw`delete from personal_reveal where at < ${parts.clock()}::timestamptz - interval '1 year'`.execute(
      parts.sql,
    );
  });

  return { reveal };
};

export type Reveals = ReturnType<typeof createReveals>;
