import type pg from 'pg';
import { migrationLock } from '#platform/server/sql';
import { maskName } from './clean.ts';
import type { Macs } from './macs.ts';
import { type KeptRow, partsOfRow, rowColumns } from './rows.ts';

const atOnce = 2_000;

const giveMacs = async (client: pg.PoolClient, macs: Macs): Promise<void> => {
  let [district, id] = ['', '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const { rows } = await client.query<KeptRow>(
      `select ${rowColumns} from audit_row r where r.mac is null and (r.district, r.id) > ($1, $2::uuid)
       order by r.district, r.id limit ${atOnce}`,
      [district, id],
    );
    const last = rows.at(-1);
    if (!last) return;
    [district, id] = [last.district, last.id];
    const named = rows.map((row) => ({ ...row, on_behalf_of: row.on_behalf_of && maskName(row.on_behalf_of) }));
    await client.query(
      `update audit_row r set mac = x.mac, on_behalf_of = x.on_behalf_of
       from unnest($1::text[], $2::uuid[], $3::bytea[], $4::text[]) as x(district, id, mac, on_behalf_of)
       where r.district = x.district and r.id = x.id`,
      [
        named.map((row) => row.district),
        named.map((row) => row.id),
        named.map((row) => macs.of(partsOfRow(row))),
        named.map((row) => row.on_behalf_of),
      ],
    );
  }
};

/**
 * What only the owner can do to the log, once: rows of before there were macs get theirs, and rows that were brought
 * from another cluster get numbers of transactions of this one.
 */
export const adoptRows = async (pool: pg.Pool, findMacs: () => Promise<Macs>): Promise<void> => {
  const { rows } = await pool.query<{ bare: boolean; strange: boolean }>(
    `select exists (select from pg_constraint where conname = 'audit_row_has_mac' and not convalidated) as bare,
       exists (select from audit_horizon where pg_snapshot_xmax(snapshot) > pg_snapshot_xmax(pg_current_snapshot())) as strange`,
  );
  const [found] = rows;
  if (!found?.bare && !found?.strange) return;
  const macs = await findMacs();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query('set local statement_timeout = 0');
    await client.query('alter table audit_row disable trigger audit_row_is_kept');
    if (found.bare) await giveMacs(client, macs);
    if (found.strange) {
      await client.query('update audit_row set xid = pg_current_xact_id()');
      await client.query('delete from audit_horizon');
    }
    await client.query('alter table audit_row enable trigger audit_row_is_kept');
    await client.query('alter table audit_row validate constraint audit_row_has_mac');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
};
