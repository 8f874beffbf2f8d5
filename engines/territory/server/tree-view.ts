import { sql as raw } from 'kysely';
import type { DateText } from '#kernel/instant';
import type { TerritoryNode } from '#engines/territory/contract';
import {
  depthOf,
  districtOfPath,
  type Level,
  outermostScopes,
  parentPath,
  scopeRange,
  type TerritoryPath,
  trailPaths,
} from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import { current } from './current.ts';
import { nodeColumns, nodeOf, type NodeRow } from './node-row.ts';
import { type Reach, seen, within } from './reach.ts';

const nodesWhere = async (sql: Sql, condition: ReturnType<typeof raw>): Promise<TerritoryNode[]> => {
  const rows = await raw<NodeRow>`select ${nodeColumns} from territory where ${condition} order by path`.execute(sql);
  return rows.rows.map(nodeOf);
};

/** Rows of a range, by the district's key where the range lies in one. */
export const inRange = (scope: TerritoryPath) => {
  const { from, to } = scopeRange(scope);
  return depthOf(scope) >= 3
    ? raw`district = ${districtOfPath(scope)} and path >= ${from} and path < ${to}`
    : raw`path >= ${from} and path < ${to}`;
};

/** The tops of the scopes; of the whole country, the provinces. */
export const listRoots = (sql: Sql, reach: Reach): Promise<TerritoryNode[]> => {
  const tops = outermostScopes(reach.scopes);
  if (tops.includes('')) return nodesWhere(sql, raw`parent = ''`);
  return nodesWhere(sql, raw`district = any(${tops.map(districtOfPath)}) and path = any(${tops})`);
};

/** Children that now exist, without zones. */
export const listChildren = (sql: Sql, reach: Reach, parent: TerritoryPath): Promise<TerritoryNode[]> =>
  nodesWhere(sql, raw`parent = ${parent} and not apart and ${current} and ${seen(reach)}`);

/** Children at levels that anyone may choose from. */
export const listOpenChildren = (
  sql: Sql,
  parent: TerritoryPath,
  levels: readonly Level[],
): Promise<TerritoryNode[]> => {
  const open = levels.filter((level) => level.open).map((level) => level.id);
  return nodesWhere(sql, raw`parent = ${parent} and not apart and ${current} and level = any(${open})`);
};

/** Nodes of one level at or below a node. */
export const listAtLevel = (sql: Sql, reach: Reach, path: TerritoryPath, level: string): Promise<TerritoryNode[]> =>
  nodesWhere(sql, raw`level = ${level} and ${inRange(path)} and ${current} and ${within(reach)}`);

/** Nodes of one level at or below a node that there were on some day of a period, `to` exclusive. */
export const listBetween = (
  sql: Sql,
  path: TerritoryPath,
  level: string,
  from: DateText,
  to: DateText,
): Promise<TerritoryNode[]> =>
  nodesWhere(
    sql,
    raw`level = ${level} and ${inRange(path)} and (valid_from is null or valid_from < ${to}::date)
      and (valid_to is null or valid_to > ${from}::date)`,
  );

/** Zones at or below a node. */
export const listZones = (sql: Sql, reach: Reach, path: TerritoryPath): Promise<TerritoryNode[]> =>
  nodesWhere(sql, raw`apart and ${inRange(path)} and ${current} and ${within(reach)}`);

/** Nodes by path, those above the scopes included; in order from the top. */
export const listByPath = (sql: Sql, reach: Reach, paths: readonly TerritoryPath[]): Promise<TerritoryNode[]> =>
  paths.length === 0
    ? Promise.resolve([])
    : nodesWhere(
        sql,
        raw`district = any(${[...new Set(paths.map(districtOfPath))]}) and path = any(${paths}) and ${seen(reach)}`,
      );

export const listTrail = (sql: Sql, reach: Reach, path: TerritoryPath): Promise<TerritoryNode[]> =>
  listByPath(sql, reach, trailPaths(path));

/** GeoJSON of the children (or of a level below), for maps. Zones are drawn when their level is asked for. */
export const boundariesBelow = async (
  sql: Sql,
  reach: Reach,
  path: TerritoryPath,
  level: string | undefined,
): Promise<object> => {
  const which = level === undefined ? raw`parent = ${path} and not apart` : raw`level = ${level} and ${inRange(path)}`;
  const rows = await raw<NodeRow & { boundary: object }>`
    select ${nodeColumns}, boundary from territory
    where ${which} and boundary is not null and ${current} and ${within(reach)} order by path`.execute(sql);
  return {
    type: 'FeatureCollection',
    features: rows.rows.map((row) => {
      const { code, name, level: rowLevel, kind, center, childCount } = nodeOf(row);
      const properties = { code, name, level: rowLevel, kind, center, childCount, parent: parentPath(row.path) };
      return { type: 'Feature', id: code, properties, geometry: row.boundary };
    }),
  };
};
