import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { sensitivities } from '#kernel/sensitivity';
import type { Parts } from '#platform/server/parts';
import type { NoticeValues } from '#engines/notice/model';
import type { NoticePorts } from './ports.ts';
import type { SendNotice } from './send-notice.ts';
import { type NoticeSql, valuesPlace } from './tables.ts';
import type { Receiver } from './use-cases.ts';

interface Unanswered {
  readonly district: string;
  readonly id: Id;
  readonly receiver: Id;
  readonly template: string;
  readonly about: string | null;
  readonly sensitivity: number;
  readonly sealed: string | null;
  readonly minutes: number;
  readonly next_receivers: readonly Receiver[];
}

/**
 * S365: what has to be acknowledged within minutes and is not goes to the next on the sender's list, at its end to the
 * holders above. Each step is a notice of its own that has to be acknowledged too; the first one stays open.
 */
export const createEscalation = (parts: Parts, ports: NoticePorts, sendNotice: SendNotice) => {
  const sql: NoticeSql = parts.sql;

  const escalateOne = async (): Promise<boolean> =>
    sql.transaction().execute(async (trx) => {
      const now = parts.clock();
      const { rows } = await raw<Unanswered>`
        select district, id, receiver, template, about, sensitivity, sealed, next_receivers,
          greatest(1, round(extract(epoch from acknowledge_by - made_at) / 60))::integer as minutes
        from notice
        where acknowledge_by <= ${now} and acknowledged_at is null and escalated_at is null
        order by acknowledge_by limit 1 for update skip locked`.execute(trx);
      const [one] = rows;
      if (!one) return false;
      await trx
        .updateTable('notice')
        .set({ escalated_at: now })
        .where('district', '=', one.district)
        .where('id', '=', one.id)
        .execute();
      const [next, ...rest] = one.next_receivers;
      const to: readonly Receiver[] = next ? [next] : await ports.leadersOf(trx, one.receiver);
      if (to.length === 0 || one.sealed === null) return true;
      await sendNotice(trx, {
        district: one.district,
        id: parts.newId(),
        template: one.template,
        values: JSON.parse(await parts.seals.open(valuesPlace(one.district, one.id), one.sealed)) as NoticeValues,
        to,
        ...(one.about ? { about: one.about } : {}),
        sensitivity: sensitivities[one.sensitivity] ?? 'key-persons',
        acknowledgeWithin: one.minutes,
        otherwise: rest,
        escalatedFrom: one.id,
      });
      return true;
    });

  /** @returns how many notices went on */
  const escalateDue = async (): Promise<number> => {
    let count = 0;
    while (await escalateOne()) count += 1;
    return count;
  };

  return { escalateDue };
};
