import { type RawBuilder, sql as raw } from 'kysely';
import type { Pool } from 'pg';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { type Instant, isInstant } from '#kernel/instant';
import type { CaseQuery } from '#engines/case/contract';
import type { Timing } from '#engines/case/model';
import { scopeRange } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import {
  all,
  any,
  type Branch,
  type Condition,
  deskBranches,
  filtersOf,
  gapsOf,
  inboxBranches,
  readableBranches,
  reportedBranches,
  sideBranches,
} from './list-conditions.ts';
import { createWordSearch, type Piece, type Pieces, namedPiecesOf, piecesOf } from './case-words.ts';
import type { Reader, WorkingPost } from './readers.ts';

export interface ListedCase {
  readonly district: string;
  readonly id: Id;
  readonly number: string;
  readonly title: string;
  readonly playbook: string;
  readonly playbook_version: number;
  readonly category: string;
  readonly stage: string;
  readonly status: 'open' | 'closed';
  readonly path: string;
  readonly place: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly channel: string;
  readonly assignee: Id | null;
  readonly waits_for: 'role' | 'assignee' | 'reporter' | 'task' | 'system' | null;
  readonly owner_role: string | null;
  readonly reported_at: Instant;
  readonly warn_at: Instant | null;
  readonly due_at: Instant | null;
  readonly closed_at: Instant | null;
  readonly timing: Timing | null;
  readonly rating: number | null;
  readonly sensitivity: number;
  readonly me_too: number;
  readonly parent: Id | null;
  readonly handler: Id | null;
  /** Day of review. */
  readonly held_until: string | null;
  readonly card: string | null;
  readonly extended: boolean | null;
  readonly pending: boolean | null;
}

const columns = raw.raw(
  [
    'district',
    'id',
    'number',
    'title',
    'playbook',
    'playbook_version',
    'category',
    'stage',
    'status',
    'path',
    'place',
    'lng',
    'lat',
    'channel',
    'assignee',
    'waits_for',
    'owner_role',
    'reported_at',
    'warn_at',
    'due_at',
    'closed_at',
    'timing',
    'rating',
    'sensitivity',
    'me_too',
    'parent',
    'handler',
    'held_until',
    'card',
    'extended',
    'pending',
  ]
    .map((name) => `c.${name}`)
    .join(', '),
);

/** Totals are counted up to here; beyond it a list says “more”. */
const COUNTED = 10_000;
/** Of a search for words: their rows lie scattered, and whoever finds a thousand narrows the search. */
const COUNTED_WORDS = 1_000;
/** Of whoever reads tasks alone: each right is looked up with its matter. */
const COUNTED_TASKS = 1_000;

type Order = 'reported' | 'due';

interface Cursor {
  readonly order: Order;
  readonly at: Instant | null;
  readonly id: Id;
  readonly total: number;
}

const cursorText = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.order, cursor.at, cursor.id, cursor.total])).toString('base64url');

const readCursor = (text: string, order: Order): Cursor => {
  try {
    const [kind, at, id, total] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    if (kind === order && (at === null || isInstant(at)) && typeof id === 'string' && Number.isInteger(total)) {
      return { order, at, id, total: total as number };
    }
  } catch {
    // Refused below.
  }
  throw new DomainError('request.invalid', { detail: 'after' });
};

interface OrderSql {
  readonly by: RawBuilder<unknown>;
  readonly at: RawBuilder<unknown>;
  readonly after: (cursor: Cursor) => Condition;
}

const orders: Readonly<Record<Order, OrderSql>> = {
  reported: {
    by: raw`c.reported_at desc, c.id desc`,
    at: raw`c.reported_at`,
    after: ({ at, id }) => raw`(c.reported_at, c.id) < (${at}::timestamptz, ${id}::uuid)`,
  },
  due: {
    by: raw`c.due_at, c.id`,
    at: raw`c.due_at`,
    after: ({ at, id }) =>
      at === null
        ? raw`(c.due_at is null and c.id > ${id}::uuid)`
        : raw`((c.due_at, c.id) > (${at}::timestamptz, ${id}::uuid) or c.due_at is null)`,
  },
};

export interface CasePage {
  readonly rows: readonly ListedCase[];
  readonly total: number;
  readonly more: boolean;
  readonly next: string | null;
}

/** Which bodies ever had work, and whether somebody reported anything outside these ranges; by keys alone. */
const probe = {
  name: 'case-probe',
  text: `
select array(select asked.body from unnest($1::text[], $2::uuid[]) as asked(district, body)
    where (select true from case_grant g where g.district = asked.district and g.body = asked.body
      and (g.ended_at is null or g.ended_at > $7::timestamptz)
      order by g.reported_at desc limit 1)) as bodies,
  exists (select from unnest($4::text[], $5::text[], $6::text[]) as gap(district, lo, hi)
    where exists (select from case_file c where c.district = gap.district and c.reporter_person = $3::uuid
      and c.path >= gap.lo and c.path < gap.hi)) as reports`,
} as const;

