import type pg from 'pg';
import type { Line } from '#platform/server/sql';

/**
 * A worker that was killed leaves its job locked for hours. So each living worker holds an advisory lock
 * on the process's line, which the database drops with the process; what is locked by a worker without
 * one is free again.
 */
export const holdWorkerLocks = (line: Line): { readonly add: (worker: string) => Promise<void> } => {
  const workers = new Set<string>();
  const lock = `select pg_advisory_lock(72153, hashtext($1))`;
  line.onOpen(async (client) => {
    for (const worker of workers) await client.query(lock, [worker]);
  });
  return {
    add: async (worker) => {
      workers.add(worker);
      await line.query(lock, [worker]);
    },
  };
};

/** @returns how many workers were found dead */
export const freeDeadWorkers = async (pool: pg.Pool): Promise<number> => {
  const { rows } = await pool.query<{ worker: string }>(
    `select distinct locked_by as worker from graphile_worker._private_jobs where locked_by is not null`,
  );
  if (rows.length === 0) return 0;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const dead: string[] = [];
    for (const { worker } of rows) {
      const got = await client.query<{ free: boolean }>(
        `select pg_try_advisory_xact_lock(72153, hashtext($1)) as free`,
        [worker],
      );
      if (got.rows[0]?.free) dead.push(worker);
    }
    if (dead.length) await client.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
    await client.query('commit');
    return dead.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
};
