import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type BackUp, backUp } from '#platform/server/backup';
import { openDatabase } from '../database.ts';
import { type Environment, readEnvironment } from '../environment.ts';
import { withDatabaseAudit } from '../wiring/audit-of-database.ts';

const usage = `lifang backup [--to FOLDER] [--with-keys] [--json]

  Writes the database and the files of one moment into a new folder lifang-<time>, also while servers run.
  --to         the folder in which it is made; backups in the data folder unless told. Better on another disk
  --with-keys  takes the secret key along: whoever has the backup can then read everything.
               Without it, back the key up apart, once: what it sealed cannot be read without it
  --json       what the backup says about itself`;

const root = path.resolve(import.meta.dirname, '../../..');

export const versionOfProgram = async (): Promise<string> =>
  (JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const keyText = ({ manifest: { key } }: BackUp, where: string): readonly string[] => {
  if (key.fingerprint === null)
    return [`NO KEY: there is none in ${where}. Nothing was sealed with one here, or it was lost.`];
  if (key.inside)
    return [
      `KEY INSIDE (${key.fingerprint}): whoever has this folder can read everything, sealed values too. Keep it accordingly.`,
    ];
  return [
    `KEY NOT INSIDE (${key.fingerprint}): the backup alone does not open sealed values, such as the contacts of residents.`,
    `  Keep ${where} in another safe place: without it they are lost.`,
  ];
};

const asText = (made: BackUp, where: string, seconds: number): string => {
  const { tables, files, queue } = made.manifest;
  const rows = tables.reduce((sum, one) => sum + one.rows, 0);
  const bytes = tables.reduce((sum, one) => sum + one.bytes, 0);
  return [
    `${made.folder}`,
    `${tables.length} tables with ${rows} rows (${megabytes(bytes)}), ${files.count} files (${megabytes(files.bytes)}), ` +
      `${queue?.rows ?? 0} waiting jobs, as of ${made.manifest.madeAt}; ${seconds.toFixed(1)} s`,
    ...keyText(made, where),
    ...(files.missing
      ? [
          `MISSING: ${files.missing} files that the database names are not in the store: ${files.missed.slice(0, 3).join(', ')} …`,
        ]
      : []),
    ...(made.sameDisk ? ['It lies on the same disk as the data. Copy it to another machine.'] : []),
  ].join('\n');
};

/** A copy of everything is an export: it is written down, or it does not exist. */
const writeDown = (env: Environment, url: string, { folder, manifest }: BackUp): Promise<void> =>
  withDatabaseAudit(env, url, async ({ sql, audit }) => {
    await audit.write(sql, {
      district: '000000',
      person: null,
      action: 'backup.make',
      object: `backup:${path.basename(folder)}`,
      result: 'done',
      detail: {
        tables: manifest.tables.length,
        rows: manifest.tables.reduce((sum, one) => sum + one.rows, 0),
        files: manifest.files.count,
        keyInside: manifest.key.inside !== null,
      },
    });
  });

export const backup = {
  name: 'backup',
  summary: 'Write database and files of one moment into a folder',
  usage,
  /** Opens no installation: that would bring the database up to this version's migrations first. */
  run: async (
    args: readonly string[],
    _open: unknown,
    atEnd: (step: () => Promise<unknown>) => void,
  ): Promise<void> => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        to: { type: 'string' },
        'with-keys': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const env = readEnvironment(process.env, process.cwd());
    const began = performance.now();
    const database = await openDatabase(env);
    atEnd(database.release);
    const stop = new AbortController();
    const key = { file: env.keyFile, given: env.secret };
    const making = backUp({
      databaseUrl: database.ownerUrl ?? database.url,
      files: env.filesFolder,
      key,
      to: path.resolve(values.to ?? path.join(env.dataFolder, 'backups')),
      withKeys: values['with-keys'],
      version: await versionOfProgram(),
      signal: stop.signal,
    });
    atEnd(async () => {
      stop.abort(new Error('The backup was interrupted; nothing of it is left.'));
      await making.catch(() => undefined);
    });
    const made = await making;
    const isOld = !made.manifest.tables.some(({ table }) => table === 'audit_seal');
    if (!isOld)
      await writeDown(env, database.ownerUrl ?? database.url, made).catch(async (error: unknown) => {
        // What leaves the house unseen must not leave it.
        await rm(made.folder, { recursive: true, force: true });
        throw error;
      });
    const where = env.secret ? 'LIFANG_SECRET' : key.file;
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ folder: made.folder, ...made.manifest }, null, 2)}\n`
        : `${asText(made, where, (performance.now() - began) / 1000)}\n`,
    );
  },
};
