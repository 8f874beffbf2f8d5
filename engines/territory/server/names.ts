import { sql as raw } from 'kysely';
import { depthOf, districtOfPath, pathToCode, type TerritoryPath, trailPaths } from '#engines/territory/model';
import type { Live, Sql } from '#platform/server/parts';
import { current } from './current.ts';

/** What others need of a node most often. */
export interface TerritoryRef {
  readonly path: TerritoryPath;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
  readonly district: string;
  /** Codes that carry on, of a node that has ended. */
  readonly ended?: readonly string[];
}

/** Names of the whole country would be 60 MB; a server works on far fewer. */
const mostKept = 200_000;
/** Between the names of a trail: 青石街道 · 槐荫社区 · 第 3 网格. */
export const nameSeparator = ' · ';
const stepsAboveStreet = 3;

/**
 * Names and levels of nodes, from memory. Asked in batches, forgotten when the news say that a node
 * changed in this or any other server process.
 */
export interface Names {
  readonly find: (paths: readonly TerritoryPath[]) => Promise<ReadonlyMap<TerritoryPath, TerritoryRef>>;
  /** Names from street down (of a node above: its own); `whole` begins at the top. */
  readonly namesOf: (paths: readonly TerritoryPath[], whole?: boolean) => Promise<ReadonlyMap<TerritoryPath, string>>;
  readonly forget: (path: TerritoryPath) => void;
  readonly forgetAll: () => void;
}

export const createNames = (sql: Sql, live: Live): Names => {
  const kept = new Map<TerritoryPath, TerritoryRef>();

  const find = async (paths: readonly TerritoryPath[]): Promise<ReadonlyMap<TerritoryPath, TerritoryRef>> => {
    const found = new Map<TerritoryPath, TerritoryRef>();
    const missing = new Set<TerritoryPath>();
    for (const path of paths) {
      const ref = kept.get(path);
      if (ref) found.set(path, ref);
      else if (path !== '') missing.add(path);
    }
    if (missing.size === 0) return found;
    const districts = [...new Set([...missing].map(districtOfPath))];
    const rows = await raw<Omit<TerritoryRef, 'code' | 'ended'> & { successors: string[] | null }>`
      select district, path, name, level, kind, case when not ${current} then successors end as successors from territory
      where district = any(${districts}) and path = any(${[...missing]})`.execute(sql);
    for (const { successors, ...row } of rows.rows) {
      const ref = { ...row, code: pathToCode(row.path), ...(successors && { ended: successors }) };
      found.set(row.path, ref);
      kept.set(row.path, ref);
    }
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return found;
  };

  const namesOf = async (
    paths: readonly TerritoryPath[],
    whole = false,
  ): Promise<ReadonlyMap<TerritoryPath, string>> => {
    const shown = (path: TerritoryPath): TerritoryPath[] => {
      const trail = trailPaths(path);
      return whole || depthOf(path) <= stepsAboveStreet
        ? whole
          ? trail
          : trail.slice(-1)
        : trail.slice(stepsAboveStreet);
    };
    const refs = await find([...new Set(paths.flatMap(shown))]);
    return new Map(
      paths.map((path) => [
        path,
        shown(path)
          .flatMap((step) => refs.get(step)?.name ?? [])
          .join(nameSeparator),
      ]),
    );
  };

  const forget = (path: TerritoryPath): void => {
    kept.delete(path);
  };
  live.listen((news) => {
    if (news.topic === 'everything' || (news.topic === 'territory' && news.id === manyChanged)) kept.clear();
    else if (news.topic === 'territory') forget(news.path);
  });
  return { find, namesOf, forget, forgetAll: () => kept.clear() };
};

/** Id of the news after an import: more changed than is worth naming. */
export const manyChanged = 'many';
