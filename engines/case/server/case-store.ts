import { CompiledQuery } from 'kysely';
import type { Pool } from 'pg';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { noteRepeat } from '#platform/server/audit';
import type { SqlOrTransaction } from '#platform/server/parts';
import type { CaseEvent, ClosedCase, OpenCase } from '#engines/case/model';
import type { ListedCase } from './case-lists.ts';
import { type CaseWrite, rowOf, type Stamp, stampOf } from './case-write.ts';
import type { Reader } from './readers.ts';
import { createRecentCases } from './recent-cases.ts';
import { writeMany } from './write-many.ts';
import { writeOne } from './write-one.ts';

export interface StoredCase {
  readonly district: string;
  readonly state: OpenCase | ClosedCase;
  readonly events: readonly CaseEvent[];
  /** Label: 0 public … 3 key persons. */
  readonly sensitivity: number;
  /** Those of the bodies asked for whose task it is, at the moment asked for. */
  readonly grantedTo: readonly Id[];
  /** Contact data of whoever asked, sealed; null when there is none. */
  readonly sealed: string | null;
  /** Others are children of it, or repeat it; absent when nobody looked. */
  readonly related?: boolean;
}

export interface StoredReceipt {
  readonly fingerprint: string;
  readonly answer: unknown;
}

export interface FoundCase {
  readonly stored: StoredCase | undefined;
  readonly receipt: StoredReceipt | undefined;
}

/** A matter with its history, and the receipt of a command on it, by primary keys in one round trip. */
const readStatement = {
  name: 'case-read',
  text: `
select c.district, c.state,
  (select json_agg(e.data order by e.seq) from case_event e where e.district = c.district and e.case_id = c.id) as events,
  c.sensitivity, array(select g.body from case_grant g where g.district = c.district and g.body = any($3::uuid[])
    and g.reported_at = c.reported_at and g.case_id = c.id and (g.ended_at is null or g.ended_at > $5::timestamptz)) as granted,
  k.sealed, r.fingerprint, r.answer,
  exists (select from case_file o where o.district = c.district and o.parent = c.id)
    or exists (select from case_file o where o.district = c.district and o.duplicate_of = c.id) as related
from case_file c
left join case_contact k on k.district = c.district and k.case_id = c.id
left join command_receipt r on r.district = c.district and r.id = $4::uuid
where c.district = any($1::text[]) and c.id = $2::uuid`,
} as const;

const receiptStatement = {
  name: 'case-receipt',
  text: 'select fingerprint, answer from command_receipt where district = $1 and id = $2::uuid',
} as const;

/** Many matters without their histories, for batches. */
const manyStatement = {
  name: 'case-read-many',
  text: `
select c.district, c.id, c.state,
  c.sensitivity, array(select g.body from case_grant g where g.district = c.district and g.body = any($3::uuid[])
    and g.reported_at = c.reported_at and g.case_id = c.id and (g.ended_at is null or g.ended_at > $4::timestamptz)) as granted
from case_file c where c.district = any($1::text[]) and c.id = any($2::uuid[])`,
} as const;

/** Another matter that hangs on one. */
export interface RelatedRow {
  readonly kind: 'parent' | 'child' | 'repeat';
  readonly id: Id;
  readonly number: string;
  readonly title: string;
  readonly playbook: string;
  readonly playbook_version: number;
  readonly stage: string;
  readonly status: 'open' | 'closed';
}

const relatedColumns = 'id, number, title, playbook, playbook_version, stage, status, reported_at';
/** More of a kind than anybody looks at are left out. */
const relatedStatement = {
  name: 'case-related',
  text: `
(select 'parent' as kind, ${relatedColumns} from case_file where district = $1 and id = $3::uuid)
union all
(select 'child', ${relatedColumns} from case_file where district = $1 and parent = $2::uuid order by reported_at limit 200)
union all
(select 'repeat', ${relatedColumns} from case_file where district = $1 and duplicate_of = $2::uuid order by reported_at limit 200)`,
} as const;

interface ReadRow {
  readonly district: string;
  readonly state: OpenCase | ClosedCase;
  readonly events: readonly CaseEvent[];
  readonly sensitivity: number;
  readonly granted: readonly Id[];
  readonly sealed: string | null;
  readonly fingerprint: string | null;
  readonly answer: unknown;
  readonly related: boolean;
}

