import { sql as raw } from 'kysely';
import type { Audit, Sql } from '#platform/server/parts';
import { insertRow } from './rows.ts';

export const keepMonthsKey = 'audit.keep-months';
export const usualMonths = 36;
/** 网络安全法: logs are kept for six months at least. The database enforces it as well. */
export const leastMonths = 6;

interface Forgettable {
  readonly first_seq: number;
  readonly last_seq: number;
  readonly rows: number;
  readonly head: Buffer;
  readonly total: number;
}

/**
 * Forgets the whole seals of a district that are older than what has to be kept, and writes down which: the row is what
 * a verification later believes. @returns how many rows went
 */
export const forgetOld = async (
  parts: { readonly sql: Sql; readonly audit: Audit },
  district: string,
): Promise<number> =>
  parts.sql.transaction().execute(async (trx) => {
    await raw`set local statement_timeout = 0`.execute(trx);
    // The sealer of the district waits: what it chains on does not change under its hands.
    await raw`select pg_advisory_xact_lock(721531, hashtext(${district}))`.execute(trx);
    const { rows } = await raw<Forgettable>`select * from audit_forgettable(${district})`.execute(trx);
    const [old] = rows;
    if (!old) return 0;
    const row = parts.audit.stamp({
      district,
      person: null,
      action: 'audit.forget',
      object: `audit:${district}`,
      result: 'done',
      detail: {
        firstSeq: old.first_seq,
        lastSeq: old.last_seq,
        rows: old.rows,
        head: old.head.toString('hex'),
        total: old.total,
      },
    });
    await insertRow(trx, row);
    const gone = await raw<{ gone: number }>`
      select audit_forget(${district}, ${old.last_seq}, ${row.id}::uuid) as gone`.execute(trx);
    return gone.rows[0]?.gone ?? 0;
  });
