import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { DateText } from '#kernel/instant';
import type { HistoryEntry } from '#engines/territory/contract';
import { districtOfPath, pathToCode, type Shape, type TerritoryPath, trailPaths } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';

interface Succession {
  readonly from_path: TerritoryPath;
  readonly to_path: TerritoryPath;
  readonly change: string;
  readonly on_day: DateText;
}

interface Past {
  readonly path: TerritoryPath;
  readonly until: DateText;
  readonly present: boolean;
  readonly name: string;
  readonly official_name: string | null;
  readonly kind: string;
  readonly boundary: Shape | null;
  readonly change: string | null;
}

interface Begun {
  readonly path: TerritoryPath;
  readonly name: string;
  readonly valid_from: DateText | null;
  readonly valid_to: DateText | null;
}

interface ChangeRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly basis: string;
  readonly on_day: DateText;
}

/** The node and all that it came from, however many changes ago. */
const lineageOf = async (sql: Sql, district: string, path: TerritoryPath): Promise<readonly TerritoryPath[]> => {
  const { rows } = await raw<{ path: string }>`
    with recursive line(path) as (
      select ${path}::text collate "C"
      union
      select s.from_path from line join territory_succession s on s.district = ${district} and s.to_path = line.path
    ) select path from line limit 500`.execute(sql);
  return rows.map((row) => row.path);
};

const pastOf = async (sql: Sql, district: string, paths: readonly TerritoryPath[]): Promise<readonly Past[]> =>
  (
    await raw<Past>`select path, until, present, name, official_name, kind, null::jsonb as boundary, change from territory_past
      where district = ${district} and path = any(${[...paths]}::text[]) order by until, at`.execute(sql)
  ).rows;

/** What happened to a node, newest first: names, parents, boundaries, and who carried on from whom. */
export const listHistory = async (sql: Sql, path: TerritoryPath): Promise<HistoryEntry[]> => {
  const district = districtOfPath(path);
  const line = await lineageOf(sql, district, path);
  const [past, links, begun] = await Promise.all([
    pastOf(sql, district, line),
    raw<Succession>`select from_path, to_path, change, on_day from territory_succession
      where district = ${district} and (to_path = any(${[...line]}::text[]) or from_path = ${path})`.execute(sql),
    raw<Begun>`select path, name, valid_from, valid_to from territory
      where district = ${district} and path = any(${[...line]}::text[])`.execute(sql),
  ]);
  const changes = [...new Set([...links.rows.map((one) => one.change), ...past.flatMap((one) => one.change ?? [])])];
  const [told, others] = await Promise.all([
    raw<ChangeRow>`select id, kind, title, basis, on_day from territory_change
      where district = ${district} and id = any(${changes}::uuid[])`.execute(sql),
    raw<{ path: string; name: string }>`select path, name from territory where district = ${district}
      and path = any(${[...new Set(links.rows.flatMap((one) => [one.from_path, one.to_path]))]}::text[])`.execute(sql),
  ]);
  const names = new Map(others.rows.map((row) => [row.path, row.name]));
  const named = (paths: readonly TerritoryPath[]) =>
    [...new Set(paths)].map((one) => ({ code: pathToCode(one), name: names.get(one) ?? '' }));
  const entries: HistoryEntry[] = told.rows.map((change) => {
    const own = links.rows.filter((one) => one.change === change.id);
    const before = past.find((one) => one.change === change.id && one.present);
    return {
      on: change.on_day,
      kind: change.kind,
      title: change.title,
      basis: change.basis,
      nameBefore: before?.name ?? null,
      from: named(own.map((one) => one.from_path)),
      to: named(own.map((one) => one.to_path)),
    };
  });
  const current = new Map(begun.rows.map((row) => [row.path, row.name]));
  for (const [index, one] of past.entries()) {
    if (one.change !== null) continue;
    const next = past.slice(index + 1).find((other) => other.path === one.path)?.name ?? current.get(one.path);
    const renamed = next !== one.name;
    const nameBefore = renamed ? one.name : null;
    entries.push({
      on: one.until,
      kind: renamed ? 'name' : 'boundary',
      title: null,
      basis: null,
      nameBefore,
      from: [],
      to: [],
    });
  }
  const carried = new Set(links.rows.map((one) => one.to_path));
  for (const { path: node, name, valid_from: on } of begun.rows)
    if (on !== null && !carried.has(node))
      entries.push({ on, kind: 'begin', title: name, basis: null, nameBefore: null, from: [], to: [] });
  return entries.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
};

