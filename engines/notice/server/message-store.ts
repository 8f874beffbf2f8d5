import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { type Instant, plusMillis } from '#kernel/instant';
import type { OutsideChannel } from '#engines/notice/model';
import type { NoticeSql } from './tables.ts';

/** A sender that says nothing for so long is dead; its messages are taken up again. */
const claimMillis = 2 * 60_000;

export interface ClaimedMessage {
  readonly district: string;
  readonly id: Id;
  readonly notice: Id;
  readonly channel: OutsideChannel;
  readonly address: string | null;
  readonly locale: 'zh' | 'en';
  readonly attempts: number;
  readonly lost: number;
  readonly template: string;
  readonly sensitivity: number;
  readonly sealed: string | null;
}

/**
 * Takes messages that are due, so that no other process sends them too. One that a dead process had taken counts as
 * `lost`: whether it left the house nobody knows.
 */
export const claimMessages = async (
  sql: NoticeSql,
  now: Instant,
  channels: readonly OutsideChannel[],
  most: number,
): Promise<readonly ClaimedMessage[]> => {
  const { rows } = await raw<ClaimedMessage>`
    with due as (
      select district, id, state from notice_message
      where channel = any(${channels}::text[])
        and (state in ('queued', 'failed') and next_at <= ${now} or state = 'sending' and claimed_until <= ${now})
        and (expires_at is null or expires_at > ${now})
      order by next_at, id limit ${most} for update skip locked
    )
    update notice_message m set state = 'sending', attempts = m.attempts + 1,
      lost = m.lost + case when due.state = 'sending' then 1 else 0 end,
      claimed_until = ${plusMillis(now, claimMillis)}
    from due, notice n
    where m.district = due.district and m.id = due.id and n.district = m.district and n.id = m.notice
    returning m.district, m.id, m.notice, m.channel, m.address, m.locale, m.attempts, m.lost,
      n.template, n.sensitivity, n.sealed`.execute(sql);
  return rows;
};

type End = 'sent' | 'failed' | 'given-up';

/** Says what became of a claimed message; one that was taken away meanwhile is left as it is. */
export const markMessage = async (
  sql: NoticeSql,
  message: ClaimedMessage,
  outcome: {
    readonly state: End;
    readonly now: Instant;
    readonly reason?: string | null;
    readonly reference?: string | null;
    readonly nextAt?: Instant;
  },
): Promise<void> => {
  const { state, now } = outcome;
  await sql
    .updateTable('notice_message')
    .set({
      state,
      reason: outcome.reason ?? null,
      reference: outcome.reference ?? null,
      claimed_until: null,
      ended_at: state === 'failed' ? null : now,
      ...(outcome.nextAt ? { next_at: outcome.nextAt } : {}),
    })
    .where('district', '=', message.district)
    .where('id', '=', message.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', message.attempts)
    .execute();
};

/** Messages wait while their channel has no gateway, and go on when it has one. */
const sortByGateway = async (sql: NoticeSql, configured: readonly OutsideChannel[]): Promise<void> => {
  await raw`update notice_message set state = 'queued'
    where state = 'waiting' and channel = any(${configured}::text[])`.execute(sql);
  await raw`update notice_message set state = 'waiting'
    where state in ('queued', 'failed') and channel <> all(${configured}::text[])`.execute(sql);
};

/** What came too late is not sent any more. */
const expireMessages = async (sql: NoticeSql, now: Instant): Promise<void> => {
  await raw`update notice_message set state = 'expired', ended_at = ${now}, claimed_until = null
    where expires_at <= ${now} and (state in ('waiting', 'queued', 'failed') or state = 'sending' and claimed_until <= ${now})
  `.execute(sql);
};

/**
 * Wipes what need not be kept: addresses of messages that ended, and the values of notices to people outside
 * once none of their messages is under way.
 */
export const wipeEnded = async (sql: NoticeSql, templatesWithSecrets: readonly string[]): Promise<void> => {
  await raw`update notice_message set address = null
    where address is not null and state in ('sent', 'expired', 'cancelled')`.execute(sql);
  await raw`
    update notice n set sealed = null
    where sealed is not null and (receiver_kind in ('phone', 'email') or template = any(${templatesWithSecrets}::text[]))
      and not exists (select 1 from notice_message m where m.district = n.district and m.notice = n.id
        and m.state not in ('sent', 'expired', 'cancelled'))`.execute(sql);
};

/** What is true at this moment, before it is shown or sent: what expired, what waits for a gateway. */
export const tidyQueue = async (sql: NoticeSql, now: Instant, configured: readonly OutsideChannel[]): Promise<void> => {
  await expireMessages(sql, now);
  await sortByGateway(sql, configured);
};
