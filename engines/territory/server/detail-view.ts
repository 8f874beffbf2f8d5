import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import { chinaDate, type DateText, type Instant } from '#kernel/instant';
import type { TerritoryDetail, TerritoryNode } from '#engines/territory/contract';
import {
  areaSquareMetres,
  type Border,
  bordersOf,
  borderTolerance,
  districtOfPath,
  metresPerDegree,
  metresPerDegreeEast,
  pathToCode,
  type Shape,
  type TerritoryPath,
} from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import { current } from './current.ts';
import { findThen } from './history-view.ts';
import { nodeColumns, nodeOf, type NodeRow } from './node-row.ts';
import { type ProfileAtRest, profileOn } from './profile.ts';
import { isSeen, isWithin, type Reach, within } from './reach.ts';
import { listTrail } from './tree-view.ts';

type DetailRow = NodeRow & {
  readonly district: string;
  readonly profile: ProfileAtRest;
  readonly boundary_text: string | null;
  readonly boundary: Shape | null;
  readonly area_m2: number | null;
  readonly official_name: string | null;
  readonly successors: string[];
  readonly version: number;
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
};

/** Nodes of the same level along the border, within the reach. */
const findNeighbours = async (
  sql: Sql,
  reach: Reach,
  row: DetailRow,
): Promise<{ nodes: TerritoryNode[]; borders: Border[] }> => {
  if (!row.boundary || row.west === null || row.south === null || row.east === null || row.north === null)
    return { nodes: [], borders: [] };
  const [x, y] = [borderTolerance / metresPerDegreeEast(row.north), borderTolerance / metresPerDegree];
  const near = await raw<NodeRow & { shape: Shape }>`
    select ${nodeColumns}, boundary as shape from territory
    where district = ${row.district} and level = ${row.level} and path <> ${row.path} and boundary is not null and ${current}
      and west <= ${row.east + x} and east >= ${row.west - x} and south <= ${row.north + y} and north >= ${row.south - y}
      and ${within(reach)}`.execute(sql);
  const borders = bordersOf(row.boundary, near.rows);
  const byPath = new Map(near.rows.map((one) => [one.path, one]));
  const nodes = borders.flatMap(({ path }) => {
    const found = byPath.get(path);
    return found ? [nodeOf(found)] : [];
  });
  return { nodes, borders };
};

/**
 * A node as its page shows it. A node above the reach gives its name and trail and nothing else.
 * Throws `request.not-found` outside the reach.
 */
export const getDetail = async (
  sql: Sql,
  reach: Reach,
  path: TerritoryPath,
  now: Instant,
): Promise<TerritoryDetail> => {
  if (!isSeen(reach, path)) throw new DomainError('request.not-found');
  const [rows, trail] = await Promise.all([
    raw<DetailRow>`
      select ${nodeColumns}, district, profile, boundary_text, boundary, area_m2, official_name, successors, version,
        west, south, east, north
      from territory where district = ${districtOfPath(path)} and path = ${path}`.execute(sql),
    listTrail(sql, reach, path),
  ]);
  const [row] = rows.rows;
  if (!row) throw new DomainError('territory.unknown', { code: pathToCode(path) });
  const inside = isWithin(reach, path);
  const neighbours = inside ? await findNeighbours(sql, reach, row) : { nodes: [], borders: [] };
  return {
    node: nodeOf(row),
    trail,
    profile: inside ? profileOn(row.profile, chinaDate(now)) : {},
    profileHistory: inside ? mutable(row.profile) : {},
    boundaryText: inside ? row.boundary_text : null,
    boundary: inside ? row.boundary : null,
    neighbours: neighbours.nodes,
    borders: neighbours.borders.map(({ path: other, metres, side }) => ({ code: pathToCode(other), metres, side })),
    areaSquareMetres: inside ? row.area_m2 : null,
    officialName: row.official_name,
    successors: row.successors,
    version: row.version,
  };
};

/**
 * As `getDetail`, with name, boundary and trail as they were on a day; a node that had another code then is
 * shown under that one. Throws `territory.not-then` when it did not exist.
 */
export const getDetailThen = async (
  sql: Sql,
  reach: Reach,
  path: TerritoryPath,
  on: DateText,
  now: Instant,
): Promise<TerritoryDetail> => {
  const { node, trail } = await findThen(sql, path, on);
  const inside = isWithin(reach, path) || isWithin(reach, node.path);
  const base = await getDetail(sql, { ...reach, trail: new Set([...reach.trail, node.path]) }, node.path, now);
  const rows = await listTrail(sql, { ...reach, trail: new Set(trail.map((step) => step.path)) }, node.path);
  const then = new Map(trail.map((step) => [step.path, step]));
  return {
    ...base,
    node: { ...base.node, name: node.name, kind: node.kind, hasBoundary: node.boundary !== null },
    trail: rows.flatMap((row) => {
      const step = then.get(row.path);
      return step ? [{ ...row, name: step.name, kind: step.kind }] : [];
    }),
    officialName: node.officialName,
    boundary: inside ? node.boundary : null,
    // Neighbours and measures are those of today.
    neighbours: [],
    borders: [],
    areaSquareMetres: inside && node.boundary ? Math.round(areaSquareMetres(node.boundary)) : null,
  };
};

const mutable = (profile: ProfileAtRest): TerritoryDetail['profileHistory'] =>
  Object.fromEntries(
    Object.entries(profile).map(([key, history]) => [key, history.map(({ value, from }) => ({ value, from }))]),
  );
