import { sql as raw } from 'kysely';
import type { Instant } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import type { HouseholdGroupView } from '#engines/territory/contract';
import { districtOfPath, pathToCode, scopeRange, type TerritoryPath } from '#engines/territory/model';
import type { Sql, SqlOrTransaction } from '#platform/server/parts';
import { type Reach, within } from './reach.ts';

interface Row {
  readonly id: Id;
  readonly path: TerritoryPath;
  readonly name: string;
  readonly dwellings: string[];
  readonly accepted_at: Instant;
}

/** Groups in force at or below a node. */
export const listGroups = async (sql: Sql, reach: Reach, path: TerritoryPath): Promise<HouseholdGroupView[]> => {
  const { from, to } = scopeRange(path);
  const { rows } = await raw<Row>`select id, path, name, dwellings, accepted_at from household_group
    where district = ${districtOfPath(path)} and path >= ${from} and path < ${to} and ended_at is null and ${within(reach)}
    order by path, id limit 5000`.execute(sql);
  return rows.map(({ id, path: at, name, dwellings, accepted_at: acceptedAt }) => ({
    id,
    code: pathToCode(at),
    name,
    dwellings,
    acceptedAt,
  }));
};

/** Ends the groups of a node and of what lies below it, and writes these. */
export const replaceGroups = async (
  trx: SqlOrTransaction,
  path: TerritoryPath,
  groups: readonly { readonly id: Id; readonly name: string; readonly dwellings: readonly string[] }[],
  by: { readonly person: Id; readonly at: Instant },
): Promise<void> => {
  const { from, to } = scopeRange(path);
  const district = districtOfPath(path);
  await raw`update household_group set ended_at = ${by.at}::timestamptz
    where district = ${district} and path >= ${from} and path < ${to} and ended_at is null`.execute(trx);
  await raw`insert into household_group (district, id, path, name, dwellings, accepted_by, accepted_at)
    select ${district}, g.id, ${path}, g.name, g.dwellings, ${by.person}, ${by.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as g(id uuid, name text, dwellings text[])`.execute(trx);
};
