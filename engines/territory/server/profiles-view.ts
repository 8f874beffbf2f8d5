import { sql as raw } from 'kysely';
import type { DateText } from '#kernel/instant';
import { districtOfPath, type TerritoryPath } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import { type ProfileAtRest, profileOn } from './profile.ts';

export interface NodeProfile {
  readonly path: TerritoryPath;
  readonly name: string;
  readonly profile: Readonly<Record<string, unknown>>;
}

/** Names and profiles of some nodes on a day; unknown paths are left out. */
export const profilesOf = async (
  sql: Sql,
  paths: readonly TerritoryPath[],
  day: DateText,
): Promise<readonly NodeProfile[]> => {
  const districts = [...new Set(paths.map(districtOfPath))];
  const { rows } = await raw<{ path: string; name: string; profile: ProfileAtRest }>`
    select path, name, profile from territory
    where district = any(${districts}::text[]) and path = any(${[...paths]}::text[])`.execute(sql);
  return rows.map((row) => ({ path: row.path, name: row.name, profile: profileOn(row.profile, day) }));
};
