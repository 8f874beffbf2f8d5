import { hash } from 'node:crypto';
import { DomainError } from '#kernel/domain-error';
import type { ErrorCode } from '#kernel/error-catalogue';
import type { Parts, Session } from '#platform/server/parts';
import { normaliseAccount } from '#engines/organisation/model';
import type { OrganisationSql } from '../tables.ts';
import { findAccount, type KnownAccount } from './account-store.ts';
import type { Asker, From } from './asking.ts';
import type { Completing, Given } from './complete-sign-in.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { Proving, Try } from './proving.ts';
import { endSession } from './session-store.ts';
import type { Sessions } from './sessions.ts';
import { forgetFailures } from './sign-in-locks.ts';

export interface SignedIn extends Given {
  readonly session: Session;
  readonly account: string;
}

/** First steps: account and password, or an identity of another house that is linked to an account. */
export const createSignIn = (parts: Parts, sessions: Sessions, completing: Completing, proving: Proving) => {
  const sql: OrganisationSql = parts.sql;

  /** Says no to somebody who proved who he is: it tells strangers nothing. */
  const refuseOpenly = async (one: Try, code: ErrorCode, why: string): Promise<never> => {
    await parts.audit.write(sql, proving.refused(one, why));
    throw new DomainError(code);
  };

  const openFor = async (
    found: KnownAccount,
    from: From,
    one: Try,
    how: { readonly means: 'password' | 'oidc'; readonly twoFactors: boolean; readonly renewed?: string | undefined },
  ): Promise<SignedIn> => {
    if (found.suspended_at !== null) return refuseOpenly(one, 'sign-in.suspended', 'suspended');
    const over = how.means === 'password' && found.must_change && found.starting_until !== null;
    if (over && parts.clock() >= (found.starting_until ?? ''))
      return refuseOpenly(one, 'sign-in.starting-expired', 'starting-password-expired');
    const { district, person, name } = found;
    const given = await sql.transaction().execute(async (trx) => {
      const opened = await completing.open(trx, found, from, how);
      if (how.renewed)
        await trx.updateTable('account').set({ password: how.renewed }).where('name', '=', name).execute();
      // While a factor is outstanding the count goes on: the password alone does not buy five more codes.
      if (opened.pending !== 'factor') await forgetFailures(trx, one.attempt);
      await parts.audit.write(trx, {
        district,
        person,
        address: from.address,
        action: 'session.sign-in',
        object: `session:${opened.id}`,
        result: 'done',
        detail: { means: how.means, outstanding: opened.pending },
      });
      return opened;
    });
    const session = await sessions.find(given.token);
    if (!session) throw new DomainError('sign-in.refused');
    return { ...given, session, account: name };
  };

  /** The same answer in the same time whether the account is unknown, disabled, or the password is wrong. */
  const signIn = async (account: string, password: string, from: From): Promise<SignedIn> => {
    const name = normaliseAccount(account);
    const found = await findAccount(sql, name);
    const one: Try = {
      action: 'session.sign-in',
      // What was typed may be a password in the wrong field, so an unknown account's name is not kept.
      object: found ? `person:${found.person}` : `account:${hash('sha256', name, 'hex').slice(0, 12)}`,
      known: found,
      attempt: await proving.attemptOf(name, from, 'password'),
    };
    await proving.assertOpen(one);
    const { right, outdated } = await verifyPassword(password, found?.password);
    if (!right || !found || found.disabled_at !== null) return proving.fail(one, 'sign-in.refused', 'password');
    const renewed = outdated ? await hashPassword(password) : undefined;
    return openFor(found, from, one, { means: 'password', twoFactors: false, renewed });
  };

  /** @param name of an account whose linked identity was proved by the other house */
  const signInLinked = async (name: string, from: From, twoFactors: boolean): Promise<SignedIn> => {
    const found = await findAccount(sql, name);
    if (!found || found.disabled_at !== null) throw new DomainError('sign-in.refused');
    const attempt = await proving.attemptOf(name, from, 'password');
    const one: Try = { action: 'session.sign-in', object: `person:${found.person}`, known: found, attempt };
    return openFor(found, from, one, { means: 'oidc', twoFactors });
  };

  const signOut = async ({ session, district, address }: Asker): Promise<void> => {
    await sql.transaction().execute(async (trx) => {
      await endSession(trx, district, session.person, session.id, parts.clock());
      await parts.audit.write(trx, {
        district,
        person: session.person,
        address,
        action: 'session.sign-out',
        object: `session:${session.id}`,
        result: 'done',
      });
    });
    sessions.tellChanged(district, session.person);
  };

  return { signIn, signInLinked, signOut };
};

export type SignIn = ReturnType<typeof createSignIn>;
