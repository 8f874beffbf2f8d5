import { type RawBuilder, sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import { label } from '#kernel/label';
import type { Parts } from '#platform/server/parts';
import { districtOfPath, pathToCode } from '#engines/territory/model';
import type { BodyView, PostView } from '#engines/organisation/contract';
import { carriesOn } from '#engines/organisation/model';
import { worksForBody } from '../body-work.ts';
import type { OrganisationPorts } from '../ports.ts';
import { inScopes } from '../scope-sql.ts';
import type { OrganisationSql } from '../tables.ts';

/** No list is longer; words narrow it. */
const most = 500;

interface BodyRow extends Omit<BodyView, 'territory' | 'carriedOnBy'> {
  readonly district: string;
  readonly territory: string;
  readonly successor: Id | null;
}

interface PostRow {
  readonly id: Id;
  readonly forBody: boolean;
  readonly title: string;
  readonly role: string;
  readonly scope: string;
  readonly body: Id;
  readonly body_name: string;
  readonly holders: PostView['holders'];
  readonly lines: readonly { readonly line: string; readonly slot: 'A' | 'B' }[];
  readonly vacant_days: number | null;
}

export const like = (words: string): string => `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
export const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  raw.join(conditions, raw` and `);

/** What the screens of the organisation show. Every list is bounded by the scopes of whoever asks. */
export const createStructureView = (parts: Parts, ports: OrganisationPorts) => {
  const sqlOf = (sql?: OrganisationSql): OrganisationSql => sql ?? parts.sql;
  const today = (): DateText => chinaDate(parts.clock());
  const nameOfPath = (names: ReadonlyMap<string, string>, path: string): string => names.get(path) || pathToCode(path);

  /** Bodies in the scopes. With `former` also those that ended; words find former names too. */
  const listBodies = async (
    scopes: readonly string[],
    by: {
      at?: string | undefined;
      words?: string | undefined;
      kind?: string | undefined;
      id?: Id;
      former?: boolean | undefined;
    },
    sql?: OrganisationSql,
  ): Promise<readonly BodyView[]> => {
    const conditions = [inScopes('body.territory', scopes)];
    if (!by.former) conditions.push(raw<boolean>`body.abolished_on is null`);
    if (by.at !== undefined) conditions.push(inScopes('body.territory', [by.at]));
    if (by.words?.trim()) {
      const words = like(by.words);
      conditions.push(raw<boolean>`(body.name ilike ${words} or exists (select from body_name n
        where n.district = body.district and n.body = body.id and n.name ilike ${words}))`);
    }
    if (by.kind !== undefined) conditions.push(raw<boolean>`body.kind = ${by.kind}`);
    if (by.id !== undefined) conditions.push(raw<boolean>`body.id = ${by.id}`);
    const { rows } = await raw<BodyRow>`
      select body.district, body.id, body.name, body.kind, body.territory, body.abolished_on as "abolishedOn", body.successor,
        above.superiors, (above.superiors->0->>'id')::uuid as superior,
        coalesce((select json_agg(json_build_object('name', n.name, 'until', n.to_day) order by n.to_day desc)
          from body_name n where n.district = body.district and n.body = body.id), '[]') as "formerNames",
        (select json_build_object('id', c.id, 'kind', c.kind, 'on', c.on_day, 'name', c.name, 'reason', c.reason,
            'successor', case when s.id is null then null else json_build_object('id', s.id, 'name', s.name) end)
          from body_change c left join body s on s.district = c.district and s.id = c.successor
          where c.district = body.district and c.body = body.id and c.applied_at is null and c.cancelled_at is null) as ahead,
        (select count(*)::int from post where post.district = body.district and post.body = body.id
          and post.abolished_on is null) as posts
      from body cross join lateral (
        select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'line', s.line)
          order by s.line = 'territorial' desc, u.name, u.id), '[]') as superiors
        from body_superior s join body u on u.district = s.district and u.id = s.superior
        where s.district = body.district and s.body = body.id) above
      where ${all(conditions)} order by body.territory, body.name, body.id limit ${most}
    `.execute(sqlOf(sql));
    const [carriers, names] = await Promise.all([
      carriersOf(rows, sqlOf(sql)),
      ports.namesOf([...new Set(rows.map((row) => row.territory))]),
    ]);
    return rows.map(({ district: _, successor: __, ...row }) => ({
      ...row,
      territory: pathToCode(row.territory),
      place: nameOfPath(names, row.territory),
      carriedOnBy: carriers.get(row.id) ?? null,
    }));
  };

  /** Who does the work of bodies that ended. */
  const carriersOf = async (
    rows: readonly BodyRow[],
    sql: OrganisationSql,
  ): Promise<ReadonlyMap<Id, { id: Id; name: string }>> => {
    const gone = rows.filter((row) => row.abolishedOn !== null && row.successor !== null);
    if (gone.length === 0) return new Map();
    const { rows: line } = await raw<{ id: Id; name: string; abolishedOn: DateText | null; successor: Id | null }>`
      with recursive line as (
        select district, id, name, abolished_on, successor, 1 as depth from body
        where (district, id) in (select x.district, x.id from jsonb_to_recordset(${JSON.stringify(
          gone.map(({ district, id }) => ({ district, id })),
        )}::jsonb) as x(district text, id uuid))
        union
        select b.district, b.id, b.name, b.abolished_on, b.successor, line.depth + 1
        from line join body b on b.district = line.district and b.id = line.successor where line.depth < 50
      ) select distinct id, name, abolished_on as "abolishedOn", successor from line`.execute(sql);
    const byId = new Map(line.map((one) => [one.id, one]));
    return new Map(
      gone.flatMap(({ id }) => {
        const last = byId.get(carriesOn((one) => byId.get(one), id) ?? '');
        return last ? [[id, { id: last.id, name: last.name }] as const] : [];
      }),
    );
  };

  /** @throws request.not-found for one that does not exist or lies elsewhere */
  const getBody = async (scopes: readonly string[], id: Id, sql?: OrganisationSql): Promise<BodyView> => {
    const [body] = await listBodies(scopes, { id, former: true }, sql);
    if (!body) throw new DomainError('request.not-found');
    return body;
  };

  const listPosts = async (
    scopes: readonly string[],
    by: {
      at?: string | undefined;
      body?: Id | undefined;
      bodies?: readonly Id[];
      id?: Id;
      vacant?: boolean | undefined;
    },
    sql?: OrganisationSql,
  ): Promise<readonly PostView[]> => {
    const day = today();
    const conditions = [inScopes('post.scope', scopes), raw`post.abolished_on is null`];
    if (by.at !== undefined) conditions.push(inScopes('post.scope', [by.at]));
    if (by.body !== undefined) conditions.push(raw<boolean>`post.body = ${by.body}`);
    if (by.bodies !== undefined) conditions.push(raw<boolean>`post.body = any(${[...by.bodies]}::uuid[])`);
    if (by.id !== undefined) conditions.push(raw<boolean>`post.id = ${by.id}`);
    if (by.vacant) conditions.push(raw`not ${holds(day)}`);
    const { rows } = await raw<PostRow>`
      select post.id, post.title, post.role, post.scope, post.body, ${worksForBody(ports.roles())} as "forBody", body.name as body_name, coalesce((
        select json_agg(json_build_object('person', person.id, 'name', person.name,
          'from', holder.from_day, 'to', holder.to_day, 'acting', coalesce(term.acting, false), 'termEnds', term.term_ends,
          'standsInFor', (select other.name from absence a join person other on other.district = a.district and other.id = a.person
            where a.district = holder.district and a.id = holder.absence),
          'awayUntil', (select max(a.to_day) from absence a where a.district = holder.district and a.person = holder.person
            and a.cancelled_at is null and a.from_day <= ${day} and a.to_day > ${day})
          ) order by holder.absence is not null, holder.from_day, person.id)
        from holding holder join person on person.district = holder.district and person.id = holder.person
        left join post_term term on term.district = holder.district and term.post = holder.post and term.person = holder.person
        where holder.district = post.district and holder.post = post.id
          and (holder.to_day is null or holder.to_day > ${day})), '[]') as holders,
        coalesce((select json_agg(json_build_object('line', l.line, 'slot', l.slot) order by l.line, l.slot)
          from line_post l where l.district = post.district and l.post = post.id), '[]') as lines,
        case when not ${holds(day)} then ${day}::date - coalesce(
          (select max(h.to_day) from holder h where h.district = post.district and h.post = post.id and h.to_day <= ${day}),
          post.made_on, ${day}::date) end as vacant_days
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
      roleName: roleName(row.role),
      body: { id: row.body, name: row.body_name },
      scope: { code: pathToCode(row.scope), name: nameOfPath(names, row.scope) },
      holders: row.holders,
      lines: row.lines.map(({ line, slot }) => ({
        line,
        slot,
        name: ports.businessLines.find((one) => one.id === line)?.name ?? label(line, line),
      })),
      vacantDays: row.vacant_days,
      openCases: open.get(row.id) ?? 0,
    }));
  };

  /** Somebody was appointed; a substitute alone fills no vacancy. */
  const holds = (day: DateText) => raw<boolean>`exists (select from holder h
    where h.district = post.district and h.post = post.id and h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day}))`;

  const roleName = (id: string) => ports.roles().find((role) => role.id === id)?.name ?? label(id, id);

  return { listBodies, getBody, listPosts, roleName };
};

export type StructureView = ReturnType<typeof createStructureView>;
