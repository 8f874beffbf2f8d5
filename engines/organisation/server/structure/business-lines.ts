import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate } from '#kernel/instant';
import { label } from '#kernel/label';
import type { Parts, Session } from '#platform/server/parts';
import { districtOfPath, pathToCode, trailPaths } from '#engines/territory/model';
import type { LinePostView } from '#engines/organisation/contract';
import { lineAnswerer } from '#engines/organisation/model';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking, Reach } from '../reach.ts';
import { inScopes } from '../scope-sql.ts';
import type { OrganisationSql } from '../tables.ts';
import { all } from './structure-view.ts';

interface LineRow {
  readonly line: string;
  readonly path: string;
  readonly slot: 'A' | 'B';
  readonly post: Id;
  readonly title: string;
  readonly people: readonly { readonly name: string; readonly away: boolean }[];
}

/** Who answers for which line of business where: the A-role, in its absence the B-role (S089). */
export const createBusinessLines = (
  parts: Parts,
  ports: OrganisationPorts,
  { managed, assertManages, getPath, audit }: Reach,
) => {
  const sql: OrganisationSql = parts.sql;

  const find = async (condition: ReturnType<typeof all>): Promise<LinePostView[]> => {
    const day = chinaDate(parts.clock());
    const { rows } = await raw<LineRow>`
      select l.line, l.path, l.slot, l.post, post.title, coalesce((
        select json_agg(json_build_object('name', person.name, 'away', away.person is not null) order by person.name)
        from holding h join person on person.district = h.district and person.id = h.person and person.disabled_at is null
        left join lateral (select a.person from absence a where a.district = h.district and a.person = h.person
          and a.cancelled_at is null and a.from_day <= ${day} and a.to_day > ${day} limit 1) away on true
        where h.district = l.district and h.post = l.post and h.from_day <= ${day}
          and (h.to_day is null or h.to_day > ${day}) and h.absence is null), '[]') as people
      from line_post l join post on post.district = l.district and post.id = l.post and post.abolished_on is null
      where ${condition} order by l.path, l.line, l.slot limit 2000`.execute(sql);
    const names = await ports.namesOf([...new Set(rows.map((row) => row.path))]);
    return [...Map.groupBy(rows, (row) => `${row.path} ${row.line}`).values()].flatMap((both) => {
      const [first] = both;
      if (!first) return [];
      const slot = (wanted: 'A' | 'B') => {
        const row = both.find((one) => one.slot === wanted);
        if (!row) return undefined;
        const working = row.people.filter((one) => !one.away);
        return {
          post: row.post,
          title: row.title,
          people: row.people.map((one) => one.name),
          away: working.length === 0,
          working: working.length,
        };
      };
      const [a, b] = [slot('A'), slot('B')];
      return [
        {
          line: first.line,
          lineName: ports.businessLines.find((one) => one.id === first.line)?.name ?? label(first.line, first.line),
          at: { code: pathToCode(first.path), name: names.get(first.path) ?? pathToCode(first.path) },
          a: a ? { post: a.post, title: a.title, people: a.people, away: a.away } : null,
          b: b ? { post: b.post, title: b.title, people: b.people, away: b.away } : null,
          answers: lineAnswerer(a, b)?.slot ?? null,
        },
      ];
    });
  };

  const listLinePosts = (scopes: readonly string[], at: string | undefined): Promise<LinePostView[]> =>
    find(all([inScopes('l.path', scopes), ...(at === undefined ? [] : [inScopes('l.path', [at])])]));

  const setLinePosts = async (
    by: Asking,
    given: { readonly line: string; readonly at: string; readonly a: Id | null; readonly b: Id | null },
  ): Promise<LinePostView[]> => {
    const path = await getPath(given.at);
    await assertManages(by.session, path);
    if (!ports.businessLines.some((line) => line.id === given.line))
      throw new DomainError('organisation.unknown', {}, { field: 'line' });
    if (given.a !== null && given.a === given.b) throw new DomainError('organisation.unknown', {}, { field: 'b' });
    const district = districtOfPath(path);
    await sql.transaction().execute(async (trx) => {
      const posts = [given.a, given.b].filter((id) => id !== null);
      // Whoever answers for a place stands in it or above it.
      const { rows } = await raw<{ id: Id }>`
        select id from post where district = ${district} and id = any(${posts}::uuid[]) and abolished_on is null
          and (scope = any(${trailPaths(path)}::text[]) or ${inScopes('scope', managed(by.session))})`.execute(trx);
      if (rows.length < posts.length) throw new DomainError('organisation.unknown', {}, { field: 'a' });
      for (const [slot, post] of [
        ['A', given.a],
        ['B', given.b],
      ] as const) {
        await raw`delete from line_post where district = ${district} and path = ${path} and line = ${given.line}
          and slot = ${slot}`.execute(trx);
        if (post !== null)
          await raw`insert into line_post (district, line, path, slot, post, changed_at)
            values (${district}, ${given.line}, ${path}, ${slot}, ${post}, ${parts.clock()})`.execute(trx);
      }
      await audit(trx, by, {
        district,
        action: 'organisation.set-line-posts',
        object: `territory:${pathToCode(path)}`,
        detail: { line: given.line, a: given.a, b: given.b },
      });
    });
    return listLinePosts([path], path);
  };

  /** The line of a category at a place: of the nearest territory that has somebody for it. */
  const findAnswerer = async (session: Session, path: string, category: string): Promise<LinePostView[]> => {
    if (!session.posts.some((post) => path.startsWith(post.scope))) return [];
    const lines = ports.businessLines
      .filter((line) => line.categories?.some((code) => category.startsWith(code)))
      .map((line) => line.id);
    const found = await find(raw`l.district = ${districtOfPath(path)} and l.line = any(${lines}::text[])
      and l.path = any(${trailPaths(path)}::text[])`);
    return found.toSorted((one, other) => other.at.code.length - one.at.code.length).slice(0, 1);
  };

  return { listLinePosts, setLinePosts, findAnswerer };
};

export type BusinessLines = ReturnType<typeof createBusinessLines>;
