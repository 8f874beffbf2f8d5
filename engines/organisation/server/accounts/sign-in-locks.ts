import { hash } from 'node:crypto';
import { sql as raw } from 'kysely';
import { type Instant, millisBetween, plusMillis } from '#kernel/instant';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

const minute = 60_000;
const within = 15 * minute;
const lockFor = 30 * minute;

/**
 * Five wrong passwords within 15 minutes close an account to that address for 30 minutes. Whoever guesses from many
 * addresses meets the second count. One who guesses from afar so cannot lock the owner out at his own desk at once.
 * Unknown accounts are counted the same way: a lock does not tell which accounts exist.
 */
const counts = (account: string, address: string): readonly { key: string; most: number }[] => [
  { key: hash('sha256', `${account}\n${address}`, 'hex'), most: 5 },
  { key: hash('sha256', `${account}\n`, 'hex'), most: 50 },
];

/** Seconds until the account may be tried again from this address; 0 when it may be tried now. */
export const secondsLocked = async (
  sql: OrganisationSql,
  account: string,
  address: string,
  now: Instant,
): Promise<number> => {
  const row = await sql
    .selectFrom('sign_in_failure')
    .select((make) => make.fn.max('locked_until').as('until'))
    .where(
      'key',
      'in',
      counts(account, address).map((one) => one.key),
    )
    .executeTakeFirst();
  return row?.until ? Math.max(0, Math.ceil(millisBetween(now, row.until) / 1000)) : 0;
};

export const countFailure = async (
  sql: OrganisationTransaction,
  account: string,
  address: string,
  now: Instant,
): Promise<void> => {
  for (const { key, most } of counts(account, address)) {
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

/** The right password opens the account to this address again. */
export const forgetFailures = async (sql: OrganisationTransaction, account: string, address: string): Promise<void> => {
  await sql
    .deleteFrom('sign_in_failure')
    .where('key', '=', counts(account, address)[0]?.key ?? '')
    .execute();
};

export const dropOldFailures = async (sql: OrganisationSql, now: Instant): Promise<void> => {
  await sql
    .deleteFrom('sign_in_failure')
    .where('first_at', '<', plusMillis(now, -24 * 60 * minute))
    .execute();
};
