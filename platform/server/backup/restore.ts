import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { DomainError } from '#kernel/domain-error';
import { migrateJobs } from '#platform/server/jobs';
import { migrate, type Migration, openSql, readMigrations } from '#platform/server/sql';
import { hasFiles, moveUnnamed, putFiles, verifyFiles, writeSecret } from './copy-files.ts';
import { fingerprintOf, type KeySource, readKeyFile } from './keys.ts';
import { keyName, type Manifest, partsOf, readManifest } from './manifest.ts';
import { sha256Of } from './parts.ts';
import { putTables } from './put-tables.ts';
import { connect, tablesOf } from './take-tables.ts';

export interface RestoreOptions {
  /** Address of the target, asked for when the backup was found whole and its key is here. */
  readonly openDatabase: () => Promise<string>;
  readonly files: string;
  readonly key: KeySource;
  /** Folder of the backup. */
  readonly from: string;
  /** What the target holds is given up; its files are moved aside. */
  readonly replace: boolean;
  /** Restores although what the key sealed cannot be read with the key that is here. */
  readonly withoutKeys: boolean;
  /** Statements that run before the restored rows are seen by anyone. */
  readonly afterwards?: (client: pg.Client) => Promise<void>;
  readonly progress?: (table: string, rows: number) => Promise<void> | void;
  /** Other than those of this program. */
  readonly migrations?: readonly Migration[];
}

export interface Restored {
  readonly manifest: Manifest;
  readonly rows: number;
  /** Migrations that the backup did not have yet and that ran over it. */
  readonly migrated: readonly string[];
  /** `fits`: what was sealed can be read. `written`: the key came out of the backup. */
  readonly key: 'none' | 'fits' | 'written' | 'missing';
  /** Files of a replaced installation, and where they lie now. */
  readonly moved: { readonly count: number; readonly to: string } | null;
}

/**
 * Reads a whole backup and compares it with its hashes; touches nothing.
 * @throws backup.damaged with the name of the part
 */
export const verifyBackup = async (folder: string): Promise<Manifest> => {
  const manifest = await readManifest(folder);
  for (const part of partsOf(manifest)) {
    const found = await sha256Of(path.join(folder, part.file)).catch(() => undefined);
    if (found?.sha256 !== part.sha256) throw new DomainError('backup.damaged', { part: part.file });
  }
  await verifyFiles(folder, manifest);
  return manifest;
};

const checkMigrations = (manifest: Manifest, known: readonly Migration[]): void => {
  const hashes = new Map(known.map(({ name, hash }) => [name, hash]));
  const strange = manifest.migrations.find(({ name, hash }) => hashes.get(name) !== hash);
  if (strange) throw new DomainError('backup.newer', { what: strange.name });
};

/** @throws backup.in-use while anything of Lifang is connected; a connection just closed may need a moment to disappear */
const checkUnused = async (client: pg.Client): Promise<void> => {
  for (let turn = 0; ; turn += 1) {
    const { rows } = await client.query<{ name: string }>(
      `select application_name as name from pg_stat_activity
       where datname = current_database() and application_name like 'lifang%' and pid <> pg_backend_pid() limit 1`,
    );
    if (!rows[0]) return;
    if (turn === 10) throw new DomainError('backup.in-use', { what: rows[0].name });
    await wait(50);
  }
};

const planKey = async (options: RestoreOptions, manifest: Manifest): Promise<Restored['key']> => {
  const { fingerprint, inside } = manifest.key;
  if (fingerprint === null) return 'none';
  const here = await fingerprintOf(options.key);
  if (here === fingerprint) return 'fits';
  if (inside && !options.key.given && (here === null || options.replace)) return 'written';
  if (options.withoutKeys) return 'missing';
  const place = options.key.given ? 'LIFANG_SECRET' : options.key.file;
  throw new DomainError('backup.key-missing', { fingerprint, place, here: here ?? '-' });
};

const writeKey = async (options: RestoreOptions, stamp: string): Promise<void> => {
  const bytes = await readKeyFile({ file: path.join(options.from, keyName) });
  if (!bytes) throw new DomainError('backup.damaged', { part: keyName });
  const beside = `${options.key.file}.restored`;
  await rm(beside, { force: true });
  await writeSecret(beside, bytes);
  if (await readKeyFile(options.key)) await rename(options.key.file, `${options.key.file}.replaced-${stamp}`);
  await rename(beside, options.key.file);
};

/**
 * Puts a backup into an empty database and an empty folder of files. Everything is verified first and loaded
 * in one transaction, so the target changes from what it was to what was backed up, or not at all; then it is
 * brought up to this program's migrations.
 */
export const restore = async (options: RestoreOptions): Promise<Restored> => {
  const migrations = options.migrations ?? (await readMigrations());
  const manifest = await verifyBackup(options.from);
  checkMigrations(manifest, migrations);

  const key = await planKey(options, manifest);
  const url = await options.openDatabase();
  const client = await connect(url, 'lifang restore');
  const opened = openSql(url, { max: 1, name: 'lifang restore' });
  try {
    await checkUnused(client);
    if (!options.replace) {
      if ((await tablesOf(client)).length) throw new DomainError('backup.target-not-empty', { what: 'PostgreSQL' });
      if (await hasFiles(options.files)) throw new DomainError('backup.target-not-empty', { what: options.files });
    }
    const { rows: clock } = await client.query<{ stamp: string }>(
      `select to_char(now() at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') as stamp`,
    );
    const stamp = clock[0]?.stamp ?? '';
    await migrateJobs(opened.pool);

    await client.query('begin');
    await putTables(client, options.from, manifest, migrations, options);
    await options.afterwards?.(client);
    // Kept bytes never change under their name: put there before the commit they disturb nobody if it fails.
    await putFiles(options.from, options.files);
    if (key === 'written') await writeKey(options, stamp);
    await client.query('commit');

    const migrated = await migrate(opened.sql, migrations);
    await client.query('analyze');
    const aside = `${options.files}.replaced-${stamp}`;
    const count = options.replace ? await moveUnnamed(client, options.files, aside) : 0;
    return {
      manifest,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      migrated,
      key,
      moved: count > 0 ? { count, to: aside } : null,
    };
  } finally {
    await client.end().catch(() => undefined);
    await opened.close();
  }
};
