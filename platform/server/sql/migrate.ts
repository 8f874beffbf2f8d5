import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql as raw } from 'kysely';
import type { Sql } from '#platform/server/parts';

/** Any number will do, as long as every Lifang server takes the same. */
export const migrationLock = 7_215_301;

export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** All migrations of all rooms, in the order of their timestamped names: `20261122T0900-territory.sql`. */
export const readMigrations = async (): Promise<readonly Migration[]> => {
  const rooms = [
    path.join(root, 'platform/server/migrations'),
    ...(await readdir(path.join(root, 'engines'))).map((engine) =>
      path.join(root, 'engines', engine, 'server/migrations'),
    ),
  ];
  const found: Migration[] = [];
  for (const room of rooms) {
    const files = await readdir(room).catch(() => []);
    for (const file of files.filter((name) => name.endsWith('.sql'))) {
      const text = await readFile(path.join(room, file), 'utf8');
      found.push({ name: file.slice(0, -4), text, hash: createHash('sha256').update(text).digest('hex') });
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** What ran in a database is known there. */
export const migrationTable =
  'create table if not exists lifang_migration (name text primary key, hash text not null, ran_at timestamptz not null default now())';

/**
 * Runs what has not run yet, one transaction for all, under an advisory lock: several servers may
 * start at once. Forward only; a file that was changed after it ran is refused
 * by name, and so is a database that a newer program has been at work on.
 * @param given other migrations than those of this program
 * @returns names of the migrations that ran now
 */
export const migrate = async (sql: Sql, given?: readonly Migration[]): Promise<readonly string[]> => {
  const migrations = given ?? (await readMigrations());
  return sql.transaction().execute(async (trx) => {
    await raw`select pg_advisory_xact_lock(${raw.lit(migrationLock)})`.execute(trx);
    // An index over a year of matters takes longer than a request may.
    await raw`set local statement_timeout = 0`.execute(trx);
    await raw.raw(migrationTable).execute(trx);
    const rows = await raw<{ name: string; hash: string }>`select name, hash from lifang_migration`.execute(trx);
    const done = new Map(rows.rows.map((row) => [row.name, row.hash]));
    const changed = migrations.find(({ name, hash }) => (done.get(name) ?? hash) !== hash);
    if (changed) throw new Error(`migration ${changed.name} was changed after it ran; write a new one instead`);
    // One of a room that was removed since may lie further back.
    const last = migrations.at(-1)?.name ?? '';
    const newer = [...done.keys()].find((name) => name > last);
    if (newer)
      throw new Error(
        `the database is of a newer version: ${newer} ran in it, which this program does not have; start the newer one, or restore the backup that was taken before`,
      );
    const ran: string[] = [];
    for (const migration of migrations) {
      if (done.has(migration.name)) continue;
      await raw.raw(migration.text).execute(trx);
      await raw`insert into lifang_migration (name, hash) values (${migration.name}, ${migration.hash})`.execute(trx);
      ran.push(migration.name);
    }
    return ran;
  });
};
