import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { label } from '#kernel/label';
import { rankOf } from '#kernel/sensitivity';
import type { Parts, Session } from '#platform/server/parts';
import type { NoticeCount, NoticeReceipt, NoticeView } from '#engines/notice/contract';
import { discreet, type NoticeValues, renderInside } from '#engines/notice/model';
import type { NoticePorts } from './ports.ts';
import { type NoticeSql, valuesPlace } from './tables.ts';

const pageSize = 20;

interface Row {
  readonly district: string;
  readonly id: Id;
  readonly template: string;
  readonly about: string | null;
  readonly sensitivity: number;
  readonly sealed: string | null;
  readonly made_at: Instant;
  readonly read_at: Instant | null;
  readonly acknowledge_by: Instant | null;
  readonly acknowledged_at: Instant | null;
  readonly escalated_from: Id | null;
}

/** The highest label that a reader sees: of a member of staff that of his posts; of a resident what is his own. */
const clearanceOf = (session: Session): number =>
  session.kind === 'resident'
    ? rankOf('internal')
    : Math.max(rankOf('internal'), ...session.posts.map((post) => rankOf(post.clearance)));

/** Messages inside the house: lists, counts, receipts. Whoever asks sees his own and no others. */
export const createInside = (parts: Parts, ports: NoticePorts) => {
  const sql: NoticeSql = parts.sql;
  const templates = new Map(ports.templates.map((template) => [template.id, template]));
  const kindOf = (session: Session) => (session.kind === 'resident' ? ('resident' as const) : ('person' as const));

  const mine = (session: Session) =>
    raw`receiver_kind = ${kindOf(session)} and receiver = ${session.person} and in_app`;

  const viewOf = async (row: Row, session: Session, seen: ReadonlySet<string>): Promise<NoticeView> => {
    const template = templates.get(row.template);
    const sees =
      row.sensitivity <= clearanceOf(session) && (row.about === null || seen.has(row.about)) && row.sealed !== null;
    const said =
      template && sees && row.sealed !== null
        ? renderInside(
            template,
            JSON.parse(await parts.seals.open(valuesPlace(row.district, row.id), row.sealed)) as NoticeValues,
            true,
          )
        : discreet;
    return {
      id: row.id,
      title: said.title,
      text: said.text,
      about: sees ? row.about : null,
      madeAt: row.made_at,
      readAt: row.read_at,
      acknowledgeBy: row.acknowledge_by,
      acknowledgedAt: row.acknowledged_at,
      escalated: row.escalated_from !== null,
    };
  };

  /** A page of what the session was told; what is shown counts as delivered. */
  const listNotices = async (
    session: Session,
    asked: { readonly unread?: boolean | undefined; readonly after?: Id | undefined },
  ): Promise<{ rows: NoticeView[]; more: boolean }> => {
    const { rows } = await raw<Row>`
      select district, id, template, about, sensitivity, sealed, made_at, read_at, acknowledge_by, acknowledged_at, escalated_from
      from notice where ${mine(session)}
        and ${asked.unread ? raw`read_at is null` : raw`true`}
        and ${
          asked.after
            ? raw`(made_at, id) < (select n.made_at, n.id from notice n where n.id = ${asked.after}
            and n.receiver_kind = ${kindOf(session)} and n.receiver = ${session.person} limit 1)`
            : raw`true`
        }
      order by made_at desc, id desc limit ${pageSize + 1}`.execute(sql);
    const shown = rows.slice(0, pageSize);
    if (shown.length > 0)
      await raw`update notice set delivered_at = ${parts.clock()}
        where ${mine(session)} and delivered_at is null and id = any(${shown.map((row) => row.id)}::uuid[])`.execute(
        sql,
      );
    const abouts = [...new Set(shown.flatMap((row) => row.about ?? []))];
    const seen = abouts.length ? await ports.mayRead(session, abouts) : new Set<string>();
    return { rows: await Promise.all(shown.map((row) => viewOf(row, session, seen))), more: rows.length > pageSize };
  };

  const countNotices = async (session: Session): Promise<NoticeCount> => {
    const { rows } = await raw<{ unread: number; toAcknowledge: number }>`
      select count(*) filter (where read_at is null)::integer as unread,
        count(*) filter (where acknowledge_by is not null and acknowledged_at is null)::integer as "toAcknowledge"
      from notice where ${mine(session)} and (read_at is null or acknowledge_by is not null and acknowledged_at is null)
    `.execute(sql);
    return rows[0] ?? { unread: 0, toAcknowledge: 0 };
  };

  const tellPages = (session: Session): void => {
    if (session.kind === 'staff')
      parts.live.tell({ topic: 'notice', district: '', path: '', id: session.person, person: session.person });
  };

  const markRead = async (session: Session, ids: readonly Id[] | undefined): Promise<NoticeCount> => {
    const now = parts.clock();
    await raw`update notice set read_at = ${now}, delivered_at = coalesce(delivered_at, ${now})
      where ${mine(session)} and read_at is null
        and ${ids ? raw`id = any(${[...ids]}::uuid[])` : raw`true`}`.execute(sql);
    tellPages(session);
    return countNotices(session);
  };

  const acknowledge = async (session: Session, id: Id, address: string): Promise<NoticeCount> => {
    const now = parts.clock();
    await sql.transaction().execute(async (trx) => {
      const { rows } = await raw<{ district: string; first: boolean }>`
        update notice n set acknowledged_at = coalesce(n.acknowledged_at, ${now}), read_at = coalesce(n.read_at, ${now}),
          delivered_at = coalesce(n.delivered_at, ${now})
        from (select district, id, acknowledged_at from notice where id = ${id} and ${mine(session)} for update) old
        where n.district = old.district and n.id = old.id
        returning n.district, old.acknowledged_at is null as first`.execute(trx);
      const [row] = rows;
      if (!row) throw new DomainError('request.not-found');
      if (row.first)
        await parts.audit.write(trx, {
          district: row.district,
          person: session.person,
          address,
          action: 'notice.acknowledge',
          object: `notice:${id}`,
          result: 'done',
        });
    });
    tellPages(session);
    return countNotices(session);
  };

  /** S113: who was told of a matter, and how far it came. @throws request.not-found unless the session may read it */
  const listReceipts = async (session: Session, about: string): Promise<NoticeReceipt[]> => {
    if (!(await ports.mayRead(session, [about])).has(about)) throw new DomainError('request.not-found');
    const districts = [...new Set(session.posts.map((post) => post.district))];
    const rows = await sql
      .selectFrom('notice')
      .select([
        'district',
        'receiver',
        'template',
        'sensitivity',
        'made_at',
        'delivered_at',
        'read_at',
        'acknowledge_by',
        'acknowledged_at',
        'escalated_at',
      ])
      .where('district', 'in', districts)
      .where('about', '=', about)
      .where('receiver_kind', '=', 'person')
      .orderBy('made_at')
      .limit(200)
      .execute();
    const visible = rows.filter((row) => row.sensitivity <= clearanceOf(session));
    const names = new Map<string, string>();
    for (const district of new Set(visible.map((row) => row.district))) {
      const ids = visible.filter((row) => row.district === district).map((row) => row.receiver);
      for (const [id, name] of await ports.namesOfPersons(district, ids)) names.set(id, name);
    }
    return visible.map((row) => ({
      name: names.get(row.receiver) ?? '—',
      // The title with its values is for the receiver; here the occasion is enough.
      title: label(
        (templates.get(row.template)?.title.zh ?? row.template).replace(/\{\w+\}/g, '…'),
        (templates.get(row.template)?.title.en ?? row.template).replace(/\{\w+\}/g, '…'),
      ),
      madeAt: row.made_at,
      deliveredAt: row.delivered_at,
      readAt: row.read_at,
      acknowledgeBy: row.acknowledge_by,
      acknowledgedAt: row.acknowledged_at,
      escalatedAt: row.escalated_at,
    }));
  };

  /** All that a resident was told, for whoever wants his own data. */
  const exportOf = async (session: Session): Promise<NoticeView[]> => {
    const all: NoticeView[] = [];
    for (let after: Id | undefined; ; after = all.at(-1)?.id) {
      const { rows, more } = await listNotices(session, { after });
      all.push(...rows);
      if (!more || all.length >= 2000) return all;
    }
  };

  return { listNotices, countNotices, markRead, acknowledge, listReceipts, exportOf };
};
