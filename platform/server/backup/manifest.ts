import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '#kernel/domain-error';
import { sha256Of } from './parts.ts';

/** One file of a backup and what it has to be. */
export interface Part {
  /** Below the folder of the backup, with `/`. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Rows of one table as `COPY … TO STDOUT` in text form, UTF-8, packed by gzip. */
export interface TablePart extends Part {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export const format = 'lifang-backup/1';

/** What a backup says about itself. Its own hash stands in `SHA256SUMS`, those of everything else in here. */
export interface Manifest {
  readonly format: typeof format;
  /** Version of the program that made it. */
  readonly lifang: string;
  readonly postgres: string;
  /** The moment of the snapshot: what was committed before is inside, all else is not. */
  readonly madeAt: string;
  /** The schema is not inside: these migrations make it again. */
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  readonly tables: readonly TablePart[];
  readonly sequences: readonly { readonly name: string; readonly value: string; readonly called: boolean }[];
  /** Jobs that had not ended. They come back unlocked and are begun anew. */
  readonly queue: TablePart | null;
  readonly files: {
    readonly count: number;
    readonly bytes: number;
    /** Files that the database names and the folder did not have; up to a hundred are named. */
    readonly missing: number;
    readonly missed: readonly string[];
    /** A line for each file, as `sha256sum` writes and checks it. */
    readonly list: Part;
  };
  readonly key: {
    /** Tells keys apart without telling anything about them; null where no key was made yet. */
    readonly fingerprint: string | null;
    readonly inside: Part | null;
  };
}

export const sumsName = 'SHA256SUMS';
export const manifestName = 'manifest.json';
export const keyName = 'keys/secret.key';

/** All parts but the files of the store, which have a list of their own. */
export const partsOf = (manifest: Manifest): readonly Part[] => [
  ...manifest.tables,
  ...(manifest.queue ? [manifest.queue] : []),
  manifest.files.list,
  ...(manifest.key.inside ? [manifest.key.inside] : []),
];

/**
 * Reads what a backup says about itself, and checks that this is what was written.
 * @throws backup.none, backup.damaged
 */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const sums = await readFile(path.join(folder, sumsName), 'utf8').catch(() => undefined);
  if (sums === undefined) throw new DomainError('backup.none', { folder });
  const wanted = sums
    .split('\n')
    .find((line) => line.endsWith(`  ${manifestName}`))
    ?.slice(0, 64);
  const found = await sha256Of(path.join(folder, manifestName)).catch(() => undefined);
  if (!wanted || found?.sha256 !== wanted) throw new DomainError('backup.damaged', { part: manifestName });
  const manifest = JSON.parse(await readFile(path.join(folder, manifestName), 'utf8')) as Manifest;
  if (manifest.format !== format)
    throw new DomainError('backup.newer', { what: `${manifestName}: ${String(manifest.format).slice(0, 40)}` });
  return manifest;
};
