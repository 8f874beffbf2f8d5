import { sql as raw } from 'kysely';
import type { DateText, Instant } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import type { Label } from '#kernel/label';
import type { Change, Move } from '#engines/territory/model';
import type { SqlOrTransaction } from '#platform/server/parts';

/** How many of something a change moves. */
export interface Moved {
  /** `case.open`, `post` … */
  readonly what: string;
  readonly name: Label;
  readonly count: number;
}

export type ChangeState = 'draft' | 'scheduled' | 'applied' | 'withdrawn' | 'failed';

export interface StoredChange {
  readonly district: string;
  readonly id: Id;
  readonly kind: Change['kind'];
  readonly title: string;
  readonly plan: Change;
  readonly paths: readonly string[];
  readonly on_day: DateText;
  readonly basis: string;
  readonly state: ChangeState;
  readonly made_by: Id | null;
  readonly made_at: Instant;
  readonly decided_by: Id | null;
  readonly decided_name: string | null;
  readonly decided_at: Instant | null;
  readonly applied_at: Instant | null;
  readonly moved: readonly Moved[] | null;
  readonly problem: readonly { readonly code: string; readonly name: string }[] | null;
  readonly version: number;
}

export const findChange = async (
  sql: SqlOrTransaction,
  districts: readonly string[],
  id: Id,
): Promise<StoredChange | undefined> =>
  (
    await raw<StoredChange>`select * from territory_change
      where district = any(${[...districts]}::text[]) and id = ${id}`.execute(sql)
  ).rows[0];

export const lockChange = async (trx: SqlOrTransaction, district: string, id: Id): Promise<StoredChange | undefined> =>
  (
    await raw<StoredChange>`select * from territory_change where district = ${district} and id = ${id} for update`.execute(
      trx,
    )
  ).rows[0];

/** The newest first, those still to come on top. */
export const listChanges = async (sql: SqlOrTransaction, districts: readonly string[]): Promise<StoredChange[]> =>
  (
    await raw<StoredChange>`select * from territory_change where district = any(${[...districts]}::text[])
      order by (state in ('draft', 'scheduled', 'failed')) desc, made_at desc limit 300`.execute(sql)
  ).rows;

export const listDue = async (
  sql: SqlOrTransaction,
  day: DateText,
): Promise<readonly { readonly district: string; readonly id: Id }[]> =>
  (
    await raw<{ district: string; id: Id }>`select district, id from territory_change
      where state = 'scheduled' and on_day <= ${day} order by on_day, made_at`.execute(sql)
  ).rows;

/** Changes carried out since a moment, the oldest first, with the moves that they were. */
export const listApplied = async (
  sql: SqlOrTransaction,
  since: Instant,
): Promise<readonly (StoredChange & { readonly moves: readonly Move[] })[]> =>
  (
    await raw<StoredChange & { readonly moves: readonly Move[] }>`select * from territory_change
      where state = 'applied' and applied_at > ${since}::timestamptz and jsonb_array_length(moves) > 0
      order by applied_at`.execute(sql)
  ).rows;

export interface DraftRow {
  readonly district: string;
  readonly id: Id;
  readonly title: string;
  readonly plan: Change;
  readonly paths: readonly string[];
  readonly on: DateText;
  readonly basis: string;
  readonly person: Id;
  readonly at: Instant;
}

export const insertDraft = async (trx: SqlOrTransaction, row: DraftRow): Promise<void> => {
  await raw`insert into territory_change (district, id, kind, title, plan, paths, on_day, basis, state, made_by, made_at)
    values (${row.district}, ${row.id}, ${row.plan.kind}, ${row.title}, ${JSON.stringify(row.plan)}, ${[...row.paths]},
      ${row.on}, ${row.basis}, 'draft', ${row.person}, ${row.at})`.execute(trx);
};

/** Writes a draft anew; false when it is none any more, or newer than the caller saw. */
export const rewriteDraft = async (trx: SqlOrTransaction, row: DraftRow, expectedVersion: number): Promise<boolean> => {
  const { rows } = await raw`update territory_change set kind = ${row.plan.kind}, title = ${row.title},
      plan = ${JSON.stringify(row.plan)}, paths = ${[...row.paths]}, on_day = ${row.on}, basis = ${row.basis},
      state = 'draft', problem = null, version = version + 1
    where district = ${row.district} and id = ${row.id} and state in ('draft', 'failed') and version = ${expectedVersion}
    returning id`.execute(trx);
  return rows.length > 0;
};

export const markChange = async (
  trx: SqlOrTransaction,
  change: { readonly district: string; readonly id: Id },
  to: {
    readonly state: ChangeState;
    readonly decided?: { readonly person: Id | null; readonly name: string | null; readonly at: Instant };
    readonly appliedAt?: Instant;
    readonly moved?: readonly Moved[];
    readonly moves?: readonly Move[];
    readonly problem?: readonly { readonly code: string; readonly name: string }[];
  },
): Promise<void> => {
  const { decided } = to;
  await raw`update territory_change set state = ${to.state}, version = version + 1,
      decided_by = coalesce(${decided?.person ?? null}::uuid, decided_by),
      decided_name = coalesce(${decided?.name ?? null}, decided_name),
      decided_at = coalesce(${decided?.at ?? null}::timestamptz, decided_at),
      applied_at = ${to.appliedAt ?? null}::timestamptz,
      moved = ${to.moved ? JSON.stringify(to.moved) : null}::jsonb,
      moves = ${to.moves ? JSON.stringify(to.moves) : null}::jsonb,
      problem = ${to.problem ? JSON.stringify(to.problem) : null}::jsonb
    where district = ${change.district} and id = ${change.id}`.execute(trx);
};
