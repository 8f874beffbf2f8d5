import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { DomainError } from '#kernel/domain-error';
import { restore, type Restored, verifyBackup } from '#platform/server/backup';
import { findHolder } from '#platform/server/locks';
import { openDatabase } from '../database.ts';
import { type Environment, readEnvironment } from '../environment.ts';
import { findHeads, withDatabaseAudit } from '../wiring/audit-of-database.ts';
import { endSessions } from '../wiring/end-sessions.ts';

const usage = `lifang restore BACKUP [--into FOLDER] [--replace] [--without-keys] [--json]
lifang restore BACKUP --check

  Puts a backup (a folder lifang-<time>) into the database and the data folder that the environment names,
  both empty. Everything is verified first; it is restored whole or not at all, then brought up to this version.
  --into          another data folder, with a database of its own inside, whatever the environment says: for drills
  --replace       gives up what the target holds; its files and its key are moved aside
  --without-keys  restores although the key of the backup is not here: sealed values cannot be read
  --check         only compares the backup with its hashes
  --json          the outcome as JSON`;

const keyTexts: Readonly<Record<Restored['key'], string>> = {
  none: 'NO KEY: the installation had none when the backup was made.',
  fits: 'Key: the one that is here fits.',
  written: 'Key: put back from the backup.',
  missing: 'KEY MISSING: sealed values, such as the contacts of residents, cannot be read.',
};

const checkedText = ({ tables, files, madeAt, lifang }: Restored['manifest']): string =>
  `Backup of ${madeAt} by version ${lifang}: ${tables.length} tables, ${files.count} files, every hash as written.`;

const asText = (done: Restored, sessions: number, seconds: number): string =>
  [
    checkedText(done.manifest),
    `Verified after loading: ${done.rows} rows in ${done.manifest.tables.length} tables as counted, all foreign keys, ` +
      `${done.manifest.files.count} files by hash.`,
    ...(done.manifest.files.missing
      ? [`MISSING since before the backup: ${done.manifest.files.missing} files that the database names.`]
      : []),
    `${done.manifest.queue?.rows ?? 0} jobs that had not ended wait again. Sessions ended: ${sessions}; everyone signs in anew.`,
    ...(done.migrated.length ? [`Brought up to this version: ${done.migrated.join(', ')}.`] : []),
    keyTexts[done.key],
    ...(done.moved ? [`${done.moved.count} files of the former installation lie in ${done.moved.to}.`] : []),
    `${seconds.toFixed(1)} s`,
  ].join('\n');

/** In the restored log, and in the anchor: what was ahead of the backup is given up knowingly. */
const writeDown = (env: Environment, url: string, from: string, { manifest, rows }: Restored): Promise<void> =>
  withDatabaseAudit(env, url, async ({ sql, audit, anchor }) => {
    await audit.write(sql, {
      district: '000000',
      person: null,
      action: 'backup.restore',
      object: `backup:${path.basename(from)}`,
      result: 'done',
      detail: { madeAt: manifest.madeAt, rows, files: manifest.files.count },
    });
    await anchor.accept(await findHeads(sql), new Date().toISOString());
  });

export const restoreCommand = {
  name: 'restore',
  summary: 'Put a backup into an empty installation, or verify it',
  usage,
  run: async (
    args: readonly string[],
    _open: unknown,
    atEnd: (step: () => Promise<unknown>) => void,
  ): Promise<void> => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        into: { type: 'string' },
        replace: { type: 'boolean', default: false },
        'without-keys': { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [given, ...rest] = positionals;
    if (given === undefined || rest.length > 0) throw new Error(usage);
    const from = path.resolve(given);
    const began = performance.now();
    if (values.check) {
      const manifest = await verifyBackup(from);
      process.stdout.write(`${values.json ? JSON.stringify(manifest, null, 2) : checkedText(manifest)}\n`);
      return;
    }
    const env = readEnvironment(
      values.into === undefined
        ? process.env
        : { ...process.env, LIFANG_DATA: values.into, LIFANG_FILES: '', DATABASE_URL: '', LIFANG_AUDIT_ANCHOR: '' },
      process.cwd(),
    );
    const holder = await findHolder(path.join(env.dataFolder, 'server.lock'));
    if (holder) throw new DomainError('backup.in-use', { what: holder.note || String(holder.pid) });
    let sessions = 0;
    let url = '';
    const done = await restore({
      openDatabase: async () => {
        const database = await openDatabase(env);
        atEnd(database.release);
        url = database.ownerUrl ?? database.url;
        return url;
      },
      files: env.filesFolder,
      key: { file: env.keyFile, given: env.secret },
      from,
      replace: values.replace,
      withoutKeys: values['without-keys'],
      afterwards: async (client) => {
        sessions = await endSessions(client);
      },
    });
    if (done.key !== 'missing') await writeDown(env, url, from, done);
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ ...done, sessionsEnded: sessions }, null, 2)}\n`
        : `${asText(done, sessions, (performance.now() - began) / 1000)}\n`,
    );
  },
};
