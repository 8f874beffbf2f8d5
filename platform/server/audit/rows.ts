import { randomBytes } from 'node:crypto';
import { sql as raw } from 'kysely';
import { uuidv7 } from '#kernel/ids';
import type { AuditRow, SqlOrTransaction, StampedAuditRow } from '#platform/server/parts';
import { clean, maskName } from './clean.ts';
import type { Macs } from './macs.ts';
import { currentOrigin } from './origin.ts';

/** The same text for the same value, whatever order its keys come in: jsonb keeps none. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
};

/** A row as the database holds it. @see rowColumns */
export interface KeptRow {
  readonly district: string;
  readonly id: string;
  /** Microseconds since 1970, as text: what is altered by less than a millisecond is altered. */
  readonly micros: string;
  readonly person: string | null;
  readonly on_behalf_of: string | null;
  readonly address: string | null;
  readonly agent: string | null;
  readonly trace: string | null;
  readonly action: string;
  readonly object: string;
  readonly result: string;
  readonly reason: string | null;
  readonly detail: unknown;
  readonly mac: Buffer | null;
}

/** Columns of `audit_row` as `KeptRow` reads them. */
export const rowColumns = `r.district, r.id, (extract(epoch from r.at) * 1000000)::bigint::text as micros, r.person, r.on_behalf_of,
  r.address, r.agent, r.trace, r.action, r.object, r.result, r.reason, r.detail, r.mac`;

/** Everything that a row says, in the order in which its mac covers it. */
export const partsOfRow = (row: Omit<KeptRow, 'mac'>): readonly (string | null)[] => [
  'lifang.audit.row.1',
  row.district,
  row.id,
  row.micros,
  row.person,
  row.on_behalf_of,
  row.address,
  row.agent,
  row.trace,
  row.action,
  row.object,
  row.result,
  row.reason,
  canonical(row.detail),
];

const cleanDetail = (detail: AuditRow['detail']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(detail ?? {}).map(([key, value]) => [key, typeof value === 'string' ? clean(value, 600) : value]),
  );

const short = (text: string | null | undefined, most: number): string | null =>
  text === null || text === undefined ? null : clean(text, most);

/** Makes the whole row of what a caller says: id (in the order of time), origin, mac. */
export const stampWith =
  (macs: Macs, usual: { readonly agent?: string | undefined }) =>
  (row: AuditRow): StampedAuditRow => {
    const origin = currentOrigin();
    const at = row.at ?? new Date().toISOString();
    const millis = Date.parse(at);
    const detail = cleanDetail(row.detail);
    const stamped = {
      district: row.district,
      id: uuidv7(millis, randomBytes(10)),
      person: row.person?.toLowerCase() ?? null,
      on_behalf_of: row.onBehalfOf ? maskName(row.onBehalfOf) : null,
      address: short(row.address ?? origin?.address, 64),
      agent: short(origin?.agent ?? usual.agent, 120),
      trace: short(origin?.trace, 60),
      action: clean(row.action, 120),
      object: clean(row.object, 300),
      result: row.result,
      reason: short(row.reason, 600),
    };
    const mac = macs.of(partsOfRow({ ...stamped, micros: `${millis}000`, detail }));
    return {
      ...stamped,
      at: new Date(millis).toISOString(),
      detail: JSON.stringify(detail),
      mac: `\\x${mac.toString('hex')}`,
    };
  };

const columns = [
  'district',
  'id',
  'at',
  'person',
  'on_behalf_of',
  'address',
  'agent',
  'trace',
  'action',
  'object',
  'result',
  'reason',
  'detail',
  'mac',
] as const satisfies readonly (keyof StampedAuditRow)[];

/** For a connection of its own: `client.query(insertOf(audit.stamp(row)))`. */
export const insertOf = (row: StampedAuditRow): { readonly text: string; readonly values: unknown[] } => ({
  text: `insert into audit_row (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
  values: columns.map((column) => row[column]),
});

export const insertRow = async (sql: SqlOrTransaction, row: StampedAuditRow): Promise<void> => {
  await raw`
    insert into audit_row (district, id, at, person, on_behalf_of, address, agent, trace, action, object, result, reason, detail, mac)
    values (${row.district}, ${row.id}, ${row.at}, ${row.person}, ${row.on_behalf_of}, ${row.address}, ${row.agent}, ${row.trace},
      ${row.action}, ${row.object}, ${row.result}, ${row.reason}, ${row.detail}::jsonb, ${row.mac}::bytea)`.execute(
    sql,
  );
};
