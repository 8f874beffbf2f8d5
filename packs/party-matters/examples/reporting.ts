import { blocks, type ExampleStep, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { affairs, bodies, bySystem, COMMUNITY, handler, reports, secretary, step } from './people.ts';

const member = blocks.examplesOf('party-matters.member-report');
const list = blocks.examplesOf('party-matters.member-list');

const reporting: ReportStep = {
  report: { category: 'legal', values: { unit: '区司法局', free: 'weekend', skill: '律师' } },
};
const expected = reports('legal', { unit: '区司法局', free: 'evening', skill: '律师', ref: '03' }, 'system', COMMUNITY);
const overdue = bySystem('overdue', '2026-04-01T16:00:01.000Z');
const receive = step('receive', secretary, { post: '周末法律咨询' });
const task = { what: '法律咨询台值守', skill: '律师', hours: 2, by: '2026-03-14' };
const offer = step('offer-weekend', secretary, { tasks: [task] });
const served = step('served', secretary, { result: '接待 3 人', hours: 2, theme: 'service' });
const record = step('record', secretary, { what: '法律咨询 3 件', hours: 2, theme: 'service' });
const feedBack = (times: number, answer: string) => step('feed-back', secretary, { times, grade: 'good', answer });

const unit = reports('office', { unit: '区司法局' }, secretary, COMMUNITY);
const listed = step('list', secretary, {
  body: bodies.owner,
  members: [
    { ref: '01', post: 'legal', free: 'weekend', skill: '律师' },
    { ref: '02', post: 'health', free: 'evening' },
  ],
});
const opened: readonly ExampleStep[] = [{ other: { opened: '01' } }, { other: { opened: '02' } }];
const ended: readonly ExampleStep[] = [
  { other: { ended: '01', words: '服务 6 次' } },
  { other: { ended: '02', words: '已迁出', refused: true } },
];
const sheet = step('feed-back', secretary, { active: 1, remarks: '一人表现突出' });
const owner = handler(bodies.owner);

export const reportingExamples: readonly PlaybookExample[] = [
  member('expected', '单位名单带入即为应到', 'Expected from the list of his unit', {
    given: [],
    when: expected,
    then: {
      stage: 'expected',
      told: ['expected 区司法局'],
      due: { reporting: '2026-04-01T16:00:00.000Z', receiving: '2026-04-01T16:00:00.000Z' },
    },
    proves: ['S434'],
  }),
  member('received', '认领适合的岗位', 'A post that fits', {
    given: [reporting],
    when: receive,
    then: { stage: 'serving', told: ['came self', 'reported 区司法局'] },
    proves: ['S389', 'S434'],
  }),
  member('came', '名单上的人已报到，与应到对照', 'Reported against expected', {
    given: [expected],
    when: receive,
    then: { stage: 'serving', told: ['came list', 'reported 区司法局'] },
    proves: ['S434'],
  }),
  member('overdue', '三十日未报到列入提醒', 'Not reported in thirty days', {
    given: [expected],
    when: overdue,
    then: { stage: 'reminded', told: ['overdue 区司法局'] },
    proves: ['S434'],
  }),
  member('reminded', '提醒本人并告知单位', 'Reminded, and the unit told', {
    given: [expected, overdue],
    when: step('remind', affairs, { demand: '请于本月底前到社区报到' }),
    then: { stage: 'reminded', card: 'notice', told: ['reminder 区司法局'] },
    proves: ['S434'],
  }),
  member('offered', '周末有空的推送周末小任务', 'Small tasks for the weekend', {
    given: [reporting, receive],
    when: offer,
    then: { stage: 'serving', tasks: { open: 1 }, told: ['offered weekend'] },
    proves: ['S434'],
  }),
  member('not-fitting', '只有周末有空的不推送晚间任务', 'No evening for who is free at weekends', {
    given: [reporting, receive],
    when: step('offer-evening', secretary, { tasks: [task] }),
    then: { refused: 'action.not-here' },
    proves: ['S434'],
  }),
  member('small', '任务不超过三小时', 'No task of more than three hours', {
    given: [reporting, receive],
    when: step('offer-weekend', secretary, { tasks: [{ ...task, hours: 8 }] }),
    then: { refused: 'field.invalid' },
    proves: ['S434'],
  }),
  member('task-done', '完成任务记服务和时长', 'Done: a service with its hours', {
    given: [reporting, receive, offer],
    when: served,
    then: { stage: 'serving', tasks: { done: 1 }, told: ['service 1', 'hours 2', 'theme service'] },
    proves: ['S434'],
  }),
  member('not-taken', '未接任务不追究', 'Not taken', {
    given: [reporting, receive, offer],
    when: step('not-taken', secretary, { reason: '当天加班' }),
    then: { tasks: { refused: 1 }, told: [] },
  }),
  member('served', '服务时长和主题记入', 'Service with hours and theme', {
    given: [reporting, receive, offer],
    when: record,
    then: { stage: 'serving', tasks: { open: 1 }, told: ['service 1', 'hours 2', 'theme service'] },
    proves: ['S410'],
  }),
  member('fed-back', '年度反馈卡寄送单位', 'The card to the unit', {
    given: [reporting, receive, record],
    when: feedBack(6, '全年服务 6 次，评价：好。'),
    then: { stage: 'fed-back', status: 'closed', told: ['active yes', 'grade good'] },
    proves: ['S389', 'S434'],
  }),
  member('inactive', '服务不足四次的不算发挥作用', 'Fewer than four is not active', {
    given: [reporting, receive],
    when: feedBack(3, '全年服务 3 次。'),
    then: { told: ['active no', 'grade good'] },
    proves: ['S434'],
  }),
  member('moved', '迁出注销', 'Moved away', {
    given: [reporting, receive],
    when: step('moved', secretary, { answer: '已迁至外区。' }),
    then: { stage: 'moved', status: 'closed' },
  }),

  list('listed', '按名单逐人立项，只带序号不带姓名', 'One for each, by number and not by name', {
    given: [unit],
    when: listed,
    then: {
      stage: 'following',
      assignee: bodies.owner,
      orders: ['case.open party-matters.member-report', 'case.open party-matters.member-report'],
      told: ['listed 2'],
    },
    proves: ['S434'],
  }),
  list('reminded', '提醒单位动员未报到的', 'The unit is reminded', {
    given: [unit, listed, ...opened],
    when: step('remind-unit', secretary, { missing: 1, demand: '02 号尚未报到' }),
    then: { stage: 'following', card: 'notice', told: ['unit-reminded 区司法局'] },
    proves: ['S434'],
  }),
  list('answered', '单位回复动员情况', 'The unit answers', {
    given: [unit, listed, ...opened, step('remind-unit', secretary, { missing: 1, demand: '02 号尚未报到' })],
    when: step('answer-card', owner, { reply: '本人出差，下周报到' }),
    then: { stage: 'following' },
  }),
  list('not-yet', '还有人未反馈不能给单位汇总', 'No sheet while one is under way', {
    given: [unit, listed, ...opened],
    when: sheet,
    then: { refused: 'action.not-here' },
  }),
  list('sheet', '年度汇总：应到、已到、四次以上', 'Expected, reported, active', {
    given: [unit, listed, ...opened, ...ended],
    when: sheet,
    then: { stage: 'with-unit', told: ['sheet-active 1', 'sheet-expected 2', 'sheet-reported 1'] },
    proves: ['S434'],
  }),
  list('receipted', '单位签收', 'Receipted by the unit', {
    given: [unit, listed, ...opened, ...ended, sheet],
    when: step('receipt', owner, { answer: '已签收，作为评先评优参考。' }),
    then: { stage: 'receipted', status: 'closed' },
    proves: ['S434'],
  }),
  list('none', '核实无人居住', 'None lives here', {
    given: [unit],
    when: step('none', secretary, { answer: '该单位无在职党员居住在本社区。' }),
    then: { stage: 'none', status: 'closed' },
  }),
];
