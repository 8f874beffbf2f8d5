import type pg from 'pg';

/**
 * After a restore: a session that was ended since the backup would live again, so all of them end.
 * @returns how many
 */
export const endSessions = async (client: Pick<pg.Client, 'query'>): Promise<number> => {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('session') is not null as there`);
  if (!rows[0]?.there) return 0;
  return (await client.query('update session set ended_at = now() where ended_at is null')).rowCount ?? 0;
};
