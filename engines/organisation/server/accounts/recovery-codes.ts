import { hash, randomBytes } from 'node:crypto';
import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

type Whose = { readonly district: string; readonly person: Id };

/** Crockford letters, without those that are misread. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const many = 10;
const long = 16;

const newCode = (): string => {
  const text = [...randomBytes(long)].map((byte) => letters[byte & 31]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
};

/** As typed by a hurried person: any case, spaces, O for 0. */
const normalise = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** 80 random bits need no slow hash. */
const hashOf = ({ district, person }: Whose, code: string): Buffer =>
  hash('sha256', `${district} ${person} ${normalise(code)}`, 'buffer');

/** Ten new codes; whatever there was before ends. */
export const renewRecoveryCodes = async (trx: OrganisationTransaction, whose: Whose): Promise<readonly string[]> => {
  const codes = Array.from({ length: many }, newCode);
  await dropRecoveryCodes(trx, whose);
  await trx
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ ...whose, hash: hashOf(whose, code), used_at: null })))
    .execute();
  return codes;
};

export const dropRecoveryCodes = async (trx: OrganisationTransaction, { district, person }: Whose): Promise<void> => {
  await trx.deleteFrom('recovery_code').where('district', '=', district).where('person', '=', person).execute();
};

/** True once for each code. */
export const takeRecoveryCode = async (
  trx: OrganisationTransaction,
  whose: Whose,
  code: string,
  at: Instant,
): Promise<boolean> => {
  const done = await trx
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('district', '=', whose.district)
    .where('person', '=', whose.person)
    .where('hash', '=', hashOf(whose, code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

export const countRecoveryCodes = async (sql: OrganisationSql, whose: Whose): Promise<number> => {
  const row = await sql
    .selectFrom('recovery_code')
    .select(raw<number>`count(*)::int`.as('left'))
    .where('district', '=', whose.district)
    .where('person', '=', whose.person)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.left;
};
