import { blocks, type PlaybookExample } from '#engines/case/model';
import { affairs, bodies, bySystem, handler, leader, reports, secretary, step, STREET } from './people.ts';

const model = blocks.examplesOf('party-matters.model');
const joint = blocks.examplesOf('party-matters.coordination');

const recommended = reports('neighbour', { who: '陈阿姨', deeds: '照顾独居邻居三年', branch: '3 号楼居民小组' });
const verify = step('verify', affairs, { departments: [bodies.owner, bodies.land] });
const clear = (body: string) => step('finish-task', handler(body), { finding: 'clear', result: '无不良记录' });
const publish = step('publish', affairs, {
  words: '最美邻里候选：三号楼居民',
  where: '社区公示栏、公众号；异议请到社区 1 号窗口',
});
const onNotice = [recommended, verify, clear(bodies.owner), clear(bodies.land), publish] as const;
const over = bySystem('notice-over', '2026-03-09T10:00:01.000Z');
const object = step('object', secretary, { objection: '反映占用楼道堆物' });
const decide = (choice: string) => step('decide', leader, { chosen: choice, answer: '评定为最美邻里。' });

const raised = reports(
  'planning',
  { title: '背街改造与管线迁改衔接', why: '改造与燃气、电力迁改时序冲突' },
  affairs,
  STREET,
);
const ask = step('ask', affairs, {
  departments: [bodies.owner, bodies.land, bodies.fire],
  question: '能否五月前完成迁改',
});
const opine = (body: string, opinion: string) => step('opine', handler(body), { opinion, result: '依据年度计划' });
const silent = bySystem('deadline', '2026-03-09T10:00:01.000Z');
const none = step('no-opinion', affairs, { reason: '到会代表未带意见' });
const minutes = step('minutes', affairs, {
  number: '青工委纪〔2026〕4 号',
  on: '2026-03-12',
  present: 3,
  minutes: '先迁改后铺装，五月底前完成。',
  plan: [
    { what: '燃气迁改', who: bodies.owner, by: '2026-05-15' },
    { what: '电力迁改', who: bodies.land, by: '2026-05-20' },
  ],
});
const grant = step('approval.grant', leader);
const asked = [raised, ask, opine(bodies.owner, 'agree'), opine(bodies.land, 'conditions')] as const;
const met = [...asked, silent, none, minutes, grant] as const;
const part = (body: string) => step('finish-part', handler(body), { result: '迁改完成' });

