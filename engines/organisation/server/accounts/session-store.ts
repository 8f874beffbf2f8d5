import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import type { Session } from '#platform/server/parts';
import type { Role } from '#engines/organisation/model';
import { worksForBody } from '../body-work.ts';
import type { KeptPost } from './session-post.ts';

/** A session with everything that decides what its person may do on a day. */
export interface SessionRow {
  readonly district: string;
  readonly id: Id;
  readonly person: Id;
  readonly name: string;
  readonly stamp: number;
  readonly made_at: Instant;
  readonly seen_at: Instant;
  readonly ends_at: Instant;
  readonly pending: Session['pending'];
  readonly confirmed_at: Instant | null;
  readonly posts: readonly KeptPost[];
}

export const findSessionRow = async (
  sql: OrganisationSql,
  district: string,
  tokenHash: Buffer,
  day: DateText,
  roles: readonly Role[],
): Promise<SessionRow | undefined> => {
  const found = await raw<SessionRow>`
    select s.district, s.id, s.person, p.name, p.stamp, s.made_at, s.seen_at, s.ends_at, s.pending, s.confirmed_at, coalesce((
      select json_agg(json_build_object('id', post.id, 'role', post.role, 'title', post.title, 'body', post.body,
        'scope', post.scope, 'forBody', ${worksForBody(roles)}, 'keptIn', post.district, 'from', holder.from_day, 'absence', holder.absence,
        'standsInFor', (select o.name from absence a join person o on o.district = a.district and o.id = a.person
          where a.district = holder.district and a.id = holder.absence),
        'kept', (select json_build_object('to', h.to_day, 'seal', h.seal) from holder h where holder.absence is null
          and h.district = holder.district and h.post = holder.post and h.person = holder.person and h.from_day = holder.from_day))
        order by replace(post.scope, '.', '') like s.district || '%' desc, post.scope, post.id)
      from holding holder join post on post.district = holder.district and post.id = holder.post
      where holder.district = s.district and holder.person = s.person and post.abolished_on is null
        and holder.from_day <= ${day} and (holder.to_day is null or ${day} < holder.to_day)), '[]') as posts
    from session s join person p on p.district = s.district and p.id = s.person
    where s.district = ${district} and s.token_hash = ${tokenHash} and s.ended_at is null and p.disabled_at is null
  `.execute(sql);
  return found.rows[0];
};

export interface LiveSession {
  readonly id: Id;
  readonly stamp: number;
  readonly seen_at: Instant;
}

/** Which of these sessions still live, with the stamp of their person: the fallback where news got lost. */
export const listLiveSessions = async (
  sql: OrganisationSql,
  sessions: readonly { readonly district: string; readonly id: Id }[],
): Promise<readonly LiveSession[]> => {
  const found = await raw<LiveSession>`
    select s.id, p.stamp, s.seen_at
    from unnest(${sessions.map((one) => one.district)}::text[], ${sessions.map((one) => one.id)}::uuid[]) as asked(district, id)
    join session s on s.district = asked.district and s.id = asked.id
    join person p on p.district = s.district and p.id = s.person
    where s.ended_at is null and p.disabled_at is null
  `.execute(sql);
  return found.rows;
};

/** Remembers when a session was last used; never moves the time back. */
export const keepSeen = async (sql: OrganisationSql, district: string, id: Id, at: Instant): Promise<void> => {
  await sql
    .updateTable('session')
    .set({ seen_at: at })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('seen_at', '<', at)
    .execute();
};

/** Sessions in the memory of other processes are compared by this number, should the news of a change get lost. */
export const stampPerson = async (sql: OrganisationTransaction, district: string, person: Id): Promise<void> => {
  await sql
    .updateTable('person')
    .set((make) => ({ stamp: make('stamp', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', person)
    .execute();
};

/** False when it had ended already or is nobody's. @param person whose it has to be */
export const endSession = async (
  sql: OrganisationTransaction,
  district: string,
  person: Id,
  id: Id,
  at: Instant,
): Promise<boolean> => {
  const done = await sql
    .updateTable('session')
    .set({ ended_at: at })
    .where('district', '=', district)
    .where('person', '=', person)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

/** Ends all sessions of a person, except perhaps the one that asks for it. How many were ended. */
export const endSessionsOf = async (
  sql: OrganisationTransaction,
  district: string,
  person: Id,
  at: Instant,
  except?: Id,
): Promise<number> => {
  let query = sql
    .updateTable('session')
    .set({ ended_at: at })
    .where('district', '=', district)
    .where('person', '=', person)
    .where('ended_at', 'is', null);
  if (except) query = query.where('id', '<>', except);
  const done = await query.executeTakeFirst();
  return Number(done.numUpdatedRows);
};
