import { sql as raw } from 'kysely';
import type { Instant } from '#kernel/instant';
import type { Limit, Limits, Sql, SqlOrTransaction } from '#platform/server/parts';

/**
 * Counts over a sliding window, shared by all processes of an installation: a message to a phone, a try at a code, a
 * report from a plate. Where it is one address against one process, the limit of the route is enough.
 * @param factor multiplies what is allowed; a test's way to meet no limit
 */
export const createLimits = (sql: Sql, clock: () => Instant, factor = 1): Limits => ({
  take: async (limits, within?: SqlOrTransaction) => {
    if (limits.length === 0) return 0;
    const all = limits.map(({ key, most, seconds }: Limit) => ({
      key,
      most: Math.max(1, Math.round(most * factor)),
      seconds,
    }));
    // Above this nothing is worth counting.
    const counted = all.filter(({ most }) => most <= 10_000);
    if (counted.length === 0) return 0;
    const { rows } = await raw<{ wait: number }>`
      select take_limits(${counted.map((one) => one.key)}::text[], ${counted.map((one) => one.most)}::integer[],
        ${counted.map((one) => one.seconds)}::integer[], ${clock()}::timestamptz) as wait`.execute(within ?? sql);
    return rows[0]?.wait ?? 0;
  },
  forget: async (key, within) => {
    await raw`delete from limit_hits where key = ${key}`.execute(within ?? sql);
  },
});

/** What no window holds any more. */
export const dropOldLimits = async (sql: Sql, now: Instant): Promise<void> => {
  await raw`delete from limit_hits where until < ${now}`.execute(sql);
};
