import { hash } from 'node:crypto';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { plusMillis } from '#kernel/instant';
import type { AuditRow, Parts, Session } from '#platform/server/parts';
import { checkPassword, normaliseAccount, sessionLimitsOf } from '#engines/organisation/model';
import { hashPassword, verifyPassword } from './password.ts';
import type { OrganisationPorts } from '../ports.ts';
import { endSession, endSessionsOf } from './session-store.ts';
import { hashOfToken, newToken, type Sessions } from './sessions.ts';
import { countFailure, forgetFailures, secondsLocked } from './sign-in-locks.ts';
import type { OrganisationSql } from '../tables.ts';

/** Where it is not known to which district somebody belongs. */
const nowhere = '000000';

type Known = { readonly district: string; readonly person: Id } | undefined;

export interface SignedIn {
  readonly token: string;
  /** Until the sign-in ends however busy one is. */
  readonly seconds: number;
  readonly session: Session;
}

export const createSignIn = (parts: Parts, ports: Pick<OrganisationPorts, 'roles'>, sessions: Sessions) => {
  const sql: OrganisationSql = parts.sql;

  const findAccount = (name: string) =>
    sql
      .selectFrom('account')
      .innerJoin('person', (on) =>
        on.onRef('person.district', '=', 'account.district').onRef('person.id', '=', 'account.person'),
      )
      .select(['account.name', 'account.district', 'account.person', 'account.password', 'person.disabled_at'])
      .where('account.name', '=', name)
      .executeTakeFirst();

  const rolesOf = async (district: string, person: Id): Promise<readonly string[]> => {
    const rows = await sql
      .selectFrom('holding as holder')
      .innerJoin('post', (on) => on.onRef('post.district', '=', 'holder.district').onRef('post.id', '=', 'holder.post'))
      .select('post.role')
      .where('holder.district', '=', district)
      .where('holder.person', '=', person)
      .where('holder.to_day', 'is', null)
      .execute();
    return rows.map((row) => row.role);
  };

  const refusal = (name: string, address: string, known: Known, why: 'password' | 'locked'): AuditRow => ({
    district: known?.district ?? nowhere,
    person: known?.person ?? null,
    address,
    action: 'session.sign-in',
    // What was typed may be a password in the wrong field, so an unknown account's name is not kept.
    object: known ? `person:${known.person}` : `account:${hash('sha256', name, 'hex').slice(0, 12)}`,
    result: 'refused',
    detail: { why },
  });

  const refuseLocked = async (name: string, address: string, known: Known): Promise<void> => {
    const seconds = await secondsLocked(sql, name, address, parts.clock());
    if (seconds === 0) return;
    await parts.audit.write(sql, refusal(name, address, known, 'locked'));
    throw new DomainError('request.too-many', { seconds });
  };

  const refuseSignIn = async (name: string, address: string, known: Known): Promise<never> => {
    const now = parts.clock();
    await sql.transaction().execute(async (trx) => {
      await countFailure(trx, name, address, now);
      await parts.audit.write(trx, refusal(name, address, known, 'password'));
    });
    throw new DomainError('sign-in.refused');
  };

  /** The same answer in the same time whether the account is unknown, disabled, or the password is wrong. */
  const signIn = async (account: string, password: string, address: string): Promise<SignedIn> => {
    const name = normaliseAccount(account);
    const found = await findAccount(name);
    await refuseLocked(name, address, found);
    const { right, outdated } = await verifyPassword(password, found?.password);
    if (!right || !found || found.disabled_at !== null) return refuseSignIn(name, address, found);
    const { district, person } = found;
    const [roles, renewed] = await Promise.all([
      rolesOf(district, person),
      outdated ? hashPassword(password) : undefined,
    ]);
    const token = newToken(district);
    const id = parts.newId();
    const now = parts.clock();
    const millis = sessionLimitsOf(ports.roles(), roles).hours * 3_600_000;
    await sql.transaction().execute(async (trx) => {
      await trx
        .insertInto('session')
        .values({
          district,
          id,
          person,
          token_hash: hashOfToken(token),
          made_at: now,
          seen_at: now,
          ends_at: plusMillis(now, millis),
          ended_at: null,
          address,
        })
        .execute();
      if (renewed) await trx.updateTable('account').set({ password: renewed }).where('name', '=', name).execute();
      await forgetFailures(trx, name, address);
      await parts.audit.write(trx, {
        district,
        person,
        address,
        action: 'session.sign-in',
        object: `session:${id}`,
        result: 'done',
      });
    });
    const session = await sessions.find(token);
    if (!session) throw new DomainError('sign-in.refused');
    return { token, seconds: Math.floor(millis / 1000), session };
  };

  const signOut = async (session: Session, district: string, address: string): Promise<void> => {
    await sql.transaction().execute(async (trx) => {
      await endSession(trx, district, session.id, parts.clock());
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

  /** Needs the old password; all other sessions of the person end. */
  const changePassword = async (
    session: Session,
    district: string,
    passwords: { readonly old: string; readonly new: string },
    address: string,
  ): Promise<void> => {
    const account = await sql
      .selectFrom('account')
      .innerJoin('person', (on) =>
        on.onRef('person.district', '=', 'account.district').onRef('person.id', '=', 'account.person'),
      )
      .select(['account.name', 'account.password', 'person.name as personName', 'person.phone'])
      .where('account.district', '=', district)
      .where('account.person', '=', session.person)
      .executeTakeFirst();
    const name = account?.name ?? '';
    const known = { district, person: session.person };
    await refuseLocked(name, address, known);
    const { right } = await verifyPassword(passwords.old, account?.password);
    if (!right || !account) return refuseSignIn(name, address, known);
    const weak = checkPassword(passwords.new, {
      account: name,
      name: account.personName,
      phone: account.phone ?? undefined,
    });
    if (weak) throw weak;
    const password = await hashPassword(passwords.new);
    const now = parts.clock();
    await sql.transaction().execute(async (trx) => {
      await trx.updateTable('account').set({ password, changed_at: now }).where('name', '=', name).execute();
      await endSessionsOf(trx, district, session.person, now, session.id);
      await parts.audit.write(trx, {
        district,
        person: session.person,
        address,
        action: 'account.change-password',
        object: `person:${session.person}`,
        result: 'done',
      });
    });
    sessions.tellChanged(district, session.person);
  };

  return { signIn, signOut, changePassword };
};
