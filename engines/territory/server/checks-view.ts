import { sql as raw } from 'kysely';
import type { BoundaryProblem } from '#engines/territory/contract';
import { depthOf, type Level, parentPath, type Shape, type TerritoryPath } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import { gapsAmong, misplacedBuildings, outsideOf, overlapsAmong, type CheckedArea } from '../model/boundary-checks.ts';
import { current } from './current.ts';
import { nodeColumns, nodeOf, type NodeRow } from './node-row.ts';
import { type Reach, within } from './reach.ts';
import { inRange, listByPath } from './tree-view.ts';

type ShapedRow = NodeRow & { readonly boundary: Shape | null };

const areasOf = (rows: readonly ShapedRow[]): CheckedArea[] =>
  rows.flatMap(({ path, boundary }) => (boundary ? [{ path, shape: boundary }] : []));

/**
 * What is wrong on the map below a node: children without a boundary, overlaps and gaps among those that cover
 * its ground, ground outside the node, and what must lie in one area (a building in its grid) but does not.
 */
export const checkBoundaries = async (
  sql: Sql,
  reach: Reach,
  path: TerritoryPath,
  levels: readonly Level[],
): Promise<BoundaryProblem[]> => {
  const read = (condition: ReturnType<typeof raw>) =>
    raw<ShapedRow>`select ${nodeColumns}, boundary from territory
      where ${condition} and not apart and ${current} and ${within(reach)}
      order by path`
      .execute(sql)
      .then((result) => result.rows);
  const [parents, all] = await Promise.all([
    read(raw`${inRange(path)} and path = ${path}`),
    read(raw`parent = ${path}`),
  ]);
  const covers = all.filter((row) => levels.some((level) => level.id === row.level && level.covers));
  const parent = parents[0]?.boundary ?? null;
  const areas = areasOf(covers);
  const problems: BoundaryProblem[] = [];

  const bare = covers.filter((row) => !row.boundary);
  if (areas.length > 0 && bare.length > 0)
    problems.push({ kind: 'no-boundary', nodes: bare.map(nodeOf), areaSquareMetres: null, shape: null });

  const nodes = new Map([...parents, ...all].map((row) => [row.path, nodeOf(row)]));
  const named = (paths: readonly string[]) => paths.flatMap((one) => nodes.get(one) ?? []);
  const shaped = [
    ...overlapsAmong(areas),
    ...gapsAmong(areas, parent),
    ...(parent ? outsideOf({ path, shape: parent }, areas) : []),
  ];
  for (const { kind, paths, shape, areaSquareMetres } of shaped)
    problems.push({ kind, nodes: named(paths), areaSquareMetres, shape });

  for (const level of levels) {
    const holder = level.liesIn;
    if (holder === undefined) continue;
    const [placed, holders] = await Promise.all([
      read(raw`level = ${level.id} and ${inRange(path)}`),
      // A building near the border may lie in a grid of the next community.
      read(raw`level = ${holder} and ${inRange(depthOf(path) > 3 ? parentPath(path) : path)}`),
    ]);
    const holding = areasOf(holders);
    if (holding.length === 0) continue;
    const points = placed.map((row) => ({ path: row.path, point: nodeOf(row).center }));
    const findings = misplacedBuildings(points, holding);
    const involved = await listByPath(sql, reach, [
      ...new Set(findings.flatMap((one) => [one.building, ...one.areas])),
    ]);
    const byPath = new Map(involved.map((node) => [node.path, node]));
    for (const { kind, building, areas: where } of findings)
      problems.push({
        kind,
        nodes: [building, ...where].flatMap((one) => byPath.get(one) ?? []),
        areaSquareMetres: null,
        shape: null,
      });
  }
  return problems;
};
