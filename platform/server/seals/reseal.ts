import pg from 'pg';
import type { PoolClient } from 'pg';
import type { Keyring } from '#platform/server/keys';
import { keysAreFreshMillis } from '#platform/server/keys';
import type { Seals } from '#platform/server/parts';
import { columnId, type SealedColumn } from './sealed-columns.ts';

export interface Resealed {
  /** Values that were sealed anew. */
  readonly resealed: number;
  /** Values that did not open, by column: they are left as they are, and their key stays. */
  readonly broken: Readonly<Record<string, number>>;
  /** Ids of the keys under which nothing lies any more. */
  readonly retired: readonly string[];
}

interface Stale {
  readonly row: readonly string[];
  readonly sealed: string;
}

const batch = 500;
const quoted = pg.escapeIdentifier;

/**
 * Seals everything anew that lies under a key that is not in use, while all processes work on: a value is
 * replaced only if it is still the one that was read. What others write meanwhile under the former key is
 * found by the next pass.
 */
export const createResealing = (options: {
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly seals: Seals;
  readonly columns: readonly SealedColumn[];
  /** After so long every process seals with the new key, whatever news it missed. */
  readonly graceMillis?: number;
}) => {
  const { pool, keyring, seals, columns, graceMillis = 3 * keysAreFreshMillis } = options;

  /** Of a column: how its text is read, and which texts are those of its active key. */
  const plan = async (one: SealedColumn) => {
    const active = await keyring.getActive(one.purpose ?? 'seal');
    const text = one.form === 'json' ? `(t.${quoted(one.column)} #>> '{}')` : `t.${quoted(one.column)}`;
    const isSealed = `${text} ~ '^(sm4-ctr-hmac-sm3|aes-256-gcm)[.]'`;
    return { active, text, isSealed, prefix: `${active.algorithm}.${active.id}.` };
  };

  const typesOf = async (client: PoolClient, { table, key }: SealedColumn): Promise<readonly string[]> => {
    const { rows } = await client.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = $1::regclass and attname = any($2)`,
      [quoted(table), key],
    );
    return key.map((name) => rows.find((row) => row.name === name)?.type ?? 'text');
  };

  const replace = async (
    client: PoolClient,
    one: SealedColumn,
    types: readonly string[],
    values: readonly (readonly [Stale, string])[],
  ) => {
    const { text } = await plan(one);
    const keys = one.key.map((_, at) => `k${at}`);
    const lists = [
      ...types.map((type, at) => `$${at + 1}::${type}[]`),
      `$${types.length + 1}::text[]`,
      `$${types.length + 2}::text[]`,
    ];
    const fresh = one.form === 'json' ? 'to_jsonb(v.fresh)' : 'v.fresh';
    const { rowCount } = await client.query(
      `update ${quoted(one.table)} as t set ${quoted(one.column)} = ${fresh}
       from unnest(${lists.join(', ')}) as v(${[...keys, 'before', 'fresh'].join(', ')})
       where ${one.key.map((name, at) => `t.${quoted(name)} = v.k${at}`).join(' and ')} and ${text} = v.before`,
      [
        ...one.key.map((_, at) => values.map(([stale]) => stale.row[at])),
        values.map(([stale]) => stale.sealed),
        values.map(([, fresh]) => fresh),
      ],
    );
    return rowCount ?? 0;
  };

  const resealBatch = async (
    client: PoolClient,
    one: SealedColumn,
    types: readonly string[],
    rows: readonly Stale[],
  ) => {
    const values: (readonly [Stale, string])[] = [];
    let broken = 0;
    for (const stale of rows) {
      const place = { table: one.table, column: one.column, row: stale.row.join(' ') };
      const plain = await seals.open(place, stale.sealed).catch(() => undefined);
      if (plain === undefined) broken += 1;
      else values.push([stale, await seals.seal(place, plain)]);
    }
    return { done: values.length ? await replace(client, one, types, values) : 0, broken };
  };

  const resealColumn = async (one: SealedColumn, tell: (done: number) => Promise<void>) => {
    const { text, isSealed, prefix } = await plan(one);
    const client = await pool.connect();
    const sums = { done: 0, broken: 0 };
    try {
      const types = await typesOf(client, one);
      const row = `array[${one.key.map((name) => `t.${quoted(name)}::text`).join(', ')}]`;
      await client.query('begin');
      await client.query('set local statement_timeout = 0');
      // Held beyond its transaction: what is stale is read once, and each batch is a short transaction of its own.
      await client.query(
        `declare stale cursor with hold for select ${row} as row, ${text} as sealed from ${quoted(one.table)} as t
         where ${isSealed} and not starts_with(${text}, ${pg.escapeLiteral(prefix)})`,
      );
      await client.query('commit');
      for (;;) {
        const { rows } = await client.query<Stale>(`fetch ${batch} from stale`);
        if (rows.length === 0) break;
        const { done, broken } = await resealBatch(client, one, types, rows);
        sums.done += done;
        sums.broken += broken;
        await tell(done);
      }
      await client.query('close stale');
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.release();
    return sums;
  };

  /** Values that do not lie under the active key of their column. */
  const countStale = async (): Promise<number> => {
    let stale = 0;
    for (const one of columns) {
      const { text, isSealed, prefix } = await plan(one);
      const { rows } = await pool.query<{ n: number }>(
        `select count(*)::int as n from ${quoted(one.table)} as t where ${isSealed} and not starts_with(${text}, $1)`,
        [prefix],
      );
      stale += rows[0]?.n ?? 0;
    }
    return stale;
  };

  /** Retires the former keys of purposes whose values all lie under the active one, once nobody can still use them. */
  const retire = async (): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ id: string }>(
      `update data_key as former set retired_at = now()
       where state = 'old' and retired_at is null and purpose = any($1) and exists (
         select from data_key as next where next.purpose = former.purpose and next.state = 'active'
           and next.made_at < now() - make_interval(secs => $2)) returning id`,
      [[...new Set(columns.map((one) => one.purpose ?? 'seal'))], graceMillis / 1000],
    );
    return rows.map(({ id }) => id);
  };

  const run = async (
    report: (done: number, total: number) => Promise<void> = async () => undefined,
  ): Promise<Resealed> => {
    const total = await countStale();
    const broken: Record<string, number> = {};
    let resealed = 0;
    if (total > 0) {
      for (const one of columns) {
        const sums = await resealColumn(one, async (done) => {
          resealed += done;
          await report(Math.min(resealed, total), total);
        });
        if (sums.broken) broken[columnId(one)] = sums.broken;
      }
    }
    return { resealed, broken, retired: (await countStale()) === 0 ? await retire() : [] };
  };

  return { run, countStale };
};

export type Resealing = ReturnType<typeof createResealing>;
