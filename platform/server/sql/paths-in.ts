import { sql as raw } from 'kysely';
import type { SqlOrTransaction } from '#platform/server/parts';

export interface PathPairs {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Where to look for paths: some ranges of a column `collate "C"`; of one district where the column's table is led by it. */
export interface PathColumn {
  readonly table: string;
  readonly column: string;
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
  readonly district?: string;
}

/**
 * The different paths that a column holds in some ranges, with what becomes of each; those that stay are left
 * out. A table has few paths and many rows, so that an update can join these pairs and stay one statement.
 */
export const pathPairs = async (
  sql: SqlOrTransaction,
  { table, column, ranges, district }: PathColumn,
  after: (path: string) => string,
): Promise<PathPairs> => {
  if (ranges.length === 0) return { from: [], to: [] };
  const within = ranges.map(({ from, to }) => raw`(${raw.ref(column)} >= ${from} and ${raw.ref(column)} < ${to})`);
  const { rows } = await raw<{ path: string }>`select distinct ${raw.ref(column)} as path from ${raw.table(table)}
    where ${district === undefined ? raw`true` : raw`district = ${district}`} and (${raw.join(within, raw` or `)})`.execute(
    sql,
  );
  const pairs = rows.flatMap(({ path }) => {
    const to = after(path);
    return to === path ? [] : [{ from: path, to }];
  });
  return { from: pairs.map((pair) => pair.from), to: pairs.map((pair) => pair.to) };
};
