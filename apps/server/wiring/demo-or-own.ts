import { sql as raw } from 'kysely';
import type { Sql } from '#platform/server/parts';
import { demoDistrict } from '../demo/demo-ids.ts';

/** An installation in which people of a real district work is never taken for a demo. */
export const belongsToNobodyElse = async (sql: Sql): Promise<boolean> => {
  const found = await raw`select from person where district <> ${demoDistrict} limit 1`.execute(sql);
  return found.rows.length === 0;
};
