import { sql as raw } from 'kysely';
import {
  type Change,
  type ChangePlan,
  districtOfPath,
  type Level,
  parentPath,
  pathsIn,
  planChange,
  type PlanNode,
  type TerritoryPath,
} from '#engines/territory/model';
import type { SqlOrTransaction } from '#platform/server/parts';
import { current } from '../current.ts';

type Row = PlanNode & { readonly parent: TerritoryPath };

/** Reads what a change touches of the tree, and plans it. Nothing is written. */
export const planFor = async (
  sql: SqlOrTransaction,
  change: Change,
  levels: readonly Level[],
): Promise<{ readonly plan: ChangePlan; readonly nodes: ReadonlyMap<TerritoryPath, PlanNode> }> => {
  const named = pathsIn(change);
  const wanted = [...new Set([...named, ...named.map(parentPath)])].filter((path) => path !== '');
  const districts = [...new Set(wanted.map(districtOfPath))];
  // Children of every node that is named, and of their parents: steps that are taken, names of neighbours.
  const { rows } = await raw<Row>`
    select path, parent, name, level, apart, kind, not ${current} as ended from territory
    where (district = any(${districts}::text[]) and path = any(${wanted}::text[])) or parent = any(${wanted}::text[])
    order by path`.execute(sql);
  const nodes = new Map(rows.map((row) => [row.path, row]));
  const children = Map.groupBy(rows, (row) => row.parent);
  const plan = planChange(change, {
    find: (path) => nodes.get(path),
    childrenOf: (path) => children.get(path) ?? [],
    levels,
  });
  return { plan, nodes };
};
