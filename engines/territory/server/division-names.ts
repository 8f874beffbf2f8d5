import { sql as raw } from 'kysely';
import { scopeRange, type TerritoryPath } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';

export interface NamedDivision {
  readonly path: TerritoryPath;
  readonly level: string;
  readonly name: string;
  /** Of the official list, where it differs. */
  readonly officialName: string | null;
}

/** Nodes of some levels below (or at) a path, in the order of their paths. */
export const listDivisions = async (
  sql: Sql,
  path: TerritoryPath,
  levels: readonly string[],
): Promise<readonly NamedDivision[]> => {
  const { from, to } = scopeRange(path);
  const { rows } = await raw<NamedDivision>`
    select path, level, name, official_name as "officialName" from territory
    where path >= ${from} and path < ${to} and level = any(${[...levels]}::text[]) order by path`.execute(sql);
  return rows;
};