export const choosingExamples: readonly PlaybookExample[] = [
  model('verified', '多部门同时核查', 'Departments look at it in parallel', {
    given: [recommended],
    when: verify,
    then: { stage: 'verifying', tasks: { open: 2 } },
    proves: ['S329'],
  }),
  model('one-missing', '一个部门未核查不能公示', 'No notice while one has not looked', {
    given: [recommended, verify, clear(bodies.owner)],
    when: publish,
    then: { refused: 'action.not-here' },
    proves: ['S329'],
  }),
  model('noticed', '公示五个工作日', 'Five working days of notice', {
    given: onNotice.slice(0, -1),
    when: publish,
    then: { stage: 'noticed', due: { noticed: '2026-03-09T10:00:00.000Z' } },
    proves: ['S329'],
  }),
  model('too-soon', '公示期内不能审定', 'No decision within the notice', {
    given: [...onNotice],
    when: decide('yes'),
    then: { refused: 'action.not-now' },
    proves: ['S329'],
  }),
  model('objection', '公示期内的异议立即核实', 'An objection is looked into', {
    given: [...onNotice],
    when: object,
    then: { stage: 'noticed', tasks: { open: 1 }, told: ['objection neighbour'] },
    proves: ['S329'],
  }),
  model('objection-open', '异议未核实不能审定', 'No decision while one is open', {
    given: [...onNotice, object, over],
    when: decide('yes'),
    then: { refused: 'action.not-here' },
    proves: ['S329'],
  }),
  model('chosen', '异议核实后由负责人审定', 'Decided by the leader', {
    given: [...onNotice, object, step('finish-milestone', affairs, { result: '已清理，情况说明' }), over],
    when: decide('yes'),
    then: { stage: 'chosen', status: 'closed', outcome: 'resolved', told: ['decided yes'] },
    proves: ['S329'],
  }),
  model('story', '整理典型事迹', 'The story', {
    given: [...onNotice, over, decide('yes')],
    when: step('story', affairs, { headline: '三年如一日的好邻居', story: '每天敲一次门。', on: '2026-03-20' }),
    then: { stage: 'told', status: 'closed', told: ['story neighbour'] },
    proves: ['S329'],
  }),
  model('failed', '核查有问题不公示', 'Not verified', {
    given: [
      recommended,
      verify,
      clear(bodies.owner),
      step('finish-task', handler(bodies.land), { finding: 'against', result: '有失信记录' }),
    ],
    when: step('fail', affairs, { answer: '核查未通过，感谢推荐。' }),
    then: { stage: 'not-chosen', status: 'closed' },
  }),
  model('not-eligible', '不符合条件', 'Not eligible', {
    given: [recommended],
    when: step('not-eligible', affairs, { answer: '本年度已获评同类荣誉。' }),
    then: { stage: 'not-chosen', status: 'closed' },
  }),
  model('not-chosen', '审定不予评定', 'Not chosen', {
    given: [...onNotice, over],
    when: decide('no'),
    then: { stage: 'not-chosen', status: 'closed', outcome: 'declined', told: ['decided no'] },
  }),

  joint('asked', '限期五个工作日征求部门意见', 'Opinions within five working days', {
    given: [raised],
    when: ask,
    then: { stage: 'opinions', tasks: { open: 3 }, due: { opinions: '2026-03-09T10:00:00.000Z' } },
    proves: ['S452'],
  }),
  joint('opinion', '部门出具意见和依据', 'An opinion with its grounds', {
    given: [raised, ask],
    when: opine(bodies.land, 'conditions'),
    then: { stage: 'opinions', tasks: { open: 2, done: 1 }, told: ['opinion conditions'] },
    proves: ['S452'],
  }),
  joint('not-ours', '没有被征求的部门不能出具', 'Nobody else gives one', {
    given: [raised, ask],
    when: opine(bodies.health, 'agree'),
    then: { refused: 'action.not-yours' },
  }),
  joint('silent', '期限届满，未回复的记数，提交会议', 'Who is silent is counted; a meeting', {
    given: [...asked],
    when: silent,
    then: { stage: 'meeting', told: ['silent 1'] },
    proves: ['S452'],
  }),
  joint('all-there', '意见齐备提前开会', 'All opinions are there', {
    given: [...asked, opine(bodies.fire, 'disagree')],
    when: step('convene', affairs),
    then: { stage: 'meeting' },
  }),
  joint('reminded', '催办并由部门回复', 'Reminded; the department answers', {
    given: [raised, ask, step('card-notice', affairs, { demand: '请按期出具意见' })],
    when: step('answer-card', handler(bodies.fire), { reply: '明日送达' }),
    then: { stage: 'opinions', facts: ['case.card-answered'] },
  }),
  joint('minutes-asked', '纪要须经负责人签发', 'The minutes need the leader', {
    given: [...asked, silent, none],
    when: minutes,
    then: { stage: 'meeting', pending: 'minutes' },
    proves: ['S452'],
  }),
  joint('minutes', '纪要签发即分工到部门和期限', 'Signed: tasks for departments', {
    given: [...asked, silent, none, minutes],
    when: grant,
    then: { stage: 'carrying-out', tasks: { open: 2 }, told: ['decisions 2'] },
    proves: ['S452'],
  }),
  joint('minutes-refused', '纪要未获签发，补充后再报', 'The minutes are sent back', {
    given: [...asked, silent, none, minutes],
    when: step('approval.refuse', leader, { reason: '未写明电力迁改的责任单位' }),
    then: { stage: 'meeting', pending: null, offers: { to: affairs, actions: ['card-notice', 'minutes', 'pass-up'] } },
  }),
  joint('not-yet', '分工未完成不能办结', 'Not settled while a part is open', {
    given: [...met, part(bodies.owner)],
    when: step('settle', affairs, { answer: '已衔接。' }),
    then: { refused: 'action.not-here' },
  }),
  joint('settled', '全部落实，反馈结果', 'Settled', {
    given: [...met, part(bodies.owner), part(bodies.land)],
    when: step('settle', affairs, { answer: '管线迁改五月二十日前完成，改造如期进场。' }),
    then: { stage: 'settled', status: 'closed', told: ['settled planning'] },
    proves: ['S452'],
  }),
  joint('passed-up', '协调不成提请区委统筹', 'Passed up with the leader’s word', {
    given: [...asked, silent, step('pass-up', affairs, { answer: '部门意见不一，提请区委统筹。' })],
    when: grant,
    then: { stage: 'passed-up', status: 'closed' },
  }),
  joint('dropped', '不需协调', 'Not needed', {
    given: [raised],
    when: step('drop', affairs, { answer: '两单位已自行商定。' }),
    then: { stage: 'dropped', status: 'closed' },
  }),
];
