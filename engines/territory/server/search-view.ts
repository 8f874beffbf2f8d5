import { sql as raw } from 'kysely';
import type { TerritoryNode } from '#engines/territory/contract';
import {
  depthOf,
  districtOfPath,
  findPathOfCode,
  inScope,
  pathPrefixOfCode,
  scopeRange,
  type TerritoryPath,
} from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import { current } from './current.ts';
import { formerNames } from './history-view.ts';
import { nodeColumns, nodeOf, type NodeRow } from './node-row.ts';
import type { Reach } from './reach.ts';
import { afterPrefix, plain, tiers, wordsOf } from './terms.ts';

/** How many terms of each tier are looked at: the index gives them in order, so the search never reads on. */
const candidatesEachTier = 60;
/** Earlier words of a query (坪山 in 「坪山 六联」) name at most so many places to search below. */
const mostContexts = 12;

/** Ranges to search: the scopes, narrowed to what lies at or below `at`. */
const narrowed = (scopes: readonly TerritoryPath[], at: TerritoryPath | undefined): TerritoryPath[] =>
  at === undefined
    ? [...scopes]
    : scopes.flatMap((scope) => (inScope(at, scope) ? [at] : inScope(scope, at) ? [scope] : []));

interface Found {
  readonly path: TerritoryPath;
  readonly tier: number;
  readonly term: string;
}

/** A scope within one district reads the district's own index; a wider one the index over all. */
const candidates = (scope: TerritoryPath, word: string) => {
  const { from, to } = scopeRange(scope);
  const oneDistrict = depthOf(scope) >= 3 ? raw`district = ${districtOfPath(scope)} and` : raw``;
  return tiers.map(
    (tier) => raw`(select path, tier, term from territory_term
      where ${oneDistrict} tier = ${raw.lit(tier)} and term >= ${word} and term < ${afterPrefix(word)} and path >= ${from} and path < ${to}
      order by term, path limit ${raw.lit(candidatesEachTier)})`,
  );
};

const better =
  (word: string) =>
  (a: Found, b: Found): number =>
    Number(b.term === word) - Number(a.term === word) ||
    a.tier - b.tier ||
    a.term.length - b.term.length ||
    (a.path < b.path ? -1 : 1);

const findByWord = async (sql: Sql, scopes: readonly TerritoryPath[], word: string): Promise<TerritoryPath[]> => {
  const each = scopes.flatMap((scope) => candidates(scope, word));
  const found = await raw<Found>`${raw.join(each, raw` union all `)}`.execute(sql);
  return [...new Set([...found.rows].sort(better(word)).map((one) => one.path))];
};

/** First as one name (第 3 网格); then the last word is looked for below the places that the words before it name, then the other way round. */
const findByWords = async (
  sql: Sql,
  scopes: readonly TerritoryPath[],
  words: readonly string[],
): Promise<TerritoryPath[]> => {
  const orders = words.length > 1 ? [[words.join('')], words, words.toReversed()] : [words];
  for (const order of orders) {
    let ranges = scopes;
    for (const [index, word] of order.entries()) {
      const paths = await findByWord(sql, ranges, word);
      if (index === order.length - 1 && paths.length > 0) return paths;
      ranges = paths.slice(0, mostContexts);
      if (ranges.length === 0) break;
    }
  }
  return [];
};

/** Codes that begin with the digits: within a district by its key, above by level. */
const findByCode = async (
  sql: Sql,
  scopes: readonly TerritoryPath[],
  beginning: string,
  { size, living }: Pick<SearchQuestion, 'size' | 'living'>,
): Promise<TerritoryPath[]> => {
  const prefix = pathPrefixOfCode(beginning);
  if (prefix === undefined) return [];
  const whole = findPathOfCode(beginning);
  const inOneDistrict = prefix.length >= '44.03.10'.length;
  const queries = scopes.map(async (scope) => {
    const { from, to } = scopeRange(scope);
    const [low, high] = [prefix > from ? prefix : from, afterPrefix(prefix) < to ? afterPrefix(prefix) : to];
    if (low >= high) return [];
    const where = inOneDistrict
      ? raw`district = ${districtOfPath(whole ?? prefix)}`
      : raw`level in ('province', 'city', 'district')`;
    const rows = await raw<{ path: string }>`select path from territory
      where ${where} and path >= ${low} and path < ${high} and ${current} order by path limit ${size}`.execute(sql);
    return rows.rows.map((row) => row.path);
  });
  const found = (await Promise.all(queries)).flat().sort();
  if (whole === undefined || found.includes(whole)) return found;
  // An old code, whole: whoever carries on from it.
  const carryOn = (await living(whole)).filter((path) => scopes.some((scope) => inScope(path, scope)));
  return [...new Set([...carryOn, ...found])];
};

export interface SearchQuestion {
  readonly words: string;
  readonly at?: TerritoryPath | undefined;
  readonly size: number;
  /** Nodes of today in the place of another. */
  readonly living: (path: TerritoryPath) => Promise<readonly TerritoryPath[]>;
}

/**
 * Nodes by the beginning of a name, of an ending of it, of its pinyin or initials, or of a code; large
 * places first.
 * @param size at most so many
 */
export const searchTerritory = async (sql: Sql, reach: Reach, query: SearchQuestion): Promise<TerritoryNode[]> => {
  const scopes = narrowed(reach.scopes, query.at);
  const words = wordsOf(query.words);
  const [first] = words;
  if (scopes.length === 0 || first === undefined) return [];
  const byCode = words.length === 1 && /^[0-9]/.test(first) ? await findByCode(sql, scopes, first, query) : [];
  const paths = byCode.length > 0 ? byCode : await findByWords(sql, scopes, words);
  return nodesInOrder(sql, paths.slice(0, query.size));
};

const nodesInOrder = async (sql: Sql, paths: readonly TerritoryPath[]): Promise<TerritoryNode[]> => {
  if (paths.length === 0) return [];
  const rows = await raw<NodeRow>`select ${nodeColumns} from territory
    where district = any(${[...new Set(paths.map(districtOfPath))]}) and path = any(${paths})`.execute(sql);
  const byPath = new Map(rows.rows.map((row) => [row.path, nodeOf(row)]));
  return paths.flatMap((path) => byPath.get(path) ?? []);
};

/** By which earlier name nodes were found, where their name of today has nothing of the query; by path. */
export const foundByFormerName = async (
  sql: Sql,
  nodes: readonly TerritoryNode[],
  query: string,
): Promise<ReadonlyMap<TerritoryPath, string>> => {
  const words = wordsOf(query).filter((word) => /\p{Script=Han}/u.test(word));
  const holds = (name: string): boolean => words.some((word) => plain(name).includes(word));
  const others = words.length === 0 ? [] : nodes.filter((node) => !holds(node.name));
  if (others.length === 0) return new Map();
  const former = await formerNames(
    sql,
    others.map((node) => node.path),
  );
  return new Map(
    others.flatMap(({ path }) => {
      const name = former.get(path)?.find(holds);
      return name === undefined ? [] : [[path, name] as const];
    }),
  );
};
