import { type RawBuilder, sql as raw } from 'kysely';
import { chinaDate, chinaInstant, type Instant } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import type { CaseQuery } from '#engines/case/contract';
import { codeToPath, scopeRange } from '#engines/territory/model';
import type { Labels, Reader, ReaderScope, WorkingPost } from './readers.ts';

/** Conditions over `case_file c`, as fragments of SQL; every value is a parameter. */
export type Condition = RawBuilder<unknown>;

export const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? raw`true` : raw`(${raw.join(conditions, raw` and `)})`;
export const any = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? raw`false` : raw`(${raw.join(conditions, raw` or `)})`;

const range = (from: string, to: string): Condition => raw`(c.path >= ${from} and c.path < ${to})`;
const uuids = (ids: readonly Id[]): Condition => raw`any(${[...ids]}::uuid[])`;

/**
 * A list is the sum of branches that do not overlap: each can go along an index in the order of the list,
 * where one condition with `or` could not.
 */
export interface Branch {
  readonly where: Condition;
  /** Asked before: a branch that holds nothing at all need not be planned with the others (`case-lists.ts`). */
  readonly needs?: { readonly body: Id } | 'own reports';
  /** Rows come from the reading rights of bodies, joined to their matters. */
  readonly from: 'case_file' | 'case_grant';
  /** The condition on rights alone, as `o`. */
  readonly rights?: Condition;
  /** Path below which all its rows lie, when there is one. */
  readonly within?: string;
}

/** Labels that may be known: `readers.ts` says why. */
export const known = ({ rank, named }: Labels): Condition =>
  named.length === 0
    ? raw`c.sensitivity <= ${rank}::int`
    : raw`(c.sensitivity <= ${rank}::int or (c.sensitivity = 3 and c.playbook = any(${[...named]}::text[])))`;

const inScope = ({ district, from, to, low, high, playbooks }: ReaderScope): Condition =>
  all([
    raw`c.district = ${district}`,
    range(from, to),
    ...(low > 0 ? [raw`c.sensitivity >= ${low}::int`] : []),
    raw`c.sensitivity <= ${high}::int`,
    ...(playbooks ? [raw`c.playbook = any(${[...playbooks]}::text[])`] : []),
  ]);

export const inScopes = (reader: Reader): Condition => any(reader.scopes.map(inScope));

const lives = (now: Instant, grant: 'g' | 'o'): Condition =>
  raw`(${raw.ref(`${grant}.ended_at`)} is null or ${raw.ref(`${grant}.ended_at`)} > ${now}::timestamptz)`;

const bodiesIn = (reader: Reader, district: string) => reader.bodies.filter((one) => one.district === district);

/** The matter is the task of none of these bodies. */
const notGranted = (reader: Reader, bodies: Reader['bodies']): readonly Condition[] =>
  bodies.map(
    ({ district, body, labels }) =>
      raw`not (${known(labels)} and exists (select from case_grant o where o.district = ${district} and o.body = ${body}::uuid
          and o.reported_at = c.reported_at and o.case_id = c.id and ${lives(reader.now, 'o')}))`,
  );

/** The reading rule (`readers.ts`) as branches: by place, by task for each body, as the one who reported. */
export const readableBranches = (reader: Reader): readonly Branch[] => {
  const outside = raw`not ${inScopes(reader)}`;
  const scopes = reader.scopes.map(
    (scope): Branch => ({ from: 'case_file', where: inScope(scope), within: scope.scope }),
  );
  const tasks = reader.districts.flatMap((district) =>
    bodiesIn(reader, district).map(({ body, labels }, index, bodies): Branch => {
      const own = raw`g.district = ${district} and g.body = ${body}::uuid and ${lives(reader.now, 'g')}`;
      const where = all([own, known(labels), outside, ...notGranted(reader, bodies.slice(0, index))]);
      const rights = raw`o.district = ${district} and o.body = ${body}::uuid and ${lives(reader.now, 'o')}`;
      return { from: 'case_grant', where, rights, needs: { body } };
    }),
  );
  const mine = reader.districts.map((district): Branch => {
    const own = raw`c.district = ${district} and c.reporter_person = ${reader.person}::uuid`;
    const where = all([own, known(reader.labels), outside, ...notGranted(reader, bodiesIn(reader, district))]);
    return { from: 'case_file', where, needs: 'own reports' };
  });
  return [...scopes, ...tasks, ...mine];
};

