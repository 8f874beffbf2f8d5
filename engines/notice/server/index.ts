import type { FastifyInstance } from 'fastify';
import type { Id } from '#kernel/ids';
import { noticeRoutes } from '#engines/notice/contract';
import { bindRoutes } from '#platform/server/http';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import { createEscalation } from './escalate.ts';
import { createInside } from './inside.ts';
import { createOutgoing } from './outgoing.ts';
import type { NoticePorts } from './ports.ts';
import { createQueue } from './queue.ts';
import { createSendNotice, sendJob, type SendPayload } from './send-notice.ts';
import type { NoticeTransaction } from './tables.ts';
import type { TellPerson } from './use-cases.ts';

export type { Contact, GatewaySettings, NoticePorts, SmsSettings, SmtpSettings } from './ports.ts';
export type * from './use-cases.ts';

/** Messages: inside the house with receipts, and out of it by the gateways that are configured. */
export const createNoticeEngine = (parts: Parts, ports: NoticePorts) => {
  const { sendNotice } = createSendNotice(parts, ports);
  const inside = createInside(parts, ports);
  const queue = createQueue(parts, ports);
  const { sendDue } = createOutgoing(parts, ports);
  const { escalateDue } = createEscalation(parts, ports, sendNotice);

  // The job is enqueued in the sender's transaction, so it runs when there is something to see.
  parts.jobs.define<SendPayload>(sendJob, async ({ district, persons }) => {
    for (const person of persons) parts.live.tell({ topic: 'notice', district, path: '', id: person, person });
    await sendDue();
    return {};
  });
  parts.jobs.every('* * * * *', 'notices-due', async () => {
    await escalateDue();
    await sendDue();
  });

  const tell: TellPerson = async (sql, { event, person, ...rest }) => {
    await sendNotice(sql, { ...rest, id: event, to: [{ person }] });
  };

  return {
    routes: (app: FastifyInstance): void =>
      bindRoutes(app, noticeRoutes, {
        listNotices: ({ session, query }) => inside.listNotices(session, query),
        countNotices: ({ session }) => inside.countNotices(session),
        markNoticesRead: ({ session, body }) => inside.markRead(session, body.ids),
        acknowledgeNotice: ({ session, params, address }) => inside.acknowledge(session, params.id, address),
        listNoticeReceipts: ({ session, params }) => inside.listReceipts(session, `case:${params.case}`),
        listMyNotices: ({ session, query }) => inside.listNotices(session, query),
        countMyNotices: ({ session }) => inside.countNotices(session),
        markMyNoticesRead: ({ session, body }) => inside.markRead(session, body.ids),
        seeQueue: ({ query }) => queue.seeQueue(query),
        retryMessage: async ({ params, session, address }) => {
          await queue.retry(params.id, session, address);
          await sendDue();
        },
        cancelMessage: ({ params, session, address }) => queue.cancel(params.id, session, address),
      }),
    /** In the sender's transaction. @throws Error when the template or one of its values is missing */
    sendNotice,
    /** The short form: one member of staff, in the house unless channels are named. */
    tell,
    /** All that a resident was told. */
    exportOf: inside.exportOf,
    /** A resident who leaves takes his messages along. */
    forgetResident: async (sql: SqlOrTransaction, resident: Id): Promise<void> => {
      const trx = sql as NoticeTransaction;
      const mine = trx
        .selectFrom('notice')
        .select('id')
        .where('receiver_kind', '=', 'resident')
        .where('receiver', '=', resident);
      await trx.deleteFrom('notice_message').where('notice', 'in', mine).execute();
      await trx.deleteFrom('notice').where('receiver_kind', '=', 'resident').where('receiver', '=', resident).execute();
    },
    /** Sends and escalates what is due now; the jobs do it by themselves. */
    sendDue,
    escalateDue,
  };
};

export type NoticeEngine = ReturnType<typeof createNoticeEngine>;
