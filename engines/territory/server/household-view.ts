import { sql as raw } from 'kysely';
import { chinaDate, type Instant } from '#kernel/instant';
import type { BuildingPlan, TerritoryPath } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import { current } from './current.ts';
import { type ProfileAtRest, profileOn } from './profile.ts';
import { type Reach, within } from './reach.ts';
import { inRange } from './tree-view.ts';

const countOf = (value: unknown): number =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) <= 200 ? Number(value) : 0;

/** Buildings below a node whose profile says `units` (单元), `floors` and `doorsPerFloor`. */
export const buildingPlans = async (
  sql: Sql,
  reach: Reach,
  path: TerritoryPath,
  now: Instant,
): Promise<BuildingPlan[]> => {
  const rows = await raw<{ name: string; profile: ProfileAtRest }>`
    select name, profile from territory
    where ${inRange(path)} and profile ?& array['floors', 'doorsPerFloor']
      and ${current} and ${within(reach)} order by path`.execute(sql);
  return rows.rows.flatMap(({ name, profile }) => {
    const held = profileOn(profile, chinaDate(now));
    const plan = {
      name,
      stairwells: countOf(held['units'] ?? 1),
      floors: countOf(held['floors']),
      doorsPerFloor: countOf(held['doorsPerFloor']),
    };
    return plan.stairwells && plan.floors && plan.doorsPerFloor ? [plan] : [];
  });
};
