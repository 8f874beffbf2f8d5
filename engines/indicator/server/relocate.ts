import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { label } from '#kernel/label';
import { pathAfter, rangesOf, type Relocation } from '#engines/territory/model';
import type { Sql, SqlOrTransaction } from '#platform/server/parts';
import { pathPairs } from '#platform/server/sql';

/** Where subjects of facts (matters) lie now; unknown ones are left out. */
export type PlacesOf = (
  sql: SqlOrTransaction,
  district: string,
  subjects: readonly Id[],
) => Promise<ReadonlyMap<Id, string>>;

const name = label('统计数据', 'Facts');
const told = (count: number) => (count > 0 ? [{ what: 'fact', name, count }] : []);

/** Subjects asked for at once. */
const atOnce = 20_000;

/**
 * Facts follow the tree under the division in force; where they were recorded never changes. A fact at a node that
 * was split goes where its subject went; where that is not known, it counts above, placed in none of the parts.
 */
export const createRelocate = (placesOf: PlacesOf) => {
  const pairsOf = (sql: SqlOrTransaction, { district, moves }: Relocation) =>
    pathPairs(sql, { table: 'fact', column: 'now_path', ranges: rangesOf(moves), district }, (path) =>
      pathAfter(moves, path),
    );

  const split = async (trx: SqlOrTransaction, { district, moves }: Relocation, at: string): Promise<number> => {
    const above = pathAfter(moves, at);
    if (above === at) return 0;
    const { rows } = await raw<{ subject: Id }>`select distinct subject from fact
      where district = ${district} and now_path = ${at} order by subject`.execute(trx);
    let count = 0;
    for (let start = 0; start < rows.length; start += atOnce) {
      const subjects = rows.slice(start, start + atOnce).map((row) => row.subject);
      const places = await placesOf(trx, district, subjects);
      const tos = subjects.map((subject) => places.get(subject) ?? above);
      const done = await raw<{ count: number }>`with moved as (
          update fact f set moved_to = m.to_path
          from unnest(${subjects}::uuid[], ${tos}::text[]) as m(subject, to_path)
          where f.district = ${district} and f.subject = m.subject and f.now_path = ${at} and m.to_path <> ${at}
          returning 1
        ) select count(*)::int as count from moved`.execute(trx);
      count += done.rows[0]?.count ?? 0;
    }
    return count;
  };

  return {
    preview: async (sql: Sql, relocation: Relocation) => {
      const { from } = await pairsOf(sql, relocation);
      const { rows } = await raw<{ count: number }>`select count(*)::int as count from fact
        where district = ${relocation.district} and now_path = any(${[...from]}::text[])`.execute(sql);
      return told(rows[0]?.count ?? 0);
    },
    follow: async (trx: SqlOrTransaction, relocation: Relocation) => {
      const node = relocation.moves.find((move) => move.people !== undefined)?.from;
      let count = node === undefined ? 0 : await split(trx, relocation, node);
      const pairs = await pairsOf(trx, relocation);
      const kept = pairs.from.map((from) => from !== node);
      const from = pairs.from.filter((_, index) => kept[index]);
      const to = pairs.to.filter((_, index) => kept[index]);
      if (from.length > 0) {
        const { rows } = await raw<{ count: number }>`with moved as (
            update fact f set moved_to = m.to_path
            from unnest(${from}::text[], ${to}::text[]) as m(from_path, to_path)
            where f.district = ${relocation.district} and f.now_path = m.from_path returning 1
          ) select count(*)::int as count from moved`.execute(trx);
        count += rows[0]?.count ?? 0;
      }
      return { moved: told(count) };
    },
  };
};
