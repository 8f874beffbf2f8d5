import { type RawBuilder, sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import { label } from '#kernel/label';
import type { Parts } from '#platform/server/parts';
import { districtOfPath, pathToCode } from '#engines/territory/model';
import type { BodyView, PostView } from '#engines/organisation/contract';
import type { OrganisationPorts } from '../ports.ts';
import { inScopes } from '../scope-sql.ts';
import type { OrganisationSql } from '../tables.ts';

/** No list is longer; words narrow it. */
const most = 500;

export interface BodyRow {
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  readonly superior: Id | null;
  readonly territory: string;
  readonly posts: number;
}

interface PostRow {
  readonly id: Id;
  readonly title: string;
  readonly role: string;
  readonly scope: string;
  readonly body: Id;
  readonly body_name: string;
  readonly holders: PostView['holders'];
}

export const bodyView = (row: BodyRow): BodyView => ({ ...row, territory: pathToCode(row.territory) });

export const like = (words: string): string => `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
export const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  raw.join(conditions, raw` and `);

/** What the screens of the organisation show. Every list is bounded by the scopes of whoever asks. */
export const createStructureView = (parts: Parts, ports: OrganisationPorts) => {
  const sqlOf = (sql?: OrganisationSql): OrganisationSql => sql ?? parts.sql;
  const today = (): DateText => chinaDate(parts.clock());
  const nameOfPath = (names: ReadonlyMap<string, string>, path: string): string => names.get(path) || pathToCode(path);

  const listBodies = async (
    scopes: readonly string[],
    by: { at?: string | undefined; words?: string | undefined; kind?: string | undefined; id?: Id },
    sql?: OrganisationSql,
  ): Promise<readonly BodyView[]> => {
    const conditions = [inScopes('body.territory', scopes), raw`body.abolished_on is null`];
    if (by.at !== undefined) conditions.push(inScopes('body.territory', [by.at]));
    if (by.words?.trim()) conditions.push(raw<boolean>`body.name ilike ${like(by.words)}`);
    if (by.kind !== undefined) conditions.push(raw<boolean>`body.kind = ${by.kind}`);
    if (by.id !== undefined) conditions.push(raw<boolean>`body.id = ${by.id}`);
    const { rows } = await raw<BodyRow>`
      select body.id, body.name, body.kind, body.territory,
        (select s.superior from body_superior s where s.district = body.district and s.body = body.id
          order by s.line = 'territorial' desc, s.superior limit 1) as superior,
        (select count(*) from post where post.district = body.district and post.body = body.id
          and post.abolished_on is null) as posts
      from body where ${all(conditions)} order by body.territory, body.name, body.id limit ${most}
    `.execute(sqlOf(sql));
    return rows.map(bodyView);
  };

  const listPosts = async (
    scopes: readonly string[],
    by: { at?: string | undefined; body?: Id | undefined; id?: Id },
    sql?: OrganisationSql,
  ): Promise<readonly PostView[]> => {
    const conditions = [inScopes('post.scope', scopes), raw`post.abolished_on is null`];
    if (by.at !== undefined) conditions.push(inScopes('post.scope', [by.at]));
    if (by.body !== undefined) conditions.push(raw<boolean>`post.body = ${by.body}`);
    if (by.id !== undefined) conditions.push(raw<boolean>`post.id = ${by.id}`);
    const { rows } = await raw<PostRow>`
      select post.id, post.title, post.role, post.scope, post.body, body.name as body_name, coalesce((
        select json_agg(json_build_object('person', person.id, 'name', person.name,
          'from', holder.from_day, 'to', holder.to_day) order by holder.from_day, person.id)
        from holding holder join person on person.district = holder.district and person.id = holder.person
        where holder.district = post.district and holder.post = post.id
          and (holder.to_day is null or holder.to_day > ${today()})), '[]') as holders
      from post join body on body.district = post.district and body.id = post.body
      where ${all(conditions)} order by post.scope, post.title, post.id limit ${most}
    `.execute(sqlOf(sql));
    const [names, open] = await Promise.all([
      ports.namesOf([...new Set(rows.map((row) => row.scope))]),
      ports.countOpenCases(rows.map((row) => ({ ...row, district: districtOfPath(row.scope) }))),
    ]);
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      role: row.role,
      roleName: ports.roles().find((role) => role.id === row.role)?.name ?? label(row.role, row.role),
      body: { id: row.body, name: row.body_name },
      scope: { code: pathToCode(row.scope), name: nameOfPath(names, row.scope) },
      holders: row.holders,
      openCases: open.get(row.id) ?? 0,
    }));
  };

  return { listBodies, listPosts };
};

export type StructureView = ReturnType<typeof createStructureView>;
