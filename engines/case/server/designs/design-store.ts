import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { Playbook } from '#engines/case/model';
import type { SqlOrTransaction } from '#platform/server/parts';

export interface DesignRecord {
  readonly district: string;
  readonly id: Id;
  readonly playbook: string;
  readonly based_on: string | null;
  readonly based_on_version: number | null;
  readonly definition: Playbook;
  readonly author_name: string;
  readonly changed_by: Id;
  readonly changed_by_name: string;
  readonly changed_at: Instant;
  readonly revision: number;
}

export interface PublicationRecord {
  readonly district: string;
  readonly playbook: string;
  readonly version: number;
  readonly from_day: string;
  readonly in_force_at: Instant;
  readonly ends_at: Instant | null;
  readonly based_on: string | null;
  readonly based_on_version: number | null;
  readonly changes: readonly Label[];
  readonly published_by_name: string;
  readonly published_at: Instant;
  readonly withdrawn_reason: string | null;
  readonly definition: Playbook;
}

interface Person {
  readonly person: Id;
  readonly name: string;
}

const designColumns = raw.raw(
  'district, id, playbook, based_on, based_on_version, definition, author_name, changed_by, changed_by_name, changed_at, revision',
);
const publicationColumns = raw.raw(
  `p.district, p.playbook, p.version, p.from_day, p.in_force_at, p.ends_at, p.based_on, p.based_on_version, p.changes,
   p.published_by_name, p.published_at, p.withdrawn_reason, v.definition`,
);

/** The rows of drafts and publications; who may see them is asked before. */
export const designStore = {
  list: async (sql: SqlOrTransaction, districts: readonly string[]): Promise<readonly DesignRecord[]> =>
    (
      await raw<DesignRecord>`select ${designColumns} from playbook_design
        where district = any(${[...districts]}::text[]) order by changed_at desc, id limit 200`.execute(sql)
    ).rows,

  find: async (sql: SqlOrTransaction, districts: readonly string[], id: Id, lock = false) =>
    (
      await raw<DesignRecord>`select ${designColumns} from playbook_design
        where district = any(${[...districts]}::text[]) and id = ${id}::uuid ${lock ? raw`for update` : raw``}`.execute(
        sql,
      )
    ).rows[0],

  insert: async (
    sql: SqlOrTransaction,
    row: Pick<DesignRecord, 'district' | 'id' | 'playbook' | 'based_on' | 'based_on_version' | 'definition'>,
    by: Person,
    now: Instant,
  ): Promise<void> => {
    await raw`insert into playbook_design (district, id, playbook, based_on, based_on_version, definition, author, author_name,
        created_at, changed_by, changed_by_name, changed_at, revision)
      values (${row.district}, ${row.id}::uuid, ${row.playbook}, ${row.based_on}, ${row.based_on_version},
        ${JSON.stringify(row.definition)}::jsonb, ${by.person}::uuid, ${by.name}, ${now}, ${by.person}::uuid, ${by.name}, ${now}, 1)`.execute(
      sql,
    );
  },

  save: async (
    sql: SqlOrTransaction,
    row: DesignRecord,
    definition: Playbook,
    by: Person,
    now: Instant,
  ): Promise<void> => {
    await raw`update playbook_design set definition = ${JSON.stringify(definition)}::jsonb, playbook = ${definition.id},
        changed_by = ${by.person}::uuid, changed_by_name = ${by.name}, changed_at = ${now}, revision = ${row.revision + 1}
      where district = ${row.district} and id = ${row.id}::uuid`.execute(sql);
  },

  drop: async (sql: SqlOrTransaction, row: Pick<DesignRecord, 'district' | 'id'>): Promise<void> => {
    await raw`delete from playbook_design where district = ${row.district} and id = ${row.id}::uuid`.execute(sql);
  },

  /** A draft of which nothing was changed since. */
  dropUnchanged: async (
    sql: SqlOrTransaction,
    { district, design, revision }: { readonly district: string; readonly design: Id; readonly revision: number },
  ): Promise<void> => {
    await raw`delete from playbook_design
      where district = ${district} and id = ${design}::uuid and revision = ${revision}`.execute(sql);
  },

  publications: async (
    sql: SqlOrTransaction,
    districts: readonly string[],
    only: { readonly playbook?: string; readonly version?: number } = {},
  ): Promise<readonly PublicationRecord[]> =>
    (
      await raw<PublicationRecord>`select ${publicationColumns}
        from playbook_publication p join playbook_version v on v.id = p.playbook and v.version = p.version
        where p.district = any(${[...districts]}::text[])
          ${only.playbook === undefined ? raw`` : raw`and p.playbook = ${only.playbook}`}
          ${only.version === undefined ? raw`` : raw`and p.version = ${only.version}`}
        order by p.published_at desc, p.playbook limit 500`.execute(sql)
    ).rows,

  /** Publications of one playbook in one district queue here until the transaction ends. */
  lockVersions: async (sql: SqlOrTransaction, district: string, playbook: string): Promise<void> => {
    await raw`select pg_advisory_xact_lock(hashtextextended(${`playbook ${district} ${playbook}`}, 0))`.execute(sql);
  },

  insertPublication: async (
    sql: SqlOrTransaction,
    row: Omit<PublicationRecord, 'ends_at' | 'withdrawn_reason' | 'published_by_name'>,
    by: Person,
  ): Promise<void> => {
    await raw`insert into playbook_version (id, version, definition)
      values (${row.playbook}, ${row.version}, ${JSON.stringify(row.definition)}::jsonb)`.execute(sql);
    await raw`insert into playbook_publication (district, playbook, version, from_day, in_force_at, based_on, based_on_version,
        changes, published_by, published_by_name, published_at)
      values (${row.district}, ${row.playbook}, ${row.version}, ${row.from_day}::date, ${row.in_force_at}, ${row.based_on},
        ${row.based_on_version}, ${JSON.stringify(row.changes)}::jsonb, ${by.person}::uuid, ${by.name}, ${row.published_at})`.execute(
      sql,
    );
  },

  withdraw: async (
    sql: SqlOrTransaction,
    row: Pick<PublicationRecord, 'district' | 'playbook' | 'version'>,
    by: Person,
    reason: string,
    endsAt: Instant,
  ): Promise<boolean> =>
    (
      await raw`update playbook_publication set ends_at = ${endsAt}, withdrawn_by = ${by.person}::uuid,
          withdrawn_by_name = ${by.name}, withdrawn_reason = ${reason}
        where district = ${row.district} and playbook = ${row.playbook} and version = ${row.version} and ends_at is null
        returning version`.execute(sql)
    ).rows.length > 0,
};
