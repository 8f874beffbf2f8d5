import { execFile } from 'node:child_process';
import { access, constants, mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import pg from 'pg';
import { findHolder } from '#platform/server/locks';
import { findProtection } from '#platform/server/sql';
import { openDatabase } from '../database.ts';
import type { Environment } from '../environment.ts';

const run = promisify(execFile);

/** What a check found. `missing` stops Lifang; `wanting` only takes something away. */
export interface Finding {
  readonly what: string;
  readonly state: 'good' | 'wanting' | 'missing';
  readonly found: string;
  /** How to mend it. */
  readonly mend?: string;
}

export type Check = (env: Environment) => Promise<Finding>;

const root = path.resolve(import.meta.dirname, '../../..');
const exists = (file: string): Promise<boolean> =>
  access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

const node: Check = async () => {
  const good = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    what: 'Node.js',
    state: good ? 'good' : 'missing',
    found: `${process.version} (${process.platform}-${process.arch})`,
    ...(good ? {} : { mend: 'Lifang needs Node.js 24: nvm install 24, or https://nodejs.org/' }),
  };
};

const packages: Check = async () => {
  const good = await exists(path.join(root, 'node_modules/vite'));
  return {
    what: 'packages',
    state: good ? 'good' : 'wanting',
    found: good ? 'installed, with the tools to build the pages' : 'installed without the tools to build the pages',
    ...(good ? {} : { mend: 'npm ci --include=dev; without them the pages have to be delivered built (apps/*/dist)' }),
  };
};

const pages: Check = async () => {
  const built = await Promise.all(
    ['console', 'mobile'].map((app) => exists(path.join(root, 'apps', app, 'dist/index.html'))),
  );
  const good = built.every(Boolean);
  return {
    what: 'pages',
    state: good ? 'good' : 'wanting',
    found: good ? 'built' : 'not built yet',
    ...(good ? {} : { mend: 'npm start builds them by itself; npm run build does nothing else' }),
  };
};

const memory: Check = async () => {
  const total = totalmem();
  const good = total >= 1.8e9;
  return {
    what: 'memory',
    state: good ? 'good' : 'wanting',
    found: `${gigabytes(total)}, ${availableParallelism()} cores`,
    ...(good ? {} : { mend: 'Server and database together want 2 GB' }),
  };
};

/** The folder itself, or the nearest one above it that is there. */
const standing = async (folder: string): Promise<string> =>
  (await exists(folder)) || path.dirname(folder) === folder ? folder : standing(path.dirname(folder));

const disk: Check = async ({ dataFolder }) => {
  const { bavail, bsize } = await statfs(await standing(dataFolder));
  const free = bavail * bsize;
  const state = free >= 5e9 ? 'good' : free >= 1e9 ? 'wanting' : 'missing';
  return {
    what: 'disk',
    state,
    found: `${gigabytes(free)} free for ${dataFolder}`,
    ...(state === 'good' ? {} : { mend: 'Make room (5 GB to begin with), or choose another place with LIFANG_DATA' }),
  };
};

const dataFolder: Check = async ({ dataFolder: folder }) => {
  const probe = path.join(folder, `.probe-${process.pid}`);
  const had = await exists(folder);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    if (!had) await rm(folder, { recursive: true });
    const { mode } = had ? await stat(folder) : { mode: 0o755 };
    return {
      what: 'data folder',
      state: 'good',
      found: `${folder} can be written${had ? ` (${(mode & 0o777).toString(8)})` : ', not made yet'}`,
    };
  } catch (error) {
    return {
      what: 'data folder',
      state: 'missing',
      found: `${folder} cannot be written (${(error as NodeJS.ErrnoException).code})`,
      mend: `chown -R "$(id -un)" '${folder}', or choose another place with LIFANG_DATA`,
    };
  }
};