const bodiesOf = (reader: Reader | undefined): readonly Id[] => reader?.bodies.map((one) => one.body) ?? [];

/** Reads and writes whole matters. Lists and counts stand in `case-lists.ts`. */
export const createCaseStore = (pool: Pool, stamp: Stamp) => {
  const recent = createRecentCases();

  const findCase = async (
    districts: readonly string[],
    id: Id,
    asked: { readonly reader?: Reader | undefined; readonly command?: Id } = {},
  ): Promise<FoundCase> => {
    const { rows } = await pool.query<ReadRow>({
      ...readStatement,
      values: [districts, id, bodiesOf(asked.reader), asked.command ?? null, asked.reader?.now ?? null],
    });
    const [row] = rows;
    if (!row) return { stored: undefined, receipt: undefined };
    if (row.fingerprint !== null) noteRepeat();
    const { district, state, events, sensitivity, granted, sealed, related } = row;
    const stored: StoredCase = { district, state, events, sensitivity, grantedTo: granted, sealed, related };
    recent.keep(stored);
    return {
      stored,
      receipt: row.fingerprint === null ? undefined : { fingerprint: row.fingerprint, answer: row.answer },
    };
  };

  const findReceipt = async (district: string, id: Id): Promise<StoredReceipt | undefined> => {
    const { rows } = await pool.query<StoredReceipt>({ ...receiptStatement, values: [district, id] });
    if (rows.length > 0) noteRepeat();
    return rows[0];
  };

  const findCases = async (
    districts: readonly string[],
    ids: readonly Id[],
    reader: Reader,
  ): Promise<ReadonlyMap<Id, StoredCase>> => {
    type Row = Pick<ReadRow, 'district' | 'state' | 'sensitivity' | 'granted'> & { readonly id: Id };
    const { rows } = await pool.query<Row>({
      ...manyStatement,
      values: [districts, ids, bodiesOf(reader), reader.now],
    });
    return new Map(
      rows.map(({ id, district, state, sensitivity, granted }) => [
        id,
        { district, state, sensitivity, grantedTo: granted, events: [], sealed: null },
      ]),
    );
  };

  const findReceipts = async (
    districts: readonly string[],
    ids: readonly Id[],
  ): Promise<ReadonlyMap<Id, StoredReceipt>> => {
    const { rows } = await pool.query<StoredReceipt & { readonly id: Id }>({
      name: 'case-receipts',
      text: `select id, fingerprint, answer from command_receipt
        where district = any($1::text[]) and id = any($2::uuid[])`,
      values: [districts, ids],
    });
    if (rows.length > 0) noteRepeat();
    return new Map(rows.map((row) => [row.id, row]));
  };

  /**
   * Writes all rows of these matters in one statement.
   * @param trx of whoever writes something beside it; absent: by itself
   * @returns ids of those written; one that is missing was changed by somebody else, or was there before
   * @throws a unique violation (23505) when a command's id was used in the meantime
   */
  const write = async (writes: readonly CaseWrite[], trx?: SqlOrTransaction): Promise<ReadonlySet<Id>> => {
    const [first] = writes;
    if (!first) return new Set();
    const one = writes.length === 1 ? writeOne(first, stamp) : undefined;
    const statement = one ?? { ...writeMany, values: valuesOf(writes, stamp) };
    const { rows } = await (trx
      ? trx.executeQuery<{ id: Id }>(CompiledQuery.raw(statement.text, [...statement.values]))
      : pool.query<{ id: Id }>(statement));
    for (const one of writes) recent.forgetAround(one);
    return new Set(rows.map((row) => row.id));
  };

  const findByNumber = async (
    number: string,
  ): Promise<readonly { district: string; id: Id; hmac: string | null }[]> => {
    const { rows } = await pool.query<{ district: string; id: Id; hmac: string | null }>({
      name: 'case-by-number',
      text: 'select district, id, query_code_hmac as hmac from case_file where number = $1 limit 5',
      values: [number],
    });
    return rows;
  };

  /** Districts that have matters, found by steps along the key: as cheap as there are few. */
  const findDistricts = async (): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ district: string }>({
      name: 'case-districts',
      text: `with recursive step as (
          (select district from case_file order by district limit 1)
          union all
          select (select c.district from case_file c where c.district > step.district order by c.district limit 1)
          from step where step.district is not null
        ) select district from step where district is not null`,
    });
    return rows.map((row) => row.district);
  };

  /** Sealed contact data of matters that a list has shown to its reader. */
  const findContacts = async (
    rows: readonly ListedCase[],
  ): Promise<ReadonlyMap<Id, { readonly district: string; readonly sealed: string }>> => {
    const found = await pool.query<{ district: string; id: Id; sealed: string }>({
      name: 'case-contacts',
      text: 'select district, case_id as id, sealed from case_contact where district = any($1::text[]) and case_id = any($2::uuid[])',
      values: [[...new Set(rows.map((row) => row.district))], rows.map((row) => row.id)],
    });
    return new Map(found.rows.map(({ id, district, sealed }) => [id, { district, sealed }]));
  };

  /** Parent, children and repeats of a matter. */
  const findRelated = async (district: string, id: Id, parent: Id | null): Promise<readonly RelatedRow[]> => {
    const { rows } = await pool.query<RelatedRow>({ ...relatedStatement, values: [district, id, parent] });
    return rows;
  };

  /** Open matters in the hands of these posts; for sharing out work. */
  const countInHands = async (district: string, posts: readonly Id[]): Promise<ReadonlyMap<Id, number>> => {
    const { rows } = await pool.query<{ handler: Id; load: number }>({
      name: 'case-in-hands',
      text: `select handler, count(*)::int as load from case_file
        where district = $1 and handler = any($2::uuid[]) and status = 'open' group by handler`,
      values: [district, posts],
    });
    return new Map(rows.map((row) => [row.handler, row.load]));
  };

  /** Open matters that repeat one. */
  const findRepeats = async (district: string, of: Id): Promise<readonly Id[]> => {
    const { rows } = await pool.query<{ id: Id }>({
      name: 'case-repeats',
      text: "select id from case_file where district = $1 and duplicate_of = $2::uuid and status = 'open'",
      values: [district, of],
    });
    return rows.map((row) => row.id);
  };

  return {
    recent,
    findRelated,
    findRepeats,
    countInHands,
    findContacts,
    findCase,
    findCases,
    findReceipt,
    findReceipts,
    write,
    findByNumber,
    findDistricts,
  };
};

