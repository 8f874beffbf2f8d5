import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText, type Instant } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { pathToCode } from '#engines/territory/model';
import type { PersonView } from '#engines/organisation/contract';
import { maskedPhone } from '#fields/phone/phone';
import type { OrganisationPorts } from '../ports.ts';
import { inScopes } from '../scope-sql.ts';
import { all, like } from '../structure/structure-view.ts';
import type { OrganisationSql } from '../tables.ts';

/** No list is longer; words narrow it. */
const most = 500;

interface PersonRow {
  readonly id: Id;
  readonly name: string;
  readonly phone: string | null;
  readonly disabled_at: Instant | null;
  readonly account: string | null;
  readonly posts: readonly { readonly id: Id; readonly title: string; readonly scope: string }[];
}

/** What the screens show of people. Every list is bounded by the scopes of whoever asks. */
export const createPeopleView = (parts: Parts, ports: OrganisationPorts) => {
  const sqlOf = (sql?: OrganisationSql): OrganisationSql => sql ?? parts.sql;
  const today = (): DateText => chinaDate(parts.clock());
  const nameOfPath = (names: ReadonlyMap<string, string>, path: string): string => names.get(path) || pathToCode(path);

  /** Persons kept at home in the scopes or holding a post there; of their posts only those in the scopes are shown. */
  const listPeople = async (
    scopes: readonly string[],
    by: { words?: string | undefined; at?: string | undefined; id?: Id },
    sql?: OrganisationSql,
  ): Promise<readonly PersonView[]> => {
    const day = today();
    const holding = raw`holder.district = person.district and holder.person = person.id and holder.from_day <= ${day}
      and (holder.to_day is null or holder.to_day > ${day}) and post.abolished_on is null`;
    const belongs = (within: readonly string[]) => raw<boolean>`(${inScopes('person.home', within)} or exists (
      select from holding holder join post on post.district = holder.district and post.id = holder.post
      where ${holding} and ${inScopes('post.scope', within)}))`;
    const conditions = [belongs(scopes)];
    if (by.at !== undefined) conditions.push(belongs([by.at]));
    if (by.words?.trim())
      conditions.push(raw<boolean>`(person.name ilike ${like(by.words)} or account.name ilike ${like(by.words)})`);
    if (by.id !== undefined) conditions.push(raw<boolean>`person.id = ${by.id}`);
    const { rows } = await raw<PersonRow>`
      select person.id, person.name, person.phone, person.disabled_at, account.name as account, coalesce((
        select json_agg(json_build_object('id', post.id, 'title', post.title, 'scope', post.scope) order by post.scope, post.id)
        from holding holder join post on post.district = holder.district and post.id = holder.post
        where ${holding} and ${inScopes('post.scope', scopes)}), '[]') as posts
      from person left join account on account.district = person.district and account.person = person.id
      where ${all(conditions)} order by person.disabled_at is not null, person.name, person.id limit ${most}
    `.execute(sqlOf(sql));
    const names = await ports.namesOf([...new Set(rows.flatMap((row) => row.posts.map((post) => post.scope)))]);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      account: row.account,
      phone: row.phone === null ? null : maskedPhone(row.phone),
      disabledAt: row.disabled_at,
      posts: row.posts.map((post) => ({ id: post.id, title: post.title, scope: nameOfPath(names, post.scope) })),
    }));
  };

  return { listPeople };
};

export type PeopleView = ReturnType<typeof createPeopleView>;
