import type { Id } from '#kernel/ids';
import { type Instant, millisBetween, millisOf, plusMillis } from '#kernel/instant';
import type { Parts, Session } from '#platform/server/parts';
import { outstandingOf, sessionLimitsOf } from '#engines/organisation/model';
import type { OrganisationPorts } from '../ports.ts';
import type { OrganisationTransaction } from '../tables.ts';
import { hasFactor, type KnownAccount, postsHeld } from './account-store.ts';
import type { Asker, From } from './asking.ts';
import type { SecurityPolicy } from './security-policy.ts';
import { stampPerson } from './session-store.ts';
import { hashOfToken, newToken } from './sessions.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** So long somebody has for the second step: also to install an app and read what it is for. */
const pendingFor = 30 * minute;

/** What the browser gets: a token that is valid for some seconds, and what is still outstanding. */
export interface Given {
  readonly token: string;
  readonly seconds: number;
  readonly pending: Session['pending'];
}

/** Opens sign-ins and carries them from step to step. Every step has a token of its own (ASVS 7.2.4). */
export const createCompleting = (
  parts: Pick<Parts, 'clock' | 'newId'>,
  ports: Pick<OrganisationPorts, 'roles'>,
  policy: SecurityPolicy,
) => {
  const mustChange = async (account: KnownAccount, means: 'password' | 'oidc', now: Instant): Promise<boolean> => {
    if (means !== 'password') return false;
    const { days } = await policy.passwords();
    return account.must_change || (days !== null && millisBetween(account.changed_at, now) > days * day);
  };

  const lastsOf = async (trx: OrganisationTransaction, district: string, person: Id): Promise<number> => {
    const roles = (await postsHeld(trx, district, person)).map((post) => post.role);
    return sessionLimitsOf(ports.roles(), roles).hours * 60 * minute;
  };

  const keepUse = async (trx: OrganisationTransaction, account: string, now: Instant): Promise<void> => {
    await trx.updateTable('account').set({ used_at: now, warned_at: null }).where('name', '=', account).execute();
  };

  /** @param twoFactors the other house says that it asked for two */
  const open = async (
    trx: OrganisationTransaction,
    account: KnownAccount,
    from: From,
    how: { readonly means: 'password' | 'oidc'; readonly twoFactors: boolean },
  ): Promise<Given & { readonly id: Id }> => {
    const { district, person } = account;
    const now = parts.clock();
    const pending = outstandingOf({
      hasFactor: await hasFactor(trx, district, person),
      shownFactor: how.twoFactors,
      mustChange: await mustChange(account, how.means, now),
      factorRequired: await policy.factorRequired(),
    });
    const millis = pending === null ? await lastsOf(trx, district, person) : pendingFor;
    const token = newToken(district);
    const id = parts.newId();
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
        address: from.address,
        pending,
        confirmed_at: now,
        factor_at: how.twoFactors ? now : null,
        means: how.means,
        agent: from.agent,
      })
      .execute();
    if (pending === null) await keepUse(trx, account.name, now);
    return { id, token, seconds: Math.floor(millis / 1000), pending };
  };

  /**
   * What is outstanding now that something was shown or changed. Undefined when nothing is different and the token stays.
   * @param step.factor the second factor was shown or set up just now
   */
  const advance = async (
    trx: OrganisationTransaction,
    asker: Asker,
    account: KnownAccount,
    step: { readonly factor: boolean },
  ): Promise<Given | undefined> => {
    const { district, session } = asker;
    const row = await trx
      .selectFrom('session')
      .select(['pending', 'factor_at', 'means', 'made_at'])
      .where('district', '=', district)
      .where('id', '=', session.id)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return undefined;
    const now = parts.clock();
    const shown = step.factor || row.factor_at !== null;
    const pending =
      row.pending === null
        ? null
        : outstandingOf({
            hasFactor: await hasFactor(trx, district, session.person),
            shownFactor: shown,
            mustChange: await mustChange(account, row.means, now),
            factorRequired: await policy.factorRequired(),
          });
    const turned = pending !== row.pending;
    const token = newToken(district);
    const lasts = turned && pending === null ? await lastsOf(trx, district, session.person) : pendingFor;
    const endsAt = plusMillis(row.made_at, lasts);
    await trx
      .updateTable('session')
      .set({
        pending,
        confirmed_at: now,
        ...(shown ? { factor_at: row.factor_at ?? now } : {}),
        ...(turned ? { token_hash: hashOfToken(token), ends_at: endsAt, seen_at: now } : {}),
      })
      .where('district', '=', district)
      .where('id', '=', session.id)
      .execute();
    await stampPerson(trx, district, session.person);
    if (!turned) return undefined;
    if (pending === null) await keepUse(trx, account.name, now);
    return { token, seconds: Math.max(1, Math.floor((millisOf(endsAt) - millisOf(now)) / 1000)), pending };
  };

  return { open, advance };
};

export type Completing = ReturnType<typeof createCompleting>;
