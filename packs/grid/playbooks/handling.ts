import type { Action, Clock, Stage } from '#engines/case/model';
import { answer, body, photos, reason, words } from './fields.ts';

/**
 * From dispatch to the answer: what both playbooks share. The one who handled never verifies: what a
 * department did is checked by the street's inspector, what a grid worker settled by the community.
 */

export const handlingStages: readonly Stage[] = [
  {
    id: 'to-dispatch',
    name: { zh: '待派单', en: 'To be dispatched' },
    shown: { zh: '已受理', en: 'Accepted' },
    owner: { role: 'street-dispatcher' },
  },
  {
    id: 'assigned',
    name: { zh: '待接单', en: 'Assigned' },
    shown: { zh: '已受理，已派给承办单位', en: 'Accepted, passed to the body in charge' },
    owner: { assignee: true },
  },
  {
    id: 'handling',
    name: { zh: '办理中', en: 'In hand' },
    shown: { zh: '正在办理', en: 'In hand' },
    owner: { assignee: true },
  },
  {
    id: 'verifying',
    name: { zh: '待核查', en: 'To be verified' },
    shown: { zh: '正在核查办理结果', en: 'The result is being verified' },
    owner: { role: 'inspector' },
  },
  {
    id: 'community-check',
    name: { zh: '待社区核查', en: 'To be checked by the community' },
    shown: { zh: '正在核查办理结果', en: 'The result is being verified' },
    owner: { role: 'community-staff' },
  },
];

export const handlingActions: readonly Action[] = [
  {
    id: 'dispatch',
    name: { zh: '派单', en: 'Dispatch' },
    from: ['to-dispatch'],
    to: 'assigned',
    who: [{ role: 'street-dispatcher' }],
    form: [body('body', '承办单位', 'Body in charge'), words('advice', '派单说明', 'Note to the body', { max: 200 })],
    assigns: 'body',
    counts: 'dispatch',
    tone: 'primary',
    batch: true,
  },
  {
    id: 'take',
    name: { zh: '接单', en: 'Take on' },
    from: ['assigned'],
    to: 'handling',
    who: [{ assignee: true }],
    counts: 'accept',
    tone: 'primary',
    batch: true,
  },
  {
    id: 'transfer',
    name: { zh: '转办', en: 'Transfer' },
    from: ['assigned'],
    to: 'assigned',
    who: [{ assignee: true }],
    form: [body('body', '转至单位', 'Transfer to'), reason],
    assigns: 'body',
    // S673: at most two; then the dispatcher rules.
    atMost: 2,
    counts: 'transfer',
  },
  {
    id: 'refer',
    name: { zh: '报请派单员裁定', en: 'Ask the dispatcher to rule' },
    from: ['assigned'],
    to: 'to-dispatch',
    who: [{ assignee: true }],
    form: [reason],
    atMost: 1,
    counts: 'transfer',
  },
  {
    id: 'rule',
    name: { zh: '裁定改派', en: 'Rule and reassign' },
    from: ['assigned', 'handling'],
    to: 'assigned',
    who: [{ role: 'street-dispatcher' }],
    form: [body('body', '承办单位', 'Body in charge'), reason],
    assigns: 'body',
    counts: 'transfer',
    tone: 'danger',
  },
  {
    id: 'note',
    name: { zh: '填写进展', en: 'Note progress' },
    from: ['handling'],
    to: 'handling',
    who: [{ assignee: true }],
    form: [words('progress', '进展', 'Progress', { required: true, max: 300 })],
    counts: 'note',
  },
  {
    id: 'handle',
    name: { zh: '办理完成', en: 'Handled' },
    from: ['handling'],
    to: 'verifying',
    who: [{ assignee: true }],
    form: [
      words('result', '办理情况', 'What was done', { required: true }),
      photos('photos', '办理后照片', 'Photos after handling'),
    ],
    counts: 'handle',
    tone: 'primary',
  },
  {
    id: 'fail',
    name: { zh: '核查不通过，退回', en: 'Not passed, send back' },
    from: ['verifying'],
    to: 'handling',
    who: [{ role: 'inspector' }, { role: 'community-staff' }],
    notBy: ['handle'],
    form: [reason, photos('photos', '核查照片', 'Photos of the check')],
    counts: 'return',
    tone: 'danger',
  },
  {
    id: 'fail-settled',
    name: { zh: '未解决，转派单', en: 'Not settled, to be dispatched' },
    from: ['community-check'],
    to: 'to-dispatch',
    who: [{ role: 'community-staff' }],
    notBy: ['settle'],
    form: [reason],
    counts: 'return',
    tone: 'danger',
  },
];

/** Ends with an answer. Twice the same step from two stages, because `notBy` and owners differ. */
export const closingActions = (closed: string): readonly Action[] => [
  {
    id: 'close',
    name: { zh: '核查通过，办结', en: 'Passed, close' },
    from: ['verifying'],
    to: closed,
    who: [{ role: 'inspector' }, { role: 'community-staff' }],
    notBy: ['handle'],
    form: [answer, photos('photos', '核查照片', 'Photos of the check')],
    answers: 'answer',
    outcome: 'resolved',
    counts: 'close',
    tone: 'primary',
  },
  {
    id: 'explain',
    name: { zh: '解释说明，办结', en: 'Explain and close' },
    from: ['verifying'],
    to: closed,
    who: [{ role: 'inspector' }],
    notBy: ['handle'],
    form: [answer],
    answers: 'answer',
    outcome: 'explained',
    counts: 'close',
  },
  {
    id: 'close-settled',
    name: { zh: '核查属实，办结', en: 'Checked, close' },
    from: ['community-check'],
    to: closed,
    who: [{ role: 'community-staff' }],
    notBy: ['settle'],
    form: [answer],
    answers: 'answer',
    outcome: 'resolved',
    counts: 'close',
    tone: 'primary',
    batch: true,
  },
];

/** Conditions over the category that several clocks ask. */
const emergency = 'category.class = "13"';
const lifelines = 'list contains(["0303", "0313", "0604", "0605", "0606", "0607"], category.code)';
const hotline = '北京 12345 派单时限（DB11/T 2021-2022）http://yh9t5.com/news/guonei/605944.html';

/** @param open stages in which the matter still waits for its answer */
export const clocks = (open: readonly string[]): readonly Clock[] => [
  {
    id: 'whole',
    name: { zh: '办结时限', en: 'Time to close' },
    stages: open,
    limits: [{ limit: 'category' }, { limit: { amount: 7, unit: 'calendar-days', source: 'proposed' } }],
    main: true,
  },
  {
    id: 'dispatching',
    name: { zh: '派单时限', en: 'Time to dispatch' },
    stages: ['to-dispatch'],
    limits: [
      { when: emergency, limit: { amount: 1, unit: 'clock-hours', source: hotline } },
      { when: lifelines, limit: { amount: 2, unit: 'clock-hours', source: hotline } },
      { limit: { amount: 24, unit: 'clock-hours', source: hotline } },
    ],
  },
  {
    id: 'taking',
    name: { zh: '接单时限', en: 'Time to take on' },
    stages: ['assigned'],
    limits: [
      { when: emergency, limit: { amount: 30 / 60, unit: 'clock-hours', source: '吹哨报到 30 分钟到场（平谷）' } },
      { limit: { amount: 4, unit: 'working-hours', source: 'proposed' } },
    ],
  },
  {
    id: 'checking',
    name: { zh: '核查时限', en: 'Time to verify' },
    stages: ['verifying', 'community-check'],
    limits: [{ limit: { amount: 1, unit: 'working-days', source: 'proposed' } }],
  },
];
