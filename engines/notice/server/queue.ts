import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { label } from '#kernel/label';
import { sensitivities } from '#kernel/sensitivity';
import type { Parts, Session } from '#platform/server/parts';
import type { QueuedMessage, QueueView } from '#engines/notice/contract';
import {
  maskAddress,
  mayCancel,
  mayRetry,
  type MessageState,
  type NoticeValues,
  type OutsideChannel,
  renderOutside,
} from '#engines/notice/model';
import { tidyQueue } from './message-store.ts';
import type { NoticePorts } from './ports.ts';
import { addressPlace, type NoticeSql, valuesPlace } from './tables.ts';

const pageSize = 30;

interface Row {
  readonly district: string;
  readonly id: Id;
  readonly notice: Id;
  readonly channel: OutsideChannel;
  readonly state: MessageState;
  readonly address: string | null;
  readonly locale: 'zh' | 'en';
  readonly template: string;
  readonly sensitivity: number;
  readonly sealed: string | null;
  readonly made_at: Instant;
  readonly next_at: Instant;
  readonly ended_at: Instant | null;
  readonly expires_at: Instant | null;
  readonly attempts: number;
  readonly reason: string | null;
}

/**
 * The queue as whoever tends the installation sees it: states and masked texts. Nothing personal is opened, except in
 * a demo installation, where no gateway is and everybody is invented.
 */
export const createQueue = (parts: Parts, ports: NoticePorts) => {
  const sql: NoticeSql = parts.sql;
  const templates = new Map(ports.templates.map((template) => [template.id, template]));

  const viewOf = async (row: Row, signature: string): Promise<QueuedMessage> => {
    const template = templates.get(row.template);
    const values: NoticeValues =
      row.sealed === null ? {} : JSON.parse(await parts.seals.open(valuesPlace(row.district, row.notice), row.sealed));
    const how = {
      channel: row.channel,
      locale: row.locale,
      sensitivity: sensitivities[row.sensitivity] ?? ('key-persons' as const),
      signature,
    };
    const open = row.state === 'waiting' || row.state === 'queued';
    const said = template ? renderOutside(template, values, { ...how, masked: true }).text : '';
    return {
      id: row.id,
      district: row.district,
      channel: row.channel,
      state: row.state,
      to:
        row.address === null
          ? '—'
          : maskAddress(await parts.seals.open(addressPlace(row.district, row.id), row.address)),
      name: template?.title ?? label(row.template, row.template),
      text: said.replace(/\{\w+\}/g, '●●●'),
      demoText:
        parts.demo && open && template && row.sealed !== null ? renderOutside(template, values, how).text : null,
      madeAt: row.made_at,
      nextAt: row.state === 'failed' ? row.next_at : null,
      endedAt: row.ended_at,
      expiresAt: row.expires_at,
      attempts: row.attempts,
      reason: row.reason,
    };
  };

  const seeQueue = async (asked: {
    readonly channel?: OutsideChannel | undefined;
    readonly state?: MessageState | undefined;
    readonly after?: Id | undefined;
  }): Promise<QueueView> => {
    const [sms, smtp, signature] = await Promise.all([
      ports.gateways.sms(),
      ports.gateways.smtp(),
      ports.gateways.signature(),
    ]);
    await tidyQueue(sql, parts.clock(), [...(sms ? ['sms' as const] : []), ...(smtp ? ['email' as const] : [])]);
    const counts = await raw<QueueView['counts'][number]>`
      select channel, state, count(*)::integer as count from notice_message group by channel, state order by channel, state
    `.execute(sql);
    const { rows } = await raw<Row>`
      select m.district, m.id, m.notice, m.channel, m.state, m.address, m.locale, n.template, n.sensitivity, n.sealed,
        m.made_at, m.next_at, m.ended_at, m.expires_at, m.attempts, m.reason
      from notice_message m join notice n on n.district = m.district and n.id = m.notice
      where ${asked.channel ? raw`m.channel = ${asked.channel}` : raw`true`}
        and ${asked.state ? raw`m.state = ${asked.state}` : raw`true`}
        and ${asked.after ? raw`(m.made_at, m.id) < (select made_at, id from notice_message where id = ${asked.after} limit 1)` : raw`true`}
      order by m.made_at desc, m.id desc limit ${pageSize + 1}`.execute(sql);
    return {
      counts: counts.rows,
      gateways: { sms: sms !== null, email: smtp !== null },
      rows: await Promise.all(rows.slice(0, pageSize).map((row) => viewOf(row, signature))),
      more: rows.length > pageSize,
      demo: parts.demo,
    };
  };

  const change = (id: Id, session: Session, address: string, action: 'retry' | 'cancel'): Promise<void> =>
    sql.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('notice_message')
        .select(['district', 'state', 'expires_at'])
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!row) throw new DomainError('request.not-found');
      const now = parts.clock();
      const may =
        action === 'retry'
          ? mayRetry(row.state) && (row.expires_at === null || row.expires_at > now)
          : mayCancel(row.state);
      if (!may) throw new DomainError('notice.not-now');
      await trx
        .updateTable('notice_message')
        .set(
          action === 'retry'
            ? { state: 'queued', attempts: 0, lost: 0, next_at: now, ended_at: null, reason: null }
            : { state: 'cancelled', ended_at: now },
        )
        .where('district', '=', row.district)
        .where('id', '=', id)
        .execute();
      await parts.audit.write(trx, {
        district: row.district,
        person: session.person,
        address,
        action: `notice.${action}`,
        object: `message:${id}`,
        result: 'done',
      });
    });

  return {
    seeQueue,
    retry: (id: Id, session: Session, address: string) => change(id, session, address, 'retry'),
    cancel: (id: Id, session: Session, address: string) => change(id, session, address, 'cancel'),
  };
};
