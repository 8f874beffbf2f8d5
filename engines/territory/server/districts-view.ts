import { sql as raw } from 'kysely';
import { depthOf, districtOfPath } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import { type Reach, within } from './reach.ts';

/** Districts whose boundaries may hold a point: those of the scopes; below a wider scope, those whose box holds it. */
export const districtsAt = async (sql: Sql, reach: Reach, lng: number, lat: number): Promise<string[]> => {
  const own = reach.scopes.filter((scope) => depthOf(scope) >= 3).map(districtOfPath);
  if (own.length === reach.scopes.length) return [...new Set(own)];
  const rows = await raw<{ district: string }>`
    select district from territory
    where level = 'district' and west <= ${lng} and east >= ${lng} and south <= ${lat} and north >= ${lat}
      and ${within(reach)}`.execute(sql);
  return [...new Set([...own, ...rows.rows.map((row) => row.district)])];
};
