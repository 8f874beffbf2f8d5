import { type RawBuilder, sql as raw } from 'kysely';
import { uuidv7 } from '#kernel/ids';
import { actionLabel, type NameOfAction } from '#platform/contract/audit-actions';
import type { AuditEntry, AuditFilters } from '#platform/contract/audit-routes';
import type { Session, Sql } from '#platform/server/parts';

export const auditPermission = 'audit.read';
/** Under it stands what belongs to no district: restores, commands, refusals of residents. */
export const installationDistrict = '000000';

/** Districts whose log a session may read; what belongs to none is shown where there is only one. */
export const findReadable = async (sql: Sql, session: Session): Promise<readonly string[]> => {
  const own = [
    ...new Set(session.posts.filter((post) => post.permissions.has(auditPermission)).map((post) => post.district)),
  ];
  if (own.length === 0) return [];
  const { rows } = await raw<{ other: boolean }>`
    select exists (select from audit_horizon where district <> ${installationDistrict} and district <> all(${own})) as other`.execute(
    sql,
  );
  return rows[0]?.other ? own : [...own, installationDistrict];
};

const nobody = new Uint8Array(10);
const everybody = new Uint8Array(10).fill(255);

/** Ids are in the order of time, so times are bounds of the key. */
const idAt = (instant: string, end: boolean): string =>
  uuidv7(Math.max(0, Date.parse(instant)), end ? everybody : nobody);

const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const conditionOf = (filters: AuditFilters): RawBuilder<unknown> => {
  const parts = [
    filters.from === undefined ? [] : [raw`r.id >= ${idAt(filters.from, false)}::uuid`, raw`r.at >= ${filters.from}`],
    filters.to === undefined ? [] : [raw`r.id <= ${idAt(filters.to, true)}::uuid`, raw`r.at < ${filters.to}`],
    filters.person === undefined ? [] : [raw`r.person = ${filters.person}`],
    filters.action === undefined
      ? []
      : [
          filters.action.endsWith('.')
            ? raw`starts_with(r.action, ${filters.action})`
            : raw`r.action = ${filters.action}`,
        ],
    filters.object === undefined ? [] : [raw`r.object = ${filters.object}`],
    filters.result === undefined ? [] : [raw`r.result = ${filters.result}`],
    filters.words === undefined ? [] : [raw`r.reason ilike ${`%${likeText(filters.words)}%`}`],
    filters.trace === undefined ? [] : [raw`r.trace = ${filters.trace}`],
  ].flat();
  return parts.length === 0 ? raw`true` : raw.join(parts, raw` and `);
};

export interface FoundRow extends Omit<AuditEntry, 'person' | 'onBehalfOf'> {
  readonly person: string | null;
  readonly on_behalf_of: string | null;
}

/**
 * Rows of some districts, the newest first. @param after id of the last row of the page before
 */
export const findRows = async (
  sql: Sql,
  districts: readonly string[],
  filters: AuditFilters,
  page: { readonly after?: string | undefined; readonly size: number },
): Promise<readonly FoundRow[]> => {
  const before = page.after === undefined ? raw`true` : raw`r.id < ${page.after}::uuid`;
  // One branch for each district: each is a walk along its key from the newest on.
  const branches = districts.map(
    (district) => raw`(
      select r.district, r.id, r.at, r.person, r.on_behalf_of, r.address, r.agent, r.trace, r.action, r.object, r.result, r.reason, r.detail
      from audit_row r where r.district = ${district} and ${before} and ${conditionOf(filters)}
      order by r.id desc limit ${page.size})`,
  );
  if (branches.length === 0) return [];
  const { rows } = await raw<FoundRow>`
    select * from (${raw.join(branches, raw` union all `)}) found order by id desc limit ${page.size}`.execute(sql);
  return rows;
};

/** `(district, ids)` → id → name. */
export type NamesOfPersons = (district: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export const entriesOf = async (
  rows: readonly FoundRow[],
  namesOfPersons: NamesOfPersons,
  nameOfAction?: NameOfAction,
): Promise<readonly AuditEntry[]> => {
  const names = new Map<string, string>();
  for (const district of new Set(rows.map((row) => row.district))) {
    const ids = rows.flatMap((row) => (row.person && row.district === district ? [row.person] : []));
    for (const [id, name] of await namesOfPersons(district, [...new Set(ids)])) names.set(id, name);
  }
  return rows.map(({ on_behalf_of: onBehalfOf, person, ...row }) => ({
    ...row,
    onBehalfOf,
    actionName: actionLabel(row.action, nameOfAction),
    person: person === null ? null : { id: person, name: names.get(person) ?? '' },
  }));
};
