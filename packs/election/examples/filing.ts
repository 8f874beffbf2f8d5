import { blocks, type PlaybookExample } from '#engines/case/model';
import {
  affairs,
  asOne,
  bySystem,
  civil,
  COMMUNITY,
  handler,
  leader,
  party,
  photo,
  reports,
  secretary,
  step,
} from './people.ts';

const filing = blocks.examplesOf('election.filing');
const fill = blocks.examplesOf('election.supplement');

const due = reports('results', { about: '第十一届选举结果' }, 'system', COMMUNITY);
const submit = step('submit', affairs, {
  party,
  civil,
  content: '选举结果报告单',
  papers: [photo()],
});
const receipt = (body: string, number: string) =>
  step('receipt', handler(body), { number, on: '2026-03-04', result: '予以备案' });
const correct = step('correct', handler(civil), { demand: '报告单缺监票人签字' });
const corrected = step('corrected', affairs, { content: '已补签字' });

const seat = (category: string, position: string) =>
  reports(category, { position, why: '任期内空缺' }, secretary, COMMUNITY);
const free = seat('resigned', 'member');
const confirm = step('confirm', affairs, { finding: '辞职已接受，职位空缺' });
const choose = step('choose', secretary, {
  reserve: '后备 2026-07',
  who: '王小梅',
  record: '中共党员，大专，社区工作者五年',
  departments: [party, civil],
});
const looked = (body: string, task: string) => step('finish-task', handler(body), { result: '符合资格' }, { task });
const conclude = step('conclude', affairs, { fit: 'yes', opinion: '两部门均无异议' });
const approve = step('approve', leader, { minutes: '党工委〔2026〕6 号' });
const protocol = [photo()];
const elect = (agreed: number) =>
  step('elect', secretary, {
    registered: 60,
    issued: 52,
    collected: 52,
    valid: 51,
    protocol,
    supervisors: 2,
    agreed,
  });
const toApproval = [free, confirm, choose, looked(party, '1'), looked(civil, '2'), conclude] as const;
const noticeOver = bySystem('notice-over', '2026-03-09T10:00:01.000Z');

