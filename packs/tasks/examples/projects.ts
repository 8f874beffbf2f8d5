import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, officer, step, street } from './people.ts';

const pilot = blocks.examplesOf('tasks.pilot');
const activity = blocks.examplesOf('tasks.activity');
const research = blocks.examplesOf('tasks.research');
const award = blocks.examplesOf('tasks.award');
const purchase = blocks.examplesOf('tasks.purchase');

const zone: ReportStep = {
  by: street,
  report: {
    category: 'zone',
    values: { title: '治理暨养老创新实验区', batch: '第三批', goals: '嵌入式养老', communities: 2 },
  },
};
const approve = step('approve', officer, {
  funds: '500000',
  until: '2027-12-31',
  perCommunity: [
    { what: '甲社区养老驿站', by: '2026-09-30' },
    { what: '乙社区助餐点', by: '2026-09-30' },
  ],
});
const raise = step('difficulty', community, {
  difficulties: [{ what: '消防手续办不下来', who: bodies.fire, by: '2026-05-01' }],
  wanted: '请消防、住建在联席会议上会商',
});
const milestone = (task: string) => ({ ...step('finish-milestone', street, { result: '已建成' }), task });
const selfCheck = step('self-check', street, { items: [{ item: '嵌入式养老', met: 'yes' }], result: '自查达标' });
const score = (points: number) => step('score', officer, { score: points, experts: 5, comments: '补充运营数据' });
const ready = [approve, milestone('1'), milestone('2'), selfCheck] as const;

const talks: ReportStep = {
  by: street,
  report: { category: 'four-big', values: { title: '四大活动', basis: '区委办〔2026〕2 号' } },
};
const plan = step('plan', street, { plan: [{ what: '调研三个课题', by: '2026-04-01' }] });

const topic: ReportStep = {
  by: street,
  report: { category: 'governance', values: { title: '城市社区治理', outline: '现状、做法、问题、对策' } },
};
const visit = step('visit', street, {
  kind: 'seminar',
  where: '甲社区',
  people: 14,
  opinions: [{ topic: '减负', opinion: '报表仍多' }],
});
const draft = step('draft', street, {
  facts: '共 12 个社区',
  practice: '网格化',
  problems: '负担重',
  suggestions: '准入把关',
});
const sendOut = step('send-out', street, { bodies: [bodies.land] });
const comment = step('comment', handler(bodies.land), { result: '建议补充用房数据' });
const adopt = step('adopt', street, {
  opinions: [
    { opinion: '补充用房数据', taken: 'yes', reason: '数据可得' },
    { opinion: '删去负担一节', taken: 'no', reason: '与事实不符' },
  ],
});

const idea: ReportStep = {
  by: community,
  report: { category: 'innovation', values: { title: '楼道议事角', what: '解决邻里事 40 件', applied: '30000' } },
};
const judged = (points: number) =>
  step('score', officer, { experts: 5, score: points, award: '20000', answer: '评审完成。' });
const publish = step('published', { ...officer, person: 'another' }, { days: 7 });

const bought: ReportStep = {
  by: officer,
  report: {
    category: 'care',
    values: { title: '社区助餐', need: '独居老人 86 户需助餐', surveyed: 420, budget: '300000' },
  },
};
const fund = step('approve', officer, { approved: '280000' });
const bid = (n: number) => ({ bidder: `第${n}家`, price: '280000', score: 80 + n });
const choose = step('choose', officer, {
  bids: [bid(1), bid(2), bid(3)],
  body: bodies.owner,
  price: '276000',
  plan: [{ what: '上半年助餐', by: '2026-06-30' }],
});
const provider = handler(bodies.owner);
const deliver = step('deliver', provider, { times: 20, people: 86, note: '每日午餐' });
const delivered = [
  fund,
  choose,
  deliver,
  step('finish-milestone', provider, { result: '已完成' }),
  step('finish', provider, { result: '服务完成' }),
] as const;

