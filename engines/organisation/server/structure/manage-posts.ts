import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import type { Parts, Session } from '#platform/server/parts';
import type { JobView, PostView } from '#engines/organisation/contract';
import type { Asking, Reach } from '../reach.ts';
import { inScopes, scopesWith } from '../scope-sql.ts';
import type { OrganisationSql } from '../tables.ts';
import type { Directory } from './directory.ts';
import { all, type StructureView } from './structure-view.ts';

interface JobRow extends JobView {
  readonly district: string;
}

/** What belongs to a post beside its holder: until when it is held, what it is for, its end. */
export const createManagePosts = (
  parts: Parts,
  { managed, assertGrants, getPost, audit }: Reach,
  view: StructureView,
  directory: Pick<Directory, 'tellChanged'>,
) => {
  const sql: OrganisationSql = parts.sql;
  const today = (): DateText => chinaDate(parts.clock());

  const abolishPost = async (by: Asking, id: Id): Promise<void> => {
    const district = await sql.transaction().execute(async (trx) => {
      const post = await getPost(trx, by.session, id);
      assertGrants(by.session, post.role, post.scope);
      await raw`select from post where district = ${post.district} and id = ${id} for update`.execute(trx);
      const { rows } = await raw<{ count: number }>`
        select count(*)::int as count from holding where district = ${post.district} and post = ${id}
          and (to_day is null or to_day > ${today()})`.execute(trx);
      const count = rows[0]?.count ?? 0;
      if (count > 0) throw new DomainError('post.held', { post: post.title, count });
      await raw`update post set abolished_on = ${today()} where district = ${post.district} and id = ${id}
        and abolished_on is null`.execute(trx);
      await raw`delete from line_post where district = ${post.district} and post = ${id}`.execute(trx);
      await audit(trx, by, { district: post.district, action: 'organisation.abolish-post', object: `post:${id}` });
      return post.district;
    });
    directory.tellChanged(district);
  };

  const setTerm = async (
    by: Asking,
    given: { readonly post: Id; readonly person: Id; readonly acting: boolean; readonly termEnds: DateText | null },
  ): Promise<PostView> =>
    sql.transaction().execute(async (trx) => {
      const post = await getPost(trx, by.session, given.post);
      const { district, scope } = post;
      const { rows } = await raw`
        select from holder where district = ${district} and post = ${given.post} and person = ${given.person}
          and (to_day is null or to_day > ${today()})`.execute(trx);
      if (rows.length === 0) throw new DomainError('request.not-found');
      await raw`
        insert into post_term (district, post, person, acting, term_ends)
        values (${district}, ${given.post}, ${given.person}, ${given.acting}, ${given.termEnds})
        on conflict (district, post, person) do update set acting = excluded.acting, term_ends = excluded.term_ends`.execute(
        trx,
      );
      await audit(trx, by, {
        district,
        action: 'organisation.set-term',
        object: `post:${given.post}`,
        detail: { person: given.person, acting: String(given.acting), termEnds: given.termEnds },
      });
      const [shown] = await view.listPosts([scope], { id: given.post }, trx);
      if (!shown) throw new DomainError('request.not-found');
      return shown;
    });

  const jobs = async (condition: ReturnType<typeof all>, person: Id, within?: OrganisationSql): Promise<JobRow[]> => {
    const { rows } = await raw<JobRow>`
      select post.district, post.id as post, post.title, body.name as body, coalesce(j.duties, '{}') as duties,
        coalesce(j.powers, '{}') as powers, coalesce(j.version, 0) as version,
        coalesce(r.version = j.version, false) as read
      from post join body on body.district = post.district and body.id = post.body
      left join post_job j on j.district = post.district and j.post = post.id
      left join post_job_read r on r.district = post.district and r.post = post.id and r.person = ${person}
      where post.abolished_on is null and ${condition} order by post.scope, post.title limit 100`.execute(
      within ?? sql,
    );
    return rows;
  };
  const plain = ({ district: _, ...job }: JobRow): JobView => job;

  const getJob = async (session: Session, id: Id): Promise<JobView> => {
    const scopes = scopesWith(session, 'organisation.read');
    const [job] = await jobs(all([inScopes('post.scope', scopes), raw`post.id = ${id}`]), session.person);
    if (!job) throw new DomainError('request.not-found');
    return plain(job);
  };

  /** Of the posts that the session works at, with a text only: an empty page would teach nobody. */
  const listMyJobs = async (session: Session): Promise<JobView[]> => {
    const ids = session.posts.map((post) => post.id);
    return (await jobs(raw`post.id = any(${ids}::uuid[]) and j.version > 0`, session.person)).map(plain);
  };

  const setJob = async (
    by: Asking,
    id: Id,
    given: { readonly duties: string[]; readonly powers: string[] },
  ): Promise<JobView> =>
    sql.transaction().execute(async (trx) => {
      const post = await getPost(trx, by.session, id);
      await raw`
        insert into post_job (district, post, version, duties, powers, changed_by, changed_at)
        values (${post.district}, ${id}, 1, ${given.duties}::text[], ${given.powers}::text[], ${by.session.person}, ${parts.clock()})
        on conflict (district, post) do update set version = post_job.version + 1, duties = excluded.duties,
          powers = excluded.powers, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(trx);
      await audit(trx, by, { district: post.district, action: 'organisation.set-job', object: `post:${id}` });
      const [job] = await jobs(
        raw`post.id = ${id} and ${inScopes('post.scope', managed(by.session))}`,
        by.session.person,
        trx,
      );
      if (!job) throw new DomainError('request.not-found');
      return plain(job);
    });

  /** Read is read: a repeat changes nothing, an older version does not count. */
  const confirmJob = async (by: Asking, id: Id, version: number): Promise<void> => {
    const [job] = by.session.posts.some((post) => post.id === id)
      ? await jobs(raw`post.id = ${id}`, by.session.person)
      : [];
    if (job?.version !== version) throw new DomainError('request.not-found');
    await sql.transaction().execute(async (trx) => {
      await raw`
        insert into post_job_read (district, post, person, version, read_at)
        values (${job.district}, ${id}, ${by.session.person}, ${version}, ${parts.clock()})
        on conflict (district, post, person) do update set version = excluded.version, read_at = excluded.read_at`.execute(
        trx,
      );
      await audit(trx, by, { district: job.district, action: 'organisation.read-job', object: `post:${id}` });
    });
  };

  return { abolishPost, setTerm, getJob, setJob, listMyJobs, confirmJob };
};

export type ManagePosts = ReturnType<typeof createManagePosts>;
