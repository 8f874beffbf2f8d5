import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import { uuidv7 } from '#kernel/ids';
import { instantOf } from '#kernel/instant';
import { createAudit } from '#platform/server/audit';
import { createFiles } from '#platform/server/files';
import { createJobs, type JobRunner, migrateJobs } from '#platform/server/jobs';
import {
  createKek,
  createKeyring,
  createKeys,
  type KeyFor,
  type Keyring,
  type SecretSource,
  type SuiteName,
} from '#platform/server/keys';
import { createLive } from '#platform/server/live';
import type { Parts, Sql } from '#platform/server/parts';
import { createSeals } from '#platform/server/seals';
import { createSettings, type InstallationSettings } from '#platform/server/settings';
import { createLine, migrate, openSql } from '#platform/server/sql';
import { derivedPurposes, sealedColumns } from './sealed-columns.ts';

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
  /** Where the secret lies when none is given: `secret.key` of the data folder unless told. */
  readonly keyFile?: string;
  /** The secret before this one, until every data key is wrapped anew. */
  readonly oldSecret?: SecretSource | undefined;
  /** How new data keys seal. */
  readonly cipher?: SuiteName;
  /** How the connections call themselves; has to begin with `lifang`. */
  readonly name?: string;
}

export interface OpenParts {
  readonly parts: Parts & { readonly settings: InstallationSettings };
  readonly pool: pg.Pool;
  readonly jobs: JobRunner;
  readonly keyFor: KeyFor;
  readonly keyring: Keyring;
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
  const line = createLine(options.databaseUrl, `${name} line`);
  const live = createLive(line, log);
  const secret = { file: options.keyFile ?? path.join(dataFolder, 'secret.key'), given: options.secret };
  const cipher = options.cipher ? { algorithm: options.cipher } : {};
  const keyring = createKeyring({
    sql: database.sql,
    kek: createKek(options.oldSecret ? [secret, options.oldSecret] : [secret], options.cipher),
    live,
    ...cipher,
    // What stood before there was a table of keys was made with the secret of then.
    derived: { purposes: derivedPurposes, keyFor: createKeys(options.oldSecret ?? secret) },
  });
  for (const purpose of derivedPurposes) await keyring.keyFor(purpose);
  const audit = createAudit(newId);
  const files = createFiles(database.sql, options.filesFolder ?? path.join(dataFolder, 'files'));
  const jobs = createJobs({ sql: database.sql, pool: queue.pool, line, live, log });
  const settings = createSettings(database.sql, live, audit);
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
      seals: createSeals(keyring, sealedColumns),
      log,
      demo: await options.isDemo(database.sql),
    },
    pool: database.pool,
    jobs,
    keyFor: keyring.keyFor,
    keyring,
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
