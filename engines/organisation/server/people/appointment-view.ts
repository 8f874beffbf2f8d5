import { type RawBuilder, sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { chinaDate, type Instant } from '#kernel/instant';
import { label } from '#kernel/label';
import type { Parts } from '#platform/server/parts';
import { districtOfPath, pathToCode } from '#engines/territory/model';
import type { Administrators, AppointmentView } from '#engines/organisation/contract';
import { worksForBody } from '../body-work.ts';
import type { OrganisationPorts } from '../ports.ts';
import { inScopes } from '../scope-sql.ts';
import { staffingSettings, usualLimits } from '../structure/establishment.ts';
import { all } from '../structure/structure-view.ts';
import type { OrganisationSql } from '../tables.ts';

/** No list is longer; what waits comes first, then the latest. */
const most = 300;

interface AppointmentRow {
  readonly district: string;
  readonly id: Id;
  readonly state: AppointmentView['state'];
  readonly person: Id;
  readonly person_name: string;
  readonly account: string | null;
  readonly post: Id;
  readonly title: string;
  readonly role: string;
  readonly scope: string;
  readonly body: Id;
  readonly body_name: string;
  readonly from_day: string;
  readonly to_day: string | null;
  readonly reason: string | null;
  readonly proposed_by: Id | null;
  readonly proposed_at: Instant;
  readonly decided_by: Id | null;
  readonly decided_at: Instant | null;
  readonly decision: string | null;
  readonly ended_by: Id | null;
  readonly ended_at: Instant | null;
  readonly ending: string | null;
}

interface HeldRow {
  readonly person: Id;
  readonly forBody: boolean;
  readonly id: Id;
  readonly role: string;
  readonly body: Id;
  readonly scope: string;
}

/** Proposals and grants as screens show them, with all that a decision needs. */
export const createAppointmentView = (parts: Parts, ports: OrganisationPorts) => {
  const sqlOf = (sql?: OrganisationSql): OrganisationSql => sql ?? parts.sql;

  const namesOf = async (sql: OrganisationSql, ids: readonly (Id | null)[]): Promise<ReadonlyMap<Id, string>> => {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await sql.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute();
    return new Map(rows.map((row) => [row.id, row.name]));
  };

  /** Posts held today by each of these persons, and the open matters at them. */
  const loadsOf = async (
    sql: OrganisationSql,
    persons: readonly Id[],
  ): Promise<(person: Id) => { posts: number; openCases: number }> => {
    const day = chinaDate(parts.clock());
    const { rows } = await raw<HeldRow>`
      select h.person, post.id, post.role, post.body, ${worksForBody(ports.roles())} as "forBody", post.scope
      from holding h join post on post.district = h.district and post.id = h.post
      where h.person = any(${[...new Set(persons)]}::uuid[]) and post.abolished_on is null
        and h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day})`.execute(sql);
    const open = await ports.countOpenCases(rows.map((row) => ({ ...row, district: districtOfPath(row.scope) })));
    return (person) => {
      const held = rows.filter((row) => row.person === person);
      return { posts: held.length, openCases: held.reduce((sum, row) => sum + (open.get(row.id) ?? 0), 0) };
    };
  };

  const show = async (asker: Id, rows: readonly AppointmentRow[], sql: OrganisationSql): Promise<AppointmentView[]> => {
    const [places, people, load, limit] = await Promise.all([
      ports.namesOf([...new Set(rows.map((row) => row.scope))]),
      namesOf(
        sql,
        rows.flatMap((row) => [row.proposed_by, row.decided_by, row.ended_by]),
      ),
      loadsOf(
        sql,
        rows.map((row) => row.person),
      ),
      parts.settings.get<number>(staffingSettings.mostPosts, usualLimits.posts),
    ]);
    const named = (id: Id | null) => (id === null ? null : { id, name: people.get(id) ?? '' });
    return rows.map((row) => {
      const role = ports.roles().find((one) => one.id === row.role);
      return {
        id: row.id,
        state: row.state,
        person: { id: row.person, name: row.person_name, account: row.account },
        post: {
          id: row.post,
          title: row.title,
          body: { id: row.body, name: row.body_name },
          scope: { code: pathToCode(row.scope), name: places.get(row.scope) || pathToCode(row.scope) },
          role: row.role,
          roleName: role?.name ?? label(row.role, row.role),
          permissions: [...(role?.permissions ?? [])],
        },
        from: row.from_day,
        to: row.to_day,
        reason: row.reason,
        proposedBy: named(row.proposed_by),
        proposedAt: row.proposed_at,
        decidedBy: named(row.decided_by),
        decidedAt: row.decided_at,
        decision: row.decision,
        endedBy: named(row.ended_by),
        endedAt: row.ended_at,
        ending: row.ending,
        load: { ...load(row.person), most: limit },
        mayDecide: row.state === 'proposed' && asker !== row.proposed_by && asker !== row.person,
      };
    });
  };

  /** Bounded by the scopes in which the asker proposes or decides. */
  const list = async (
    asker: Id,
    scopes: readonly string[],
    by: { readonly state?: AppointmentView['state'] | undefined; readonly id?: Id },
    sql?: OrganisationSql,
  ): Promise<AppointmentView[]> => {
    const conditions: RawBuilder<unknown>[] = [inScopes('post.scope', scopes)];
    if (by.state !== undefined) conditions.push(raw`a.state = ${by.state}`);
    if (by.id !== undefined) conditions.push(raw`a.id = ${by.id}`);
    const { rows } = await raw<AppointmentRow>`
      select a.*, person.name as person_name, account.name as account, post.title, post.role, post.scope,
        post.body, body.name as body_name
      from appointment a
      join post on post.district = a.district and post.id = a.post
      join body on body.district = post.district and body.id = post.body
      join person on person.district = a.district and person.id = a.person
      left join account on account.district = a.district and account.person = a.person
      where ${all(conditions)}
      order by a.state <> 'proposed', coalesce(a.ended_at, a.decided_at, a.proposed_at) desc, a.id limit ${most}
    `.execute(sqlOf(sql));
    return show(asker, rows, sqlOf(sql));
  };

  /** Which of the three administrators are at work today. */
  const countAdministrators = async (sql?: OrganisationSql): Promise<Administrators> => {
    const day = chinaDate(parts.clock());
    const { rows } = await raw<{ administers: 'system' | 'security' | 'audit'; now: number; ever: number }>`
      select r.administers, count(*) as ever,
        count(*) filter (where h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day})
          and person.disabled_at is null and post.abolished_on is null) as now
      from administering_role r join post on post.role = r.role
      join holder h on h.district = post.district and h.post = post.id
      join person on person.district = h.district and person.id = h.person
      group by r.administers`.execute(sqlOf(sql));
    const now = (kind: string): number => rows.find((row) => row.administers === kind)?.now ?? 0;
    return {
      system: now('system'),
      security: now('security'),
      audit: now('audit'),
      everSecurity: rows.some((row) => row.administers === 'security' && row.ever > 0),
    };
  };

  return { list, countAdministrators };
};

export type AppointmentsView = ReturnType<typeof createAppointmentView>;