const database: Check = async (env) => {
  const where = env.databaseUrl ? 'DATABASE_URL' : 'embedded';
  try {
    const opened = await openDatabase(env);
    const client = new pg.Client({ connectionString: opened.ownerUrl ?? opened.url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      const { rows } = await client.query<{
        server_version_num: string;
        server_version: string;
        fsync: string;
        encoding: string;
      }>(
        `select current_setting('server_version_num') server_version_num, current_setting('server_version') server_version,
          current_setting('fsync') fsync, pg_encoding_to_char(encoding) encoding from pg_database where datname = current_database()`,
      );
      const [row] = rows;
      const found = `${where}, PostgreSQL ${row?.server_version ?? '?'}, ${row?.encoding ?? '?'}, fsync ${row?.fsync ?? '?'}`;
      if (Number(row?.server_version_num) < 150_000)
        return { what: 'database', state: 'missing', found, mend: 'PostgreSQL 15 or newer is needed' };
      if (row?.encoding !== 'UTF8')
        return {
          what: 'database',
          state: 'missing',
          found,
          mend: 'createdb --encoding=UTF8 --template=template0 lifang',
        };
      if (row.fsync !== 'on')
        return {
          what: 'database',
          state: 'wanting',
          found,
          mend: 'fsync = on, else a power cut loses what was acknowledged',
        };
      return { what: 'database', state: 'good', found: opened.remark ? `${found}. ${opened.remark}` : found };
    } finally {
      await client.end();
      await opened.release();
    }
  } catch (error) {
    return {
      what: 'database',
      state: 'missing',
      found: `${where}: ${(error as Error).message.split('\n')[0]}`,
      mend: env.databaseUrl
        ? 'Check DATABASE_URL: postgres://user:password@host:5432/database'
        : `Look at the end of ${path.join(env.dataFolder, 'postgres/server.log')}; as root, the user nobody (65534) has to exist`,
    };
  }
};

const oneRole = 'Name the owner of the tables with LIFANG_OWNER_URL and another role with DATABASE_URL: docs/deploy.md';

/** What keeps the audit log from the server's own role. */
const auditLog: Check = async (env) => {
  const what = 'audit log';
  try {
    const opened = await openDatabase(env);
    const client = new pg.Client({ connectionString: opened.url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      const { role, byRole, superuser } = await findProtection(client);
      if (role === '') return { what, state: 'good', found: 'not made yet: the first start makes it' };
      if (byRole) return { what, state: 'good', found: `${role} may only add to it` };
      const who = superuser ? `${role} is a superuser` : `${role} owns its tables`;
      return { what, state: 'wanting', found: `${who}: protected by trigger and chain alone`, mend: oneRole };
    } finally {
      await client.end();
      await opened.release();
    }
  } catch {
    return { what, state: 'wanting', found: 'not looked at: the database does not answer' };
  }
};

const port: Check = async (env) => {
  const holder = await findHolder(path.join(env.dataFolder, 'server.lock'));
  if (holder)
    return { what: 'port', state: 'good', found: `Lifang is running: ${holder.note} (process ${holder.pid})` };
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(env.port, env.host, () => probe.close(() => resolve(undefined)));
  });
  return error
    ? {
        what: 'port',
        state: 'missing',
        found: `${env.host}:${env.port} (${error.code})`,
        mend: 'Stop what uses it, or choose another: PORT=8081 npm start',
      }
    : { what: 'port', state: 'good', found: `${env.host}:${env.port} is free` };
};

const browser: Check = async () => {
  const places = [
    process.env['LIFANG_BROWSER'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  for (const place of places)
    if (place && (await exists(place))) return { what: 'browser', state: 'good', found: place };
  const packed = await exists(path.join(root, 'node_modules/@sparticuz/chromium'));
  return {
    what: 'browser',
    state: packed ? 'good' : 'wanting',
    found: packed ? 'the one of the packages' : 'none; only tests and pictures of screens need one',
    ...(packed ? {} : { mend: 'apt-get install chromium, or name one with LIFANG_BROWSER' }),
  };
};

const fonts: Check = async () => {
  const listed = await run('fc-list', [':lang=zh', 'family']).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
  const good = Boolean(listed);
  return {
    what: 'Chinese fonts',
    state: good ? 'good' : 'wanting',
    found: good ? (listed?.split('\n')[0] ?? '') : 'none on this machine; only pictures of screens need one',
    ...(good ? {} : { mend: 'apt-get install fonts-noto-cjk' }),
  };
};

export const checks: readonly Check[] = [
  node,
  packages,
  memory,
  disk,
  dataFolder,
  database,
  auditLog,
  port,
  pages,
  browser,
  fonts,
];
