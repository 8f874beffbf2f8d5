import { sql as raw } from 'kysely';
import type { Sql } from '#platform/server/parts';
import { grantToApp } from './app-role.ts';
import { migrate, migrationLock, readMigrations } from './migrate.ts';
import { type OpenSql, openSql } from './open.ts';

export interface DatabaseUrls {
  /** As the role that the server works as. */
  readonly databaseUrl: string;
  /** As the owner of the tables; undefined when there is one role for everything. */
  readonly ownerUrl?: string | undefined;
}

/** May the role change the schema? One that may not can still serve a database that is up to date. */
const mayMigrate = async (sql: Sql): Promise<boolean> => {
  const { rows } = await raw<{ may: boolean }>`
    select has_schema_privilege(current_schema(), 'create') and coalesce(
      (select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('lifang_migration')), true) as may`.execute(
    sql,
  );
  return rows[0]?.may === true;
};

const missingMigrations = async (sql: Sql): Promise<readonly string[]> => {
  const { rows } = await raw<{ name: string }>`select name from lifang_migration`.execute(sql);
  const ran = new Set(rows.map((row) => row.name));
  return (await readMigrations()).map((one) => one.name).filter((name) => !ran.has(name));
};

/**
 * Brings the schema up to this program, as its owner, and gives the server's role what it needs.
 * @param more what else only the owner can do, after the migrations
 * @throws Error with a sentence when the schema has to change and no role that may do it was named
 */
export const prepareDatabase = async (
  { databaseUrl, ownerUrl }: DatabaseUrls,
  more: (owner: OpenSql) => Promise<void>,
): Promise<void> => {
  const owner = openSql(ownerUrl ?? databaseUrl, { max: 2, name: 'lifang owner' });
  try {
    if (!ownerUrl && !(await mayMigrate(owner.sql))) {
      const missing = await missingMigrations(owner.sql).catch(() => ['all']);
      if (missing.length === 0) return;
      throw new Error(
        `The database has to be brought up to this version (${missing[0] ?? ''} …), and the role of DATABASE_URL may not do that. Name the owner of the tables with LIFANG_OWNER_URL.`,
      );
    }
    await migrate(owner.sql);
    await more(owner);
    if (ownerUrl) await grantTo(owner, decodeURIComponent(new URL(databaseUrl).username));
  } finally {
    await owner.close();
  }
};

const grantTo = async ({ pool }: OpenSql, role: string): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await grantToApp(client, role);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
};
