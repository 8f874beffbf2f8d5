import { hash } from 'node:crypto';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import { type Instant, millisBetween, plusMillis } from '#kernel/instant';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

const minute = 60_000;
const within = 15 * minute;
const lockFor = 30 * minute;

/** Somebody who tries to prove who he is. */
export interface Attempt {
  readonly account: string;
  readonly address: string;
  /** Number of the device when it is known to this account. */
  readonly device?: string | undefined;
  /** What is shown. Who guesses codes has the password already, so fewer are allowed over all addresses. */
  readonly what: 'password' | 'factor';
}

const inAll = { password: 50, factor: 10 };

/**
 * Five wrong passwords or codes within 15 minutes close an account to that address for 30 minutes; whoever guesses
 * from many addresses meets the count over all of them. A known device has a count of its own and no other, so
 * that strangers never lock the owner out. Unknown accounts are counted the same way: a lock does not tell which exist.
 */
const counts = ({ account, address, device, what }: Attempt): readonly { key: string; most: number }[] => {
  const keyOf = (from: string): string => hash('sha256', `${account}\n${from}`, 'hex');
  if (device !== undefined) return [{ key: keyOf(`device ${device}`), most: 5 }];
  return [
    { key: keyOf(address), most: 5 },
    { key: keyOf(what === 'password' ? '' : 'factor '), most: inAll[what] },
  ];
};

/** Seconds until the account may be tried again from there; 0 when it may be tried now. */
export const secondsLocked = async (sql: OrganisationSql, attempt: Attempt, now: Instant): Promise<number> => {
  const row = await sql
    .selectFrom('sign_in_failure')
    .select((make) => make.fn.max('locked_until').as('until'))
    .where(
      'key',
      'in',
      counts(attempt).map((one) => one.key),
    )
    .executeTakeFirst();
  return row?.until ? Math.max(0, Math.ceil(millisBetween(now, row.until) / 1000)) : 0;
};

export const lockedFor = (seconds: number): DomainError =>
  new DomainError('sign-in.locked', { minutes: Math.ceil(seconds / 60), seconds });

export const countFailure = async (sql: OrganisationTransaction, attempt: Attempt, now: Instant): Promise<void> => {
  for (const { key, most } of counts(attempt)) {
    await raw`
      insert into sign_in_failure as f (key, failures, first_at) values (${key}, 1, ${now})
      on conflict (key) do update set
        failures = case when f.first_at < ${plusMillis(now, -within)} then 1 else f.failures + 1 end,
        first_at = case when f.first_at < ${plusMillis(now, -within)} then ${now} else f.first_at end,
        locked_until = case when f.first_at >= ${plusMillis(now, -within)} and f.failures + 1 >= ${most}
          then ${plusMillis(now, lockFor)}::timestamptz else f.locked_until end
    `.execute(sql);
  }
};

/** A sign-in that was completed opens the account to this address or device again. */
export const forgetFailures = async (sql: OrganisationTransaction, attempt: Attempt): Promise<void> => {
  await sql
    .deleteFrom('sign_in_failure')
    .where('key', '=', counts(attempt)[0]?.key ?? '')
    .execute();
};

export const dropOldFailures = async (sql: OrganisationSql, now: Instant): Promise<void> => {
  await sql
    .deleteFrom('sign_in_failure')
    .where('first_at', '<', plusMillis(now, -24 * 60 * minute))
    .execute();
};
