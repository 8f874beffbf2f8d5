import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { Playbook } from '#engines/case/model';
import type { SqlOrTransaction } from '#platform/server/parts';

export interface ProposalRecord {
  readonly district: string;
  readonly id: Id;
  /** The draft, as it was at that revision. */
  readonly design: Id;
  readonly revision: number;
  readonly playbook: string;
  readonly based_on: string | null;
  readonly based_on_version: number | null;
  readonly definition: Playbook;
  readonly from_day: string;
  readonly changes: readonly Label[];
  readonly proposed_by: Id;
  readonly proposed_by_name: string;
  readonly proposed_at: Instant;
  readonly state: 'proposed' | 'approved' | 'refused';
  readonly decided_by: Id | null;
  readonly decided_by_name: string | null;
  readonly decided_at: Instant | null;
  readonly reason: string | null;
  readonly version: number | null;
}

interface Person {
  readonly person: Id;
  readonly name: string;
}

const columns = raw.raw(
  `district, id, design, revision, playbook, based_on, based_on_version, definition, from_day, changes, proposed_by, proposed_by_name, proposed_at,
   state, decided_by, decided_by_name, decided_at, reason, version`,
);

/** The rows of what was proposed and what came of it; who may see them is asked before. A row is never deleted. */
export const proposalStore = {
  list: async (sql: SqlOrTransaction, districts: readonly string[]): Promise<readonly ProposalRecord[]> =>
    (
      await raw<ProposalRecord>`select ${columns} from playbook_proposal
        where district = any(${[...districts]}::text[])
        order by (state = 'proposed') desc, coalesce(decided_at, proposed_at) desc, id limit 200`.execute(sql)
    ).rows,

  find: async (sql: SqlOrTransaction, districts: readonly string[], id: Id, lock = false) =>
    (
      await raw<ProposalRecord>`select ${columns} from playbook_proposal
        where district = any(${[...districts]}::text[]) and id = ${id}::uuid ${lock ? raw`for update` : raw``}`.execute(
        sql,
      )
    ).rows[0],

  findOpen: async (sql: SqlOrTransaction, district: string, playbook: string) =>
    (
      await raw<ProposalRecord>`select ${columns} from playbook_proposal
        where district = ${district} and playbook = ${playbook} and state = 'proposed'`.execute(sql)
    ).rows[0],

  insert: async (
    sql: SqlOrTransaction,
    row: Pick<
      ProposalRecord,
      | 'district'
      | 'id'
      | 'design'
      | 'revision'
      | 'playbook'
      | 'based_on'
      | 'based_on_version'
      | 'definition'
      | 'from_day'
      | 'changes'
      | 'proposed_at'
    >,
    by: Person,
  ): Promise<void> => {
    await raw`insert into playbook_proposal (district, id, design, revision, playbook, based_on, based_on_version, definition, from_day, changes,
        proposed_by, proposed_by_name, proposed_at)
      values (${row.district}, ${row.id}::uuid, ${row.design}::uuid, ${row.revision}, ${row.playbook}, ${row.based_on}, ${row.based_on_version},
        ${JSON.stringify(row.definition)}::jsonb, ${row.from_day}::date, ${JSON.stringify(row.changes)}::jsonb,
        ${by.person}::uuid, ${by.name}, ${row.proposed_at})`.execute(sql);
  },

  decide: async (
    sql: SqlOrTransaction,
    row: Pick<ProposalRecord, 'district' | 'id'>,
    by: Person,
    decided: Pick<ProposalRecord, 'reason' | 'version'> & {
      readonly state: 'approved' | 'refused';
      readonly at: Instant;
    },
  ): Promise<void> => {
    await raw`update playbook_proposal set state = ${decided.state}, decided_by = ${by.person}::uuid, decided_by_name = ${by.name},
        decided_at = ${decided.at}, reason = ${decided.reason}, version = ${decided.version}
      where district = ${row.district} and id = ${row.id}::uuid`.execute(sql);
  },
};
