import type pg from 'pg';
import type { Head } from './anchor.ts';
import type { Macs } from './macs.ts';
import { type KeptRow, rowColumns } from './rows.ts';

/** Rows under one seal at the most. */
const mostRows = 2_000;

export interface SealParts {
  readonly district: string;
  readonly seq: number;
  /** Microseconds since 1970, as text. */
  readonly sealedAt: string;
  readonly total: number;
  /** Of the seal before, as hexadecimal text; empty for the first. */
  readonly before: string;
  readonly rows: readonly { readonly id: string; readonly mac: Buffer | null }[];
}

/** What a seal says, in the order in which its mac covers it. */
export const partsOfSeal = ({ district, seq, sealedAt, total, before, rows }: SealParts): readonly string[] => [
  'lifang.audit.seal.1',
  district,
  String(seq),
  sealedAt,
  String(rows.length),
  String(total),
  before,
  ...rows.flatMap(({ id, mac }) => [id, mac?.toString('hex') ?? '']),
];

/** Each district is sealed by one process at a time. */
const lock = 'select pg_try_advisory_xact_lock(721531, hashtext($1)) as mine';

/** Everything that no seal names: at the first look, or when it is not known what was seen. */
const allUnsealed = `not exists (
  select from (select unnest(ids) as id from audit_seal where district = $1) known where known.id = r.id)`;

/**
 * What became visible since the last look: of transactions that began afterwards, or that were under way then. One that
 * goes on for an hour holds nobody up.
 */
const newlyVisible = `(r.xid >= pg_snapshot_xmax($2::pg_snapshot) or r.xid = any(
  array(select pg_snapshot_xip($2::pg_snapshot))))`;

export interface Sealed {
  readonly head: Head | undefined;
  readonly count: number;
  /** Somebody else is at it, or transactions are still under way: look again soon. */
  readonly again: boolean;
}

/** Seals what is new in a district. @param hear gets the rows, in order, before the commit */
export const sealDistrict = async (
  pool: pg.Pool,
  macs: { readonly seal: Macs },
  district: string,
  hear?: (rows: readonly KeptRow[], all: boolean) => void,
): Promise<Sealed> => {
  const client = await pool.connect();
  try {
    // One snapshot for the rows and for what is remembered of them.
    await client.query('begin isolation level repeatable read');
    const got = await client.query<{ mine: boolean; snapshot: string }>(
      `select locked.mine, pg_current_snapshot()::text as snapshot from (${lock}) locked`,
      [district],
    );
    if (!got.rows[0]?.mine) {
      await client.query('rollback');
      return { head: undefined, count: 0, again: true };
    }
    const now = got.rows[0].snapshot;
    const done = await sealAll(client, macs.seal, district, now, hear);
    await client.query('commit');
    return { ...done, again: now.split(':')[2] !== '' };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    // Another process sealed between our snapshot and its lock.
    const { code } = error as { code?: string };
    if (code === '23505' || code === '40001') return { head: undefined, count: 0, again: true };
    throw error;
  } finally {
    client.release();
  }
};

const sealAll = async (
  client: pg.PoolClient,
  macs: Macs,
  district: string,
  now: string,
  hear: ((rows: readonly KeptRow[], all: boolean) => void) | undefined,
): Promise<Omit<Sealed, 'again'>> => {
  const { rows: heads } = await client.query<{ seq: number; mac: Buffer; total: number }>(
    'select seq, mac, total from audit_seal where district = $1 order by seq desc limit 1',
    [district],
  );
  const { rows: horizons } = await client.query<{ snapshot: string | null }>(
    `select case when pg_snapshot_xmax(snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) then snapshot::text end as snapshot
     from audit_horizon where district = $1`,
    [district],
  );
  const last = heads[0] && horizons[0]?.snapshot;
  if (!last) await client.query('set local statement_timeout = 0; set local enable_nestloop = off');
  const all = !last;
  // By the index of transactions, whatever the planner believes of a table that grew since it was looked at.
  if (!all) await client.query('set local enable_seqscan = off');
  const columns = hear ? rowColumns : 'r.id, r.mac';
  await client.query(
    `declare unsealed no scroll cursor for with fresh as materialized (
       select ${columns} from audit_row r where r.district = $1 and ${all ? allUnsealed : newlyVisible}
     ) select * from fresh order by id`,
    all ? [district] : [district, last],
  );
  let { seq, total, before } = {
    seq: heads[0]?.seq ?? 0,
    total: heads[0]?.total ?? 0,
    before: heads[0]?.mac.toString('hex') ?? '',
  };
  let count = 0;
  for (;;) {
    const { rows } = await client.query<KeptRow>(`fetch ${mostRows} from unsealed`);
    if (rows.length === 0) break;
    const sealedAt = new Date().toISOString();
    seq += 1;
    total += rows.length;
    count += rows.length;
    const micros = `${Date.parse(sealedAt)}000`;
    const mac = macs.of(partsOfSeal({ district, seq, sealedAt: micros, total, before, rows }));
    await client.query(
      `insert into audit_seal (district, seq, sealed_at, ids, count, total, mac) values ($1, $2, $3, $4, $5, $6, $7)`,
      [district, seq, sealedAt, rows.map((row) => row.id), rows.length, total, mac],
    );
    before = mac.toString('hex');
    hear?.(rows, all);
  }
  // Without news the old horizon is as good, and nothing has to be written; unless it names transactions long over.
  if (count > 0 || all)
    await client.query(
      `insert into audit_horizon (district, snapshot) values ($1, $2)
       on conflict (district) do update set snapshot = excluded.snapshot`,
      [district, now],
    );
  return { head: count > 0 ? { district, seq, seal: before, total } : undefined, count };
};

/** Districts that have rows, found by steps along the key. */
export const findDistricts = async (client: Pick<pg.Pool, 'query'>, table = 'audit_row'): Promise<string[]> => {
  const { rows } = await client.query<{ district: string }>(
    `with recursive step as (
       (select district from ${table} order by district limit 1)
       union all
       select (select t.district from ${table} t where t.district > step.district order by t.district limit 1)
       from step where step.district is not null
     ) select district from step where district is not null`,
  );
  return rows.map((row) => row.district);
};
