import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { chinaDate, type Instant } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { trailPaths } from '#engines/territory/model';
import { worksForBody } from './body-work.ts';
import type { OrganisationPorts } from './ports.ts';

/** A post of a body as whoever shares out work sees it. */
export interface DeskPost {
  readonly post: Id;
  readonly title: string;
  /** Who works at it; null: nobody does. Of several the first by name. */
  readonly person: Id | null;
  readonly name: string | null;
  /** Its part in the line of business asked for. */
  readonly slot: 'A' | 'B' | null;
  /** Nobody works at it, or all who do are on leave. */
  readonly away: boolean;
  readonly onDuty: boolean;
}

/** At whose desk work lies: asked by engines that have work to give or to tell of. */
export const createDeskPosts = (parts: Parts, ports: Pick<OrganisationPorts, 'businessLines' | 'roles'>) => {
  const { sql } = parts;
  const today = (): string => chinaDate(parts.clock());

  /** Posts of these roles whose range holds the path, and posts that have the work of these bodies. */
  const postsFor = async (
    district: string,
    {
      path,
      roles,
      bodies,
    }: { readonly path: string; readonly roles: readonly string[]; readonly bodies: readonly Id[] },
  ): Promise<readonly Id[]> => {
    if (roles.length === 0 && bodies.length === 0) return [];
    const { rows } = await raw<{ id: Id }>`
      select id from post where district = ${district} and abolished_on is null
        and ((role = any(${[...roles]}::text[]) and scope = any(${trailPaths(path)}::text[])) or (body = any(${[...bodies]}::uuid[]) and ${worksForBody(ports.roles())}))
      order by id limit 500`.execute(sql);
    return rows.map((row) => row.id);
  };

  /** Who has a shift at the place or above it at this moment and works at a post of the role. */
  const personsOnDuty = async (district: string, path: string, role: string, at: Instant): Promise<readonly Id[]> => {
    const { rows } = await raw<{ person: Id }>`
      select distinct s.person from shift s
      join holding h on h.district = s.district and h.person = s.person and h.from_day <= ${today()}
        and (h.to_day is null or ${today()} < h.to_day)
      join post on post.district = h.district and post.id = h.post and post.role = ${role} and post.abolished_on is null
      where s.district = ${district} and s.cancelled_at is null and s.starts_at <= ${at}::timestamptz
        and s.ends_at > ${at}::timestamptz and s.path = any(${trailPaths(path)}::text[])`.execute(sql);
    return rows.map((row) => row.person);
  };

  /** Posts that have a body's work, with what they are at this moment; of none: whoever answers for the line at the place (S089). */
  const postsOfBody = async (
    district: string,
    body: Id | null,
    { path, category }: { readonly path: string; readonly category: string },
  ): Promise<readonly DeskPost[]> => {
    const day = today();
    const lines = ports.businessLines
      .filter((line) => line.categories?.some((code) => category.startsWith(code)))
      .map((line) => line.id);
    const { rows } = await raw<DeskPost>`
      select post.id as post, post.title, works.person, works.name, line.slot, works.person is null as away,
        exists (select from shift s join holding h on h.district = s.district and h.person = s.person and h.post = post.id
            and h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day})
          where s.district = post.district and s.cancelled_at is null and s.starts_at <= ${parts.clock()}::timestamptz
            and s.ends_at > ${parts.clock()}::timestamptz and (s.post is null or s.post = post.id)) as "onDuty"
      from post
      left join lateral (
        select h.person, person.name from holding h
        join person on person.district = h.district and person.id = h.person and person.disabled_at is null
        where h.district = post.district and h.post = post.id and h.from_day <= ${day}
          and (h.to_day is null or h.to_day > ${day})
          and not exists (select from absence a where a.district = h.district and a.person = h.person
            and a.cancelled_at is null and a.from_day <= ${day} and a.to_day > ${day})
        order by h.absence is not null, person.name limit 1) works on true
      ${body === null ? raw`join` : raw`left join`} lateral (
        select l.slot from line_post l where l.district = post.district and l.post = post.id
          and l.line = any(${lines}::text[]) and l.path = any(${trailPaths(path)}::text[])
        order by length(l.path) desc, l.slot limit 1) line on true
      where post.district = ${district} and post.abolished_on is null
        and ${body === null ? raw`line.slot is not null` : raw`post.body = ${body} and ${worksForBody(ports.roles())}`}
      order by post.id limit 200`.execute(sql);
    return rows;
  };

  return { postsFor, personsOnDuty, postsOfBody };
};
