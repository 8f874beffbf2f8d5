import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { type Instant, plusMillis } from '#kernel/instant';
import type { Locale } from '#kernel/label';
import type { CaseQuery, ExportRequest } from '#engines/case/contract';
import { districtPath, inScope, outermostScopes } from '#engines/territory/model';
import type { RawAnswer } from '#platform/server/http';
import type { JobResult, Parts, Session, SqlOrTransaction } from '#platform/server/parts';
import { fingerprintOf } from '#platform/server/receipts';
import type { CasePorts } from '../ports.ts';
import type { Reader } from '../readers.ts';
import { type ExportRights, type Exports, filtersOnly, queryText } from './export-file.ts';
import { exportMark } from './export-mark.ts';

const KIND = 'case.export-approved';
const hour = 3_600_000;
/** The file waits so long for whoever asked. */
const linkMillis = 24 * hour;
/** What nobody decided in a week is not wanted any more. */
const decideMillis = 7 * 24 * hour;

interface RequestRow {
  readonly district: string;
  readonly id: Id;
  readonly mark: string;
  readonly person: Id;
  readonly name: string;
  readonly query: CaseQuery;
  readonly rights: KeptRights;
  readonly paths: readonly string[];
  readonly clear: boolean;
  readonly rows: number;
  readonly reason: string;
  readonly locale: Locale;
  readonly asked_at: Instant;
  readonly state: ExportRequest['state'];
  readonly decided_by: Id | null;
  readonly decided_name: string | null;
  readonly decided_at: Instant | null;
  readonly decision: string | null;
  readonly file_id: string | null;
  readonly file_name: string | null;
  readonly expires_at: Instant | null;
}

/** Rights as they were when it was asked; the ids of the posts that carried them say whether they still stand. */
interface KeptRights extends Omit<ExportRights, 'query'> {
  readonly carriedBy: readonly { readonly id: Id; readonly keptIn: string }[];
  readonly fingerprint: string;
}

export interface AskExport extends ExportRights {
  readonly id: Id;
  readonly clear: boolean;
  readonly reason: string;
}

interface By {
  readonly session: Session;
  readonly locale: Locale;
  readonly address: string;
}

const columns = raw.raw(
  [
    'district',
    'id',
    'mark',
    'person',
    'name',
    'query',
    'rights',
    'paths',
    'clear',
    'rows',
    'reason',
    'locale',
    'asked_at',
    'state',
    'decided_by',
    'decided_name',
    'decided_at',
    'decision',
    'file_id',
    'file_name',
    'expires_at',
  ].join(', '),
);

/** Which territory somebody has to cover who lets these rows out: what the asker reads, or the whole district of a task. */
const pathsOf = (reader: Reader): readonly string[] =>
  outermostScopes([
    ...reader.scopes.map((one) => one.scope),
    ...(reader.scopes.length === 0 ? reader.bodies.map((one) => districtPath(one.district)) : []),
  ]);

