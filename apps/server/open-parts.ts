import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import { uuidv7 } from '#kernel/ids';
import { instantOf } from '#kernel/instant';
import {
  adoptRows,
  type Anchor,
  copyTo,
  createAnchor,
  createAudit,
  createAuditMacs,
  createSealer,
  createSyslog,
  type Sealer,
  type Syslog,
  type SyslogTarget,
} from '#platform/server/audit';
import { createFiles, createScan, type KeptFiles } from '#platform/server/files';
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
import { createLimits, dropOldLimits } from '#platform/server/limits';
import { createLive } from '#platform/server/live';
import type { Live, Parts, Sql } from '#platform/server/parts';
import { createSeals } from '#platform/server/seals';
import { readSigner } from '#platform/server/signatures';
import { createSettings, type InstallationSettings } from '#platform/server/settings';
import { createLine, openSql, prepareDatabase } from '#platform/server/sql';
import { derivedPurposes, sealedColumns } from './sealed-columns.ts';

export interface PartsOptions {
  readonly databaseUrl: string;
  /** As the owner of the tables, who migrates; undefined when there is one role for everything. */
  readonly ownerUrl?: string | undefined;
  /** Where a copy of the audit log is sent to. */
  readonly syslog?: SyslogTarget | undefined;
  /** Heads of the audit log outside the database: `audit-anchor.log` of the data folder unless told. */
  readonly anchorFile?: string;
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
  /** Multiplies the limits that all processes share; 1 unless told. */
  readonly rateFactor?: number;
  /** Where the SM2 key lies that signs documents; none are signed without it. */
  readonly signKeyFile?: string | undefined;
  /** `host:port` of a virus scanner that every sent file is shown to. */
  readonly clamd?: string | undefined;
  /** How the connections call themselves; has to begin with `lifang`. */
  readonly name?: string;
}

/** What looks after the audit log, beside those who write into it. */
export interface AuditLog {
  readonly macs: Awaited<ReturnType<typeof createAuditMacs>>;
  readonly anchor: Anchor;
  readonly sealer: Sealer;
  /** The copy outside; undefined when none is configured. */
  readonly syslog: Syslog | undefined;
}

export interface OpenParts {
  readonly parts: Parts & { readonly settings: InstallationSettings };
  readonly pool: pg.Pool;
  readonly jobs: JobRunner;
  readonly keyFor: KeyFor;
  readonly keyring: Keyring;
  readonly auditLog: AuditLog;
  /** To be called when all listeners and jobs are declared. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly files: KeptFiles;
}

/** What the platform hands to every engine, over a database that is brought up to date first. */
export const openParts = async (options: PartsOptions): Promise<OpenParts> => {
  const { log, dataFolder } = options;
  const name = options.name ?? 'lifang server';
  const secret = { file: options.keyFile ?? path.join(dataFolder, 'secret.key'), given: options.secret };
  const keyringOver = (sql: Sql, live?: Live): Keyring =>
    createKeyring({
      sql,
      kek: createKek(options.oldSecret ? [secret, options.oldSecret] : [secret], options.cipher),
      ...(live ? { live } : {}),
      ...(options.cipher ? { algorithm: options.cipher } : {}),
      // What stood before there was a table of keys was made with the secret of then.
      derived: { purposes: derivedPurposes, keyFor: createKeys(options.oldSecret ?? secret) },
    });
  await prepareDatabase(options, async (owner) => {
    await migrateJobs(owner.pool);
    await adoptRows(owner.pool, async () => (await createAuditMacs(keyringOver(owner.sql).keyFor)).row);
  });
  const database = openSql(options.databaseUrl, { name });
  // Jobs have connections of their own: a queue at work must not make requests wait.
  const queue = openSql(options.databaseUrl, { name, max: 4 });
  const newId = (): string => uuidv7(Date.now(), randomBytes(10));
  const line = createLine(options.databaseUrl, `${name} line`);
  const live = createLive(line, log);
  const keyring = keyringOver(database.sql, live);
  for (const purpose of derivedPurposes) await keyring.keyFor(purpose);
  const macs = await createAuditMacs(keyring.keyFor);
  const anchor = createAnchor(options.anchorFile ?? path.join(dataFolder, 'audit-anchor.log'), macs.anchor);
  const syslog = options.syslog ? createSyslog(options.syslog, log) : undefined;
  const sealer = createSealer({ pool: database.pool, macs, anchor, log, ...(syslog ? copyTo(syslog) : {}) });
  const audit = await createAudit(keyring.keyFor, {
    made: sealer.kick,
    ...(name === 'lifang server' ? {} : { agent: name }),
  });
  const files = createFiles(
    database.sql,
    options.filesFolder ?? path.join(dataFolder, 'files'),
    options.clamd ? { scan: createScan(options.clamd) } : {},
  );
  const jobs = createJobs({ sql: database.sql, pool: queue.pool, line, live, log });
  const settings = createSettings(database.sql, live, audit);
  jobs.every('11 * * * *', 'old-limits', () => dropOldLimits(database.sql, instantOf(Date.now())));
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
      signer: await readSigner(options.signKeyFile),
      limits: createLimits(database.sql, () => instantOf(Date.now()), options.rateFactor),
      log,
      demo: await options.isDemo(database.sql),
    },
    pool: database.pool,
    jobs,
    keyFor: keyring.keyFor,
    keyring,
    auditLog: { macs, anchor, sealer, syslog },
    open: async () => {
      await line.open();
      sealer.start();
    },
    close: async () => {
      await jobs.stop();
      await live.flush();
      await sealer.stop();
      await syslog?.close();
      await line.close();
      await queue.close();
      await database.close();
    },
    files,
  };
};
