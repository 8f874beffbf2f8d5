import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';
import type { OrganisationTransaction } from '../tables.ts';

export interface NewPerson {
  readonly district: string;
  readonly id: Id;
  readonly name: string;
  readonly phone: string | null;
  /** Territory path of those who keep the person. */
  readonly home: string;
}

export const insertPerson = async (sql: OrganisationTransaction, person: NewPerson): Promise<void> => {
  await sql
    .insertInto('person')
    .values({ ...person, disabled_at: null })
    .execute();
};

/** False when the account is taken. */
export const insertAccount = async (
  sql: OrganisationTransaction,
  account: { readonly name: string; readonly district: string; readonly person: Id; readonly password: string },
): Promise<boolean> => {
  const done = await sql
    .insertInto('account')
    .values(account)
    .onConflict((on) => on.column('name').doNothing())
    .returning('name')
    .executeTakeFirst();
  return done !== undefined;
};

/** Whoever keeps the person's rights in memory sees by the stamp that they are old. */
const stampPerson = (sql: OrganisationTransaction, district: string, person: Id) =>
  sql
    .updateTable('person')
    .set((make) => ({ stamp: make('stamp', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', person);

/** Locks the person, so that two appointments at once cannot both find that there is none. */
export const insertHolder = async (
  sql: OrganisationTransaction,
  holder: { readonly district: string; readonly post: Id; readonly person: Id; readonly from: DateText },
): Promise<boolean> => {
  const { district, post, person, from } = holder;
  await stampPerson(sql, district, person).execute();
  const done = await raw`
    insert into holder (district, post, person, from_day)
    select ${district}, ${post}::uuid, ${person}::uuid, ${from}::date
    where not exists (select from holder where district = ${district} and post = ${post} and person = ${person}
      and (to_day is null or to_day > ${from}))
    on conflict (district, post, person, from_day) do update set to_day = null
    returning post
  `.execute(sql);
  return done.rows.length > 0;
};

/** Ends what is held today or would begin later. False when there is nothing to end. */
export const endHolder = async (
  sql: OrganisationTransaction,
  holder: { readonly district: string; readonly post: Id; readonly person: Id },
  day: DateText,
): Promise<boolean> => {
  const { district, post, person } = holder;
  await stampPerson(sql, district, person).execute();
  const done = await raw`
    update holder set to_day = greatest(from_day, ${day}::date)
    where district = ${district} and post = ${post} and person = ${person} and (to_day is null or to_day > ${day})
    returning post
  `.execute(sql);
  return done.rows.length > 0;
};

export const disablePerson = async (
  sql: OrganisationTransaction,
  district: string,
  person: Id,
  at: Instant,
): Promise<void> => {
  await stampPerson(sql, district, person).execute();
  await sql
    .updateTable('person')
    .set({ disabled_at: at })
    .where('district', '=', district)
    .where('id', '=', person)
    .where('disabled_at', 'is', null)
    .execute();
};