export interface InboxCounts {
  readonly waiting: number;
  readonly overdue: number;
  readonly soon: number;
  readonly grants: number;
  readonly tasks: number;
  readonly cards: number;
}

const nothingWaits: InboxCounts = { waiting: 0, overdue: 0, soon: 0, grants: 0, tasks: 0, cards: 0 };

/** Lists and counts. All of them go through the reading rule. */
export const createCaseLists = (sql: Sql, pool: Pool) => {
  /** Most people see nothing but their range: then the other branches are not even planned. */
  const branchesToRead = async (reader: Reader): Promise<readonly Branch[]> => {
    const gaps = gapsOf(reader);
    const { rows } = await pool.query<{ bodies: Id[]; reports: boolean }>({
      ...probe,
      values: [
        reader.bodies.map((one) => one.district),
        reader.bodies.map((one) => one.body),
        reader.person,
        gaps.map((gap) => gap.district),
        gaps.map((gap) => gap.from),
        gaps.map((gap) => gap.to),
        reader.now,
      ],
    });
    const { bodies, reports } = rows[0] ?? { bodies: [], reports: true };
    return readableBranches(reader).filter(({ needs }) => {
      if (needs === undefined) return true;
      return needs === 'own reports' ? reports : bodies.includes(needs.body);
    });
  };

  const branchesOf = async (
    query: CaseQuery,
    reader: Reader,
    posts: readonly WorkingPost[],
  ): Promise<readonly Branch[]> => {
    if (query.view === 'inbox') return inboxBranches(posts);
    if (query.view === 'reported') return reportedBranches(reader);
    if (query.view !== 'copied' && query.view !== 'joined') return branchesToRead(reader);
    // What the body was given still has to be readable: a right may have ended.
    const side = any(
      sideBranches(reader, query.view === 'copied' ? 'copy' : 'task').map(({ where }) => raw`(${where})`),
    );
    return readableBranches(reader).map((branch) => ({ ...branch, where: all([branch.where, side]) }));
  };

  const listRows = async (
    pieces: readonly Piece[],
    filters: readonly Condition[],
    order: Order,
    limit: number,
  ): Promise<readonly ListedCase[]> => {
    if (pieces.length === 0) return [];
    const { by, at } = orders[order];
    const keys = pieces.map(({ source, where, rights }) => {
      // A grant knows when its matter was reported, so its own index gives the order.
      const along = rights && order === 'reported' ? raw`g.reported_at desc, g.case_id desc` : by;
      return raw`(select c.district, c.id, ${at} from ${source}
        where ${all([...where, ...filters])} order by ${along} limit ${limit})`;
    });
    // Which rows they are is found in indexes; only these are read.
    const found =
      keys.length === 1
        ? raw`${keys[0]}`
        : raw`(${raw.join(keys, raw` union all `)} order by ${order === 'due' ? raw`due_at, id` : raw`reported_at desc, id desc`} limit ${limit})`;
    const whole = raw<ListedCase>`select ${columns} from ${found} k join case_file c on c.district = k.district and c.id = k.id order by ${by}`;
    return (await whole.execute(sql)).rows;
  };

  /** @param most counting stops one above it */
  const countRows = async (pieces: readonly Piece[], filters: readonly Condition[], most: number): Promise<number> => {
    if (pieces.length === 0) return 0;
    const counts = pieces.map(
      ({ source, where }) => raw`(select count(*) from
        (select from ${source} where ${all([...where, ...filters])} limit ${most + 1}) counted)`,
    );
    const { rows } = await raw<{ total: number }>`select ${raw.join(counts, raw` + `)} as total`.execute(sql);
    return rows[0]?.total ?? 0;
  };

  const searchWords = createWordSearch(sql, COUNTED_WORDS);
  const piecesFor = async (
    query: CaseQuery,
    reader: Reader,
    posts: readonly WorkingPost[],
    order?: Order,
  ): Promise<Pieces> => {
    const branches = await branchesOf(query, reader, posts);
    if (query.words?.trim()) return searchWords(branches, query, reader.districts);
    const pieces = piecesOf(branches, order);
    return { list: pieces, count: pieces };
  };

  const listCases = async (
    query: CaseQuery,
    reader: Reader,
    posts: readonly WorkingPost[],
    now: Instant,
    /** The total, when the caller knows it. */
    known: { readonly counted?: number } = {},
  ): Promise<CasePage> => {
    const order: Order = query.sort ?? (query.view === 'inbox' ? 'due' : 'reported');
    const size = query.size ?? 20;
    const pieces = await piecesFor(query, reader, posts, order);
    const filters = filtersOf(query, now);
    const cursor = query.after === undefined ? undefined : readCursor(query.after, order);
    const most = query.words?.trim() ? COUNTED_WORDS : reader.scopes.length === 0 ? COUNTED_TASKS : COUNTED;
    const onward = cursor ? [...filters, orders[order].after(cursor)] : filters;
    const [found, total] = await Promise.all([
      listRows(pieces.list, onward, order, size + 1),
      cursor?.total ?? known.counted ?? countRows(pieces.count, filters, most),
    ]);
    const rows = found.slice(0, size);
    const last = rows.at(-1);
    const at = order === 'due' ? last?.due_at : last?.reported_at;
    const next = found.length > size && last ? cursorText({ order, at: at ?? null, id: last.id, total }) : null;
    return { rows, total: Math.min(total, most), more: total > most, next };
  };

  /** Those of these matters that the reader may read. */
  const listByIds = (reader: Reader, ids: readonly Id[]): Promise<readonly ListedCase[]> =>
    listRows(namedPiecesOf(readableBranches(reader)), [raw`c.id = any(${[...ids]}::uuid[])`], 'reported', ids.length);

  /** The whole count, for jobs. */
  const countAll = async (
    query: CaseQuery,
    reader: Reader,
    posts: readonly WorkingPost[],
    now: Instant,
  ): Promise<number> =>
    countRows((await piecesFor(query, reader, posts)).count, filtersOf(query, now), Number.MAX_SAFE_INTEGER - 1);

  const countInbox = async (posts: readonly WorkingPost[], now: Instant): Promise<InboxCounts> => {
    const branches = inboxBranches(posts);
    if (branches.length === 0) return nothingWaits;
    const parts = branches.map(({ where }) => raw`(select c.warn_at, c.due_at from case_file c where ${where})`);
    const at = (kind: 'grant' | 'task' | 'card') => {
      const each = deskBranches(posts, kind).map(({ where }) => raw`(select count(*) from case_file c where ${where})`);
      return raw`(${raw.join(each, raw` + `)})`;
    };
    const { rows } = await raw<InboxCounts>`
      select ${at('grant')} as grants, ${at('task')} as tasks, ${at('card')} as cards, count(*) as waiting, count(*) filter (where due_at <= ${now}::timestamptz) as overdue,
        count(*) filter (where warn_at <= ${now}::timestamptz and due_at > ${now}::timestamptz) as soon
      from (${raw.join(parts, raw` union all `)}) waiting`.execute(sql);
    return rows[0] ?? nothingWaits;
  };

  /** How many open matters wait at each post; one query for all. Whoever looks at posts may not know of sensitive ones. */
  const countOpenCases = async (
    posts: readonly {
      readonly id: Id;
      readonly role: string;
      readonly body: Id;
      readonly forBody: boolean;
      readonly scope: string;
      readonly district: string;
    }[],
  ): Promise<ReadonlyMap<Id, number>> => {
    const asked = posts.map(({ id, role, body, forBody, scope, district }) => {
      const { from, to } = scopeRange(scope);
      return { id, role, body: forBody ? body : null, district, from, to };
    });
    const { rows } = await raw<{ id: Id; waiting: number }>`
      select p.id,
        (select count(*) from case_file c where c.district = p.district and c.waits_for = 'role'
          and c.owner_role = p.role and c.path >= p."from" and c.path < p."to" and c.sensitivity <= 1)
        + (select count(*) from case_file c where c.district = p.district and c.waits_for = 'assignee'
          and c.assignee = p.body and c.sensitivity <= 1) as waiting
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as p(id uuid, role text, body uuid, district text, "from" text, "to" text)`.execute(sql);
    return new Map(rows.map((row) => [row.id, row.waiting]));
  };

  /** Which numbers of a collection were imported already. */
  const knownImports = async (
    district: string,
    source: string,
    externalIds: readonly string[],
  ): Promise<ReadonlySet<string>> => {
    const { rows } = await raw<{ external_id: string }>`
      select external_id from case_file where district = ${district} and import_source = ${source}
        and external_id = any(${[...externalIds]}::text[])`.execute(sql);
    return new Set(rows.map((row) => row.external_id));
  };

  return { listCases, listByIds, knownImports, countAll, countInbox, countOpenCases };
};

export type CaseLists = ReturnType<typeof createCaseLists>;
