import { sql as raw } from 'kysely';
import type { DateText } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import { districtOfPath, type TerritoryPath, trailPaths } from '#engines/territory/model';
import type { Sql, SqlOrTransaction } from '#platform/server/parts';

export interface NewRuling {
  readonly id: Id;
  readonly path: TerritoryPath;
  readonly line: string;
  readonly acts: TerritoryPath;
  readonly state: 'meanwhile' | 'settled';
  readonly basis: string;
  readonly validFrom: DateText;
  readonly person: Id | null;
}

/** Ends what was ruled for this place and line (a settlement ends all lines) and writes the new ruling. */
export const insertRuling = async (sql: SqlOrTransaction, ruling: NewRuling): Promise<void> => {
  const district = districtOfPath(ruling.path);
  const sameLine = ruling.state === 'settled' && ruling.line === '*' ? raw`true` : raw`line = ${ruling.line}`;
  await raw`update territory_ruling set valid_to = ${ruling.validFrom}
    where district = ${district} and path = ${ruling.path} and valid_to is null and ${sameLine}`.execute(sql);
  await raw`insert into territory_ruling (district, id, path, line, acts_path, state, basis, valid_from, person)
    values (${district}, ${ruling.id}, ${ruling.path}, ${ruling.line}, ${ruling.acts}, ${ruling.state}, ${ruling.basis},
      ${ruling.validFrom}, ${ruling.person})`.execute(sql);
};

/**
 * Whose people act at a place for a business line: what the nearest ruling on the trail says for the line,
 * else for all lines; the place itself where none speaks.
 */
export const findActingPath = async (
  sql: Sql,
  path: TerritoryPath,
  line: string,
  day: DateText,
): Promise<TerritoryPath> => {
  const rows = await raw<{ acts_path: string }>`
    select acts_path from territory_ruling
    where district = ${districtOfPath(path)} and path = any(${trailPaths(path)}) and line in (${line}, '*')
      and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
    order by path desc, (line = '*'), valid_from desc limit 1`.execute(sql);
  return rows.rows[0]?.acts_path ?? path;
};
