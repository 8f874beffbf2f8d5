import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText, type Instant } from '#kernel/instant';
import { label } from '#kernel/label';
import type { Parts } from '#platform/server/parts';
import { districtOfPath, pathToCode } from '#engines/territory/model';
import type { Leaving, PersonView } from '#engines/organisation/contract';
import { worksForBody } from '../body-work.ts';
import type { OrganisationPorts } from '../ports.ts';
import { inScopes } from '../scope-sql.ts';
import { all, like } from '../structure/structure-view.ts';
import type { OrganisationSql } from '../tables.ts';
import { noPassword } from './people-store.ts';
import type { Phones } from './phones.ts';

/** No list is longer; words narrow it. */
const most = 500;

interface PersonRow {
  readonly district: string;
  readonly id: Id;
  readonly name: string;
  readonly phone: string | null;
  readonly phone_sealed: string | null;
  readonly disabled_at: Instant | null;
  readonly account: string | null;
  readonly untouched: boolean | null;
  readonly state: PersonView['state'];
  readonly proposed: number;
  readonly posts: readonly { readonly id: Id; readonly title: string; readonly scope: string }[];
}

interface LeavingRow {
  readonly id: Id;
  readonly forBody: boolean;
  readonly title: string;
  readonly role: string;
  readonly body: Id;
  readonly body_name: string;
  readonly scope: string;
  readonly others: readonly string[];
}

/** What the screens show of people. Every list is bounded by the scopes of whoever asks. */
export const createPeopleView = (parts: Parts, ports: OrganisationPorts, phones: Phones) => {
  const sqlOf = (sql?: OrganisationSql): OrganisationSql => sql ?? parts.sql;
  const today = (): DateText => chinaDate(parts.clock());
  const nameOfPath = (names: ReadonlyMap<string, string>, path: string): string => names.get(path) || pathToCode(path);

  /** Persons kept at home in the scopes or holding a post there; of their posts only those in the scopes are shown. */
  const listPeople = async (
    scopes: readonly string[],
    by: {
      words?: string | undefined;
      at?: string | undefined;
      state?: PersonView['state'] | undefined;
      id?: Id;
    },
    sql?: OrganisationSql,
  ): Promise<readonly PersonView[]> => {
    const day = today();
    const holding = raw`holder.district = person.district and holder.person = person.id and holder.from_day <= ${day}
      and (holder.to_day is null or holder.to_day > ${day}) and post.abolished_on is null`;
    const holds = (within?: readonly string[]) => raw<boolean>`exists (
      select from holding holder join post on post.district = holder.district and post.id = holder.post
      where ${holding} ${within ? raw`and ${inScopes('post.scope', within)}` : raw``})`;
    const belongs = (within: readonly string[]) =>
      raw<boolean>`(${inScopes('person.home', within)} or ${holds(within)})`;
    const conditions = [belongs(scopes)];
    if (by.at !== undefined) conditions.push(belongs([by.at]));
    if (by.words?.trim())
      conditions.push(raw<boolean>`(person.name ilike ${like(by.words)} or account.name ilike ${like(by.words)})`);
    if (by.id !== undefined) conditions.push(raw<boolean>`person.id = ${by.id}`);
    const state = raw`case when person.disabled_at is not null then 'disabled'
      when account.suspended_at is not null then 'suspended' when ${holds()} then 'active' else 'waiting' end`;
    if (by.state !== undefined) conditions.push(raw<boolean>`${state} = ${by.state}`);
    const { rows } = await raw<PersonRow>`
      select person.district, person.id, person.name, person.phone, person.phone_sealed, person.disabled_at,
        account.name as account, (account.password = ${noPassword} or account.must_change) as untouched, ${state} as state,
        (select count(*) from appointment a join post on post.district = a.district and post.id = a.post
          where a.district = person.district and a.person = person.id and a.state = 'proposed'
            and ${inScopes('post.scope', scopes)}) as proposed,
        coalesce((
          select json_agg(json_build_object('id', post.id, 'title', post.title, 'scope', post.scope) order by post.scope, post.id)
          from holding holder join post on post.district = holder.district and post.id = holder.post
          where ${holding} and ${inScopes('post.scope', scopes)}), '[]') as posts
      from person left join account on account.district = person.district and account.person = person.id
      where ${all(conditions)} order by person.disabled_at is not null, person.name, person.id limit ${most}
    `.execute(sqlOf(sql));
    const [names, masked] = await Promise.all([
      ports.namesOf([...new Set(rows.flatMap((row) => row.posts.map((post) => post.scope)))]),
      Promise.all(rows.map(phones.openMasked)),
    ]);
    return rows.map((row, index) => ({
      id: row.id,
      name: row.name,
      account: row.account,
      phone: masked[index] ?? null,
      state: row.state,
      disabledAt: row.disabled_at,
      proposed: row.proposed,
      activates: row.disabled_at === null && row.untouched === true,
      posts: row.posts.map((post) => ({ id: post.id, title: post.title, scope: nameOfPath(names, post.scope) })),
    }));
  };

  /** What a person would leave behind (security 17): posts, who else holds each, the matters open at them. */
  const seeLeaving = async (id: Id, sql?: OrganisationSql): Promise<Leaving> => {
    const day = today();
    const { rows } = await raw<LeavingRow>`
      select post.id, post.title, post.role, post.body, ${worksForBody(ports.roles())} as "forBody", body.name as body_name, post.scope, coalesce((
        select json_agg(other.name order by other.name) from holding h
        join person other on other.district = h.district and other.id = h.person
        where h.district = post.district and h.post = post.id and h.person <> holding.person and other.disabled_at is null
          and h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day})), '[]') as others
      from holder holding
      join post on post.district = holding.district and post.id = holding.post
      join body on body.district = post.district and body.id = post.body
      where holding.person = ${id} and post.abolished_on is null and (holding.to_day is null or holding.to_day > ${day})
      order by post.scope, post.id`.execute(sqlOf(sql));
    const [names, open, waiting] = await Promise.all([
      ports.namesOf([...new Set(rows.map((row) => row.scope))]),
      ports.countOpenCases(rows.map((row) => ({ ...row, district: districtOfPath(row.scope) }))),
      sqlOf(sql)
        .selectFrom('appointment')
        .select((make) => make.fn.countAll<number>().as('count'))
        .where('person', '=', id)
        .where('state', '=', 'proposed')
        .executeTakeFirstOrThrow(),
    ]);
    return {
      posts: rows.map((row) => ({
        id: row.id,
        title: row.title,
        body: row.body_name,
        scope: nameOfPath(names, row.scope),
        roleName: ports.roles().find((role) => role.id === row.role)?.name ?? label(row.role, row.role),
        openCases: open.get(row.id) ?? 0,
        others: [...row.others],
      })),
      openCases: rows.reduce((sum, row) => sum + (open.get(row.id) ?? 0), 0),
      proposed: waiting.count,
    };
  };

  return { listPeople, seeLeaving };
};

export type PeopleView = ReturnType<typeof createPeopleView>;
