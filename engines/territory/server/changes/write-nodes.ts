import { sql as raw } from 'kysely';
import type { DateText } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import {
  type ChangePlan,
  findLevel,
  type Level,
  type Move,
  parentPath,
  pathAfter,
  pathToCode,
  rangesOf,
  type Shape,
  type TerritoryPath,
} from '#engines/territory/model';
import type { SqlOrTransaction } from '#platform/server/parts';
import { current } from '../current.ts';
import { noShape, shapeColumns } from '../shape-columns.ts';
import { addTerms, keepPast, updateNode } from '../territory-store.ts';
import type { TerritoryTables } from '../tables.ts';

/** What of a change concerns the rows of the tree itself. */
export interface NodeChanges {
  readonly district: string;
  readonly change: Id;
  readonly on: DateText;
  readonly plan: ChangePlan;
  readonly boundaries: ReadonlyMap<TerritoryPath, Shape | null>;
  readonly levels: readonly Level[];
}

interface Pairs {
  readonly from: readonly TerritoryPath[];
  readonly to: readonly TerritoryPath[];
}

/** Living nodes that go to another path, with everything below them. */
export const carriedNodes = async (
  sql: SqlOrTransaction,
  district: string,
  moves: readonly Move[],
  lock = false,
): Promise<Pairs> => {
  const subtrees = moves.filter((move) => move.how === 'subtree');
  const ranges = rangesOf(moves);
  if (ranges.length === 0) return { from: [], to: [] };
  const where = raw`district = ${district} and ${current} and (${raw.join(
    ranges.map(({ from, to }) => raw`(path >= ${from} and path < ${to})`),
    raw` or `,
  )})`;
  // Whoever adds a node locks its parent first: after this nobody adds below what is about to go.
  if (lock) await raw`select path from territory where ${where} order by path for update`.execute(sql);
  const { rows } = await raw<{ path: string }>`select path from territory where ${where} order by path`.execute(sql);
  const pairs = rows.flatMap(({ path }) => {
    const to = pathAfter(subtrees, path);
    return to === path ? [] : [{ from: path, to }];
  });
  return { from: pairs.map((pair) => pair.from), to: pairs.map((pair) => pair.to) };
};

const carry = async (trx: SqlOrTransaction, { district, on }: NodeChanges, pairs: Pairs): Promise<void> => {
  await raw`insert into territory (district, path, parent, name, official_name, level, level_rank, apart, kind, tags,
      valid_from, profile, boundary_text, boundary, west, south, east, north, center_lng, center_lat, area_m2, child_count)
    select t.district, m.to_path, m.parent, t.name, t.official_name, t.level, t.level_rank, t.apart, t.kind, t.tags,
      ${on}, t.profile, t.boundary_text, t.boundary, t.west, t.south, t.east, t.north, t.center_lng, t.center_lat, t.area_m2, t.child_count
    from unnest(${[...pairs.from]}::text[], ${[...pairs.to]}::text[], ${pairs.to.map(parentPath)}::text[]) as m(from_path, to_path, parent)
    join territory t on t.district = ${district} and t.path = m.from_path`.execute(trx);
};

const addNew = async (
  trx: SqlOrTransaction,
  { district, on, plan, levels, boundaries }: NodeChanges,
): Promise<void> => {
  for (const node of plan.added) {
    const level = findLevel(node.level, levels);
    const shape = boundaries.get(node.path);
    await trx
      .withTables<TerritoryTables>()
      .insertInto('territory')
      .values({
        district,
        path: node.path,
        parent: parentPath(node.path),
        name: node.name,
        level: node.level,
        level_rank: level?.rank ?? 0,
        apart: level?.apart === true,
        kind: node.kind,
        valid_from: on,
        ...(shape ? shapeColumns(shape) : {}),
      })
      .execute();
    await addTerms(trx, node.path, node.name, null, level?.rank ?? 0);
  }
};

/** Their words find those who carry on: an old name finds the new node. */
const end = async (trx: SqlOrTransaction, { district, on, change }: NodeChanges, links: Pairs): Promise<void> => {
  const gone = [...new Set(links.from)];
  const codes = gone.map((path) =>
    links.to
      .filter((to, index) => links.from[index] === path && to !== '')
      .map(pathToCode)
      .join(' '),
  );
  await raw`update territory t set valid_to = ${on}, version = version + 1, changed_at = now(),
      successors = case when m.codes = '' then '{}' else string_to_array(m.codes, ' ') end
    from unnest(${gone}::text[], ${codes}::text[]) as m(path, codes)
    where t.district = ${district} and t.path = m.path`.execute(trx);
  await succeed(trx, { district, on, change }, links);
  await raw`with gone as (
      delete from territory_term where district = ${district} and path = any(${gone}::text[]) returning tier, term, path
    )
    insert into territory_term (district, tier, term, path)
    select distinct ${district}, g.tier, g.term, m.to_path from gone g
    join unnest(${[...links.from]}::text[], ${[...links.to]}::text[]) as m(from_path, to_path) on m.from_path = g.path
    where m.to_path <> ''
    on conflict do nothing`.execute(trx);
};

