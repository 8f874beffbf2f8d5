import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { DateText } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import { districtOfPath, parentPath, pathToCode, type TerritoryPath } from '#engines/territory/model';
import type { SqlOrTransaction } from '#platform/server/parts';
import { current } from './current.ts';
import type { ProfileAtRest } from './profile.ts';
import type { ShapeColumns } from './shape-columns.ts';
import type { TerritoryTables } from './tables.ts';
import { termsOf, tierOf } from './terms.ts';

/** A node as its edits need it. */
export interface StoredNode {
  readonly district: string;
  readonly path: TerritoryPath;
  readonly name: string;
  readonly official_name: string | null;
  readonly level: string;
  readonly level_rank: number;
  readonly apart: boolean;
  readonly kind: string;
  readonly profile: ProfileAtRest;
  readonly version: number;
  readonly ended: boolean;
}

const columns = raw`district, path, name, official_name, level, level_rank, apart, kind, profile, version, not ${current} as ended`;

export const findStored = async (sql: SqlOrTransaction, path: TerritoryPath): Promise<StoredNode | undefined> => {
  const rows = await raw<StoredNode>`select ${columns} from territory
    where district = ${districtOfPath(path)} and path = ${path}`.execute(sql);
  return rows.rows[0];
};

/** Locks a node until the transaction ends; refuses an unknown one, an ended one, and one that is newer than the caller saw. */
export const lockStored = async (
  sql: SqlOrTransaction,
  path: TerritoryPath,
  expectedVersion?: number,
): Promise<StoredNode> => {
  const rows = await raw<StoredNode>`select ${columns} from territory
    where district = ${districtOfPath(path)} and path = ${path} for update`.execute(sql);
  const [node] = rows.rows;
  if (!node) throw new DomainError('territory.unknown', { code: pathToCode(path) });
  if (node.ended) throw new DomainError('territory.ended', { name: node.name });
  if (expectedVersion !== undefined && expectedVersion !== node.version)
    throw new DomainError('territory.changed', { name: node.name });
  return node;
};

export interface NewNode {
  readonly path: TerritoryPath;
  readonly name: string;
  readonly level: string;
  readonly levelRank: number;
  readonly apart: boolean;
  readonly kind: string;
  readonly validFrom: DateText;
}

/** Adds a node and counts it at its parent; false when the path is taken. */
export const insertNode = async (sql: SqlOrTransaction, node: NewNode): Promise<boolean> => {
  const district = districtOfPath(node.path);
  const parent = parentPath(node.path);
  const added = await sql
    .withTables<TerritoryTables>()
    .insertInto('territory')
    .values({
      district,
      path: node.path,
      parent,
      name: node.name,
      level: node.level,
      level_rank: node.levelRank,
      apart: node.apart,
      kind: node.kind,
      valid_from: node.validFrom,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('path')
    .execute();
  if (added.length === 0) return false;
  await addTerms(sql, node.path, node.name, null, node.levelRank);
  if (!node.apart && parent !== '')
    await raw`update territory set child_count = child_count + 1
      where district = ${districtOfPath(parent)} and path = ${parent}`.execute(sql);
  return true;
};

/** Adds the words of a name; those of earlier names stay, so that an old name still finds the node. */
export const addTerms = async (
  sql: SqlOrTransaction,
  path: TerritoryPath,
  name: string,
  officialName: string | null,
  levelRank: number,
): Promise<void> => {
  const district = districtOfPath(path);
  await raw`insert into territory_term (district, tier, term, path)
    select ${district}, ${tierOf(levelRank)}, term, ${path} from unnest(${termsOf(name, officialName)}::text[]) as term
    on conflict do nothing`.execute(sql);
};

/**
 * Keeps what is said of a node before it is written over, as what held until a day (exclusive).
 * @returns the node as it was; undefined when there is none
 */
export const keepPast = async (
  sql: SqlOrTransaction,
  path: TerritoryPath,
  until: DateText,
  change: Id | null,
): Promise<StoredNode | undefined> => {
  const node = await findStored(sql, path);
  await raw`insert into territory_past (district, path, until, name, official_name, kind, boundary, change)
    select district, path, ${until}, name, official_name, kind, boundary, ${change}::uuid from territory
    where district = ${districtOfPath(path)} and path = ${path}`.execute(sql);
  return node;
};

export interface NodeEdit {
  readonly name?: string | undefined;
  readonly official_name?: string | null | undefined;
  readonly kind?: string | undefined;
  readonly tags?: string[] | undefined;
  readonly profile?: string | undefined;
  readonly boundary_text?: string | undefined;
}

/** Writes what is given and leaves the rest; the version goes up. */
export const updateNode = async (
  sql: SqlOrTransaction,
  path: TerritoryPath,
  edit: NodeEdit | Partial<ShapeColumns>,
): Promise<void> => {
  await sql
    .withTables<TerritoryTables>()
    .updateTable('territory')
    .set({ ...edit, version: raw<number>`version + 1`, changed_at: raw<string>`now()` })
    .where('district', '=', districtOfPath(path))
    .where('path', '=', path)
    .execute();
};