export const projectExamples: readonly PlaybookExample[] = [
  pilot('approved', '批复后分解到各社区', 'Approved: a task for each community', {
    given: [zone],
    when: approve,
    then: { stage: 'running', tasks: { open: 2 }, told: ['funds 500000', 'outputs 2'] },
    proves: ['S491', 'S611'],
  }),
  pilot('difficulty', '难点列入会商清单', 'A difficulty goes on the list', {
    given: [zone, approve],
    when: raise,
    then: { stage: 'running', tasks: { open: 3 }, told: ['difficulty 1'] },
    proves: ['S599'],
  }),
  pilot('difficulty-open', '难点未解决不能自查', 'Not while a difficulty is open', {
    given: [zone, approve, raise, milestone('1'), milestone('2')],
    when: selfCheck,
    then: { refused: 'action.not-here' },
    proves: ['S599'],
  }),
  pilot('mid-check', '中期检查', 'Mid-check', {
    given: [zone, approve],
    when: step('mid-check', officer, { percent: 55, problems: '运营主体未落实' }),
    then: { stage: 'running', told: ['mid 55'] },
    proves: ['S611'],
  }),
  pilot('reworked', '评分不足整改', 'Too low: more work', {
    given: [zone, ...ready],
    when: score(72),
    then: { stage: 'running', told: ['score 72'] },
    proves: ['S600'],
  }),
  pilot('accepted', '评分后由他人验收并定有效期', 'Accepted by another, valid until', {
    given: [zone, ...ready, score(88)],
    when: step('accept', { ...officer, person: 'another' }, { expires: '2029-12-31', answer: '通过验收。' }),
    then: { stage: 'accepted', status: 'closed' },
    proves: ['S491', 'S600', 'S611'],
  }),
  pilot('expired', '有效期满退出', 'Expired', {
    given: [
      zone,
      ...ready,
      score(88),
      step('accept', { ...officer, person: 'another' }, { expires: '2029-12-31', answer: '通过。' }),
    ],
    when: step('expire', officer, { answer: '有效期满。' }),
    then: { stage: 'expired', status: 'closed' },
    proves: ['S611'],
  }),
  pilot('refused', '不予批复', 'Not approved', {
    given: [zone],
    when: step('not-approve', officer, { answer: '与在建项目重复。' }),
    then: { stage: 'refused', status: 'closed' },
  }),

  activity('planned', '方案分解任务', 'The plan becomes tasks', {
    given: [talks],
    when: plan,
    then: { stage: 'running', tasks: { open: 1 } },
    proves: ['S609'],
  }),
  activity('seminar', '研讨登记', 'A seminar', {
    given: [talks, plan],
    when: step('seminar', community, { topic: '如何减负', attended: 30, views: '报表合并' }),
    then: { told: ['attended 30'] },
    proves: ['S355'],
  }),
  activity('adopted', '意见采纳情况逐条说明', 'Each suggestion: adopted or not, and why', {
    given: [talks, plan],
    when: step('suggest', community, { suggestion: '开通夜间窗口', adopted: 'yes', reason: '上班族需要' }),
    then: { told: ['adopted yes'] },
    proves: ['S355', 'S609'],
  }),
  activity('summed-up', '分单位总结成效', 'Results by unit', {
    given: [talks, plan, step('finish-milestone', street, { result: '三个课题完成' })],
    when: step('sum-up', street, {
      results: [
        { unit: bodies.owner, problems: 12, measures: 3 },
        { unit: bodies.land, problems: 5, measures: 2 },
      ],
      answer: '共解决问题 17 个。',
    }),
    then: { stage: 'summed-up', status: 'closed', told: ['solved 17'] },
    proves: ['S355', 'S609'],
  }),

  research('visited', '走访座谈意见分类登记', 'Visits, with opinions by topic', {
    given: [topic],
    when: visit,
    then: { stage: 'fielding', told: ['visits 1', 'opinions 1'] },
    proves: ['S658', 'S660'],
  }),
  research('four-parts', '初稿须有四个部分', 'The draft has its four parts', {
    given: [topic, visit],
    when: step('draft', street, { facts: '共 12 个社区', practice: '网格化', problems: '负担重' }),
    then: { refused: 'field.required' },
    proves: ['S658'],
  }),
  research('heard', '征求居民意见，由社区登记', 'Residents are heard too', {
    given: [topic, visit, draft, sendOut],
    when: step('hear', community, { from: '居民', people: 26, opinion: '楼道充电问题应写进建议' }),
    then: { stage: 'commenting', told: ['heard 26'] },
    proves: ['S671'],
  }),
  research('adopted', '意见采纳与否说明理由', 'Each comment adopted or not, with its reason', {
    given: [topic, visit, draft, sendOut, comment],
    when: adopt,
    then: { stage: 'reviewing', told: ['adopted yes', 'adopted no'] },
    proves: ['S671'],
  }),
  research('no-reason', '不采纳必须写理由', 'No refusal without a reason', {
    given: [topic, visit, draft, sendOut, comment],
    when: step('adopt', street, { opinions: [{ opinion: '删去负担一节', taken: 'no' }] }),
    then: { refused: 'field.required' },
    proves: ['S671'],
  }),
  research('submitted', '审核报送', 'Submitted', {
    given: [topic, visit, draft, sendOut, comment, adopt],
    when: step('submit', officer, { number: '调研〔2026〕1 号', answer: '已报送县委决策参考。' }),
    then: { stage: 'submitted', status: 'closed' },
    proves: ['S658', 'S660'],
  }),
  research('sent-back', '退回修改', 'Sent back', {
    given: [topic, visit, draft, sendOut, comment, adopt],
    when: step('send-back', officer, { reason: '对策偏虚' }),
    then: { stage: 'drafting', facts: ['case.returned'] },
  }),

  award('scored', '评分达标公示', 'Scored and published', {
    given: [idea],
    when: judged(88),
    then: { stage: 'publishing', told: ['score 88'] },
    proves: ['S509'],
  }),
  award('not-chosen', '未入选也答复', 'Not chosen is answered too', {
    given: [idea],
    when: judged(60),
    then: { stage: 'refused', status: 'closed' },
  }),
  award('objection', '公示有异议重新评审', 'An objection', {
    given: [idea, judged(88)],
    when: step('object', community, { reason: '成效数据不实' }),
    then: { stage: 'applied', facts: ['case.returned'] },
    proves: ['S509'],
  }),
  award('not-own', '评分人不能确认公示', 'Who scored does not confirm', {
    given: [idea, judged(88)],
    when: step('published', officer, { days: 7 }),
    then: { refused: 'action.same-person' },
  }),
  award('paid', '公示无异议后拨付', 'Paid after publication', {
    given: [idea, judged(88), publish],
    when: step('pay', officer, { paid: '20000', story: '一楼一角议出邻里情', answer: '奖补已拨付。' }),
    then: { stage: 'paid', status: 'closed', told: ['paid 20000'] },
    proves: ['S509'],
  }),

  purchase('approved', '立项核定预算', 'Approved', {
    given: [bought],
    when: fund,
    then: { stage: 'bidding' },
    proves: ['S488'],
  }),
  purchase('three-bids', '少于三家不能定标', 'Three bids at least', {
    given: [bought, fund],
    when: step('choose', officer, {
      bids: [bid(1), bid(2)],
      body: bodies.owner,
      price: '276000',
      plan: [{ what: '助餐' }],
    }),
    then: { refused: 'field.invalid' },
    proves: ['S479'],
  }),
  purchase('chosen', '定标签约', 'Chosen', {
    given: [bought, fund],
    when: choose,
    then: { stage: 'delivering', assignee: bodies.owner, told: ['price 276000'] },
    proves: ['S479', 'S488'],
  }),
  purchase('confirmed', '每次服务由社区确认', 'The community confirms each delivery', {
    given: [bought, fund, choose, deliver],
    when: step('confirm', community, { ok: 'less', note: '缺三天' }),
    then: { stage: 'delivering', told: ['confirmed less'] },
    proves: ['S488', 'S492'],
  }),
  purchase('paid', '中期评估后按节点付款', 'Paid by milestone', {
    given: [bought, fund, choose, deliver],
    when: step('mid-evaluate', officer, { score: 90, paid: '138000' }),
    then: { stage: 'delivering', told: ['mid 90', 'paid 138000'] },
    proves: ['S488'],
  }),
  purchase('published', '末期评估后公开', 'Evaluated and published', {
    given: [bought, ...delivered],
    when: step('publish', officer, { score: 92, satisfied: 96.5, total: '276000', answer: '项目结项公开。' }),
    then: { stage: 'published', status: 'closed', told: ['score 92', 'total 276000'] },
    proves: ['S479', 'S488'],
  }),
  purchase('refused', '不予立项', 'Not approved', {
    given: [bought],
    when: step('decline', officer, { answer: '已有公办助餐。' }),
    then: { stage: 'refused', status: 'closed' },
  }),
  purchase('ended', '提前终止', 'Ended early', {
    given: [bought, fund, choose],
    when: step('end-early', officer, { answer: '承接单位失信。' }),
    then: { stage: 'ended-early', tasks: { dropped: 1 } },
  }),
];
