import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DomainError } from '#kernel/domain-error';
import { type Migration, migrationLock, migrationTable } from '#platform/server/sql';
import type { Manifest, TablePart } from './manifest.ts';
import { queueColumns, tablesOf } from './take-tables.ts';

const quoted = pg.escapeIdentifier;

const notOfExtension = (oid: string, catalogue: string): string =>
  `not exists (select from pg_depend where objid = ${oid} and classid = '${catalogue}'::regclass and deptype = 'e')`;

/** Everything in the schema that is not an extension's, as statements that remove it; what went along with another is no error. */
const removals = `
  select 1 as turn, format('drop %s if exists %I.%I cascade',
      case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' else 'table' end,
      current_schema(), relname) as statement
    from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
      and not relispartition and ${notOfExtension('pg_class.oid', 'pg_class')}
  union all select 2, format('drop sequence if exists %I.%I cascade', current_schema(), relname)
    from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S' and ${notOfExtension('pg_class.oid', 'pg_class')}
  union all select 3, format('drop routine if exists %s cascade', pg_proc.oid::regprocedure)
    from pg_proc where pronamespace = current_schema()::regnamespace and ${notOfExtension('pg_proc.oid', 'pg_proc')}
  union all select 4, format('drop type if exists %I.%I cascade', current_schema(), typname)
    from pg_type where typnamespace = current_schema()::regnamespace and typtype in ('e', 'd') and ${notOfExtension('pg_type.oid', 'pg_type')}
  order by 1`;

const removeAll = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ statement: string }>(removals);
  for (const { statement } of rows) await client.query(statement);
};

const fill = (client: pg.Client, folder: string, part: TablePart, target: string): Promise<void> =>
  pipeline(
    createReadStream(path.join(folder, part.file)),
    createGunzip(),
    client.query(copyFrom(`copy ${target} from stdin`)),
  );

const countOf = async (client: pg.Client, table: string): Promise<number> =>
  Number((await client.query<{ n: string }>(`select count(*) as n from ${quoted(table)}`)).rows[0]?.n);

/** Foreign keys are made again over the full tables: checked once, in any order, without a queue of a row each. */
const withoutForeignKeys = async (client: pg.Client, work: () => Promise<void>): Promise<void> => {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where connamespace = current_schema()::regnamespace and contype = 'f' and conparentid = 0`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  await work();
  for (const { table, name, definition } of rows)
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
};

const putQueue = async (client: pg.Client, folder: string, part: TablePart): Promise<void> => {
  await client.query(`create temporary table restored_queue (turn bigserial, ${queueColumns}) on commit drop`);
  const columns = queueColumns.split(', ').map((one) => one.split(' ')[0]);
  await fill(client, folder, part, `restored_queue (${columns.join(', ')})`);
  await client.query('delete from graphile_worker._private_jobs');
  await client.query('delete from graphile_worker._private_job_queues');
  const { rows } = await client.query<{ n: string }>(
    `select count(*) as n from (
       select graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, job_key, priority, flags)
       from restored_queue order by turn) as added`,
  );
  if (Number(rows[0]?.n) !== part.rows) throw new DomainError('backup.damaged', { part: part.file });
};

/**
 * Makes schema and rows of a backup inside the client's transaction and counts them; nothing is seen by
 * others before its commit. The queue's own schema has to be there.
 * @param options.replace removes what is there
 */
export const putTables = async (
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  migrations: readonly Migration[],
  options: { readonly replace: boolean; readonly progress?: (table: string, rows: number) => Promise<void> | void },
): Promise<void> => {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
  if (options.replace) await removeAll(client);
  const ran = new Set(manifest.migrations.map(({ name }) => name));
  if (manifest.tables.some(({ table }) => table === 'lifang_migration')) await client.query(migrationTable);
  for (const migration of migrations) if (ran.has(migration.name)) await client.query(migration.text);
  const made = await tablesOf(client);
  const strange = manifest.tables.find(({ table }) => !made.includes(table));
  if (strange) throw new DomainError('backup.newer', { what: strange.table });

  await withoutForeignKeys(client, async () => {
    // What a migration put in is in the backup too, as it became.
    for (const name of made) await client.query(`alter table ${quoted(name)} disable trigger user`);
    if (made.length) await client.query(`truncate ${made.map(quoted).join(', ')}`);
    for (const part of manifest.tables) {
      const name = quoted(part.table);
      await fill(client, folder, part, `${name} (${part.columns.map(quoted).join(', ')})`);
      if ((await countOf(client, part.table)) !== part.rows)
        throw new DomainError('backup.damaged', { part: part.file });
      await options.progress?.(part.table, part.rows);
    }
    for (const name of made) await client.query(`alter table ${quoted(name)} enable trigger user`);
  });
  for (const { name, value, called } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), value, called]);
  if (manifest.queue) await putQueue(client, folder, manifest.queue);
};
