import { sql as raw } from 'kysely';
import type { Instant } from '#kernel/instant';
import type { Limit, Limits, Sql, SqlOrTransaction } from '#platform/server/parts';

/**
 * Counts over a sliding window, shared by all processes of an installation: a message to a phone, a try at a code, a
 * report from a plate. Where it is one address against one process, the limit of the route is enough.
 * @param factor multiplies what is allowed; a test's way to meet no limit
 */
export const createLimits = (sql: Sql, clock: () => Instant, factor = 1): Limits => {
  /** Side by side, as the statements want them; above this many nothing is worth counting. */
  const arraysOf = (limits: readonly Limit[]) => {
    const counted = limits
      .map((limit) => ({ ...limit, most: Math.max(1, Math.round(limit.most * factor)) }))
      .filter(({ most }) => most <= 10_000);
    return {
      none: counted.length === 0,
      keys: counted.map(({ key }) => key),
      most: counted.map(({ most }) => most),
      seconds: counted.map(({ seconds }) => seconds),
    };
  };
  return {
    take: async (limits, within?: SqlOrTransaction) => {
      const { none, keys, most, seconds } = arraysOf(limits);
      if (none) return 0;
      const { rows } = await raw<{ wait: number }>`
        select take_limits(${keys}::text[], ${most}::integer[], ${seconds}::integer[], ${clock()}::timestamptz) as wait
      `.execute(within ?? sql);
      return rows[0]?.wait ?? 0;
    },
    look: async (limits) => {
      const { none, keys, most, seconds } = arraysOf(limits);
      if (none) return 0;
      const { rows } = await raw<{ wait: number }>`
        select greatest(0, ceil(max(extract(epoch from h.hits[cardinality(h.hits) - r.most + 1] - ${clock()}::timestamptz)
          + r.seconds)))::integer as wait
        from unnest(${keys}::text[], ${most}::integer[], ${seconds}::integer[]) as r(key, most, seconds)
        join limit_hits h on h.key = r.key where cardinality(h.hits) >= r.most`.execute(sql);
      return rows[0]?.wait ?? 0;
    },
    forget: async (key, within) => {
      await raw`delete from limit_hits where key = ${key}`.execute(within ?? sql);
    },
  };
};

/** What no window holds any more. */
export const dropOldLimits = async (sql: Sql, now: Instant): Promise<void> => {
  await raw`delete from limit_hits where until < ${now}`.execute(sql);
};
