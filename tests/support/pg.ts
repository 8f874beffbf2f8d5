import { createHash, randomBytes } from 'node:crypto';
import { after } from 'node:test';
import path from 'node:path';
import pg from 'pg';
import assert from 'node:assert/strict';
import { migrateJobs } from '#platform/server/jobs';
import {
  ensureAppRole,
  grantToApp,
  migrate,
  openSql,
  type OpenSql,
  readMigrations,
  startEmbeddedPostgres,
} from '#platform/server/sql';
import { answersWithoutRow } from './unaudited.ts';

/**
 * A fresh, migrated database for one test file, dropped when it ends. The server behind it is shared:
 * the lane runner starts one and names it in `LIFANG_TEST_PG`; a file run alone starts (or adopts) its own.
 */
const serverUrl = async (): Promise<string> => {
  const given = process.env['LIFANG_TEST_PG'];
  if (given) return given;
  const server = await startEmbeddedPostgres(path.resolve(import.meta.dirname, '../../.cache/test-pg'), {
    fsync: false,
  });
  return server.url;
};

/** Tests work as the server does: as a role that owns nothing and can only add to the audit log. */
const testRole = 'lifang_test_app';
const testPassword = 'a-password-for-tests';

const asTestRole = (url: string): string => {
  const changed = new URL(url);
  changed.username = testRole;
  changed.password = testPassword;
  return changed.href;
};

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

const asServer = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** The template is named after the hash of all migrations, so it is made once for each state of the schema. */
const templateOf = async (url: string): Promise<string> => {
  const hash = createHash('sha256')
    .update([...(await readMigrations()).map((one) => one.name + one.hash), 'queue 0.18', 'rights 1'].join('\n'))
    .digest('hex')
    .slice(0, 12);
  const name = `lifang_template_${hash}`;
  await asServer(url, async (client) => {
    await client.query('select pg_advisory_lock(7215302)');
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount) return;
    await client.query(`drop database if exists ${name}_making`);
    await client.query(`create database ${name}_making`);
    const opened = openSql(withDatabase(url, `${name}_making`), { max: 2 });
    await ensureAppRole(opened.pool, testRole, testPassword);
    await migrate(opened.sql)
      .then(() => migrateJobs(opened.pool))
      .then(() => grantToApp(opened.pool, testRole))
      .finally(opened.close);
    await client.query(`alter database ${name}_making rename to ${name}`);
  });
  return name;
};

export interface FreshDatabase {
  /** As the server's role. */
  readonly url: string;
  /** As the owner, a superuser: for tests that tamper. */
  readonly ownerUrl: string;
  readonly drop: () => Promise<void>;
}

/** A migrated database of one's own; drop it in the end. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const server = await serverUrl();
  return createDatabase(server, `template ${await templateOf(server)}`);
};

/** A database without a single table; whoever puts something there is its owner. */
export const emptyDatabase = async (): Promise<FreshDatabase> => {
  const made = await createDatabase(await serverUrl(), '');
  return { ...made, url: made.ownerUrl };
};

const createDatabase = async (server: string, how: string): Promise<FreshDatabase> => {
  const name = `lifang_test_${randomBytes(6).toString('hex')}`;
  await asServer(server, (client) => client.query(`create database ${name} ${how}`));
  const ownerUrl = withDatabase(server, name);
  return {
    ownerUrl,
    url: asTestRole(ownerUrl),
    drop: () => asServer(server, (client) => client.query(`drop database ${name} with (force)`)).then(() => undefined),
  };
};

export interface TestDatabase extends OpenSql {
  readonly url: string;
  readonly ownerUrl: string;
}

/** Call it inside a test file, before its first test; the database goes when the file's tests are over. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const { url, ownerUrl, drop } = await freshDatabase();
  const opened = openSql(url);
  after(async () => {
    await opened.close();
    await drop();
    assert.deepEqual([...answersWithoutRow()], [], 'these changed something without a row of the audit log');
  });
  return { ...opened, url, ownerUrl };
};
