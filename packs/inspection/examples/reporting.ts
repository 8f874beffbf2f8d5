import { blocks, type PlaybookExample } from '#engines/case/model';
import * as p from './people.ts';

const { does, reports, say } = p;

const collect = blocks.examplesOf('inspection.reports');
const asked = reports('work', { month: '2026 年 2 月' }, 'system');
const two = [{ other: { opened: 'one' } }, { other: { opened: 'two' } }] as const;
const collectExamples: readonly PlaybookExample[] = [
  collect('asked', '逐社区收月报', 'Every community is asked', {
    given: [],
    when: asked,
    then: { stage: 'collecting', orders: ['case.open inspection.month-report'] },
    proves: ['S370'],
  }),
  collect('missing', '到期列出未报', 'What is missing is listed', {
    given: [asked, ...two, { other: { ended: 'one', words: '已采用' } }],
    when: does('system', 'list-missing'),
    then: { told: ['missing 1'] },
    proves: ['S370'],
  }),
  collect('incomplete', '没收齐不能汇总', 'Not summed up while one is missing', {
    given: [asked, ...two],
    when: does(p.street, 'close', say('汇总')),
    then: { refused: 'case.tasks-open' },
  }),
  collect('closed', '收齐后汇总', 'Summed up', {
    given: [asked, ...two, { other: { ended: 'one', words: '已采用' } }, { other: { ended: 'two', words: '已采用' } }],
    when: does(p.street, 'close', say('两社区月报齐。')),
    then: { stage: 'closed', status: 'closed' },
    proves: ['S370'],
  }),
];

const month = blocks.examplesOf('inspection.month-report');
const due = reports('work', { month: '2026 年 2 月' }, 'system');
const submit = does(p.principal, 'submit', { done: '清理点位 12 处', undone: [{ what: '加装路灯', why: '未到货' }] });
const monthExamples: readonly PlaybookExample[] = [
  month('due', '三个工作日内报送', 'Within three working days', {
    given: [],
    when: due,
    then: { due: { whole: '2026-03-05T10:00:00.000Z' } },
    proves: ['S370'],
  }),
  month('late', '逾期未报记一次', 'Late is counted', {
    given: [due],
    when: does('system', 'late'),
    then: { stage: 'due', told: ['late yes'], orders: ['notice.send inspection.report-missing'] },
    proves: ['S370'],
  }),
  month('returned', '退回补充', 'Sent back', {
    given: [due, submit],
    when: does(p.street, 'return', { reason: '缺下月打算' }),
    then: { stage: 'due', facts: ['case.returned'] },
  }),
  month('accepted', '采用', 'Accepted', {
    given: [due, submit],
    when: does(p.street, 'accept', say('内容完整，采用。')),
    then: { stage: 'accepted', status: 'closed', timing: 'in-time' },
  }),
];

const stage = blocks.examplesOf('inspection.stage-report');
const prepared = reports('dispatch', { subject: '一季度重点任务' }, p.street);
const sheet = does(p.street, 'sheet', {
  agenda: '一、滞后事项',
  behind: [{ what: '雨污分流', who: p.committee.id, days: 12, why: '交叉施工' }],
  onTime: [{ what: '公厕改造', percent: 80 }],
});
const instructed = does(p.leader, 'instruct', {
  people: [{ who: '槐荫社区书记' }],
  instructions: [{ what: '月底完成雨污分流', who: p.committee.id, by: '2026-03-31' }],
});
const stageExamples: readonly PlaybookExample[] = [
  stage('behind-first', '滞后事项排在最前', 'What is behind comes first', {
    given: [prepared],
    when: sheet,
    then: { stage: 'meeting', told: ['behind 1'] },
    proves: ['S608'],
  }),
  stage('instructed', '领导指示逐条变任务', 'Instructions become tasks', {
    given: [prepared, sheet],
    when: instructed,
    then: { stage: 'carrying', tasks: { open: 1 }, told: ['instructions 1'] },
    proves: ['S376', 'S608'],
  }),
  stage('not-carried-out', '指示没落实不能了结', 'Not before they are carried out', {
    given: [prepared, sheet, instructed],
    when: does(p.street, 'close', say('落实')),
    then: { refused: 'case.tasks-open' },
    proves: ['S376'],
  }),
  stage('closed', '落实后反馈', 'Carried out and reported back', {
    given: [prepared, sheet, instructed, does(p.community, 'finish-task', { result: '已完工' })],
    when: does(p.street, 'close', say('雨污分流已完工。')),
    then: { stage: 'closed', status: 'closed' },
    proves: ['S376'],
  }),
];

const reward = blocks.examplesOf('inspection.reward');
const named = reports('bonus', { band: '优秀', rule: '奖惩办法第八条' }, p.inspector);
const list = does(p.inspector, 'name', { list: [{ who: p.committee.id, score: 95, amount: '2000' }] });
const decided = does(p.leader, 'decide');
const clean = does('system', 'no-objection');
const rewardExamples: readonly PlaybookExample[] = [
  reward('named', '按档次提出名单', 'Named by score band', {
    given: [named],
    when: list,
    then: { stage: 'deciding' },
    proves: ['S381'],
  }),
  reward('decided', '审定后公示五日', 'Decided, made public for five days', {
    given: [named, list],
    when: decided,
    then: { stage: 'publicity', due: { publicity: '2026-03-09T10:00:00.000Z' } },
    proves: ['S381'],
  }),
  reward('objection', '有异议重新审定', 'An objection: decided again', {
    given: [named, list, decided],
    when: does(p.inspector, 'object', { words: '得分有误' }),
    then: { stage: 'deciding', facts: ['case.returned'] },
  }),
  reward('self', '提名人不能审定', 'Not decided by who named', {
    given: [named, does({ ...p.inspector, person: 'both' }, 'name', { list: [{ who: p.committee.id, score: 95 }] })],
    when: does({ ...p.leader, person: 'both' }, 'decide'),
    then: { refused: 'action.same-person' },
  }),
  reward('paid', '兑现留凭证', 'Carried out, with a voucher', {
    given: [named, list, decided, clean],
    when: does(p.street, 'pay', { way: 'transfer', voucher: '2026-0031', answer: '奖金已转入社区账户。' }),
    then: { stage: 'closed', status: 'closed' },
    proves: ['S381'],
  }),
  reward('without-voucher', '没有凭证不能兑现', 'Not without a voucher', {
    given: [named, list, decided, clean],
    when: does(p.street, 'pay', { way: 'transfer', answer: '已转。' }),
    then: { refused: 'field.required' },
  }),
  reward('refused', '不予奖励', 'Refused', {
    given: [named, list],
    when: does(p.leader, 'refuse', say('期内有重大扣分。')),
    then: { stage: 'refused', status: 'closed' },
  }),
];

export const reportingExamples: readonly PlaybookExample[] = [
  ...collectExamples,
  ...monthExamples,
  ...stageExamples,
  ...rewardExamples,
];