/** Large exports and personal values: asked for by one, decided by another, fetched once (PIPL 51, DSL 27). */
export const createExportRequests = (
  parts: Parts,
  ports: Pick<CasePorts, 'keyFor' | 'namesOf' | 'postsHeld' | 'tellPerson'>,
  exports: Exports,
) => {
  const keyOf = async (row: Pick<RequestRow, 'district' | 'id'>): Promise<string> =>
    createHmac('sm3', await ports.keyFor('case.export-link'))
      .update(`${row.district} ${row.id}`)
      .digest('base64url');

  const approving = (session: Session): readonly string[] =>
    outermostScopes(session.posts.filter((post) => post.permissions.has('export.approve')).map((post) => post.scope));

  const covers = (session: Session, row: Pick<RequestRow, 'paths'>): boolean => {
    const scopes = approving(session);
    return row.paths.length > 0 && row.paths.every((path) => scopes.some((scope) => inScope(path, scope)));
  };

  const viewOf = async (row: RequestRow, session: Session): Promise<ExportRequest> => {
    const names = await ports.namesOf([...row.paths]);
    const now = parts.clock();
    const over =
      (row.state === 'ready' && row.expires_at !== null && row.expires_at <= now) ||
      (row.state === 'asked' && row.asked_at <= plusMillis(now, -decideMillis));
    const state = over ? 'expired' : row.state;
    const own = row.person === session.person;
    return {
      id: row.id,
      mark: row.mark,
      name: row.name,
      places: row.paths.map((path) => names.get(path) ?? '').join('、'),
      clear: row.clear,
      rows: row.rows,
      reason: row.reason,
      askedAt: row.asked_at,
      state,
      decidedBy: row.decided_name,
      decidedAt: row.decided_at,
      decision: row.decision,
      expiresAt: row.expires_at,
      link: own && state === 'ready' ? `/api/exports/${row.id}/file?key=${await keyOf(row)}` : null,
      mayDecide: !own && state === 'asked' && covers(session, row),
    };
  };

  const find = async (sql: SqlOrTransaction, districts: readonly string[], id: Id, lock = false) =>
    (
      await raw<RequestRow>`select ${columns} from export_request
        where district = any(${[...districts]}::text[]) and id = ${id}::uuid ${lock ? raw`for update` : raw``}`.execute(
        sql,
      )
    ).rows[0];

  const districtsOf = (session: Session): readonly string[] => [...new Set(session.posts.map((post) => post.district))];

  const audit = (
    sql: SqlOrTransaction,
    row: Pick<RequestRow, 'district' | 'id' | 'mark' | 'rows' | 'clear'>,
    { session, address }: Pick<By, 'session' | 'address'>,
    action: string,
    reason: string | null,
    query?: CaseQuery,
  ): Promise<void> =>
    parts.audit.write(sql, {
      district: row.district,
      person: session.person,
      address,
      action,
      object: `export:${row.id}`,
      result: 'done',
      reason,
      detail: { mark: row.mark, rows: row.rows, clear: row.clear, ...(query && { query: queryText(query) }) },
    });

  const ask = async (asked: AskExport, by: By): Promise<ExportRequest> => {
    const { id, reader, posts, clear, reason } = asked;
    const { session, locale } = by;
    const query = filtersOnly(asked.query);
    // Clear values are never taken out by whoever may not even look at one.
    if (clear && !session.permissions.has('personal.reveal')) throw new DomainError('permission.denied');
    const district = reader.districts[0] ?? '';
    const now = parts.clock();
    const fingerprint = fingerprintOf([session.person, query, clear, reason]);
    const known = await find(parts.sql, [district], id);
    if (known) {
      if (known.rights.fingerprint !== fingerprint) throw new DomainError('request.id-reused', {}, { field: 'id' });
      return viewOf(known, session);
    }
    const rows = await exports.countAll(query, reader, posts, now);
    const carriedBy = session.posts.map((post) => ({ id: post.id, keptIn: post.keptIn ?? post.district }));
    const rights: KeptRights = { reader, posts, carriedBy, fingerprint };
    const mark = exportMark(id, now);
    await parts.sql.transaction().execute(async (trx) => {
      await raw`
        insert into export_request (district, id, mark, person, name, query, rights, paths, clear, rows, reason, locale, asked_at, state)
        values (${district}, ${id}::uuid, ${mark}, ${session.person}::uuid, ${session.name}, ${JSON.stringify(query)}::jsonb,
          ${JSON.stringify(rights)}::jsonb, ${[...pathsOf(reader)]}::text[], ${clear}, ${rows}, ${reason}, ${locale},
          ${now}::timestamptz, 'asked')`.execute(trx);
      await audit(trx, { district, id, mark, rows, clear }, by, 'export.ask', reason, query);
    });
    const made = await find(parts.sql, [district], id);
    if (!made) throw new Error('an export request was not kept');
    return viewOf(made, session);
  };

  const list = async (session: Session, view: 'mine' | 'decide'): Promise<ExportRequest[]> => {
    const districts = districtsOf(session);
    const which =
      view === 'mine'
        ? raw`person = ${session.person}::uuid`
        : raw`state = 'asked' and person <> ${session.person}::uuid`;
    const { rows } = await raw<RequestRow>`
      select ${columns} from export_request where district = any(${[...districts]}::text[]) and ${which}
      order by asked_at desc limit 200`.execute(parts.sql);
    const seen = view === 'mine' ? rows : rows.filter((row) => covers(session, row));
    const views = await Promise.all(seen.map((row) => viewOf(row, session)));
    return view === 'mine' ? views : views.filter((one) => one.mayDecide);
  };

  const decide = async (id: Id, said: { approve: boolean; reason: string }, by: By): Promise<ExportRequest> => {
    const { session } = by;
    const now = parts.clock();
    const decided = await parts.sql.transaction().execute(async (trx) => {
      const row = await find(trx, districtsOf(session), id, true);
      if (!row || (row.person !== session.person && !covers(session, row))) throw new DomainError('request.not-found');
      if (row.person === session.person) throw new DomainError('export.own');
      const { state } = await viewOf(row, session);
      if (state !== 'asked') throw new DomainError('export.not-now', { state: stateWords[state] });
      await raw`
        update export_request set state = ${said.approve ? 'approved' : 'refused'}, decided_by = ${session.person}::uuid,
          decided_name = ${session.name}, decided_at = ${now}::timestamptz, decision = ${said.reason}
        where district = ${row.district} and id = ${id}::uuid`.execute(trx);
      if (said.approve) {
        const { district, person } = row;
        await parts.jobs.start(trx, { id: parts.newId(), kind: KIND, district, person, payload: { district, id } });
      }
      await audit(trx, row, by, said.approve ? 'export.approve' : 'export.refuse', said.reason);
      await ports.tellPerson?.(trx, {
        district: row.district,
        event: parts.newId(),
        person: row.person,
        template: said.approve ? 'export.approved' : 'export.refused',
        values: { mark: row.mark, rows: String(row.rows), reason: said.reason },
      });
      return find(trx, [row.district], id);
    });
    if (!decided) throw new Error('a decided export is gone');
    return viewOf(decided, session);
  };

  parts.jobs.define<{ readonly district: string; readonly id: Id }>(KIND, async ({ district, id }, progress) => {
    const row = await find(parts.sql, [district], id);
    if (row?.state !== 'approved') return {};
    const { rights, person, name, locale, query, clear, mark } = row;
    const districts = [...new Set(rights.carriedBy.map((post) => post.keptIn))];
    const held = (await Promise.all(districts.map((one) => ports.postsHeld(one, person)))).flat();
    // Whoever has left a post since takes nothing out in its name.
    if (!rights.carriedBy.every((post) => held.some((one) => one.id === post.id))) {
      await raw`update export_request set state = 'failed' where district = ${district} and id = ${id}::uuid`.execute(
        parts.sql,
      );
      return { message: { zh: '岗位已变动，请重新申请导出。', en: 'The post has changed; please ask again.' } };
    }
    const now = parts.clock();
    const order = {
      query,
      reader: { ...rights.reader, now },
      posts: rights.posts,
      person,
      name,
      locale,
      now,
      clear,
      mark,
    };
    const file = await exports.makeFile(order, progress);
    await raw`
      update export_request set state = 'ready', rows = ${file.rows}, file_id = ${file.id}, file_name = ${file.name},
        ready_at = ${parts.clock()}::timestamptz, expires_at = ${plusMillis(parts.clock(), linkMillis)}::timestamptz
      where district = ${district} and id = ${id}::uuid and state = 'approved'`.execute(parts.sql);
    return { result: { rows: file.rows, mark } } satisfies JobResult;
  });

  /** The file, once. */
  const fetchFile = async (id: Id, key: string, by: Pick<By, 'session' | 'address'>): Promise<RawAnswer> => {
    const { session } = by;
    const row = await find(parts.sql, districtsOf(session), id);
    const right = row && Buffer.from(await keyOf(row));
    const given = Buffer.from(key);
    if (
      !row ||
      !right ||
      row.person !== session.person ||
      given.length !== right.length ||
      !timingSafeEqual(given, right)
    )
      throw new DomainError('request.not-found');
    const now = parts.clock();
    const taken = await parts.sql.transaction().execute(async (trx) => {
      const { rows } = await raw<{ file_id: string; file_name: string }>`
        update export_request set state = 'fetched', fetched_at = ${now}::timestamptz
        where district = ${row.district} and id = ${id}::uuid and state = 'ready' and expires_at > ${now}::timestamptz
        returning file_id, file_name`.execute(trx);
      if (rows[0]) await audit(trx, row, by, 'export.fetch', null);
      return rows[0];
    });
    if (!taken) throw new DomainError('export.link-used');
    const opened = await parts.files.open(taken.file_id);
    if (!opened) throw new DomainError('export.link-used');
    return { type: opened.type, size: opened.size, body: opened.body, name: taken.file_name };
  };

  /** Files that were fetched or are over go; a file that somebody is just downloading stays open until it is read. */
  const sweep = async (): Promise<void> => {
    const now = parts.clock();
    await raw`
      update export_request set state = 'expired'
      where (state = 'ready' and expires_at <= ${now}::timestamptz)
        or (state = 'asked' and asked_at <= ${plusMillis(now, -decideMillis)}::timestamptz)`.execute(parts.sql);
    const { rows } = await raw<{ district: string; id: Id; file_id: string }>`
      select district, id, file_id from export_request
      where file_id is not null and (expires_at <= ${now}::timestamptz
        or (state = 'fetched' and fetched_at <= ${plusMillis(now, -hour)}::timestamptz))`.execute(parts.sql);
    for (const row of rows) {
      await parts.files.remove([row.file_id]);
      await raw`update export_request set file_id = null where district = ${row.district} and id = ${row.id}::uuid`.execute(
        parts.sql,
      );
    }
  };
  parts.jobs.every('*/10 * * * *', 'case-export-files', sweep);

  return { ask, list, decide, fetchFile, sweep };
};

export type ExportRequests = ReturnType<typeof createExportRequests>;

const stateWords: Readonly<Record<ExportRequest['state'], { zh: string; en: string }>> = {
  asked: { zh: '提交', en: 'asked for' },
  refused: { zh: '被退回', en: 'refused' },
  approved: { zh: '批准', en: 'approved' },
  ready: { zh: '生成', en: 'made' },
  fetched: { zh: '下载', en: 'fetched' },
  expired: { zh: '过期', en: 'over' },
  failed: { zh: '失效', en: 'failed' },
};
