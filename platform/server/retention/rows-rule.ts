import { type RawBuilder, sql as raw } from 'kysely';
import { type Instant, instantOf, millisOf } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { Sql } from '#platform/server/parts';
import type { RetentionRule } from './create-retention.ts';

const batch = 5_000;
const day = 86_400_000;

/** Rows of a table (alias `t`) that are deleted so many days after something. */
export const rowsRule = (
  sql: Sql,
  given: {
    readonly id: string;
    readonly name: Label;
    readonly days: number;
    readonly since: Label;
    readonly table: string;
    /** Which rows are over. @param before so many days ago */
    readonly over: (before: Instant) => RawBuilder<unknown>;
    /** Rows of other tables that belong to them; `t` is the row. */
    readonly first?: readonly { readonly table: string; readonly on: RawBuilder<unknown> }[];
  },
): RetentionRule => {
  const { id, name, days, since, table, over, first = [] } = given;
  const before = (now: Instant): Instant => instantOf(millisOf(now) - days * day);
  const name_ = raw.table(table);
  return {
    id,
    name,
    keeps: { zh: `${since.zh} ${days} 天`, en: `${days} days ${since.en}` },
    count: async (now) =>
      (await raw<{ n: number }>`select count(*)::int as n from ${name_} as t where ${over(before(now))}`.execute(sql))
        .rows[0]?.n ?? 0,
    apply: async (now) => {
      for (let removed = 0; ; ) {
        const gone = await sql.transaction().execute(async (transaction) => {
          const { rows } = await raw<{ ctid: string }>`
            select t.ctid::text from ${name_} as t where ${over(before(now))} limit ${raw.lit(batch)} for update skip locked`.execute(
            transaction,
          );
          if (rows.length === 0) return 0;
          const these = raw`t.ctid = any(${rows.map((row) => row.ctid)}::tid[])`;
          for (const { table: other, on } of first)
            await raw`delete from ${raw.table(other)} as o using ${name_} as t where ${on} and ${these}`.execute(
              transaction,
            );
          await raw`delete from ${name_} as t where ${these}`.execute(transaction);
          return rows.length;
        });
        removed += gone;
        if (gone < batch) return removed;
      }
    },
  };
};
