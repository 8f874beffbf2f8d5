import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import { uuidv7 } from '#kernel/ids';
import { instantOf } from '#kernel/instant';
import { createAudit } from '#platform/server/audit';
import { createFiles } from '#platform/server/files';
import { createJobs, type JobRunner, migrateJobs } from '#platform/server/jobs';
import { createKeys, type KeyFor } from '#platform/server/keys';
import { createLive } from '#platform/server/live';
import type { Parts, Sql } from '#platform/server/parts';
import { createSeals } from '#platform/server/seals';
import { createSettings, type InstallationSettings } from '#platform/server/settings';
import { createLine, migrate, openSql } from '#platform/server/sql';

export interface PartsOptions {
  readonly databaseUrl: string;
  /** The secret lies there, and files unless told. */
  readonly dataFolder: string;
  readonly filesFolder?: string;
  /** Whether this is a demo, asked when the tables are there. */
  readonly isDemo: (sql: Sql) => Promise<boolean>;
  readonly log: Logger;
  /** Shared by several machines; one of their own otherwise. */
  readonly secret?: string | undefined;
  /** How the connections call themselves; has to begin with `lifang`. */
  readonly name?: string;
}

export interface OpenParts {
  readonly parts: Parts & { readonly settings: InstallationSettings };
  readonly pool: pg.Pool;
  readonly jobs: JobRunner;
  readonly keyFor: KeyFor;
  /** To be called when all listeners and jobs are declared. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly sweepFiles: () => Promise<void>;
}

/** What the platform hands to every engine, over a database that is brought up to date first. */
export const openParts = async (options: PartsOptions): Promise<OpenParts> => {
  const { log, dataFolder } = options;
  const name = options.name ?? 'lifang server';
  const database = openSql(options.databaseUrl, { name });
  // Jobs have connections of their own: a queue at work must not make requests wait.
  const queue = openSql(options.databaseUrl, { name, max: 4 });
  await migrate(database.sql);
  await migrateJobs(queue.pool);

  const newId = (): string => uuidv7(Date.now(), randomBytes(10));
  const audit = createAudit(newId);
  const line = createLine(options.databaseUrl, `${name} line`);
  const live = createLive(line, log);
  const files = createFiles(database.sql, options.filesFolder ?? path.join(dataFolder, 'files'));
  const jobs = createJobs({ sql: database.sql, pool: queue.pool, line, live, log });
  const settings = createSettings(database.sql, live, audit);
  const keyFor = createKeys({ file: path.join(dataFolder, 'secret.key'), given: options.secret });
  return {
    parts: {
      sql: database.sql,
      clock: () => instantOf(Date.now()),
      newId,
      files,
      jobs,
      live,
      audit,
      settings,
      seals: createSeals(keyFor),
      log,
      demo: await options.isDemo(database.sql),
    },
    pool: database.pool,
    jobs,
    keyFor,
    open: line.open,
    close: async () => {
      await jobs.stop();
      await live.flush();
      await line.close();
      await queue.close();
      await database.close();
    },
    sweepFiles: files.sweep,
  };
};