/**
 * What lies between and beside the scopes of a reader, as ranges of paths: where only tasks and own reports are seen.
 * With several clearances everything is looked at.
 */
export const gapsOf = (
  reader: Reader,
): readonly { readonly district: string; readonly from: string; readonly to: string }[] =>
  reader.districts.flatMap((district) => {
    const even = reader.scopes.every((scope) => scope.low === 0 && scope.high === reader.labels.rank);
    const scopes = reader.scopes
      .filter((scope) => even && scope.district === district)
      .sort((one, other) => (one.from < other.from ? -1 : 1));
    const starts = ['', ...scopes.map((scope) => scope.to)];
    const ends = [...scopes.map((scope) => scope.from), ':'];
    return starts.map((from, index) => ({ district, from, to: ends[index] ?? ':' }));
  });

/** Labels of a desk beside the owner's; copied from its matter, so that only what may be known is looked up. */
const knownDesk = ({ rank, named }: Labels): Condition =>
  named.length === 0
    ? raw`d.sensitivity <= ${rank}::int`
    : raw`(d.sensitivity <= ${rank}::int or (d.sensitivity = 3 and d.playbook = any(${[...named]}::text[])))`;

/**
 * Matters that lie at desks beside their owner's, as ids that are found before any matter is read: they are few, and
 * PostgreSQL must not walk all matters in the order of the list to find them.
 */
const atDesks = (district: string, desks: Condition): Condition =>
  raw`c.district = ${district} and c.id = any(array(
    select d.case_id from case_desk d where d.district = ${district} and ${desks}))`;

/** Requests to decide, tasks, cards to answer that wait for the posts held. */
export const deskBranches = (posts: readonly WorkingPost[], kind?: 'grant' | 'task' | 'card'): readonly Branch[] =>
  [...Map.groupBy(posts, (post) => post.district)].map(([district, own]): Branch => {
    const each = own.map((post) => {
      const { from, to } = scopeRange(post.scope);
      const here = raw`(d.role = ${post.role} and d.path >= ${from} and d.path < ${to})`;
      const at = post.forBody ? raw`(${here} or d.body = ${post.body}::uuid)` : here;
      return all([at, knownDesk(post.labels)]);
    });
    const desks = all([raw`d.waits`, ...(kind ? [raw`d.kind = ${kind}`] : []), any(each)]);
    return { from: 'case_file', where: raw`(${atDesks(district, desks)} and c.status = 'open')` };
  });

/** What the bodies of a reader were given to read along (抄送), or had tasks of (协办). */
export const sideBranches = (reader: Reader, kind: 'copy' | 'task'): readonly Branch[] =>
  [...Map.groupBy(reader.bodies, (one) => one.district)].map(([district, bodies]): Branch => {
    const each = bodies.map(({ body, labels }) => all([raw`d.body = ${body}::uuid`, knownDesk(labels)]));
    return { from: 'case_file', where: atDesks(district, all([raw`d.kind = ${kind}`, any(each)])) };
  });

/** Work that waits for the posts held: by role within the range, by body, or at a desk beside the owner's. */
export const inboxBranches = (posts: readonly WorkingPost[]): readonly Branch[] => {
  const owned = ownedBranches(posts);
  const others = all(owned.map(({ where }) => raw`(${where}) is not true`));
  return [...owned, ...deskBranches(posts).map((branch) => ({ ...branch, where: all([branch.where, others]) }))];
};

