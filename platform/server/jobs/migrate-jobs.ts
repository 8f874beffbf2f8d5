import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { quiet } from './worker-log.ts';

/** The queue's own tables (schema `graphile_worker`); several servers may ask at once. */
export const migrateJobs = (pool: pg.Pool): Promise<void> => runMigrations({ pgPool: pool, logger: quiet });
