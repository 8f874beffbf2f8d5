import { type Action, blocks, type Clock, type Owner, type Stage } from '#engines/case/model';
import type { Field } from '#fields/field';
import { isImmediate } from '../items.ts';

const { act, answerField, bodyField, choice, ending, limit, line, lines, number, privacyOf, rating, reasonField, reporter, role, stage, system, table, timer, withdrawing } = blocks; // biome-ignore format: names

/** Pieces that all ways of the window share (一窗、上门、掌上、预约、代办): from the counter to the back office and back. */

export const windowStaff: readonly Owner[] = [role('window-clerk'), role('community-staff')];

export const applicant: readonly Field[] = [
  line('name', '申请人姓名', 'Applicant', { max: 40, privacy: privacyOf('受理申请、出具结果', 'To take the application and to hand out the result', 'duty', 'personal', 24) }),
  // 一号申请 (S228): the same number, the same person.
  { ...line('idNumber', '证件号码', 'Number of the identity card', { max: 30, privacy: privacyOf('核对身份，查找本人以前的申请', 'To check the identity and to find the person’s own applications', 'duty', 'sensitive', 24) }), identifies: true },
  blocks.simple('phone', 'contact', '联系电话', 'Phone', { privacy: privacyOf('补正、取件通知', 'To tell what is missing and when it is ready', 'duty', 'personal', 24) }),
]; // biome-ignore format: a table

export const backStages: readonly Stage[] = [
  stage('checking', '待收件核对', 'To be checked', ['正在核对材料', 'Materials are being checked'], role('window-clerk')),
  stage('supplement', '待补正', 'Materials missing', ['请按一次性告知单补齐材料', 'Please bring what the notice lists'], reporter),
  stage('back-office', '部门办理', 'At the department', ['正在办理', 'In hand'], { assignee: true }),
  stage('ready', '待出件', 'To be handed out', ['已办好，等待取件', 'Ready to be handed out'], role('window-clerk')),
  ending('done', '已办结', 'Done', ['已办结，请您评价', 'Done, please rate']),
  ending('rated', '已评价', 'Rated', ['已办结', 'Done']),
  ending('refused', '不予受理', 'Refused', ['未予受理', 'Not accepted']),
  ending('lapsed', '逾期未补正', 'Lapsed', ['逾期未补正，可重新申请', 'Lapsed; you may apply again']),
  ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
]; // biome-ignore format: a table

/** 跑了几趟: real visits, and why when it took more than one (S223). */
const trips: readonly Field[] = [
  number('trips', '申请人实际跑动次数', 'Times the applicant came', { max: 20, required: true }),
  choice('tripsWhy', '超过一次的原因', 'Why more than once', [
    ['materials', '材料不齐', 'Materials were missing'],
    ['person', '须本人到场', 'Has to come in person'],
    ['system', '系统或网络故障', 'A system was down'],
    ['collect', '现场取件', 'Came to collect'],
    ['unclear', '告知不清', 'Was told unclearly'],
  ], { show: 'trips > 1', required: true }),
]; // biome-ignore format: a table

export const tripTells = [
  { what: 'trips', value: 'form.trips' },
  { what: 'one-trip', value: 'form.trips <= 1' },
  { what: 'more-trips-why', value: 'form.tripsWhy' },
  { what: 'more-trips-item', value: 'if form.trips > 1 then category.code else null' },
] as const;

