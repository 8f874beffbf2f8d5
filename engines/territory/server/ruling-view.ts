import { sql as raw } from 'kysely';
import type { Ruling } from '#engines/territory/contract';
import type { TerritoryPath } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import { type Reach, within } from './reach.ts';
import { inRange, listByPath } from './tree-view.ts';

interface RulingRow {
  readonly id: string;
  readonly path: string;
  readonly line: string;
  readonly acts_path: string;
  readonly state: 'meanwhile' | 'settled';
  readonly basis: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/** Rulings at or below a node, those in force first. The acting territory is named even where it lies outside the reach. */
export const listRulings = async (sql: Sql, reach: Reach, path: TerritoryPath, naming: Reach): Promise<Ruling[]> => {
  const rows = await raw<RulingRow>`
    select id, path, line, acts_path, state, basis, valid_from, valid_to from territory_ruling
    where ${inRange(path)} and ${within(reach)}
    order by (valid_to is not null), path, line, valid_from desc limit 500`.execute(sql);
  const involved = await listByPath(sql, naming, [...new Set(rows.rows.flatMap((row) => [row.path, row.acts_path]))]);
  const byPath = new Map(involved.map((node) => [node.path, node]));
  return rows.rows.flatMap((row): Ruling[] => {
    const [place, acts] = [byPath.get(row.path), byPath.get(row.acts_path)];
    if (!place || !acts) return [];
    const { id, line, state, basis, valid_from: validFrom, valid_to: validTo } = row;
    return [{ id, place, line, acts, state, basis, validFrom, validTo }];
  });
};
