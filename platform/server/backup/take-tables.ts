import path from 'node:path';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Manifest, TablePart } from './manifest.ts';
import { writePart } from './parts.ts';

const quoted = pg.escapeIdentifier;

/** A connection that says values the same way everywhere and may take as long as it needs. */
export const connect = async (url: string, name: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, application_name: name, keepAlive: true });
  // A lost connection fails the statement that is under way, which is where it is told.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(
    `set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
     set extra_float_digits = 3; set bytea_output = 'hex'; set row_security = off;
     set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '60s'`,
  );
  return client;
};

/** Tables of Lifang's schema; what an extension brought is the extension's. */
export const tablesOf = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
       and not exists (select from pg_depend where objid = pg_class.oid and classid = 'pg_class'::regclass and deptype = 'e')
     order by relname collate "C"`,
  );
  return rows.map(({ name }) => name);
};

/**
 * Columns that can be written: what is computed from others is computed again. Numbers and snapshots of transactions
 * mean nothing in another cluster; there the rows are of the transaction that restores them.
 */
const columnsOf = async (client: pg.Client, table: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
       and atttypid not in ('xid8'::regtype, 'pg_snapshot'::regtype) order by attnum`,
    [quoted(table)],
  );
  return rows.map(({ name }) => name);
};

/** In the text form of COPY a line end is a row's end; those inside values are written `\n`. */
const countingRows = (count: { rows: number }) =>
  async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count.rows += 1;
      yield chunk;
    }
  };

const take = async (
  client: pg.Client,
  folder: string,
  what: { readonly table: string; readonly columns: readonly string[]; readonly query: string; readonly file: string },
): Promise<TablePart> => {
  const count = { rows: 0 };
  const stream = client.query(copyTo(`copy (${what.query}) to stdout`));
  // A low level: the disk is the narrow place, and the server next door needs the processor.
  const sum = await writePart(path.join(folder, what.file), countingRows(count)(stream), createGzip({ level: 3 }));
  return { table: what.table, columns: what.columns, rows: count.rows, file: what.file, ...sum };
};

export const queueColumns =
  'identifier text, payload json, queue_name text, run_at timestamptz, max_attempts integer, job_key text, priority integer, flags text[]';

/**
 * The queue as what it holds, not as graphile_worker's own tables: that package makes those again, whatever
 * their form is then. Jobs that were tried to the end are left out.
 */
const queueQuery = `
  select task.identifier, job.payload, queue.queue_name, job.run_at, job.max_attempts, job.key, job.priority,
    (select array_agg(flag order by flag) from jsonb_object_keys(job.flags) as flag)
  from graphile_worker._private_jobs as job
  join graphile_worker._private_tasks as task on task.id = job.task_id
  left join graphile_worker._private_job_queues as queue on queue.id = job.job_queue_id
  where job.attempts < job.max_attempts order by job.id`;

/** Begins the snapshot that everything is read from. The tables may be read and written by all meanwhile, but not altered. */
export const beginSnapshot = async (
  client: pg.Client,
): Promise<Pick<Manifest, 'madeAt' | 'postgres'> & { readonly tables: readonly string[] }> => {
  await client.query('begin transaction isolation level repeatable read read only');
  const { rows } = await client.query<{ at: string; version: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, current_setting('server_version') as version`,
  );
  const tables = await tablesOf(client);
  if (tables.length) await client.query(`lock table ${tables.map(quoted).join(', ')} in access share mode`);
  return { madeAt: rows[0]?.at ?? '', postgres: rows[0]?.version ?? '', tables };
};

/** @param done called after each table */
export const takeTables = async (
  client: pg.Client,
  folder: string,
  tables: readonly string[],
  done: (part: TablePart) => Promise<void> | void,
): Promise<Pick<Manifest, 'tables' | 'queue' | 'sequences' | 'migrations'>> => {
  const parts: TablePart[] = [];
  for (const table of tables) {
    const columns = await columnsOf(client, table);
    const query = `select ${columns.map(quoted).join(', ')} from ${quoted(table)}`;
    const part = await take(client, folder, { table, columns, query, file: `tables/${table}.copy.gz` });
    parts.push(part);
    await done(part);
  }
  const { rows: found } = await client.query<{ queue: boolean; migrations: boolean }>(
    `select to_regclass('graphile_worker._private_jobs') is not null as queue, to_regclass('lifang_migration') is not null as migrations`,
  );
  const queue = found[0]?.queue
    ? await take(client, folder, { table: 'queue', columns: [], query: queueQuery, file: 'queue.copy.gz' })
    : null;
  const migrations = found[0]?.migrations
    ? (
        await client.query<{ name: string; hash: string }>(
          'select name, hash from lifang_migration order by name collate "C"',
        )
      ).rows
    : [];
  // Sequences know no snapshot: read last, they are never behind a row that was read.
  const sequences: Manifest['sequences'][number][] = [];
  const { rows: names } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S'
       and not exists (select from pg_depend where objid = pg_class.oid and classid = 'pg_class'::regclass and deptype = 'e')
     order by relname collate "C"`,
  );
  for (const { name } of names) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(name)}`,
    );
    if (rows[0]) sequences.push({ name, ...rows[0] });
  }
  return { tables: parts, queue, sequences, migrations };
};
