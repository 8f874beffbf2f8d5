import { type Action, blocks, type Owner } from '#engines/case/model';
import { ways } from './fields.ts';

const { act, answerField, choice, limit, line, lines, number, rating, reasonField, reporter, role, simple, system } =
  blocks;

const mediator: readonly Owner[] = [role('mediator')];
const agreed = ['performing', 'performing-late', 'returning'] as const;

/** How mediation ends: an agreement that is kept, looked after and filed; or none, with the ways that are left. */
export const mediationEnds: readonly Action[] = [
  act('agree', '达成协议', 'Agreement', ['mediating'], mediator, {
    to: [{ when: 'form.immediate = true', to: 'returning' }, { to: 'performing' }],
    form: [
      choice('form', '协议形式', 'Form', [
        ['written', '书面协议', 'Written'],
        ['oral', '口头协议', 'Oral'],
      ], { required: true }),
      lines('facts', { zh: '纠纷主要事实、争议事项', en: 'Facts and what was in dispute' }, { required: true, max: 2000 }),
      lines('terms', { zh: '协议内容', en: 'Terms' }, { required: true, max: 2000 }),
      lines('how', { zh: '履行方式', en: 'How it is performed' }, { required: true }),
      simple('yes-no', 'immediate', '是否当场履行', 'Performed at once', { required: true }),
      simple('date', 'until', '履行期限', 'Until', { show: 'immediate = false' }),
      number('copies', '协议书份数（当事人各一份，调委会留存一份）', 'Copies: one each party and one for the file', { min: 3, max: 50, show: 'form = "written"' }),
      line('recorder', '记录人', 'Recorder', { max: 40 }),
      answerField,
    ],
    answers: 'answer',
    counts: 'handle',
    tone: 'primary',
    // 回访 at set days after the agreement (S165): the seventh and the thirtieth.
    does: [
      { move: 'give-tasks', name: { zh: '协议后第 7 日回访', en: 'Visit on the 7th day' }, doneWithin: limit(7, 'calendar-days') },
      { move: 'give-tasks', name: { zh: '协议后第 30 日回访', en: 'Visit on the 30th day' }, doneWithin: limit(30, 'calendar-days') },
    ],
    tells: [
      { what: 'mediated', value: 'true' },
      { what: 'agreement', value: 'form.form' },
    ],
  }),
  act('no-agreement', '调解不成', 'No agreement', ['mediating'], mediator, {
    to: 'ended',
    form: [lines('why', { zh: '未能达成协议的原因', en: 'Why' }, { required: true }), ways, answerField],
    answers: 'answer',
    tone: 'danger',
    tells: [{ what: 'mediated', value: 'false' }],
  }),
  act('end', '终止调解', 'End mediation', ['informing', 'choosing', 'mediating'], mediator, {
    to: 'ended',
    form: [
      choice('why', '终止情形', 'Why', [
        ['unwilling', '一方当事人不愿继续调解', 'A party no longer wants it'],
        ['court', '当事人已起诉、申请仲裁或者行政机关已处理', 'It went to court, arbitration or an authority'],
        ['absent', '一方当事人无正当理由不参加', 'A party stays away'],
        ['escalated', '纠纷激化，已移送有关机关', 'It escalated and was handed over'],
      ], { required: true }),
      ways,
      answerField,
    ],
    answers: 'answer',
    tone: 'danger',
    tells: [{ what: 'mediated', value: 'false' }],
  }),
  act('confirm', '共同申请司法确认', 'Ask the court to confirm', ['performing'], mediator, {
    to: 'confirming',
    form: [line('court', '受理法院', 'Court', { required: true }), simple('date', 'appliedOn', '申请日期', 'Applied on', { required: true })],
    atMost: 1,
    tells: [{ what: 'court-confirmation', value: 'true' }],
  }),
  act('confirm-over', '司法确认期限已过', 'Too late for a court', ['performing'], [system], { to: 'performing-late' }),
  act('confirmed', '登记司法确认结果', 'Result of the court', ['confirming'], mediator, {
    to: 'performing-late',
    form: [
      choice('result', '结果', 'Result', [
        ['valid', '裁定调解协议有效', 'The agreement is valid'],
        ['rejected', '裁定驳回申请', 'Rejected'],
        ['withdrawn', '当事人撤回申请', 'Withdrawn'],
      ], { required: true }),
      line('ruling', '裁定书文号', 'Number of the ruling'),
    ],
    tone: 'primary',
  }),
  act('perform', '登记履行', 'Performed', ['performing', 'performing-late'], mediator, {
    to: 'returning',
    form: [
      lines('performed', { zh: '履行情况', en: 'How it was performed' }, { required: true }),
      { id: 'vouchers', type: 'photos', name: { zh: '收条、汇款单等凭证', en: 'Receipts' }, options: { max: 9 } },
    ],
    tone: 'primary',
    tells: [{ what: 'performed', value: 'true' }],
  }),
  act('visit', '回访', 'Return visit', agreed, mediator, {
    form: [
      choice('performance', '履行情况', 'Performance', [
        ['full', '全部履行', 'All'],
        ['partly', '部分履行', 'Partly'],
        ['none', '未履行', 'Not'],
      ], { required: true }),
      choice('content', '满意程度', 'How satisfied', [
        ['yes', '满意', 'Satisfied'],
        ['fairly', '基本满意', 'Fairly'],
        ['no', '不满意', 'Not'],
      ], { required: true }),
      simple('yes-no', 'danger', '有无激化隐患', 'Danger of escalation', { required: true }),
      lines('measures', { zh: '采取的措施', en: 'What was done' }, { show: 'danger = true', required: true }),
      lines('found', { zh: '回访情况', en: 'What was found' }, { required: true }),
    ],
    does: [{ move: 'finish-task', result: 'found' }],
    tone: 'primary',
    tells: [
      { what: 'visit-danger', value: 'form.danger' },
      { what: 'visit-content', value: 'form.content' },
    ],
  }),
  act('broken', '反悔或未履行，再次调解', 'Broken: mediate again', agreed, mediator, {
    to: 'mediating',
    form: [reasonField, ways],
    counts: 'return',
    dropsTasks: true,
    tone: 'danger',
    tells: [{ what: 'broken', value: 'true' }],
  }),
  act('file', '归卷', 'File', ['returning'], mediator, {
    to: 'filed',
    when: 'matter.tasks.open = 0',
    form: [line('keeper', '立卷人', 'Filed by', { max: 40, required: true }), lines('remarks', { zh: '卷宗情况说明', en: 'Remarks on the file' })],
    outcome: 'resolved',
    counts: 'close',
    tone: 'primary',
  }),
  act('file-ended', '归卷', 'File', ['ended'], mediator, {
    to: 'filed',
    form: [line('keeper', '立卷人', 'Filed by', { max: 40, required: true }), lines('remarks', { zh: '卷宗情况说明', en: 'Remarks on the file' })],
    outcome: 'explained',
    counts: 'close',
    dropsTasks: true,
    tone: 'primary',
  }),
  act('reopen', '协议未守，重新调解', 'Broken after filing: open again', ['filed'], [...mediator, reporter], {
    to: 'mediating',
    form: [reasonField],
    counts: 'reopen',
    atMost: 2,
    tells: [{ what: 'broken', value: 'true' }],
  }),
  rating({ from: ['filed'], closed: 'filed', again: 'mediating', levels: 'grid.satisfaction-levels' }),
]; // biome-ignore format: forms read better in a few long lines
