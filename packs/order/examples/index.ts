import { type ActStep, blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { enterpriseExamples } from './enterprise.ts';
import { communityExamples } from './together.ts';
import { asOne, community, otherCommunity, team, unit, unitContact, teamContact, street } from './people.ts';

const tell = blocks.examplesOf('order.service');
const project = blocks.examplesOf('order.project');
const merchant = blocks.examplesOf('order.merchant');

const ordered: ReportStep = {
  report: { category: 'a04', values: { need: '给父亲量血压', beneficiary: 'family', on: '2026-03-04' } },
};
const forElder: ReportStep = {
  by: community,
  report: { category: 'c01', values: { need: '想去看一场戏', beneficiary: 'neighbour' }, channel: 'phone' },
};
const send: ActStep = { act: 'send', by: community, form: { body: unit, match: ['skill', 'area'] } };
const accept: ActStep = { act: 'accept', by: unitContact, form: { comesAt: '2026-03-04T01:00:00.000Z' } };
const finish: ActStep = {
  act: 'finish',
  by: unitContact,
  form: { answer: '已上门测量并讲解用药。', people: 1, hours: 0.5 },
};
const begin: ReportStep = {
  by: 'system',
  report: { category: 'b05', values: { goal: '失能老人助浴', why: '同类点单多', orders: 12 } },
};
const approve: ActStep = {
  act: 'approve',
  by: community,
  form: {
    unit,
    budget: '20000',
    beneficiaries: 30,
    until: '2026-06-30',
    plan: [{ what: '入户评估', by: '2026-04-01' }],
  },
};
const grant: ActStep = { act: 'approval.grant', by: street };
const handIn: ActStep = {
  act: 'hand-in',
  by: unitContact,
  form: { served: 32, spent: '18000', result: '共助浴 120 次' },
};
const done: ActStep = { act: 'finish-milestone', by: unitContact, task: '1', form: { result: '已评估 32 户' } };
const booked: ReportStep = {
  report: {
    category: 'b01',
    values: { merchant: unit, need: '厨房下水堵了', wanted: '2026-03-02T06:00:00.000Z', price: '80' },
  },
};
const pass: ActStep = { act: 'pass', by: community, form: { body: unit } };
const quote: ActStep = { act: 'accept', by: unitContact, form: { quote: '80', comesAt: '2026-03-02T06:00:00.000Z' } };
const arrive: ActStep = { act: 'arrive', by: unitContact };
const finished: ActStep = { act: 'finish', by: unitContact, form: { charged: '80', answer: '已疏通，试水正常。' } };

export const examples: readonly PlaybookExample[] = [
  tell('ordered', '居民点单，社区匹配派单', 'A resident orders from the menu', {
    given: [],
    when: ordered,
    then: { stage: 'ordered', facts: ['case.reported'], offers: { to: community, actions: ['send', 'unmet', 'to-project'] } },
    proves: ['S251'],
  }),
  tell('for-an-elder', '老人打电话，社区代为点单（自填心愿）', 'A wish by phone, written down for an elder', { given: [], when: forElder, then: { stage: 'ordered' }, proves: ['S251'] }),
  tell('sent', '按专长、就近匹配派单', 'Sent to whom it fits by skill and area', {
    given: [ordered],
    when: send,
    then: { stage: 'sent', assignee: unit.id, told: ['match skill', 'match area'], due: { accepting: '2026-03-03T02:00:00.000Z' } },
    proves: ['S252'],
  }),
  tell('unanswered', '24 小时未接单，自动退回重派', 'Not answered in 24 hours: to be sent again', {
    given: [ordered, send],
    when: { act: 'unanswered', by: 'system', at: '2026-03-03T02:00:00.000Z' },
    then: { stage: 'ordered', told: ['unanswered yes'] },
    proves: ['S252'],
  }),
  tell('sent-again', '退回后改派另一支队伍', 'And is sent to another team', {
    given: [ordered, send, { act: 'unanswered', by: 'system', at: '2026-03-03T02:00:00.000Z' }],
    when: { ...send, form: { body: team, match: ['load'] } },
    then: { stage: 'sent', assignee: team.id },
    proves: ['S252'],
  }),
  tell('accepted', '共建单位接单', 'The unit accepts', { given: [ordered, send], when: accept, then: { stage: 'serving', facts: ['case.accepted'] }, proves: ['S253'] }),
  tell('refused', '不接单须说明理由', 'A refusal needs a reason', { given: [ordered, send], when: { act: 'refuse', by: unitContact }, then: { refused: 'field.required' }, proves: ['S253'] }),
  tell('not-theirs', '别的单位不能接', 'Another unit may not accept it', { given: [ordered, send], when: { ...accept, by: teamContact }, then: { refused: 'action.not-yours' } }),
  tell('done', '完成后上传结果，计入单位服务', 'Done with its result, counted for the unit', {
    given: [ordered, send, accept],
    when: finish,
    then: { stage: 'done', status: 'closed', timing: 'in-time', told: ['served 1', 'service-hours 0.5'] },
    proves: ['S253'],
  }),
  tell('unhappy', '不满意的重新派单', 'A dissatisfied resident: sent again', { given: [ordered, send, accept, finish], when: { act: 'rate', form: { rating: 2 } }, then: { stage: 'ordered', facts: ['case.rated', 'case.reopened'] } }),
  tell('to-project', '同类点单多，转为服务项目', 'Many alike become a project', {
    given: [ordered],
    when: { act: 'to-project', by: community, form: { goal: '慢病老人上门随访', answer: '已纳入服务项目，将按期上门。' } },
    then: { stage: 'unmet', orders: ['case.open order.project'] },
    proves: ['S254'],
  }),
  project('approved', '立项：目标、预算、单位、进度、受益人，街道同意', 'Goal, budget, unit, schedule, beneficiaries; granted by the street', {
    given: [begin, approve],
    when: grant,
    then: { stage: 'running', assignee: unit.id, tasks: { open: 1 } },
    proves: ['S254'],
  }),
  project('evaluated', '结项评估，承接单位不能自评', 'Evaluated, never by the unit itself', {
    given: [begin, approve, grant, done, { ...handIn, by: asOne(unitContact) }],
    when: { act: 'evaluate', by: asOne(community), form: { grade: 'good', answer: '达到目标。' } },
    then: { refused: 'action.same-person' },
  }),
  project('finished', '评估合格结项', 'Passed and finished', {
    given: [begin, approve, grant, done, handIn],
    when: { act: 'evaluate', by: community, form: { grade: 'good', answer: '受益 32 人，超过目标。' } },
    then: { stage: 'done', status: 'closed', told: ['project-grade good'] },
    proves: ['S254'],
  }),
  project('failed', '不合格的整改', 'Failed: to be mended', { given: [begin, approve, grant, done, handIn], when: { act: 'evaluate', by: community, form: { grade: 'fail', answer: '助浴次数不足，整改。' } }, then: { stage: 'running', status: 'open' } }),
  merchant('quoted', '商户接单并报价，约定上门时间', 'Accepted with a price and a time', { given: [booked, pass], when: quote, then: { stage: 'accepted', facts: ['case.accepted'] }, proves: ['S256'] }),
  merchant('no-price', '没有报价不能接单', 'Not accepted without a price', { given: [booked, pass], when: { ...quote, form: { comesAt: '2026-03-02T06:00:00.000Z' } }, then: { refused: 'field.required' } }),
  merchant('paid', '到达、完工、线下付款确认', 'Arrived, finished, paid off-line', {
    given: [booked, pass, quote, arrive, finished],
    when: { act: 'paid' },
    then: { stage: 'done', status: 'closed', timing: 'in-time' },
    proves: ['S256'],
  }),
  merchant('complaint', '有投诉由社区处理', 'A complaint goes to the community', {
    given: [booked, pass, quote, arrive, finished, { act: 'complain', form: { about: 'price', words: '多收 50 元' } }],
    when: { act: 'settle', by: community, form: { found: 'true', answer: '已核实，商户退还 50 元。' } },
    then: { stage: 'done', status: 'closed', told: ['complaint-true true'] },
    proves: ['S256'],
  }),
  merchant('rated', '评价决定商户口碑', 'Rated by whoever booked', { given: [booked, pass, quote, arrive, finished, { act: 'paid' }], when: { act: 'rate', form: { rating: 5 } }, then: { stage: 'rated', facts: ['case.rated'] }, proves: ['S256'] }),
  merchant('unanswered', '商户两小时未接退回', 'Not answered in two hours', { given: [booked, pass], when: { act: 'unanswered', by: 'system', at: '2026-03-02T04:00:00.000Z' }, then: { stage: 'booked', told: ['unanswered yes'], offers: { to: otherCommunity, actions: ['pass', 'call-off'] } } }),
  ...communityExamples,
  ...enterpriseExamples,
]; // biome-ignore format: steps
