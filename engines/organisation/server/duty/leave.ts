import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import type { Parts, Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { LeaveView } from '#engines/organisation/contract';
import {
  type CoverBasis,
  coverBasis,
  type CoverPost,
  type KnownAbsence,
  overlaps,
  problemOfAbsence,
} from '#engines/organisation/model';
import { stampPerson } from '../accounts/session-store.ts';
import type { Sessions } from '../accounts/sessions.ts';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking, Reach } from '../reach.ts';
import { inScopes, scopesWith } from '../scope-sql.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import type { CoverSeals } from './cover-seals.ts';

interface HeldRow {
  readonly person: Id;
  readonly name: string;
  readonly id: Id;
  readonly title: string;
  readonly body: Id;
  readonly bodyName: string;
  readonly role: string;
  readonly scope: string;
}

interface Candidate {
  readonly person: Id;
  readonly name: string;
  readonly title: string;
  readonly basis: CoverBasis;
  readonly byPost: Id | null;
  readonly away: boolean;
}

/** Leave and who stands in: from the first day the substitute works at the post, on the day of return no more. */
export const createLeave = (
  parts: Parts,
  ports: OrganisationPorts,
  { audit }: Reach,
  seals: CoverSeals,
  sessions: Pick<Sessions, 'tellChanged'>,
) => {
  const sql: OrganisationSql = parts.sql;
  const today = (): DateText => chinaDate(parts.clock());
  const managed = (session: Session): readonly string[] => scopesWith(session, 'duty.manage');

  const held = async (
    condition: ReturnType<typeof raw>,
    within: OrganisationSql,
    day: DateText,
  ): Promise<readonly HeldRow[]> => {
    const { rows } = await raw<HeldRow>`
      select h.person, person.name, post.id, post.title, post.body, body.name as "bodyName", post.role, post.scope
      from holder h join post on post.district = h.district and post.id = h.post and post.abolished_on is null
      join body on body.district = post.district and body.id = post.body
      join person on person.district = h.district and person.id = h.person and person.disabled_at is null
      where (h.to_day is null or h.to_day > ${day}) and h.from_day <= ${day} and ${condition}
      order by post.scope, post.title, person.name limit 500`.execute(within);
    return rows;
  };

  const coverPost = (row: HeldRow): CoverPost => {
    const role = ports.roles().find((one) => one.id === row.role);
    return {
      id: row.id,
      title: row.title,
      body: row.body,
      role: row.role,
      scope: row.scope,
      permissions: new Set(role?.permissions),
      clearance: role?.clearance ?? 'internal',
      administers: role?.administers ?? null,
    };
  };

  /** Leave of anybody in the district on these days. */
  const absencesIn = async (within: OrganisationSql, district: string, from: DateText, to: DateText) => {
    const { rows } = await raw<KnownAbsence>`
      select a.person, person.name, a.from_day as "from", a.to_day as "to", coalesce((
        select json_agg(json_build_object('post', c.post, 'substitute', c.substitute)) from absence_cover c
        where c.district = a.district and c.absence = a.id), '[]') as covers
      from absence a join person on person.district = a.district and person.id = a.person
      where a.district = ${district} and a.cancelled_at is null and a.from_day < ${to} and a.to_day > ${from}`.execute(
      within,
    );
    return rows;
  };

  /** Who could stand in at each post of a person, the B-role first, whoever is away last. */
  const candidatesFor = async (within: OrganisationSql, district: string, person: Id, from: DateText, to: DateText) => {
    const own = await held(
      raw`h.district = ${district} and h.person = ${person}`,
      within,
      from > today() ? from : today(),
    );
    if (own.length === 0) return [];
    const known = await absencesIn(within, district, from, to);
    const { rows: bRoles } = await raw<{ a: Id; b: Id }>`
      select a.post as a, b.post as b from line_post a join line_post b on b.district = a.district and b.path = a.path
        and b.line = a.line and b.slot = 'B'
      where a.district = ${district} and a.slot = 'A' and a.post = any(${own.map((post) => post.id)}::uuid[])`.execute(
      within,
    );
    const others = await held(
      raw`h.district = ${district} and h.person <> ${person} and (post.id = any(${bRoles.map((one) => one.b)}::uuid[])
        or (post.body, post.role) in (select p.body, p.role from post p where p.district = h.district
          and p.id = any(${own.map((post) => post.id)}::uuid[])))`,
      within,
      from > today() ? from : today(),
    );
    const byPerson = Map.groupBy(others, (row) => row.person);
    return own.map((post) => {
      const candidate = (by: HeldRow, basis: CoverBasis, byPost: Id | null): Candidate => ({
        person: by.person,
        name: by.name,
        title: by.title,
        basis,
        byPost,
        away: known.some((one) => one.person === by.person && overlaps(one, { from, to })),
      });
      const isB = (by: Id): boolean => bRoles.some((one) => one.a === post.id && one.b === by);
      const candidates = [...byPerson.values()].flatMap((posts): Candidate[] => {
        const here = posts.find((one) => one.id === post.id);
        // Whoever holds the same post works at it anyway.
        if (here) return [candidate(here, 'appointed', null)];
        const basis = coverBasis(coverPost(post), { posts: posts.map(coverPost), isB });
        const by = posts.find((one) =>
          basis === 'same-role' ? one.body === post.body && one.role === post.role : isB(one.id),
        );
        if (!basis || !by) return [];
        return [candidate(by, basis, by.id)];
      });
      const rank = (one: Candidate): number => Number(one.away) * 2 + Number(!isB(one.byPost ?? ''));
      return { post, candidates: candidates.toSorted((one, other) => rank(one) - rank(other)) };
    });
  };

  /** The person, whose every post lies in the range of whoever enters the leave. */
  const getPerson = async (session: Session, id: Id): Promise<{ district: string; name: string }> => {
    const person = await sql
      .selectFrom('person')
      .select(['district', 'name'])
      .where('id', '=', id)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    const scopes = managed(session);
    const posts = person ? await held(raw`h.district = ${person.district} and h.person = ${id}`, sql, today()) : [];
    if (!person || !posts.some((post) => scopes.some((scope) => post.scope.startsWith(scope))))
      throw new DomainError('organisation.unknown', {}, { field: 'person' });
    const beyond = posts.find((post) => !scopes.some((scope) => post.scope.startsWith(scope)));
    if (beyond) throw new DomainError('organisation.beyond-scope', { name: beyond.title });
    return person;
  };

  const proposeCovers = async (
    session: Session,
    asked: { readonly person: Id; readonly from: DateText; readonly to: DateText },
  ) => {
    const { district } = await getPerson(session, asked.person);
    const found = await candidatesFor(sql, district, asked.person, asked.from, asked.to);
    return found.map(({ post, candidates }) => ({
      post: post.id,
      title: post.title,
      body: post.bodyName,
      candidates: candidates.map(({ byPost: _, ...one }) => one),
    }));
  };

  const addLeave = async (
    by: Asking,
    given: {
      readonly id: Id;
      readonly person: Id;
      readonly from: DateText;
      readonly to: DateText;
      readonly kind: string;
      readonly covers?: readonly { readonly post: Id; readonly substitute: Id }[] | undefined;
    },
  ): Promise<LeaveView> => {
    const { district, name } = await getPerson(by.session, given.person);
    const said = { operation: 'addLeave', person: by.session.person, given };
    const changed = new Set<Id>([given.person]);
    const answer = await withReceipt(sql, { district, id: given.id, said }, async (trx: OrganisationTransaction) => {
      // One leave at a time in a district: two that name each other as substitutes would both be right.
      await raw`select pg_advisory_xact_lock(hashtext(${`leave of ${district}`}))`.execute(trx);
      const known = await absencesIn(trx, district, given.from, given.to);
      const early = problemOfAbsence({ ...given, name, covers: [] }, known, today());
      if (early) throw early;
      const posts = await candidatesFor(trx, district, given.person, given.from, given.to);
      const covers = [];
      for (const { post, candidates } of posts) {
        const named = given.covers?.find((one) => one.post === post.id)?.substitute;
        covers.push(
          named === undefined
            ? defaultCover(post, candidates)
            : await namedCover(trx, district, given, post, named, candidates),
        );
      }
      if (given.covers?.some((cover) => !posts.some(({ post }) => post.id === cover.post)))
        throw new DomainError('organisation.unknown', {}, { field: 'covers' });
      const wanted = covers.map((cover) => ({
        post: cover.post,
        substitute: cover.substitute,
        substituteName: cover.name,
      }));
      const problem = problemOfAbsence({ ...given, name, covers: wanted }, known, today());
      if (problem) throw problem;
      await raw`
        insert into absence (district, id, person, from_day, to_day, kind, made_by, made_at)
        values (${district}, ${given.id}, ${given.person}, ${given.from}, ${given.to}, ${given.kind}, ${by.session.person}, ${parts.clock()})`.execute(
        trx,
      );
      for (const { post, substitute, basis, byPost } of covers) {
        const seal =
          byPost === null
            ? null
            : await seals.sealOf({
                district,
                absence: given.id,
                from: given.from,
                to: given.to,
                post,
                substitute,
                byPost,
              });
        await raw`insert into absence_cover (district, absence, post, substitute, basis, by_post, seal)
          values (${district}, ${given.id}, ${post}, ${substitute}, ${basis}, ${byPost}, ${seal})`.execute(trx);
        await stampPerson(trx, district, substitute);
        changed.add(substitute);
      }
      await stampPerson(trx, district, given.person);
      await audit(trx, by, {
        district,
        action: 'duty.add-leave',
        object: `person:${given.person}`,
        detail: { leave: given.id, from: given.from, to: given.to, covers: String(covers.length) },
      });
      const [shown] = await find(raw`a.id = ${given.id}`, trx);
      if (!shown) throw new DomainError('request.not-found');
      return shown;
    });
    for (const person of changed) sessions.tellChanged(district, person);
    return answer;
  };

  const defaultCover = (post: HeldRow, candidates: readonly Candidate[]) => {
    const first = candidates.find((one) => !one.away);
    if (!first) throw new DomainError('leave.no-substitute', { post: post.title }, { field: 'covers' });
    return { post: post.id, substitute: first.person, name: first.name, basis: first.basis, byPost: first.byPost };
  };

  /** Whoever holds the post by a grant for these days needs no further right; anybody else must be a candidate. */
  const namedCover = async (
    trx: OrganisationTransaction,
    district: string,
    { from, to }: { readonly from: DateText; readonly to: DateText },
    post: HeldRow,
    substitute: Id,
    candidates: readonly Candidate[],
  ) => {
    const known = candidates.find((one) => one.person === substitute);
    if (known) return { post: post.id, substitute, name: known.name, basis: known.basis, byPost: known.byPost };
    const { rows } = await raw<{ name: string; granted: boolean }>`
      select person.name, exists (select from holder h where h.district = person.district and h.person = person.id
        and h.post = ${post.id} and h.from_day <= ${from} and (h.to_day is null or h.to_day >= ${to})) as granted
      from person where district = ${district} and id = ${substitute} and disabled_at is null`.execute(trx);
    const [person] = rows;
    if (!person) throw new DomainError('organisation.unknown', {}, { field: 'substitute' });
    if (!person.granted) throw new DomainError('leave.needs-grant', { name: person.name, post: post.title });
    return { post: post.id, substitute, name: person.name, basis: 'appointed' as const, byPost: null };
  };

  const find = async (condition: ReturnType<typeof raw>, within: OrganisationSql = sql): Promise<LeaveView[]> => {
    const day = today();
    const { rows } = await raw<LeaveView>`
      select a.id, json_build_object('id', person.id, 'name', person.name) as person, a.kind,
        a.from_day as "from", a.to_day as "to", coalesce((
          select json_agg(json_build_object('post', c.post, 'title', post.title, 'body', body.name, 'basis', c.basis,
            'substitute', json_build_object('id', s.id, 'name', s.name)) order by post.scope, post.title)
          from absence_cover c join post on post.district = c.district and post.id = c.post
          join body on body.district = post.district and body.id = post.body
          join person s on s.district = c.district and s.id = c.substitute
          where c.district = a.district and c.absence = a.id), '[]') as covers,
        case when a.from_day > ${day} then 'ahead' when a.to_day > ${day} then 'now' else 'over' end as state
      from absence a join person on person.district = a.district and person.id = a.person
      where a.cancelled_at is null and ${condition} order by a.from_day, person.name limit 500`.execute(within);
    return rows;
  };

  const listLeaves = (session: Session, at: string | undefined): Promise<LeaveView[]> => {
    const scopes = managed(session);
    return find(raw`a.to_day > ${today()} and exists (select from holder h join post on post.district = h.district and post.id = h.post
      where h.district = a.district and h.person = a.person and (h.to_day is null or h.to_day > ${today()})
        and ${inScopes('post.scope', scopes)} and ${at === undefined ? raw`true` : inScopes('post.scope', [at])})`);
  };

  /** Before it began it is taken back; while it runs it ends today, and the substitute with it. */
  const cancelLeave = async (by: Asking, id: Id): Promise<void> => {
    const { rows } = await raw<{ district: string; person: Id; from: DateText }>`
      select district, person, from_day as "from" from absence
      where id = ${id} and cancelled_at is null and to_day > ${today()}`.execute(sql);
    const [leave] = rows;
    if (!leave) throw new DomainError('request.not-found');
    await getPerson(by.session, leave.person);
    const changed = await sql.transaction().execute(async (trx) => {
      const day = today();
      if (leave.from >= day)
        await raw`update absence set cancelled_at = ${parts.clock()} where district = ${leave.district} and id = ${id}`.execute(
          trx,
        );
      else {
        await raw`update absence set to_day = ${day} where district = ${leave.district} and id = ${id}`.execute(trx);
        const { rows: covers } = await raw<{ post: Id; substitute: Id; byPost: Id }>`
          select post, substitute, by_post as "byPost" from absence_cover
          where district = ${leave.district} and absence = ${id} and by_post is not null`.execute(trx);
        for (const cover of covers) {
          const seal = await seals.sealOf({
            district: leave.district,
            absence: id,
            from: leave.from,
            to: day,
            ...cover,
          });
          await raw`update absence_cover set seal = ${seal} where district = ${leave.district} and absence = ${id}
            and post = ${cover.post}`.execute(trx);
        }
      }
      const { rows: covers } = await raw<{ substitute: Id }>`
        select distinct substitute from absence_cover where district = ${leave.district} and absence = ${id}`.execute(
        trx,
      );
      const persons = [leave.person, ...covers.map((cover) => cover.substitute)];
      for (const person of persons) await stampPerson(trx, leave.district, person);
      await audit(trx, by, {
        district: leave.district,
        action: 'duty.cancel-leave',
        object: `person:${leave.person}`,
        detail: { leave: id },
      });
      return persons;
    });
    for (const person of changed) sessions.tellChanged(leave.district, person);
  };

  return {
    proposeCovers,
    addLeave,
    cancelLeave,
    listLeaves,
    /** Own leave, and whom one stands in for; now and ahead. */
    mine: async (session: Session) => ({
      leaves: await find(raw`a.person = ${session.person} and a.to_day > ${today()}`),
      standsInFor: await find(raw`a.to_day > ${today()} and exists (select from absence_cover c
        where c.district = a.district and c.absence = a.id and c.substitute = ${session.person})`),
    }),
  };
};

export type Leave = ReturnType<typeof createLeave>;
