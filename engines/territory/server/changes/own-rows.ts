import { sql as raw } from 'kysely';
import { label } from '#kernel/label';
import { peoplePathAfter, rangesOf, type Relocation } from '#engines/territory/model';
import type { SqlOrTransaction } from '#platform/server/parts';
import { pathPairs } from '#platform/server/sql';
import type { Follower } from '../ports.ts';
import type { Moved } from './change-store.ts';

const rulingName = label('插花地裁定', 'Rulings');
const groupName = label('联户组', 'Household groups');

/** Paths of rulings and household groups, each once, with what becomes of them. */
const pairsOf = (sql: SqlOrTransaction, { moves, district }: Relocation, table: string, column: string) =>
  pathPairs(sql, { table, column, ranges: rangesOf(moves), district }, (path) => peoplePathAfter(moves, path));

const count = async (
  sql: SqlOrTransaction,
  district: string,
  table: string,
  column: string,
  paths: readonly string[],
) => {
  const { rows } = await raw<{ count: number }>`select count(*)::int as count from ${raw.table(table)}
    where district = ${district} and ${raw.ref(column)} = any(${[...paths]}::text[])`.execute(sql);
  return rows[0]?.count ?? 0;
};

const told = (rulings: number, groups: number): Moved[] =>
  [
    { what: 'territory.ruling', name: rulingName, count: rulings },
    { what: 'territory.household-group', name: groupName, count: groups },
  ].filter((one) => one.count > 0);

/** What the tree itself keeps beside its nodes: rulings on 插花地 and household groups. */
export const ownRows: Follower = {
  preview: async (sql, relocation) => {
    const [places, acting, groups] = await Promise.all([
      pairsOf(sql, relocation, 'territory_ruling', 'path'),
      pairsOf(sql, relocation, 'territory_ruling', 'acts_path'),
      pairsOf(sql, relocation, 'household_group', 'path'),
    ]);
    const { district } = relocation;
    return told(
      (await count(sql, district, 'territory_ruling', 'path', places.from)) +
        (await count(sql, district, 'territory_ruling', 'acts_path', acting.from)),
      await count(sql, district, 'household_group', 'path', groups.from),
    );
  },
  follow: async (trx, relocation) => {
    const { district, on } = relocation;
    let rulings = 0;
    const places = await pairsOf(trx, relocation, 'territory_ruling', 'path');
    // Two places become one: what was ruled for the one that carries on holds, the other ruling ends.
    await raw`update territory_ruling r set valid_to = ${on}
      from unnest(${places.from}::text[], ${places.to}::text[]) as m(from_path, to_path)
      where r.district = ${district} and r.path = m.from_path and r.valid_to is null
        and exists (select from territory_ruling o where o.district = r.district and o.line = r.line and o.valid_to is null
          and o.id <> r.id and (o.path = m.to_path or (o.id < r.id and exists (
            select from unnest(${places.from}::text[], ${places.to}::text[]) as n(from_path, to_path)
            where n.from_path = o.path and n.to_path = m.to_path))))`.execute(trx);
    for (const column of ['path', 'acts_path']) {
      const { from, to } = await pairsOf(trx, relocation, 'territory_ruling', column);
      const done = await raw`update territory_ruling r set ${raw.ref(column)} = m.to_path
        from unnest(${from}::text[], ${to}::text[]) as m(from_path, to_path)
        where r.district = ${district} and r.${raw.ref(column)} = m.from_path returning r.id`.execute(trx);
      rulings += done.rows.length;
    }
    const groups = await pairsOf(trx, relocation, 'household_group', 'path');
    const moved = await raw`update household_group g set path = m.to_path
      from unnest(${groups.from}::text[], ${groups.to}::text[]) as m(from_path, to_path)
      where g.district = ${district} and g.path = m.from_path returning g.id`.execute(trx);
    return { moved: told(rulings, moved.rows.length) };
  },
};
