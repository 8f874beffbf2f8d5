import { sql as raw } from 'kysely';
import {
  type Change,
  type ChangePlan,
  codeToPath,
  districtOfPath,
  findLevel,
  type Level,
  type PlanNode,
  pathsIn,
  scopeRange,
  type Shape,
  type TerritoryPath,
} from '#engines/territory/model';
import type { SqlOrTransaction } from '#platform/server/parts';
import { planBoundaries, type PlannedBoundaries } from '../../model/plan-boundaries.ts';
import { current } from '../current.ts';

const nothing: PlannedBoundaries = { set: new Map(), needed: [], findings: [], buildings: [] };

interface BuildingRow {
  readonly path: string;
  readonly lng: number | null;
  readonly lat: number | null;
}

/** Reads the boundaries that a merge or split is made of, and what lies in the node to be split. */
export const boundariesFor = async (
  sql: SqlOrTransaction,
  change: Change,
  plan: ChangePlan,
  nodes: ReadonlyMap<TerritoryPath, PlanNode>,
  levels: readonly Level[],
): Promise<PlannedBoundaries> => {
  if (change.kind !== 'merge' && change.kind !== 'split') return nothing;
  if (plan.problems.some((problem) => problem.stops)) return nothing;
  const paths = pathsIn(change);
  const shapes = await raw<{ path: string; boundary: Shape }>`select path, boundary from territory
    where district = any(${[...new Set(paths.map(districtOfPath))]}) and path = any(${paths}) and boundary is not null`.execute(
    sql,
  );
  const placed = levels.filter((level) => level.liesIn !== undefined).map((level) => level.id);
  const buildings =
    change.kind === 'split'
      ? await raw<BuildingRow>`select path, center_lng as lng, center_lat as lat from territory
          where district = ${districtOfPath(codeToPath(change.code))} and level = any(${placed}) and ${current}
            and path >= ${scopeRange(codeToPath(change.code)).from} and path < ${scopeRange(codeToPath(change.code)).to}`.execute(
          sql,
        )
      : { rows: [] };
  return planBoundaries(change, plan.moves, {
    shapes: new Map(shapes.rows.map((row) => [row.path, row.boundary])),
    covers: (child) => findLevel(nodes.get(child)?.level ?? '', levels)?.covers === true,
    buildings: buildings.rows.map(({ path, lng, lat }) => ({
      path,
      point: lng === null || lat === null ? null : { lng, lat },
    })),
  });
};
