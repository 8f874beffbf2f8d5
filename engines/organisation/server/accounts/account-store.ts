import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { OrganisationSql } from '../tables.ts';

/** An account with what a sign-in has to know. */
export interface KnownAccount {
  readonly name: string;
  readonly district: string;
  readonly person: Id;
  readonly password: string;
  readonly changed_at: Instant;
  readonly must_change: boolean;
  readonly starting_until: Instant | null;
  readonly suspended_at: Instant | null;
  readonly personName: string;
  readonly phone: string | null;
  readonly home: string;
  readonly disabled_at: Instant | null;
}

const accounts = (sql: OrganisationSql) =>
  sql
    .selectFrom('account')
    .innerJoin('person', (on) =>
      on.onRef('person.district', '=', 'account.district').onRef('person.id', '=', 'account.person'),
    )
    .select([
      'account.name',
      'account.district',
      'account.person',
      'account.password',
      'account.changed_at',
      'account.must_change',
      'account.starting_until',
      'account.suspended_at',
      'person.name as personName',
      'person.phone',
      'person.home',
      'person.disabled_at',
    ]);

export const findAccount = (sql: OrganisationSql, name: string): Promise<KnownAccount | undefined> =>
  accounts(sql).where('account.name', '=', name).executeTakeFirst();

/** The account of somebody who is signed in; there always is one. */
export const getAccountOf = (sql: OrganisationSql, district: string, person: Id): Promise<KnownAccount> =>
  accounts(sql).where('account.district', '=', district).where('account.person', '=', person).executeTakeFirstOrThrow();

/** Roles and places of the posts held, today or later: the strictest role decides how long a sign-in lasts. */
export const postsHeld = (
  sql: OrganisationSql,
  district: string,
  person: Id,
): Promise<readonly { readonly role: string; readonly scope: string }[]> =>
  sql
    .selectFrom('holding as holder')
    .innerJoin('post', (on) => on.onRef('post.district', '=', 'holder.district').onRef('post.id', '=', 'holder.post'))
    .select(['post.role', 'post.scope'])
    .where('holder.district', '=', district)
    .where('holder.person', '=', person)
    .where('holder.to_day', 'is', null)
    .execute();

/** Does somebody have a second factor? */
export const hasFactor = async (sql: OrganisationSql, district: string, person: Id): Promise<boolean> => {
  const found = await sql
    .selectNoFrom((make) => [
      make
        .exists(
          make
            .selectFrom('totp_factor')
            .select('person')
            .where('district', '=', district)
            .where('person', '=', person)
            .where('secret', 'is not', null),
        )
        .as('totp'),
      make
        .exists(make.selectFrom('passkey').select('id').where('district', '=', district).where('person', '=', person))
        .as('passkey'),
    ])
    .executeTakeFirstOrThrow();
  return Boolean(found.totp) || Boolean(found.passkey);
};