const succeed = async (
  trx: SqlOrTransaction,
  { district, on, change }: Pick<NodeChanges, 'district' | 'on' | 'change'>,
  links: Pairs,
): Promise<void> => {
  await raw`insert into territory_succession (district, from_path, to_path, change, on_day)
    select ${district}, m.from_path, m.to_path, ${change}, ${on}
    from unnest(${[...links.from]}::text[], ${[...links.to]}::text[]) as m(from_path, to_path)
    where m.to_path <> '' on conflict do nothing`.execute(trx);
};

/** Names and boundaries of nodes that stay: what was said before is kept with its day. */
const rewrite = async (trx: SqlOrTransaction, changes: NodeChanges): Promise<void> => {
  const { plan, boundaries, on, change } = changes;
  const isNew = new Set(plan.added.map((node) => node.path));
  const stays = new Set([
    ...plan.renamed.map((one) => one.path),
    ...[...boundaries.keys()].filter((path) => !isNew.has(path)),
  ]);
  for (const path of stays) {
    const renamed = plan.renamed.find((one) => one.path === path);
    const shape = boundaries.get(path);
    const node = await keepPast(trx, path, on, change);
    if (!node) continue;
    const officialName = renamed?.officialName === '' ? null : renamed?.officialName;
    await updateNode(trx, path, {
      ...(renamed ? { name: renamed.name } : {}),
      ...(officialName === undefined ? {} : { official_name: officialName }),
      ...(shape === undefined ? {} : shape === null ? noShape : shapeColumns(shape)),
    });
    if (renamed) await addTerms(trx, path, renamed.name, officialName ?? node.official_name, node.level_rank);
  }
};

const reopen = async (trx: SqlOrTransaction, { district, on, plan, change }: NodeChanges): Promise<void> => {
  for (const path of plan.reopened) {
    await raw`insert into territory_past (district, path, until, present, name, official_name, kind, boundary, change)
      select district, path, valid_to, true, name, official_name, kind, boundary, ${change}::uuid from territory
      where district = ${district} and path = ${path} and valid_to is not null`.execute(trx);
    const { rows } = await raw<{ name: string; official_name: string | null; level_rank: number }>`
      with gap as (
        insert into territory_past (district, path, until, present, name, kind, change)
        select district, path, ${on}, false, name, kind, ${change}::uuid from territory
        where district = ${district} and path = ${path}
      )
      update territory set valid_to = null, successors = '{}', version = version + 1, changed_at = now()
      where district = ${district} and path = ${path} returning name, official_name, level_rank`.execute(trx);
    for (const row of rows) await addTerms(trx, path, row.name, row.official_name, row.level_rank);
  }
};

const recount = async (trx: SqlOrTransaction, district: string, parents: readonly TerritoryPath[]): Promise<void> => {
  await raw`update territory t set child_count = (
      select count(*)::int from territory c where c.parent = t.path and not c.apart
        and (c.valid_to is null or c.valid_to > (now() at time zone interval '+08:00')::date))
    where t.district = ${district} and t.path = any(${[...new Set(parents)]}::text[])`.execute(trx);
};

/** Writes a change into the tree. @returns how many nodes went to another path */
export const writeNodes = async (trx: SqlOrTransaction, changes: NodeChanges): Promise<number> => {
  const { district, plan } = changes;
  const pairs = await carriedNodes(trx, district, plan.moves, true);
  await carry(trx, changes, pairs);
  await addNew(trx, changes);
  const links = plan.ended.flatMap(({ path, successors }) =>
    (successors.length > 0 ? successors : ['']).map((to) => ({ from: path, to })),
  );
  await end(trx, changes, {
    from: [...pairs.from, ...links.map((link) => link.from)],
    to: [...pairs.to, ...links.map((link) => link.to)],
  });
  // A part that keeps the code of what was split: the others carry on from it all the same.
  const kept = plan.moves.filter((move) => move.how === 'only');
  for (const { from } of kept)
    await succeed(trx, changes, { from: plan.added.map(() => from), to: plan.added.map((node) => node.path) });
  await rewrite(trx, changes);
  await reopen(trx, changes);
  await recount(
    trx,
    district,
    [
      ...pairs.from,
      ...pairs.to,
      ...plan.added.map((node) => node.path),
      ...plan.ended.map((one) => one.path),
      ...plan.reopened,
    ].flatMap((path) => [path, parentPath(path)]),
  );
  return pairs.from.length;
};
