import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { foldWidth } from '#fields/fold-text';
import { maskedPhone } from '#fields/phone/phone';
import type { Parts } from '#platform/server/parts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

const mobile = /^1[3-9]\d{9}$/;

/** Eleven digits, however they were typed. @throws organisation.phone-wrong */
export const normalisePhone = (typed: string): string => {
  const digits = foldWidth(typed)
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  if (!mobile.test(digits)) throw new DomainError('organisation.phone-wrong', {}, { field: 'phone' });
  return digits;
};

/** A phone as it is kept: sealed to its person, and the keyed hash by which it is found. */
export interface KeptPhone {
  readonly phone_sealed: string | null;
  readonly phone_blind: string | null;
}

const place = (district: string, id: Id) => ({ table: 'person', column: 'phone_sealed', row: `${district} ${id}` });

/** Phones of staff at rest (security 1, 35, 38): never in plain, never the same text twice. */
export const createPhones = (parts: Pick<Parts, 'seals' | 'sql' | 'log'>) => {
  const blindOf = (phone: string): Promise<string> => parts.seals.blind('person.phone', phone);

  /** @param phone normalised */
  const keep = async (district: string, id: Id, phone: string | null): Promise<KeptPhone> =>
    phone === null
      ? { phone_sealed: null, phone_blind: null }
      : { phone_sealed: await parts.seals.seal(place(district, id), phone), phone_blind: await blindOf(phone) };

  /** The number itself: for sending, never for an answer. */
  const open = async (row: {
    readonly district: string;
    readonly id: Id;
    readonly phone: string | null;
    readonly phone_sealed: string | null;
  }): Promise<string | null> =>
    row.phone_sealed === null ? row.phone : parts.seals.open(place(row.district, row.id), row.phone_sealed);

  return {
    keep,
    open,
    openMasked: async (row: Parameters<typeof open>[0]): Promise<string | null> => {
      const phone = await open(row);
      return phone === null ? null : maskedPhone(phone);
    },
    /** @throws organisation.phone-taken when somebody who works here, in whatever district, has the number */
    assertFree: async (sql: OrganisationTransaction, phone: string, id: Id): Promise<void> => {
      const taken = await sql
        .selectFrom('person')
        .select('id')
        .where('phone_blind', '=', await blindOf(phone))
        .where('disabled_at', 'is', null)
        .where('id', '<>', id)
        .executeTakeFirst();
      if (taken) throw new DomainError('organisation.phone-taken', {}, { field: 'phone' });
    },
    /** Seals what earlier versions kept in plain. Of two persons with one number the later keeps no hash: it is told. */
    sealOld: async (): Promise<number> => {
      const sql: OrganisationSql = parts.sql;
      let sealed = 0;
      for (;;) {
        const count = await sql.transaction().execute(async (trx) => {
          const rows = await trx
            .selectFrom('person')
            .select(['district', 'id', 'phone', 'disabled_at'])
            .where('phone', 'is not', null)
            .orderBy('district')
            .orderBy('id')
            .limit(500)
            .forUpdate()
            .skipLocked()
            .execute();
          for (const row of rows) {
            const typed = row.phone ?? '';
            const kept = await keep(row.district, row.id, normaliseLoosely(typed));
            const twice =
              row.disabled_at === null &&
              (await trx
                .selectFrom('person')
                .select('id')
                .where('district', '=', row.district)
                .where('phone_blind', '=', kept.phone_blind)
                .where('disabled_at', 'is', null)
                .executeTakeFirst());
            if (twice)
              parts.log.warn({ person: row.id, other: twice.id }, 'two persons were kept with one phone number');
            await trx
              .updateTable('person')
              .set({ ...kept, ...(twice ? { phone_blind: null } : {}), phone: null })
              .where('district', '=', row.district)
              .where('id', '=', row.id)
              .execute();
          }
          return rows.length;
        });
        sealed += count;
        if (count === 0) return sealed;
      }
    },
  };
};

/** What was accepted once is kept even if it is no mobile number. */
const normaliseLoosely = (typed: string): string => {
  try {
    return normalisePhone(typed);
  } catch {
    return typed.trim();
  }
};

export type Phones = ReturnType<typeof createPhones>;