/** A node as it was on a day. */
export interface NodeThen {
  readonly path: TerritoryPath;
  readonly name: string;
  readonly officialName: string | null;
  readonly kind: string;
  readonly boundary: Shape | null;
}

type Now = Begun & { readonly official_name: string | null; readonly kind: string; readonly boundary: Shape | null };

/** Nodes of these paths that existed on a day, as they were then. */
const nodesThen = async (
  sql: Sql,
  district: readonly string[],
  paths: readonly TerritoryPath[],
  on: DateText,
): Promise<ReadonlyMap<TerritoryPath, NodeThen>> => {
  const [now, past] = await Promise.all([
    raw<Now>`select path, name, official_name, kind, boundary, valid_from, valid_to from territory
      where district = any(${[...district]}::text[]) and path = any(${[...paths]}::text[])`.execute(sql),
    raw<Past>`select distinct on (path) path, until, present, name, official_name, kind, boundary, change from territory_past
      where district = any(${[...district]}::text[]) and path = any(${[...paths]}::text[]) and until > ${on}
      order by path, until, at`.execute(sql),
  ]);
  const held = new Map(past.rows.map((one) => [one.path, one]));
  return new Map(
    now.rows.flatMap((row) => {
      const before = held.get(row.path);
      if (row.valid_from !== null && row.valid_from > on) return [];
      if (before ? !before.present : row.valid_to !== null && row.valid_to <= on) return [];
      const { name, official_name: officialName, kind, boundary } = before ?? row;
      return [[row.path, { path: row.path, name, officialName, kind, boundary }] as const];
    }),
  );
};

/**
 * A node and its trail as they were on a day. A node that had another code then is found under it.
 * @throws territory.not-then when it did not exist, with what was there instead
 */
export const findThen = async (
  sql: Sql,
  path: TerritoryPath,
  on: DateText,
): Promise<{ readonly node: NodeThen; readonly trail: readonly NodeThen[] }> => {
  const district = districtOfPath(path);
  const line = await lineageOf(sql, district, path);
  const then = await nodesThen(sql, [district], line, on);
  const node = then.get(path) ?? (then.size === 1 ? [...then.values()][0] : undefined);
  if (!node) {
    const { rows } = await raw<{ name: string }>`select name from territory
      where district = ${district} and path = ${path}`.execute(sql);
    const codes = [...then.values()].map((one) => `${one.name}（${pathToCode(one.path)}）`).join('、') || '—';
    throw new DomainError('territory.not-then', { name: rows[0]?.name ?? pathToCode(path), day: on, codes });
  }
  const steps = trailPaths(node.path);
  const above = await nodesThen(sql, [...new Set(steps.map(districtOfPath))], steps, on);
  return { node, trail: steps.flatMap((step) => above.get(step) ?? []) };
};

/** Earlier names of nodes and of what they came from, by path; for whoever searched by one. */
export const formerNames = async (
  sql: Sql,
  paths: readonly TerritoryPath[],
): Promise<ReadonlyMap<TerritoryPath, readonly string[]>> => {
  const districts = [...new Set(paths.map(districtOfPath))];
  const { rows } = await raw<{ origin: string; name: string }>`
    with recursive line(origin, district, path) as (
      select p collate "C", d, p collate "C"
      from unnest(${[...paths]}::text[], ${paths.map(districtOfPath)}::text[]) as asked(p, d)
      union
      select line.origin, line.district, s.from_path from line
      join territory_succession s on s.district = line.district and s.to_path = line.path
    )
    select line.origin, t.name from line join territory t on t.district = line.district and t.path = line.path
      where line.path <> line.origin
    union
    select line.origin, p.name from line join territory_past p on p.district = line.district and p.path = line.path
      where p.district = any(${districts}::text[])`.execute(sql);
  const byPath = new Map<TerritoryPath, string[]>();
  for (const { origin, name } of rows) byPath.set(origin, [...(byPath.get(origin) ?? []), name]);
  return byPath;
};
