import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Sql } from '#platform/server/parts';

// Instants travel as ISO text and counts as numbers, so that rows are JSON as they come.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface OpenSql {
  readonly sql: Sql;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

const pools = new WeakMap<Sql, pg.Pool>();

/** The pool behind `openSql(…).sql`: for statements that are prepared once a connection (`{ name, text, values }`), which kysely does not do. */
export const poolOf = (sql: Sql): pg.Pool => {
  const pool = pools.get(sql);
  if (!pool) throw new Error('this query builder was not made by openSql');
  return pool;
};

/** A builder that was never used leaves its pool open when it is destroyed. */
const closeBoth = async (sql: Sql, pool: pg.Pool): Promise<void> => {
  await sql.destroy();
  if (!pool.ending) await pool.end();
};

/** A pool of connections and the query builder over it. */
export const openSql = (url: string, options: { max?: number; name?: string } = {}): OpenSql => {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 16,
    application_name: options.name ?? 'lifang',
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // An idle connection that the server closes must not end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const sql: Sql = new Kysely({ dialect: new PostgresDialect({ pool }) });
  pools.set(sql, pool);
  return { sql, pool, close: () => closeBoth(sql, pool) };
};
