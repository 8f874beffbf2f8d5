import { randomBytes } from 'node:crypto';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type Instant, plusMillis } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import type { SuspendedAccount } from '#engines/organisation/contract';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking, Reach } from '../reach.ts';
import { inScopes } from '../scope-sql.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import { getAccountOf, hasFactor, type KnownAccount } from './account-store.ts';
import { replacePassword } from './change-password.ts';
import { hashPassword } from './password.ts';
import { dropRecoveryCodes } from './recovery-codes.ts';
import { endSessionsOf, stampPerson } from './session-store.ts';
import type { Sessions } from './sessions.ts';

/** A starting password is used soon or not at all. */
const startingFor = 72 * 3_600_000;

/** Twelve letters that nobody misreads, with a capital, a digit and a mark: 60 bits, good under every profile. */
const startingPassword = (): string => {
  const letters = '23456789abcdefghjkmnpqrstvwxyz';
  let text = '';
  while (text.length < 12) {
    const [byte = 255] = randomBytes(1);
    if (byte < letters.length * 8) text += letters[byte % letters.length];
  }
  const [one = 0, two = 0] = randomBytes(2);
  return `${'ABCDEFGHJKMNPQRSTVWXYZ'[one % 22]}${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}${2 + (two % 8)}`;
};

/** Everything that somebody holds is taken away and proposed anew, within the transaction. */
export type GrantAgain = (
  trx: OrganisationTransaction,
  by: Asking,
  given: { readonly district: string; readonly person: Id; readonly reason: string },
) => Promise<number>;

/** What administrators do to the accounts of others. A person belongs to somebody's reach as for disabling. */
export const createAccountAdmin = (
  parts: Parts,
  ports: Pick<OrganisationPorts, 'tellPerson'>,
  { managed, assertManages, assertGrants, audit }: Reach,
  sessions: Sessions,
  grantAgain: GrantAgain,
) => {
  const sql: OrganisationSql = parts.sql;

  /** Who is kept at home in my range, or works there; everybody else does not exist for me. @throws request.not-found */
  const getWithin = async (trx: OrganisationTransaction, by: Asking, id: Id): Promise<KnownAccount> => {
    const day = chinaDate(parts.clock());
    const scopes = managed(by.session);
    const found = await trx
      .selectFrom('person')
      .select('district')
      .where('id', '=', id)
      .where(
        raw<boolean>`(${inScopes('person.home', scopes)} or exists (
          select from holding h join post on post.district = h.district and post.id = h.post
          where h.district = person.district and h.person = person.id and h.from_day <= ${day}
          and (h.to_day is null or h.to_day > ${day}) and post.abolished_on is null and ${inScopes('post.scope', scopes)}))`,
      )
      .executeTakeFirst();
    if (!found) throw new DomainError('request.not-found');
    const posts = await trx
      .selectFrom('holding as holder')
      .innerJoin('post', (on) => on.onRef('post.district', '=', 'holder.district').onRef('post.id', '=', 'holder.post'))
      .select(['post.role', 'post.scope'])
      .where('holder.person', '=', id)
      .where('post.abolished_on', 'is', null)
      .where((make) => make.or([make('holder.to_day', 'is', null), make('holder.to_day', '>', day)]))
      .execute();
    // Whoever holds a post outside my range or beyond my role is not mine to touch.
    for (const post of posts) {
      await assertManages(by.session, post.scope);
      assertGrants(by.session, post.role, post.scope);
    }
    const account = await getAccountOf(trx, found.district, id).catch(() => undefined);
    if (!account) throw new DomainError('request.not-found');
    return account;
  };

  const change = async <Answer>(
    by: Asking,
    id: Id,
    action: string,
    work: (trx: OrganisationTransaction, account: KnownAccount, now: Instant) => Promise<Answer>,
  ): Promise<Answer> => {
    const { answer, district } = await sql.transaction().execute(async (trx) => {
      const account = await getWithin(trx, by, id);
      const done = await work(trx, account, parts.clock());
      await stampPerson(trx, account.district, id);
      await audit(trx, by, { district: account.district, action, object: `person:${id}` });
      return { answer: done, district: account.district };
    });
    sessions.tellChanged(district, id);
    return answer;
  };

  const tell = async (trx: OrganisationTransaction, account: KnownAccount, template: string): Promise<void> =>
    ports.tellPerson(trx, {
      district: account.district,
      event: parts.newId(),
      person: account.person,
      template,
      values: {},
    });

  const endSessions = (by: Asking, id: Id): Promise<void> =>
    change(by, id, 'session.end-all', async (trx, account, now) => {
      await endSessionsOf(trx, account.district, id, now);
    });

  const resetPassword = async (by: Asking, id: Id): Promise<{ password: string; until: Instant }> => {
    if (id === by.session.person) throw new DomainError('organisation.not-yourself');
    const password = startingPassword();
    const hashed = await hashPassword(password);
    return change(by, id, 'account.reset-password', async (trx, account, now) => {
      const until = plusMillis(now, startingFor);
      const { district } = account;
      // Without a second factor whoever resets could come in himself: another person grants again (security 22).
      if (!(await hasFactor(trx, district, id)))
        await grantAgain(trx, by, { district, person: id, reason: '重置密码后重新授权' });
      await replacePassword(trx, account, { password: hashed, mustChange: true, until }, now);
      await endSessionsOf(trx, account.district, id, now);
      await tell(trx, account, 'account.password-reset');
      return { password, until };
    });
  };

  const resetFactors = async (by: Asking, id: Id): Promise<void> => {
    if (id === by.session.person) throw new DomainError('organisation.not-yourself');
    return change(by, id, 'account.reset-factors', async (trx, account, now) => {
      const { district } = account;
      for (const table of ['totp_factor', 'passkey', 'oidc_identity'] as const)
        await trx.deleteFrom(table).where('district', '=', district).where('person', '=', id).execute();
      await dropRecoveryCodes(trx, { district, person: id });
      await grantAgain(trx, by, { district, person: id, reason: '重置双因素后重新授权' });
      await endSessionsOf(trx, district, id, now);
      await tell(trx, account, 'account.factor-reset');
    });
  };

  const openAgain = (by: Asking, id: Id): Promise<void> =>
    change(by, id, 'account.open-again', async (trx, account, now) => {
      const done = await trx
        .updateTable('account')
        .set({ suspended_at: null, warned_at: null, used_at: now })
        .where('name', '=', account.name)
        .where('suspended_at', 'is not', null)
        .executeTakeFirst();
      if (done.numUpdatedRows === 0n) throw new DomainError('request.not-found');
    });

  const listSuspended = async ({ session }: Pick<Asking, 'session'>): Promise<readonly SuspendedAccount[]> => {
    const rows = await sql
      .selectFrom('account')
      .innerJoin('person', (on) =>
        on.onRef('person.district', '=', 'account.district').onRef('person.id', '=', 'account.person'),
      )
      .select(['person.id', 'person.name', 'account.name as account', 'account.used_at', 'account.suspended_at'])
      .where('account.suspended_at', 'is not', null)
      .where('person.disabled_at', 'is', null)
      .where(inScopes('person.home', managed(session)))
      .orderBy('account.suspended_at', 'desc')
      .limit(500)
      .execute();
    return rows.map((row) => ({
      person: row.id,
      name: row.name,
      account: row.account,
      usedAt: row.used_at,
      suspendedAt: row.suspended_at ?? row.used_at,
    }));
  };

  return { endSessions, resetPassword, resetFactors, openAgain, listSuspended };
};

export type AccountAdmin = ReturnType<typeof createAccountAdmin>;
