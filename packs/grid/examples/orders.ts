import { blocks, type PlaybookExample } from '#engines/case/model';
import * as p from './people.ts';

const { does, reports, say } = p;

const give = blocks.examplesOf('grid.assignment');
const given = reports('soon', { task: '核对新入住 6 户' }, p.community);
const taken = does(p.worker, 'take');
const fed = does(p.worker, 'feedback', say('6 户已核对。'));
const assignmentExamples: readonly PlaybookExample[] = [
  give('given', '交办限一个工作日', 'Due in a working day', {
    given: [],
    when: given,
    then: { stage: 'given', due: { whole: '2026-03-03T10:00:00.000Z' } },
    proves: ['S115'],
  }),
  give('approved', '交办人认可后办结', 'Closed when approved', {
    given: [given, taken, fed],
    when: does(p.community, 'approve'),
    then: { stage: 'closed', status: 'closed', timing: 'in-time' },
    proves: ['S115'],
  }),
  give('overdue', '逾期反馈如实计', 'Late is counted', {
    given: [given, taken, { ...fed, at: '2026-03-05T01:00:00.000Z' }],
    when: does(p.community, 'approve'),
    then: { timing: 'overtime' },
    proves: ['S115'],
  }),
  give('returned', '退回重办', 'Sent back', {
    given: [given, taken, fed],
    when: does(p.community, 'return', { reason: '缺两户' }),
    then: { stage: 'doing', facts: ['case.returned'] },
  }),
  give('extended', '延期须社区同意', 'More time only when granted', {
    given: [given, taken, does(p.worker, 'extend', { more: 2, reason: '两户外出' })],
    when: does(p.community, 'approval.grant'),
    then: { due: { whole: '2026-03-05T10:00:00.000Z' }, facts: ['case.extended'] },
  }),
  give('not-self', '网格员不能认可自己', 'Not by oneself', {
    given: [given, taken, fed],
    when: does(p.worker, 'approve'),
    then: { refused: 'action.not-yours' },
  }),
];

const order = blocks.examplesOf('grid.task-order');
const demanded = reports('census', { basis: '统计法', demand: '入户登记', hours: 20 }, p.street);
const admitted = does(p.leader, 'admit', {
  clashes: '与消防排查同期，顺延两天',
  orders: [
    { what: '登记', who: p.committee.id, by: '2026-03-10' },
    { what: '登记', who: p.nextCommittee.id, by: '2026-03-12' },
  ],
});
const orderExamples: readonly PlaybookExample[] = [
  order('admitted', '准入后多个社区各有一份', 'Admitted: each community has its own', {
    given: [demanded],
    when: admitted,
    then: { stage: 'running', tasks: { open: 2 }, facts: ['case.dispatched', 'case.task-given', 'case.task-given'] },
    proves: ['S144'],
  }),
  order('clashes-weighed', '不核对期限冲突不能准入', 'Not admitted without weighing other days', {
    given: [demanded],
    when: does(p.leader, 'admit', { orders: [{ what: '登记', who: p.committee.id, by: '2026-03-10' }] }),
    then: { refused: 'field.required' },
    proves: ['S144'],
  }),
  order('clash', '社区提出期限冲突', 'A community says that days clash', {
    given: [demanded, admitted],
    when: does(p.nextHandler, 'clash', { with: '与选举登记冲突，建议 3 月 16 日' }),
    then: { stage: 'running', told: ['clash yes'], orders: ['notice.send grid.task-clash'] },
    proves: ['S144'],
  }),
  order('own-progress', '各报各的进度', 'Each reports its own progress', {
    given: [demanded, admitted],
    when: does(p.nextHandler, 'finish-task', { result: '登记 800 户' }),
    then: { tasks: { done: 1, open: 1 } },
    proves: ['S144'],
  }),
  order('one-missing', '有社区没回音不能办结', 'Not closed while one has not answered', {
    given: [demanded, admitted, does(p.nextHandler, 'finish-task', { result: '登记 800 户' })],
    when: does(p.street, 'close', say('完成')),
    then: { refused: 'case.tasks-open' },
    proves: ['S143'],
  }),
  order('closed', '件件有回音后办结', 'Closed when all have answered', {
    given: [
      demanded,
      admitted,
      does(p.nextHandler, 'finish-task', { result: '登记 800 户' }),
      does(p.community, 'finish-task', { result: '登记 620 户' }),
    ],
    when: does(p.street, 'close', say('两社区共登记 1420 户。')),
    then: { stage: 'closed', status: 'closed' },
    proves: ['S143'],
  }),
  order('without-answer', '没有反馈不能办结', 'Not without feedback', {
    given: [
      demanded,
      admitted,
      does(p.nextHandler, 'finish-task', { result: '好' }),
      does(p.community, 'finish-task', { result: '好' }),
    ],
    when: does(p.street, 'close'),
    then: { refused: 'field.required' },
    proves: ['S143'],
  }),
  order('not-admitted', '不予准入说明理由', 'Not admitted, with a reason', {
    given: [demanded],
    when: does(p.leader, 'not-admitted', say('与已有底账重复，直接取数。')),
    then: { stage: 'refused', status: 'closed' },
  }),
];

