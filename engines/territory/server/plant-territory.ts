import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  defaultLevels,
  districtOfPath,
  findLevel,
  isPath,
  type Level,
  type LngLat,
  parentPath,
  type Shape,
  type TerritoryPath,
  tidyShape,
} from '#engines/territory/model';
import { noShape, shapeColumns } from './shape-columns.ts';
import { termsOf, tierOf } from './terms.ts';

/** A node as an import or the demo district says it. */
export interface PlantedNode {
  readonly path: TerritoryPath;
  readonly name: string;
  readonly officialName?: string | null;
  readonly level: string;
  readonly kind?: string;
  readonly tags?: readonly string[];
  /** Values that hold from `validFrom` on. */
  readonly profile?: Readonly<Record<string, unknown>>;
  readonly boundaryText?: string;
  /** WGS-84, without crossings; a file's shapes go through `readBoundary` first. */
  readonly shape?: Shape;
  /** Where it is, for a node without a shape. */
  readonly center?: LngLat;
  readonly validFrom?: string;
}

export interface PlantResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface PlantOptions {
  readonly levels?: readonly Level[];
  /** Called in the transaction of each batch, with the connection: for its audit row. */
  readonly inside?: (client: pg.ClientBase, batch: PlantResult) => Promise<void>;
  readonly progress?: (done: number) => void | Promise<void>;
}

/** Nodes of one transaction; a district fits into one, and memory stays flat beyond. */
const batchSize = 20_000;

const columns = [
  'district', 'path', 'parent', 'name', 'official_name', 'level', 'level_rank', 'apart', 'kind', 'tags', 'valid_from',
  'profile', 'boundary_text', 'boundary', 'west', 'south', 'east', 'north', 'center_lng', 'center_lat', 'area_m2', 'planted',
] as const; // biome-ignore format: a list of columns

type Cell = string | number | boolean | null | readonly string[];

/** PostgreSQL's text format of COPY: tab between cells, backslash before what has a meaning. */
const escape = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? sign);
const arrayText = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
const cellText = (cell: Cell): string => {
  if (cell === null) return '\\N';
  if (typeof cell === 'object') return escape(arrayText(cell));
  return typeof cell === 'string' ? escape(cell) : String(cell);
};

const rowOf = (node: PlantedNode, levels: readonly Level[]): string => {
  const level = findLevel(node.level, levels);
  if (!level) throw new Error(`node ${node.path}: there is no level ${node.level}`);
  if (!isPath(node.path)) throw new Error(`node ${node.path} has no right path`);
  const shape = node.shape
    ? shapeColumns(tidyShape(node.shape))
    : { ...noShape, center_lng: node.center?.lng ?? null, center_lat: node.center?.lat ?? null };
  const from = node.validFrom ?? '1949-10-01';
  const profile = Object.fromEntries(
    Object.entries(node.profile ?? {}).map(([key, value]) => [key, [{ value, from }]]),
  );
  const { path, name, officialName = null } = node;
  const planted = createHash('md5').update(JSON.stringify(node)).digest('base64url');
  const values: Record<(typeof columns)[number], Cell> = {
    district: districtOfPath(path),
    path,
    parent: parentPath(path),
    name,
    official_name: officialName,
    level: level.id,
    level_rank: level.rank,
    apart: level.apart === true,
    kind: node.kind ?? 'ordinary',
    tags: node.tags ?? [],
    valid_from: node.validFrom ?? null,
    profile: JSON.stringify(profile),
    boundary_text: node.boundaryText ?? null,
    ...shape,
    planted,
  };
  const cells = columns.map((column) => values[column]);
  return `${[...cells, tierOf(level.rank), termsOf(name, officialName)].map(cellText).join('\t')}\n`;
};

const list = columns.join(', ');
const written = columns.filter((column) => !['district', 'path', 'parent'].includes(column));
/** What a source may leave out, and then leaves as it is. */
const kept = new Set([
  'boundary_text',
  'boundary',
  'west',
  'south',
  'east',
  'north',
  'center_lng',
  'center_lat',
  'area_m2',
  'valid_from',
]);

const merge = `
  with put as (
    insert into territory as t (${list})
    select ${list} from territory_incoming
    on conflict (district, path) do update set
      ${written.map((column) => `${column} = ${kept.has(column) ? `coalesce(excluded.${column}, t.${column})` : `excluded.${column}`}`).join(', ')},
      version = t.version + 1, changed_at = now()
    where t.planted is distinct from excluded.planted
    returning t.district, t.path, t.parent, t.apart, t.version = 1 as added
  )
  select * from put`;

const plantBatch = async (
  client: pg.ClientBase,
  nodes: readonly PlantedNode[],
  options: PlantOptions,
): Promise<PlantResult> => {
  const levels = options.levels ?? defaultLevels;
  await client.query('begin');
  try {
    // A whole country takes longer than a request may.
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    await client.query(`create temp table territory_incoming on commit drop as
      select ${list}, 0::smallint as tier, '{}'::text[] as terms from territory with no data`);
    const rows = function* () {
      for (const node of nodes) yield rowOf(node, levels);
    };
    const copy = client.query(copyFrom(`copy territory_incoming (${list}, tier, terms) from stdin`));
    await pipeline(Readable.from(rows(), { objectMode: true, highWaterMark: 1000 }), copy);
    await client.query(`create temp table territory_put on commit drop as ${merge}`);
    await client.query('analyze territory_put');
    const counted = await client.query<{ added: number; changed: number }>(`
      select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed from territory_put`);
    const { added = 0, changed = 0 } = counted.rows[0] ?? {};
    if (changed > 0)
      await client.query(`delete from territory_term t using territory_put p
        where t.district = p.district and t.path = p.path and not p.added`);
    if (added + changed > 0) {
      await client.query(`insert into territory_term (district, tier, term, path)
        select i.district, i.tier, term, i.path from territory_incoming i
        join territory_put p on p.district = i.district and p.path = i.path, unnest(i.terms) as term
        order by 1, 2, 3, 4 on conflict do nothing`);
      await client.query(
        `update territory t set child_count = c.count from (
          select n.parent, count(*)::int as count from territory n
          where n.parent in (select parent from territory_put) and not n.apart
            and (n.valid_to is null or n.valid_to > (now() at time zone interval '+08:00')::date) group by n.parent
        ) c
        where t.path = c.parent and t.district = any($1) and t.child_count <> c.count`,
        [[...new Set(nodes.map((node) => districtOfPath(parentPath(node.path))))]],
      );
    }
    const result = { added, changed, unchanged: nodes.length - added - changed };
    await options.inside?.(client, result);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

/**
 * Plants many nodes, parents before children. A node whose source says the same as last time is left
 * alone, with whatever was edited by hand; a second run therefore changes nothing.
 */
export const plantTerritory = async (
  pool: pg.Pool,
  nodes: Iterable<PlantedNode> | AsyncIterable<PlantedNode>,
  options: PlantOptions = {},
): Promise<PlantResult> => {
  const client = await pool.connect();
  const total = { added: 0, changed: 0, unchanged: 0 };
  let batch: PlantedNode[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const result = await plantBatch(client, batch, options);
    total.added += result.added;
    total.changed += result.changed;
    total.unchanged += result.unchanged;
    done += batch.length;
    batch = [];
    await options.progress?.(done);
  };
  try {
    for await (const node of nodes) {
      batch.push(node);
      if (batch.length >= batchSize) await flush();
    }
    await flush();
  } finally {
    client.release();
  }
  if (total.added > batchSize) await pool.query('analyze territory; analyze territory_term');
  return total;
};