/** Work of which a post held, or its body, is the owner. */
const ownedBranches = (posts: readonly WorkingPost[]): readonly Branch[] => {
  const roles = new Map<string, WorkingPost[]>();
  for (const post of posts)
    roles.set(`${post.district} ${post.role}`, [...(roles.get(`${post.district} ${post.role}`) ?? []), post]);
  const byRole = [...roles.values()].map((same): Branch => {
    const [{ district, role, labels } = { district: '', role: '', labels: { rank: -1, named: [] } }] = same;
    const ranges = any(same.map((post) => scopeRange(post.scope)).map(({ from, to }) => range(from, to)));
    return {
      from: 'case_file',
      where: all([
        raw`c.district = ${district}`,
        raw`c.waits_for = 'role'`,
        raw`c.owner_role = ${role}`,
        ranges,
        known(labels),
      ]),
    };
  });
  const forBody = posts.filter((post) => post.forBody);
  const byBody = [...new Set(forBody.map((post) => post.district))].map((district): Branch => {
    const bodies = forBody.filter((post) => post.district === district);
    const labels = [...new Map(bodies.map((post) => [JSON.stringify(post.labels), post.labels])).values()];
    const each = labels.map((one) =>
      all([
        raw`c.assignee = ${uuids(bodies.filter((post) => JSON.stringify(post.labels) === JSON.stringify(one)).map((post) => post.body))}`,
        known(one),
      ]),
    );
    return {
      from: 'case_file',
      where: all([raw`c.district = ${district}`, raw`c.waits_for = 'assignee'`, any(each)]),
    };
  });
  return [...byRole, ...byBody];
};

export const reportedBranches = (reader: Reader): readonly Branch[] =>
  reader.districts.map((district) => ({
    from: 'case_file',
    where: all([raw`c.district = ${district}`, raw`c.reporter_person = ${reader.person}::uuid`, known(reader.labels)]),
  }));

const lights: Readonly<Record<NonNullable<CaseQuery['light']>, (now: Instant) => Condition>> = {
  red: (now) => raw`c.status = 'open' and c.due_at <= ${now}::timestamptz`,
  yellow: (now) => raw`c.status = 'open' and c.warn_at <= ${now}::timestamptz and c.due_at > ${now}::timestamptz`,
  green: (now) => raw`c.status = 'open' and c.warn_at > ${now}::timestamptz`,
  none: () => raw`(c.status = 'closed' or c.due_at is null)`,
};

/** Each implies the condition of the index `case_marked`. */
const marks: Readonly<Record<NonNullable<CaseQuery['mark']>, (now: Instant) => Condition>> = {
  held: () => raw`c.held_until is not null`,
  'review-due': (now) => raw`c.held_until <= ${chinaDate(now)}::date`,
  card: () => raw`c.card is not null`,
  yellow: () => raw`c.card = 'yellow'`,
  red: () => raw`c.card = 'red'`,
  extended: () => raw`c.extended`,
  pending: () => raw`c.pending`,
  exempt: () => raw`c.exempt`,
};

/** What a person filters by, on top of what a branch may read; words are `case-words.ts`. */
export const filtersOf = (query: CaseQuery, now: Instant): readonly Condition[] => {
  const filters: Condition[] = [];
  if (query.at !== undefined) {
    const { from, to } = scopeRange(codeToPath(query.at));
    filters.push(range(from, to));
  }
  for (const [column, value] of [
    ['c.status', query.status],
    ['c.stage', query.stage],
    ['c.playbook', query.playbook],
    ['c.timing', query.timing],
  ] as const) {
    if (value !== undefined) filters.push(raw`${raw.ref(column)} = ${value}`);
  }
  if (query.category !== undefined) {
    filters.push(raw`(c.category = ${query.category} or c.category_class = ${query.category})`);
  }
  if (query.light !== undefined) filters.push(lights[query.light](now));
  if (query.mark !== undefined) filters.push(marks[query.mark](now));
  if (query.parent !== undefined) filters.push(raw`c.parent = ${query.parent}::uuid`);
  if (query.body !== undefined) filters.push(raw`c.assignee = ${query.body}::uuid`);
  if (query.from !== undefined) filters.push(raw`c.reported_at >= ${chinaInstant(query.from)}::timestamptz`);
  if (query.to !== undefined) filters.push(raw`c.reported_at < ${chinaInstant(query.to)}::timestamptz`);
  return filters;
};
