import { sensitivities } from '#kernel/sensitivity';
import type { Parts } from '#platform/server/parts';
import { OutboundRefused } from '#platform/server/outbound';
import { nextAttempt, type NoticeValues, type OutsideChannel, renderOutside } from '#engines/notice/model';
import { NotTaken, type Outgoing, sendEmail, sendSms } from './gateways.ts';
import { claimMessages, type ClaimedMessage, markMessage, tidyQueue, wipeEnded } from './message-store.ts';
import type { NoticePorts } from './ports.ts';
import { addressPlace, type NoticeSql, valuesPlace } from './tables.ts';

const batch = 20;
/** A message that died twice between sending and saying so is not tried a third time by itself. */
const mostLost = 2;

type Send = (message: Outgoing) => Promise<string | null>;

/** Sends what is due, whoever asks: a job after each commit, and housekeeping each minute. */
export const createOutgoing = (parts: Parts, ports: NoticePorts) => {
  const sql: NoticeSql = parts.sql;
  const templates = new Map(ports.templates.map((template) => [template.id, template]));
  const withSecrets = ports.templates
    .filter((template) => Object.values(template.holes).includes('secret'))
    .map((template) => template.id);

  const sendersNow = async (): Promise<ReadonlyMap<OutsideChannel, Send>> => {
    const [sms, smtp] = await Promise.all([ports.gateways.sms(), ports.gateways.smtp()]);
    const senders = new Map<OutsideChannel, Send>();
    if (sms) senders.set('sms', (message) => sendSms(sms, message));
    if (smtp) senders.set('email', (message) => sendEmail(smtp, message));
    return senders;
  };

  const outgoingOf = async (message: ClaimedMessage, signature: string): Promise<Outgoing> => {
    const template = templates.get(message.template);
    if (!template || message.sealed === null || message.address === null)
      throw new NotTaken('nothing is left to send', true);
    const [values, to] = await Promise.all([
      parts.seals.open(valuesPlace(message.district, message.notice), message.sealed),
      parts.seals.open(addressPlace(message.district, message.id), message.address),
    ]);
    const said = renderOutside(template, JSON.parse(values) as NoticeValues, {
      channel: message.channel,
      locale: message.locale,
      sensitivity: sensitivities[message.sensitivity] ?? 'key-persons',
      signature,
    });
    return { id: message.id, to, ...said };
  };

  const sendOne = async (message: ClaimedMessage, send: Send | undefined, signature: string): Promise<void> => {
    if (message.lost >= mostLost)
      return markMessage(sql, message, {
        state: 'given-up',
        now: parts.clock(),
        reason: 'the sender was cut off twice',
      });
    try {
      if (!send) throw new NotTaken('no gateway');
      const reference = await send(await outgoingOf(message, signature));
      await markMessage(sql, message, { state: 'sent', now: parts.clock(), reference });
    } catch (error) {
      const now = parts.clock();
      const known = error instanceof NotTaken || error instanceof OutboundRefused;
      const final = error instanceof NotTaken && error.final;
      const nextAt = final ? undefined : nextAttempt(message.attempts, now);
      // What a library says may hold the address; only our own sentences are kept.
      const reason = known ? error.message : ((error as NodeJS.ErrnoException).code ?? 'the line broke');
      parts.log.warn(
        { message: message.id, channel: message.channel, attempt: message.attempts, reason },
        'a message was not sent',
      );
      await markMessage(sql, message, {
        state: nextAt ? 'failed' : 'given-up',
        now,
        reason,
        ...(nextAt ? { nextAt } : {}),
      });
    }
  };

  /** Sends until nothing is due. @returns how many were tried */
  const sendDue = async (): Promise<number> => {
    const senders = await sendersNow();
    await tidyQueue(sql, parts.clock(), [...senders.keys()]);
    const signature = await ports.gateways.signature();
    let tried = 0;
    for (;;) {
      const claimed = await claimMessages(sql, parts.clock(), [...senders.keys()], batch);
      if (claimed.length === 0) break;
      tried += claimed.length;
      await Promise.all(claimed.map((message) => sendOne(message, senders.get(message.channel), signature)));
    }
    await wipeEnded(sql, withSecrets);
    return tried;
  };

  return { sendDue };
};