export type CaseStore = ReturnType<typeof createCaseStore>;

/** Values of the statement `writeMany`. */
export const valuesOf = (writes: readonly CaseWrite[], stamp: Stamp): string[] => {
  const each = (rows: (write: CaseWrite) => readonly unknown[]): string => JSON.stringify(writes.flatMap(rows));
  return [
    each((write) => [rowOf(write)]),
    each(({ district, id, events }) =>
      events.map(({ id: eventId, seq, event }) => ({
        district,
        case_id: id,
        seq,
        id: eventId,
        type: event.type,
        at: event.at,
        person: event.by.person,
        data: event,
      })),
    ),
    each(({ district, facts, sensitivity }) =>
      facts.map(({ cohortAt, ...fact }) => ({
        ...fact,
        district,
        cohort_at: cohortAt satisfies Instant,
        sensitivity,
      })),
    ),
    each((write) => write.audits.map((audit) => ({ ...stampOf(write, audit, stamp), case_id: write.id }))),
    each(({ district, id, receipt }) => (receipt ? [{ ...receipt, district, case_id: id }] : [])),
    each(({ district, id, state, grants }) =>
      grants.map(({ body, endsAt, unlessEndedBefore }) => ({
        district,
        body,
        reported_at: state.reportedAt,
        case_id: id,
        ended_at: endsAt,
        kept: unlessEndedBefore,
      })),
    ),
    each(({ district, id, sealed }) => (sealed ? [{ sealed, district, case_id: id }] : [])),
    each(({ district, id, words }) => (words ? [{ district, case_id: id, words }] : [])),
    each(({ district, id, state, sensitivity, desks = [] }) =>
      desks.map((desk) => ({
        ...desk,
        district,
        case_id: id,
        path: state.place.path,
        sensitivity,
        playbook: state.playbook,
      })),
    ),
    each(({ district, id, effects, events }) =>
      effects.map((effect) => ({ ...effect, district, case_id: id, at: events.at(-1)?.event.at })),
    ),
  ];
};

/** A key was used in the meantime. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';
