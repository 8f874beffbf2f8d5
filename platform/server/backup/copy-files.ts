import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import { DomainError } from '#kernel/domain-error';
import { placesOf } from '#platform/server/files';
import type { Manifest } from './manifest.ts';
import { fewAtATime, sha256Of, type Sum, syncFolder, writePart } from './parts.ts';

export const listName = 'files.sha256';
const pageRows = 500;
const mostNamed = 100;

/** Every place that the database of the snapshot names, page by page. */
const namedPlaces = async function* (client: pg.Client): AsyncGenerator<string> {
  let last = '';
  for (;;) {
    const { rows } = await client.query<{ id: string; type: string }>(
      'select id, type from stored_file where id collate "C" > $1 order by id collate "C" limit $2',
      [last, pageRows],
    );
    for (const row of rows) yield* placesOf(row);
    if (rows.length < pageRows) return;
    last = rows.at(-1)?.id ?? '';
  }
};

/** Kept bytes never change under their name, so on the same disk a second name for them is enough. */
const linkOrCopy = async (from: string, to: string): Promise<Sum> => {
  const linked = await link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw error;
      return false;
    },
  );
  return linked ? sha256Of(to) : writePart(to, createReadStream(from));
};

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Takes every file that the snapshot names along with its hash; what is in the folder beside belongs to nothing. */
export const takeFiles = async (client: pg.Client, from: string, folder: string): Promise<Manifest['files']> => {
  const list = await open(path.join(folder, listName), 'ax', 0o600);
  const folders = new Set<string>();
  const missed: string[] = [];
  let count = 0;
  let bytes = 0;
  let missing = 0;
  await mkdir(path.join(folder, 'files'), { mode: 0o700 });
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('stored_file') is not null as there`);
  const named = rows[0]?.there ? namedPlaces(client) : (async function* (): AsyncGenerator<string> {})();
  const take = async (place: string): Promise<void> => {
    const target = path.join(folder, 'files', place);
    const above = path.dirname(target);
    if (!folders.has(above)) await mkdir(above, { recursive: true, mode: 0o700 });
    folders.add(above);
    try {
      const sum = await linkOrCopy(path.join(from, place), target);
      count += 1;
      bytes += sum.bytes;
      await list.write(`${sum.sha256}  files/${place.replaceAll(path.sep, '/')}\n`);
    } catch (error) {
      if (!isMissing(error)) throw error;
      missing += 1;
      if (missed.length < mostNamed) missed.push(place);
    }
  };
  try {
    await fewAtATime(named, take);
    await list.sync();
  } finally {
    await list.close();
  }
  for (const one of [...folders, path.join(folder, 'files')]) await syncFolder(one);
  const sum = await sha256Of(path.join(folder, listName));
  return { count, bytes, missing, missed: missed.sort(), list: { file: listName, ...sum } };
};

interface Listed {
  readonly sha256: string;
  /** Below the folder of files. */
  readonly place: string;
}

/** The lines of the list. A name that leads anywhere else than into the folder of files is damage. */
const listedFiles = async function* (folder: string): AsyncGenerator<Listed> {
  const lines = createInterface({
    input: createReadStream(path.join(folder, listName)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    const found = /^([0-9a-f]{64}) {2}files\/(([0-9a-f]{2})\/\3[0-9a-f]{62}(?:\.thumb)?)$/.exec(line);
    if (!found) throw new DomainError('backup.damaged', { part: listName });
    yield { sha256: found[1] ?? '', place: found[2] ?? '' };
  }
};

/** @throws backup.damaged with the name of the first file that is not what it was, or of the list when one is too few */
export const verifyFiles = async (folder: string, manifest: Manifest): Promise<void> => {
  let count = 0;
  await fewAtATime(listedFiles(folder), async ({ sha256, place }) => {
    const found = await sha256Of(path.join(folder, 'files', place)).catch(() => undefined);
    if (found?.sha256 !== sha256) throw new DomainError('backup.damaged', { part: `files/${place}` });
    count += 1;
  });
  if (count !== manifest.files.count) throw new DomainError('backup.damaged', { part: listName });
};

/** Puts every file of a backup into a folder, each appearing whole under its name or not at all. */
export const putFiles = async (folder: string, to: string): Promise<void> => {
  const incoming = path.join(to, 'incoming');
  const folders = new Set<string>();
  await mkdir(incoming, { recursive: true });
  await fewAtATime(listedFiles(folder), async ({ sha256, place }) => {
    const target = path.join(to, place);
    const above = path.dirname(target);
    if (!folders.has(above)) await mkdir(above, { recursive: true });
    folders.add(above);
    const beside = path.join(incoming, `${path.basename(place)}.restored`);
    await rm(beside, { force: true });
    const sum = await writePart(beside, createReadStream(path.join(folder, 'files', place)));
    if (sum.sha256 !== sha256) throw new DomainError('backup.damaged', { part: `files/${place}` });
    await rename(beside, target);
  });
  for (const one of [...folders, to]) await syncFolder(one);
};

const prefixes = (folder: string): Promise<readonly string[]> =>
  readdir(folder).then(
    (names) => names.filter((name) => /^[0-9a-f]{2}$/.test(name)).sort(),
    () => [],
  );

export const hasFiles = async (folder: string): Promise<boolean> => (await prefixes(folder)).length > 0;

/**
 * Moves what the database does not name out of a folder of files, after a replaced installation.
 * @returns how many were moved
 */
export const moveUnnamed = async (client: pg.Client, folder: string, aside: string): Promise<number> => {
  let moved = 0;
  for (const prefix of await prefixes(folder)) {
    const { rows } = await client.query<{ id: string; type: string }>(
      'select id, type from stored_file where id collate "C" >= $1 and id collate "C" < $2',
      [prefix, `${prefix}g`],
    );
    const named = new Set(rows.flatMap(placesOf));
    for (const name of await readdir(path.join(folder, prefix))) {
      const place = path.join(prefix, name);
      if (named.has(place)) continue;
      await mkdir(path.join(aside, prefix), { recursive: true, mode: 0o700 });
      await rename(path.join(folder, place), path.join(aside, place));
      moved += 1;
    }
  }
  return moved;
};

/** Whether two folders lie on the same disk. */
export const onSameDisk = async (one: string, other: string): Promise<boolean> => {
  const [a, b] = await Promise.all([stat(one), stat(other)].map((found) => found.catch(() => undefined)));
  return a !== undefined && a.dev === b?.dev;
};

/** Writes a small file that nobody else may read, on disk when this returns. */
export const writeSecret = async (file: string, bytes: Buffer): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};
