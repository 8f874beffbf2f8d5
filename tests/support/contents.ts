import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** Rows and a hash of all values of each table but the numbers of transactions, whatever the order they lie in. */
export const contentsOf = async (
  url: string,
  leaveOut: readonly string[] = [],
): Promise<Readonly<Record<string, { readonly rows: number; readonly hash: string | null }>>> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const found: Record<string, { rows: number; hash: string | null }> = {};
    for (const { name } of tables.filter((table) => !leaveOut.includes(table.name))) {
      const { rows: columns } = await client.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
           and atttypid not in ('xid8'::regtype, 'pg_snapshot'::regtype) order by attnum`,
        [pg.escapeIdentifier(name)],
      );
      const list = columns.map((column) => pg.escapeIdentifier(column.name)).join(', ');
      const { rows } = await client.query<{ rows: number; hash: string | null }>(
        `select count(*)::integer as rows, md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash
         from (select ${list} from ${pg.escapeIdentifier(name)}) t`,
      );
      if (rows[0]) found[name] = rows[0];
    }
    return found;
  } finally {
    await client.end();
  }
};

/** Hash of each file below a folder. */
export const filesOf = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [
        file,
        createHash('sha256')
          .update(await readFile(path.join(folder, file)))
          .digest('hex'),
      ]),
    ),
  );
};
