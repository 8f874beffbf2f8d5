import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { stampPerson } from '../accounts/session-store.ts';
import type { OrganisationTransaction } from '../tables.ts';
import type { KeptPhone } from './phones.ts';

export interface NewPerson extends KeptPhone {
  readonly district: string;
  readonly id: Id;
  readonly name: string;
  /** Territory path of those who keep the person. */
  readonly home: string;
}

export const insertPerson = async (sql: OrganisationTransaction, person: NewPerson): Promise<void> => {
  await sql
    .insertInto('person')
    .values({ ...person, phone: null, disabled_at: null })
    .execute();
};

/** False when the account is taken. */
export const insertAccount = async (
  sql: OrganisationTransaction,
  account: {
    readonly name: string;
    readonly district: string;
    readonly person: Id;
    readonly password: string;
    readonly must_change?: boolean;
    readonly starting_until?: Instant;
    readonly used_at?: Instant;
  },
): Promise<boolean> => {
  const done = await sql
    .insertInto('account')
    .values(account)
    .onConflict((on) => on.column('name').doNothing())
    .returning('name')
    .executeTakeFirst();
  return done !== undefined;
};

/** Stands where a password will: no text fits it, and trying one takes as long as ever. */
export const noPassword = 'none yet';

export const disablePerson = async (
  sql: OrganisationTransaction,
  district: string,
  person: Id,
  at: Instant,
): Promise<void> => {
  await stampPerson(sql, district, person);
  await sql
    .updateTable('person')
    .set({ disabled_at: at })
    .where('district', '=', district)
    .where('id', '=', person)
    .where('disabled_at', 'is', null)
    .execute();
};
