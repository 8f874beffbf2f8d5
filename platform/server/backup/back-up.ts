import { mkdir, readdir, rename, rm, writeFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '#kernel/domain-error';
import { isHeld, tryLock } from '#platform/server/locks';
import { onSameDisk, takeFiles, writeSecret } from './copy-files.ts';
import { fingerprintOf, type KeySource, readKeyFile } from './keys.ts';
import { format, keyName, type Manifest, manifestName, partsOf, sumsName } from './manifest.ts';
import { sha256Of, syncFolder, writePart } from './parts.ts';
import { beginSnapshot, connect, takeTables } from './take-tables.ts';

export interface BackUpOptions {
  readonly databaseUrl: string;
  /** Where the store of files lies. */
  readonly files: string;
  readonly key: KeySource;
  /** The backup becomes a folder of its own in here. */
  readonly to: string;
  /** Whoever has a backup with the key can read everything. */
  readonly withKeys: boolean;
  /** Version of the program. */
  readonly version: string;
  /** Called after each table. */
  readonly progress?: (table: string, rows: number) => Promise<void> | void;
  /** Gives up and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

export interface BackUp {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly sameDisk: boolean;
}

const unfinished = '.unfinished';

/** `lifang-20261122T060500Z`, with a number behind it when that is taken. */
const freeName = async (to: string, madeAt: string): Promise<string> => {
  const base = `lifang-${madeAt.slice(0, 19).replace(/[-:]/g, '')}Z`;
  for (let turn = 1; ; turn += 1) {
    const name = turn === 1 ? base : `${base}-${turn}`;
    const taken = await stat(path.join(to, name)).then(
      () => true,
      () => false,
    );
    if (!taken) return name;
  }
};

const takeKey = async (options: BackUpOptions, folder: string): Promise<Manifest['key']> => {
  const fingerprint = await fingerprintOf(options.key);
  if (!options.withKeys) return { fingerprint, inside: null };
  if (options.key.given) throw new DomainError('backup.key-elsewhere');
  const bytes = await readKeyFile(options.key);
  if (!bytes || fingerprint === null) return { fingerprint, inside: null };
  await writeSecret(path.join(folder, keyName), bytes);
  await syncFolder(path.join(folder, path.dirname(keyName)));
  return { fingerprint, inside: { file: keyName, ...(await sha256Of(path.join(folder, keyName))) } };
};

const fill = async (options: BackUpOptions, folder: string): Promise<Manifest> => {
  const client = await connect(options.databaseUrl, 'lifang backup');
  const leave = (): void => void client.end().catch(() => undefined);
  options.signal?.addEventListener('abort', leave, { once: true });
  try {
    // First the moment, then the files: one that a row of that moment names was on disk before its row.
    const { tables, madeAt, postgres } = await beginSnapshot(client);
    const taken = await takeTables(client, folder, tables, async ({ table, rows }) => {
      options.signal?.throwIfAborted();
      await options.progress?.(table, rows);
    });
    const files = await takeFiles(client, options.files, folder);
    await client.query('commit');
    options.signal?.throwIfAborted();
    const key = await takeKey(options, folder);
    return { format, lifang: options.version, postgres, madeAt, ...taken, files, key };
  } finally {
    options.signal?.removeEventListener('abort', leave);
    await client.end().catch(() => undefined);
  }
};

const seal = async (folder: string, manifest: Manifest): Promise<void> => {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const own = await writePart(path.join(folder, manifestName), one(text));
  const lines = [{ file: manifestName, ...own }, ...partsOf(manifest)].map(
    ({ file, sha256 }) => `${sha256}  ${file}\n`,
  );
  await writePart(path.join(folder, sumsName), one(Buffer.from(lines.join(''))));
  await syncFolder(path.join(folder, 'tables'));
  await syncFolder(folder);
};

const one = async function* (bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
};

/**
 * Writes database and files of one moment into a new folder, while servers work on them. It gets its name
 * when everything is on disk; what a killed run left behind is removed by the next one.
 */
export const backUp = async (options: BackUpOptions): Promise<BackUp> => {
  await mkdir(options.to, { recursive: true, mode: 0o700 });
  const lock = await tryLock(path.join(options.to, '.backup.lock'));
  if (!isHeld(lock)) throw new DomainError('backup.under-way', { folder: options.to, process: lock.pid });
  try {
    for (const name of await readdir(options.to))
      if (name.startsWith('lifang-') && name.endsWith(unfinished))
        await rm(path.join(options.to, name), { recursive: true, force: true });
    const making = path.join(options.to, `lifang-${process.pid}${unfinished}`);
    await mkdir(path.join(making, 'tables'), { recursive: true, mode: 0o700 });
    await writeFile(
      path.join(making, 'README.txt'),
      'A backup that is not finished. It is of no use, and the next backup into this folder removes it.\n',
    );
    try {
      const manifest = await fill(options, making);
      await rm(path.join(making, 'README.txt'));
      await seal(making, manifest);
      const folder = path.join(options.to, await freeName(options.to, manifest.madeAt));
      await rename(making, folder);
      await syncFolder(options.to);
      return { folder, manifest, sameDisk: await onSameDisk(folder, path.dirname(options.files)) };
    } catch (error) {
      await rm(making, { recursive: true, force: true });
      throw error;
    }
  } finally {
    await lock.release();
  }
};