const tell = blocks.examplesOf('grid.publicity');
const planned = reports('fraud', { theme: '刷单返利骗局' }, p.worker);
const publicityExamples: readonly PlaybookExample[] = [
  tell('recorded', '宣传记录计覆盖人数', 'Counted with the people reached', {
    given: [planned],
    when: does(p.worker, 'record', { way: 'door', people: 35, answer: '发放劝阻卡' }),
    then: { stage: 'done', status: 'closed', told: ['way door', 'people 35'] },
  }),
  tell('dropped', '未开展说明原因', 'Not held, and why', {
    given: [planned],
    when: does(p.worker, 'drop', say('与街道宣讲合并。')),
    then: { stage: 'dropped', status: 'closed' },
  }),
];

const needs = blocks.examplesOf('grid.demand');
const survey = reports('door', {}, p.worker);
const list = does(p.worker, 'list', {
  needs: [
    { what: '助餐点', theme: 'elder', households: 60 },
    { what: '加装充电桩', theme: 'parking', households: 120 },
  ],
});
const met = does(p.community, 'answer-need', { how: 'met', result: '四月开办' }, { task: '1' });
const cannot = does(p.community, 'cannot', { reason: '变压器容量不足，已报增容' }, { task: '2' });
const demandExamples: readonly PlaybookExample[] = [
  needs('listed', '按主题和户数列清单', 'By theme and households', {
    given: [survey],
    when: list,
    then: { stage: 'answering', tasks: { open: 2 }, told: ['theme elder', 'theme parking', 'households 180'] },
    proves: ['S154'],
  }),
  needs('met', '已落实或列计划', 'Met or planned', {
    given: [survey, list],
    when: met,
    then: { tasks: { done: 1, open: 1 }, told: ['answered met'] },
    proves: ['S154'],
  }),
  needs('cannot', '办不到说明原因', 'Cannot, because', {
    given: [survey, list, met],
    when: cannot,
    then: { tasks: { done: 1, refused: 1 }, told: ['answered cannot'] },
    proves: ['S154'],
  }),
  needs('unanswered', '有一条没回应不能提交', 'Not while one is unanswered', {
    given: [survey, list, met],
    when: does(p.community, 'all-answered'),
    then: { refused: 'action.not-here' },
  }),
  needs('published', '逐条回应后公布', 'Published', {
    given: [survey, list, met, cannot, does(p.community, 'all-answered')],
    when: does(p.principal, 'publish', say('两条需求：一条落实，一条报增容。')),
    then: { stage: 'published', status: 'closed' },
    proves: ['S154'],
  }),
];

const account = blocks.examplesOf('grid.hand-in');
const monthly = reports('01', {}, 'system');
const openOnes = does(p.community, 'list', { open: [{ what: '屋面渗漏', who: p.company.id, by: '2026-03-10' }] });
const accountExamples: readonly PlaybookExample[] = [
  account('listed', '按月列出未销账诉求', 'What is open, monthly', {
    given: [monthly],
    when: openOnes,
    then: { stage: 'answering', tasks: { open: 1 } },
    proves: ['S124'],
  }),
  account('accounted', '责任单位交账后通报', 'Accounted for', {
    given: [monthly, openOnes, does(p.companyHandler, 'finish-task', { result: '已修，已销账' })],
    when: does(p.principal, 'close', say('一件全部交账。')),
    then: { stage: 'closed', status: 'closed' },
    proves: ['S124'],
  }),
  account('not-accounted', '没交账不能通报', 'Not before it is', {
    given: [monthly, openOnes],
    when: does(p.principal, 'close', say('交账')),
    then: { refused: 'case.tasks-open' },
  }),
  account('nothing', '全部销账', 'Nothing is open', {
    given: [monthly],
    when: does(p.community, 'nothing-open', say('本月无未销账诉求。')),
    then: { stage: 'closed', status: 'closed' },
  }),
];

export const orderedExamples: readonly PlaybookExample[] = [
  ...assignmentExamples,
  ...orderExamples,
  ...publicityExamples,
  ...demandExamples,
  ...accountExamples,
];
