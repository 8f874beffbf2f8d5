import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { districtOfPath, pathToCode } from '#engines/territory/model';
import type { EstablishmentRow, LoadRow } from '#engines/organisation/contract';
import { type LoadLimits, overloadOf, requiredStaff, type StaffRule, staffingOf } from '#engines/organisation/model';
import { worksForBody } from '../body-work.ts';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking, Reach } from '../reach.ts';
import { inScopes, scopesWith } from '../scope-sql.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import { all, type StructureView } from './structure-view.ts';

/** Keys of settings, declared in `apps/server/settings.ts`. */
export const staffingSettings = {
  rules: 'organisation.staff-rules',
  mostPosts: 'organisation.most-posts',
  mostOpen: 'organisation.most-open-matters',
} as const;

export const usualLimits: LoadLimits = { posts: 3, openCases: 60 };

/** Entry of a place's profile that holds its number of residents. */
const residentsEntry = 'residents';

interface PlanRow {
  readonly district: string;
  readonly body: Id;
  readonly name: string;
  readonly territory: string;
  readonly role: string;
  readonly approved: number | null;
  readonly over: number | null;
  readonly overUntil: DateText | null;
  readonly document: string | null;
  readonly filled: number;
}

/** How many there may be, how many there are, how many a formula asks for; how much each carries (S063, S066, S074, S083, S085). */
export const createEstablishment = (
  parts: Parts,
  ports: OrganisationPorts,
  { assertManages, audit }: Reach,
  view: StructureView,
) => {
  const sql: OrganisationSql = parts.sql;
  const today = (): DateText => chinaDate(parts.clock());

  const plans = async (condition: ReturnType<typeof all>, within: OrganisationSql): Promise<readonly PlanRow[]> => {
    const day = today();
    const { rows } = await raw<PlanRow>`
      with wanted as (
        select body.district, body.id as body, post.role from body
        join post on post.district = body.district and post.body = body.id and post.abolished_on is null
        where body.abolished_on is null and ${condition}
        union select body.district, body.id, e.role from body
        join establishment e on e.district = body.district and e.body = body.id
        where body.abolished_on is null and ${condition}
      )
      select w.district, w.body, body.name, body.territory, w.role, e.approved, e.over, e.over_until as "overUntil", e.document,
        (select count(distinct h.person)::int from post join holder h on h.district = post.district and h.post = post.id
          and h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day})
          where post.district = w.district and post.body = w.body and post.role = w.role
            and post.abolished_on is null) as filled
      from wanted w join body on body.district = w.district and body.id = w.body
      left join establishment e on e.district = w.district and e.body = w.body and e.role = w.role
      order by body.territory, body.name, w.role limit 2000`.execute(within);
    return rows;
  };

  const planOf = (row: PlanRow) =>
    row.approved === null ? undefined : { approved: row.approved, over: row.over ?? 0, overUntil: row.overUntil };

  const listEstablishment = async (scopes: readonly string[], at: string | undefined): Promise<EstablishmentRow[]> => {
    const inside = [
      inScopes('body.territory', scopes),
      ...(at === undefined ? [] : [inScopes('body.territory', [at])]),
    ];
    const [rows, rules] = await Promise.all([
      plans(all(inside), sql),
      parts.settings
        .get<readonly StaffRule[] | null>(staffingSettings.rules, null)
        .then((set) => set ?? ports.staffRules),
    ]);
    const places = [...new Set(rows.map((row) => row.territory))];
    const [names, profiles] = await Promise.all([ports.namesOf(places), ports.profilesOf(places)]);
    const residents = new Map(
      profiles.flatMap(({ path, profile }) => {
        const number = Number(profile[residentsEntry]);
        return Number.isFinite(number) && profile[residentsEntry] !== undefined ? [[path, number] as const] : [];
      }),
    );
    return rows.map((row) => {
      const { mayAdd: _, ...staffing } = staffingOf(planOf(row), row.filled, today());
      const rule = rules.find((one) => one.role === row.role);
      const known = residents.get(row.territory) ?? null;
      return {
        body: { id: row.body, name: row.name },
        territory: { code: pathToCode(row.territory), name: names.get(row.territory) ?? pathToCode(row.territory) },
        role: row.role,
        roleName: view.roleName(row.role),
        ...staffing,
        overAllowed: row.over ?? 0,
        overUntil: row.overUntil,
        document: row.document,
        required: rule ? requiredStaff(rule, known) : null,
        residents: rule ? known : null,
      };
    });
  };

  const getBody = async (id: Id) => {
    const body = await sql
      .selectFrom('body')
      .select(['district', 'territory', 'name'])
      .where('id', '=', id)
      .where('abolished_on', 'is', null)
      .executeTakeFirst();
    if (!body) throw new DomainError('organisation.unknown', {}, { field: 'body' });
    return body;
  };
  const assertRole = (role: string): void => {
    if (!ports.roles().some((one) => one.id === role))
      throw new DomainError('organisation.unknown', {}, { field: 'role' });
  };

  const setEstablishment = async (
    by: Asking,
    given: {
      readonly body: Id;
      readonly role: string;
      readonly approved: number;
      readonly document?: string | undefined;
    },
  ): Promise<EstablishmentRow[]> => {
    const body = await getBody(given.body);
    await assertManages(by.session, body.territory);
    assertRole(given.role);
    await sql.transaction().execute(async (trx) => {
      await raw`
        insert into establishment (district, body, role, approved, document, changed_at)
        values (${body.district}, ${given.body}, ${given.role}, ${given.approved}, ${given.document ?? null}, ${parts.clock()})
        on conflict (district, body, role) do update set approved = excluded.approved, document = excluded.document,
          changed_at = excluded.changed_at`.execute(trx);
      await audit(trx, by, {
        district: body.district,
        action: 'organisation.set-establishment',
        object: `body:${given.body}`,
        detail: { role: given.role, approved: String(given.approved), document: given.document ?? null },
      });
    });
    return listEstablishment([body.territory], body.territory);
  };

  const allowOver = async (
    by: Asking,
    given: {
      readonly body: Id;
      readonly role: string;
      readonly over: number;
      readonly until: DateText;
      readonly reason: string;
    },
  ): Promise<EstablishmentRow[]> => {
    const body = await getBody(given.body);
    if (!scopesWith(by.session, 'grant.decide').some((scope) => body.territory.startsWith(scope)))
      throw new DomainError('organisation.beyond-scope', { name: body.name });
    assertRole(given.role);
    if (given.until < today()) throw new DomainError('body.day-past', {}, { field: 'until' });
    await sql.transaction().execute(async (trx) => {
      const done = await raw`
        update establishment set over = ${given.over}, over_until = ${given.until}, over_by = ${by.session.person},
          over_reason = ${given.reason}, changed_at = ${parts.clock()}
        where district = ${body.district} and body = ${given.body} and role = ${given.role} returning body`.execute(
        trx,
      );
      if (done.rows.length === 0) throw new DomainError('organisation.unknown', {}, { field: 'role' });
      await parts.audit.write(trx, {
        district: body.district,
        person: by.session.person,
        address: by.address,
        action: 'organisation.allow-over',
        object: `body:${given.body}`,
        result: 'done',
        reason: given.reason,
        detail: { role: given.role, over: given.over, until: given.until },
      });
    });
    return listEstablishment([body.territory], body.territory);
  };

  /** Before somebody is appointed: locks the plan, so that two at once cannot both take the last place. @throws establishment.full */
  const assertPlace = async (trx: OrganisationTransaction, district: string, post: Id, person: Id): Promise<void> => {
    const { rows: posts } = await raw<{ body: Id; role: string; name: string; held: boolean }>`
      select post.body, post.role, body.name, exists (select from post p join holder h on h.district = p.district and h.post = p.id
          and h.person = ${person} and (h.to_day is null or h.to_day > ${today()})
          where p.district = post.district and p.body = post.body and p.role = post.role and p.abolished_on is null) as held
      from post join body on body.district = post.district and body.id = post.body
      where post.district = ${district} and post.id = ${post}`.execute(trx);
    const [found] = posts;
    // Whoever is counted there already takes no further place: cross-posts are one person.
    if (!found || found.held) return;
    const locked = await raw`select from establishment where district = ${district} and body = ${found.body}
      and role = ${found.role} for update`.execute(trx);
    if (locked.rows.length === 0) return;
    const { rows } = await raw<PlanRow>`
      select e.approved, e.over, e.over_until as "overUntil", (
        select count(distinct h.person)::int from post p join holder h on h.district = p.district and h.post = p.id
        where p.district = e.district and p.body = e.body and p.role = e.role and p.abolished_on is null
          and (h.to_day is null or h.to_day > ${today()})) as filled
      from establishment e where e.district = ${district} and e.body = ${found.body} and e.role = ${found.role}`.execute(
      trx,
    );
    const [plan] = rows;
    if (!plan || staffingOf(planOf(plan), plan.filled, today()).mayAdd) return;
    throw new DomainError('establishment.full', {
      body: found.name,
      role: view.roleName(found.role),
      approved: plan.approved ?? 0,
    });
  };

  const limits = async (): Promise<LoadLimits> => ({
    posts: await parts.settings.get(staffingSettings.mostPosts, usualLimits.posts),
    openCases: await parts.settings.get(staffingSettings.mostOpen, usualLimits.openCases),
  });

  /** Posts and open matters per person, the most loaded first; a post in two scopes is one post. */
  const listLoads = async (
    scopes: readonly string[],
    at: string | undefined,
  ): Promise<{ mostPosts: number; mostOpen: number; rows: LoadRow[] }> => {
    const day = today();
    const inside = [inScopes('post.scope', scopes), ...(at === undefined ? [] : [inScopes('post.scope', [at])])];
    const { rows } = await raw<{
      person: Id;
      name: string;
      id: Id;
      title: string;
      body: Id;
      bodyName: string;
      role: string;
      scope: string;
      forBody: boolean;
    }>`
      select person.id as person, person.name, post.id, post.title, post.body, body.name as "bodyName", post.role, post.scope,
        ${worksForBody(ports.roles())} as "forBody"
      from post join holding h on h.district = post.district and h.post = post.id
      join person on person.district = h.district and person.id = h.person and person.disabled_at is null
      join body on body.district = post.district and body.id = post.body
      where post.abolished_on is null and h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day}) and ${all(inside)}
      order by person.name, person.id, post.scope limit 5000`.execute(sql);
    const bounds = await limits();
    const open = await ports.countOpenCases(rows.map((row) => ({ ...row, district: districtOfPath(row.scope) })));
    const people = [...Map.groupBy(rows, (row) => row.person).values()].map((own): LoadRow => {
      const posts = [...new Map(own.map((post) => [post.id, post])).values()];
      const openCases = posts.reduce((sum, post) => sum + (open.get(post.id) ?? 0), 0);
      const load = { posts: posts.length, openCases, bodies: new Set(posts.map((post) => post.body)).size };
      return {
        person: own[0]?.person ?? '',
        name: own[0]?.name ?? '',
        posts: posts.map(({ id, title, bodyName }) => ({ id, title, body: bodyName, openCases: open.get(id) ?? 0 })),
        openCases,
        overload: [...overloadOf(load, bounds)],
      };
    });
    people.sort((one, other) => other.posts.length - one.posts.length || other.openCases - one.openCases);
    return { mostPosts: bounds.posts, mostOpen: bounds.openCases, rows: people.slice(0, 200) };
  };

  return { listEstablishment, setEstablishment, allowOver, assertPlace, listLoads };
};

export type Establishment = ReturnType<typeof createEstablishment>;
