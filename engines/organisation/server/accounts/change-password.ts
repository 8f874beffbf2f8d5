import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import { getAccountOf, type KnownAccount, postsHeld } from './account-store.ts';
import type { Asker } from './asking.ts';
import type { Completing, Given } from './complete-sign-in.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { PasswordRules } from './password-rules.ts';
import type { Proving } from './proving.ts';
import { endSessionsOf } from './session-store.ts';
import type { Sessions } from './sessions.ts';

/** So many old hashes are kept at most, whatever the profile asks for today. */
const kept = 5;

/** Sets a password; the one it replaces is kept among the old ones, so that it does not come back. */
export const replacePassword = async (
  trx: OrganisationTransaction,
  account: Pick<KnownAccount, 'name' | 'district' | 'person' | 'password'>,
  next: { readonly password: string; readonly mustChange: boolean; readonly until: Instant | null },
  now: Instant,
): Promise<void> => {
  const { district, person } = account;
  await trx
    .insertInto('past_password')
    .values({ district, person, password: account.password, at: now })
    .onConflict((on) => on.doNothing())
    .execute();
  await trx
    .deleteFrom('past_password')
    .where('district', '=', district)
    .where('person', '=', person)
    .where(
      'at',
      'not in',
      trx
        .selectFrom('past_password')
        .select('at')
        .where('district', '=', district)
        .where('person', '=', person)
        .orderBy('at', 'desc')
        .limit(kept),
    )
    .execute();
  await trx
    .updateTable('account')
    .set({
      password: next.password,
      changed_at: now,
      must_change: next.mustChange,
      starting_until: next.until,
      ...(next.mustChange ? {} : { warned_at: null }),
    })
    .where('name', '=', account.name)
    .execute();
};

export const createChangePassword = (
  parts: Parts,
  sessions: Sessions,
  completing: Completing,
  proving: Proving,
  rules: PasswordRules,
  phoneOf: (district: string, person: Id) => Promise<string | undefined>,
) => {
  const sql: OrganisationSql = parts.sql;

  /** Needs the old password; all other sessions of the person end, and this one goes on to what is outstanding next. */
  return async (
    asker: Asker,
    passwords: { readonly old: string; readonly new: string },
  ): Promise<Given | undefined> => {
    const { district, session, address } = asker;
    const { person } = session;
    if (session.pending !== null && session.pending !== 'password') throw new DomainError('session.incomplete');
    const account = await getAccountOf(sql, district, person);
    const one = await proving.ownTry(asker, account, 'account.change-password', 'password');
    await proving.assertOpen(one);
    if (!(await verifyPassword(passwords.old, account.password)).right)
      return proving.fail(one, 'sign-in.refused', 'password');
    const places = [account.home, ...(await postsHeld(sql, district, person)).map((post) => post.scope)];
    await rules.assertGood(passwords.new, {
      account: account.name,
      name: account.personName,
      phone: await phoneOf(district, person),
      places,
    });
    await rules.assertNew(passwords.new, district, person, account.password);
    const password = await hashPassword(passwords.new);
    const now = parts.clock();
    const given = await sql.transaction().execute(async (trx) => {
      await replacePassword(trx, account, { password, mustChange: false, until: null }, now);
      const changed = await getAccountOf(trx, district, person);
      const next = await completing.advance(trx, asker, changed, { factor: false });
      await endSessionsOf(trx, district, person, now, session.id);
      await parts.audit.write(trx, {
        district,
        person,
        address,
        action: 'account.change-password',
        object: `person:${person}`,
        result: 'done',
      });
      return next;
    });
    sessions.tellChanged(district, person);
    return given;
  };
};