export const filingExamples: readonly PlaybookExample[] = [
  filing('both', '同时报组织、民政两个部门', 'Handed in to both at once', {
    given: [due],
    when: submit,
    then: { stage: 'filing', tasks: { open: 2 }, told: ['handed-in results'] },
    proves: ['S101'],
  }),
  filing('one', '一个部门回执不算备案', 'One receipt is not enough', {
    given: [due, submit, receipt(party, '组备〔2026〕8 号')],
    when: step('file', affairs, { answer: '已备案。' }),
    then: { refused: 'action.not-here' },
    proves: ['S101'],
  }),
  filing('own-receipt', '部门只能出具自己的回执', 'Each gives its own receipt alone', {
    given: [due, submit],
    when: { ...receipt(party, '组备〔2026〕8 号'), task: '2' },
    then: { refused: 'case.task-unknown' },
    proves: ['S101'],
  }),
  filing('correction', '民政要求补正', 'One asks for correction', {
    given: [due, submit],
    when: correct,
    then: { stage: 'correcting', tasks: { open: 2 }, facts: ['case.returned', 'case.told'] },
    proves: ['S101'],
  }),
  filing('meanwhile', '补正期间另一部门照常回执', 'The other goes on meanwhile', {
    given: [due, submit, correct],
    when: receipt(party, '组备〔2026〕8 号'),
    then: { stage: 'correcting', tasks: { open: 1, done: 1 } },
    proves: ['S101'],
  }),
  filing('filed', '补正后两部门均回执，备案完成', 'Corrected, both receipts, filed', {
    given: [due, submit, correct, receipt(party, '组备〔2026〕8 号'), corrected, receipt(civil, '民备〔2026〕31 号')],
    when: step('file', affairs, { answer: '两部门均已备案。' }),
    then: { stage: 'filed', status: 'closed', timing: 'in-time', told: ['filed results'] },
    proves: ['S101'],
  }),
  filing('not-filed', '十个工作日未报送，列入未备案名单', 'Not filed in time: listed', {
    given: [due],
    when: bySystem('overdue', '2026-03-16T10:00:01.000Z'),
    then: { stage: 'listed', told: ['not-filed results'], offers: { to: affairs, actions: ['submit', 'drop'] } },
    proves: ['S101'],
  }),
  filing('posts', '职数备案同走两部门', 'The number of posts goes to both as well', {
    given: [reports('posts', { about: '第十一届职数', posts: 63 }, 'system', COMMUNITY)],
    when: submit,
    then: { stage: 'filing', tasks: { open: 2 }, told: ['handed-in posts'] },
    proves: ['S101'],
  }),
  filing('dropped', '核实不需备案', 'Need not be filed', {
    given: [due],
    when: step('drop', affairs, { answer: '已随上级汇总备案。' }),
    then: { stage: 'dropped', status: 'closed' },
  }),

  fill('free', '出缺认定后启动补选', 'Found to be free', {
    given: [free],
    when: confirm,
    then: { stage: 'choosing', told: ['vacancy resigned'] },
    proves: ['S104'],
  }),
  fill('weak', '不胜任的也可启动调整', 'Not up to the post is a reason too', {
    given: [seat('weak', 'party-member')],
    when: confirm,
    then: { stage: 'choosing', told: ['vacancy weak'] },
    proves: ['S104'],
  }),
  fill('reserve', '从后备库择选并送联审', 'Out of the reserve, to the departments', {
    given: [free, confirm],
    when: choose,
    then: { stage: 'reviewing', tasks: { open: 2 }, told: ['source reserve'] },
    proves: ['S104'],
  }),
  fill('beside', '不从后备库择选须说明理由', 'Beside the reserve only with a reason', {
    given: [free, confirm],
    when: step('choose-beside', secretary, {
      source: 'veteran',
      who: '李建国',
      record: '退役军人',
      departments: [party],
    }),
    then: { refused: 'field.required' },
    proves: ['S104'],
  }),
  fill('unfit', '联审不合格另择人选', 'Not qualified: somebody else', {
    given: [free, confirm, choose, looked(party, '1'), looked(civil, '2')],
    when: step('conclude', affairs, { fit: 'no', opinion: '一部门提出不符合资格' }),
    then: { stage: 'choosing' },
  }),
  fill('not-own', '汇总联审的人不能自己批准', 'Not approved by whoever concluded', {
    given: [...toApproval.slice(0, -1), { ...conclude, by: asOne(affairs) }],
    when: { ...approve, by: asOne(leader) },
    then: { refused: 'action.same-person' },
    proves: ['S104'],
  }),
  fill('approved', '党工委审批', 'Approved', {
    given: [...toApproval],
    when: approve,
    then: { stage: 'appointing', offers: { to: secretary, actions: ['elect'] } },
    proves: ['S104'],
  }),
  fill('not-approved', '不予批准另择人选', 'Not approved', {
    given: [...toApproval],
    when: step('another', leader, { reason: '班子结构不合理' }),
    then: { stage: 'choosing' },
  }),
  fill('not-appointed', '居委会职务不能直接任命', 'A seat of the residents’ committee is not given away', {
    given: [...toApproval, approve],
    when: step('appoint', affairs, { document: '青组〔2026〕3 号' }),
    then: { refused: 'action.not-here' },
    proves: ['S104'],
  }),
  fill('elected', '居委会职务经补选，计票单照片和监票签字齐全', 'Elected; the protocol is there and signed', {
    given: [...toApproval, approve],
    when: elect(40),
    then: { stage: 'noticed', told: ['elected yes'], due: { noticed: '2026-03-09T10:00:00.000Z' } },
    proves: ['S104'],
  }),
  fill('lost', '得票未过半另择人选', 'Not half of the votes', {
    given: [...toApproval, approve],
    when: elect(26),
    then: { stage: 'choosing', told: ['elected no'] },
    proves: ['S104'],
  }),
  fill('appointed', '党组织职务由上级任命', 'A seat of the party committee is given by its superior', {
    given: [seat('gone', 'party-deputy'), confirm, choose, looked(party, '1'), looked(civil, '2'), conclude, approve],
    when: step('appoint', affairs, { document: '青组〔2026〕3 号' }),
    then: { stage: 'noticed' },
    proves: ['S104'],
  }),
  fill('filed', '公示期满自动报备案', 'On notice, then filed by itself', {
    given: [...toApproval, approve, elect(40)],
    when: noticeOver,
    then: { stage: 'filing', orders: ['case.open election.filing'] },
    proves: ['S104', 'S101'],
  }),
  fill('filled', '到任，班子配齐', 'In office', {
    given: [
      ...toApproval,
      approve,
      elect(40),
      noticeOver,
      { other: { opened: '补选备案' } },
      { other: { ended: '补选备案', words: '已备案' } },
    ],
    when: step('fill', affairs, { from: '2026-03-20', answer: '补选完成，班子配齐。' }),
    then: { stage: 'filled', status: 'closed', told: ['filled member'] },
    proves: ['S104'],
  }),
  fill('contested', '公示有异议属实', 'An objection is upheld', {
    given: [...toApproval, approve, elect(40)],
    when: step('contest', affairs, { reason: '查实年龄不符' }),
    then: { stage: 'choosing' },
  }),
  fill('kept', '不予调整', 'Left as it is', {
    given: [seat('weak', 'member')],
    when: step('keep', affairs, { answer: '经考核尚能胜任，给予半年提升期。' }),
    then: { stage: 'kept', status: 'closed' },
  }),
];
