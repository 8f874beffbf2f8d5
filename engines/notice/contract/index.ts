import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label } from '#platform/contract';

export const NoticeView = Type.Object(
  {
    id: Id,
    title: Label,
    text: Label,
    /** What it is about, such as `case:<id>`; null when the reader may not see it. */
    about: Type.Union([Type.String(), Type.Null()]),
    madeAt: Instant,
    readAt: Type.Union([Instant, Type.Null()]),
    acknowledgeBy: Type.Union([Instant, Type.Null()]),
    acknowledgedAt: Type.Union([Instant, Type.Null()]),
    /** Nobody before the reader acknowledged it. */
    escalated: Type.Boolean(),
  },
  { $id: 'NoticeView' },
);
export type NoticeView = Static<typeof NoticeView>;

export const NoticeCount = Type.Object(
  { unread: Type.Integer(), toAcknowledge: Type.Integer() },
  { $id: 'NoticeCount' },
);
export type NoticeCount = Static<typeof NoticeCount>;

const NoticeList = Type.Object({ rows: Type.Array(NoticeView), more: Type.Boolean() }, { $id: 'NoticeList' });

/** Who was told, and how far it came: S113. */
export const NoticeReceipt = Type.Object(
  {
    name: Type.String(),
    title: Label,
    madeAt: Instant,
    deliveredAt: Type.Union([Instant, Type.Null()]),
    readAt: Type.Union([Instant, Type.Null()]),
    acknowledgeBy: Type.Union([Instant, Type.Null()]),
    acknowledgedAt: Type.Union([Instant, Type.Null()]),
    escalatedAt: Type.Union([Instant, Type.Null()]),
  },
  { $id: 'NoticeReceipt' },
);
export type NoticeReceipt = Static<typeof NoticeReceipt>;

const MessageChannel = Type.Union([Type.Literal('sms'), Type.Literal('email')]);
const MessageState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('queued'),
  Type.Literal('sending'),
  Type.Literal('sent'),
  Type.Literal('failed'),
  Type.Literal('given-up'),
  Type.Literal('expired'),
  Type.Literal('cancelled'),
]);

export const QueuedMessage = Type.Object(
  {
    id: Id,
    district: Type.String(),
    channel: MessageChannel,
    state: MessageState,
    /** 138****5678 */
    to: Type.String(),
    name: Label,
    /** What is personal or secret in it is dots. */
    text: Type.String(),
    /** The whole text, in a demo installation alone, while it waits. */
    demoText: Type.Union([Type.String(), Type.Null()]),
    madeAt: Instant,
    nextAt: Type.Union([Instant, Type.Null()]),
    endedAt: Type.Union([Instant, Type.Null()]),
    expiresAt: Type.Union([Instant, Type.Null()]),
    attempts: Type.Integer(),
    reason: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'QueuedMessage' },
);
export type QueuedMessage = Static<typeof QueuedMessage>;

export const QueueView = Type.Object(
  {
    counts: Type.Array(Type.Object({ channel: MessageChannel, state: MessageState, count: Type.Integer() })),
    gateways: Type.Object({ sms: Type.Boolean(), email: Type.Boolean() }),
    rows: Type.Array(QueuedMessage),
    more: Type.Boolean(),
    demo: Type.Boolean(),
  },
  { $id: 'QueueView' },
);
export type QueueView = Static<typeof QueueView>;

const page = Type.Object({
  unread: Type.Optional(Type.Boolean()),
  /** `id` of the last row of the page before. */
  after: Type.Optional(Id),
});
const marks = Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 200 })) });
const byId = Type.Object({ id: Id });

export const noticeRoutes = defineRoutes({
  listNotices: {
    method: 'GET',
    url: '/api/notices',
    tag: 'notice',
    who: 'signed-in',
    summary: 'What I was told, the newest first',
    query: page,
    answer: NoticeList,
  },
  countNotices: {
    method: 'GET',
    url: '/api/notices/count',
    tag: 'notice',
    who: 'signed-in',
    summary: 'How much I have not read or not acknowledged',
    answer: NoticeCount,
  },
  markNoticesRead: {
    method: 'POST',
    url: '/api/notices/read',
    tag: 'notice',
    who: 'signed-in',
    summary: 'I have read these; all when none is named',
    body: marks,
    answer: NoticeCount,
  },
  acknowledgeNotice: {
    method: 'POST',
    url: '/api/notices/:id/acknowledge',
    tag: 'notice',
    who: 'signed-in',
    summary: 'I have taken note and see to it',
    params: byId,
    answer: NoticeCount,
    errors: ['request.not-found'],
  },
  listNoticeReceipts: {
    method: 'GET',
    url: '/api/notices/receipts/:case',
    tag: 'notice',
    who: { permission: 'case.read' },
    bound: 'matters',
    summary: 'Who was told of a matter, who read and who acknowledged it',
    params: Type.Object({ case: Id }),
    answer: Type.Array(NoticeReceipt),
    errors: ['request.not-found'],
  },
  listMyNotices: {
    method: 'GET',
    url: '/api/resident/notices',
    tag: 'resident',
    who: 'resident',
    summary: 'What I was told as a resident',
    query: page,
    answer: NoticeList,
  },
  countMyNotices: {
    method: 'GET',
    url: '/api/resident/notices/count',
    tag: 'resident',
    who: 'resident',
    summary: 'How much I have not read as a resident',
    answer: NoticeCount,
  },
  markMyNoticesRead: {
    method: 'POST',
    url: '/api/resident/notices/read',
    tag: 'resident',
    who: 'resident',
    summary: 'I have read these as a resident; all when none is named',
    body: marks,
    answer: NoticeCount,
  },
  seeQueue: {
    method: 'GET',
    url: '/api/outbox',
    tag: 'notice',
    who: { permission: 'notice.queue' },
    summary: 'Messages on their way out, and why they wait',
    query: Type.Object({
      channel: Type.Optional(MessageChannel),
      state: Type.Optional(MessageState),
      after: Type.Optional(Id),
    }),
    answer: QueueView,
  },
  retryMessage: {
    method: 'POST',
    url: '/api/outbox/:id/retry',
    tag: 'notice',
    who: { permission: 'notice.queue' },
    summary: 'Try again what failed',
    params: byId,
    errors: ['request.not-found', 'notice.not-now'],
  },
  cancelMessage: {
    method: 'POST',
    url: '/api/outbox/:id/cancel',
    tag: 'notice',
    who: { permission: 'notice.queue' },
    summary: 'Do not send what has not left yet',
    params: byId,
    errors: ['request.not-found', 'notice.not-now'],
  },
});