/** @param doneBy those who hand out the result; @param way told with the closing: counter, home, mobile, booked, agent */
export const backActions = (way: string, doneBy: readonly Owner[] = windowStaff): readonly Action[] => [
  act('supplement', '一次性告知补正', 'Tell at once all that is missing', ['checking'], doneBy, {
    to: 'supplement',
    form: [
      table('missing', '缺少或不符的材料', 'What is missing or wrong', [line('material', '材料', 'Material', { required: true, max: 60 }), line('why', '说明', 'Note', { max: 80 })], { required: true, max: 20 }),
      blocks.simple('yes-no', 'complete', '以上为全部应补材料', 'This is all of it', { required: true }),
      answerField,
    ],
    answers: 'answer',
    // 一次性告知: a second list of missing materials is refused.
    atMost: 1,
    counts: 'return',
    tells: [{ what: 'returned-item', value: 'category.code' }],
  }),
  act('supplied', '材料已补齐', 'Supplied', ['supplement'], [reporter, ...doneBy], {
    to: 'checking',
    form: [blocks.photosField('materials', { zh: '补正材料', en: 'Materials' })],
    tone: 'primary',
  }),
  act('lapse', '逾期未补正', 'Lapsed', ['supplement'], [system], {
    to: 'lapsed',
    outcome: 'explained',
    counts: 'close',
  }),
  act('refuse', '不予受理', 'Refuse', ['checking'], doneBy, { to: 'refused', form: [choice('ground', '情形', 'Ground', [['not-eligible', '不符合申请条件', 'Not eligible'], ['not-here', '不属于本窗口事项', 'Not of this window'], ['repeat', '重复申请', 'Applied already']], { required: true }), answerField], answers: 'answer', outcome: 'declined', counts: 'close', tone: 'danger' }),
  act('accept', '受理，转部门', 'Accept, to the department', ['checking'], doneBy, {
    to: 'back-office',
    form: [bodyField('body', { zh: '审批部门', en: 'Department' })],
    assigns: 'body',
    counts: 'accept',
    tone: 'primary',
  }),
  act('at-once', '马上办结', 'Done at once', ['checking'], doneBy, {
    to: 'done',
    when: isImmediate,
    form: [...trips, answerField],
    answers: 'answer',
    outcome: 'resolved',
    counts: 'close',
    tone: 'primary',
    tells: [...tripTells, { what: 'way', value: `"${way}"` }, { what: 'done-at-once', value: 'true' }],
  }),
  act('send-back', '部门退回窗口', 'Return to the window', ['back-office'], [{ assignee: true }], { to: 'checking', form: [reasonField], counts: 'refuse', tells: [{ what: 'wrongly-accepted', value: 'category.code' }] }),
  act('decide', '部门办结', 'Decided', ['back-office'], [{ assignee: true }], {
    to: 'ready',
    form: [choice('decision', '办理结果', 'Decision', [['granted', '准予', 'Granted'], ['not-granted', '不予', 'Not granted']], { required: true }), { id: 'paper', type: 'file', name: { zh: '结果文书', en: 'Paper' } }, lines('note', { zh: '说明', en: 'Note' })],
    counts: 'handle',
    tone: 'primary',
    tells: [{ what: 'decision', value: 'form.decision' }],
  }),
  act('hand-out', '出件办结', 'Hand out', ['ready'], doneBy, {
    to: 'done',
    form: [choice('delivery', '送达方式', 'How', [['counter', '窗口领取', 'At the window'], ['home', '送到家', 'At home'], ['online', '网上下载', 'Online'], ['post', '邮寄', 'By post']], { required: true }), ...trips, answerField],
    answers: 'answer',
    outcome: 'resolved',
    counts: 'close',
    tone: 'primary',
    tells: [...tripTells, { what: 'way', value: `"${way}"` }, { what: 'done-at-once', value: 'false' }],
  }),
  withdrawing({ from: ['checking', 'supplement'], to: 'withdrawn' }),
  rating({ from: ['done'], closed: 'rated', again: 'checking', levels: 'grid.satisfaction-levels' }),
]; // biome-ignore format: forms read better in a few long lines

/** The promised limit runs while the window or the department has it; it stops while materials are missing (补正). */
export const backClocks = (before: readonly string[] = []): readonly Clock[] => [
  { ...timer('whole', '承诺时限', 'Promised limit', [...before, 'checking', 'back-office', 'ready'], limit(20, 'working-days'), { before: [{ limit: 'category' }] }), main: true },
  timer('supplying', '补正期限', 'Time to supply', ['supplement'], limit(30, 'calendar-days'), { whenOver: 'lapse' }),
]; // biome-ignore format: one a line

export const title = 'category.name + (if place.text = "" then "" else "：" + place.text)';
