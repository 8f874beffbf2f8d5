import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, step, street } from './people.ts';

const repair = blocks.examplesOf('estate.repair');
const works = blocks.examplesOf('estate.works');

/** The hash of a photo. */
const photo = (digit: string): string => digit.repeat(64);
const lift: ReportStep = { report: { category: 'lift', values: { what: '电梯三天两头停', building: '3 栋 2 单元' } } };
const collect = step('collect', community, { asked: 60, wanting: 52, concerns: '希望尽快维修，担心费用' });
const offer = step('offer', community, {
  plans: [
    { plan: '更换曳引机', contractor: '甲电梯公司', quote: '86000' },
    { plan: '大修曳引机', contractor: '乙电梯公司', quote: '52000' },
  ],
  chosen: '甲公司更换曳引机',
});
const vote = (subject: string, votedOwners: number, votedArea: number, agreedOwners: number, agreedArea: number) =>
  step('count', community, {
    subject,
    owners: 60,
    area: 6000,
    votedOwners,
    votedArea,
    agreedOwners,
    agreedArea,
    answer: '表决结果已在楼道公示。',
  });
const passed = vote('use', 40, 4000, 30, 3000);
const share = step('share', community, {
  price: '86000',
  source: 'both',
  fund: '60000',
  shares: [
    { household: '201', share: '13000' },
    { household: '202', share: '13000' },
  ],
});
const commission = step('commission', community, { body: bodies.owner, contract: 'DT-2026-01', until: '2026-04-30' });
const contractor = handler(bodies.owner);
const untilPaying = [
  lift,
  collect,
  offer,
  passed,
  share,
  step('pay', community, { paid: '86000', unpaid: 0 }),
] as const;
const untilAccepting = [...untilPaying, commission, step('built', contractor, { result: '曳引机已更换' })] as const;
const publish = step('publish', community, {
  accounts: [
    { entry: '曳引机', spent: '70000' },
    { entry: '人工', spent: '16000' },
  ],
  answer: '电梯已修复，账目公布如上。',
});

const road: ReportStep = {
  report: { category: 'road', values: { need: '北门路面坑洼', building: '北门', resolution: '议事〔2026〕3 号' } },
};
const garden: ReportStep = {
  report: { category: 'surroundings', values: { need: '中心空地改造', resolution: '议事〔2026〕5 号' } },
};
const survey = (agreed: number) =>
  step('survey', community, { finding: '破损 120 平方米', asked: 80, agreed, answer: '已核实并征求意见。' });
const fund = step('fund', street, {
  sources: [
    { source: 'public', amount: '80000' },
    { source: 'residents', amount: '20000' },
  ],
  body: bodies.owner,
  contractor: '路桥公司',
  warranty: 24,
  plan: [{ what: '破除清运' }, { what: '浇筑混凝土' }],
});
const done = (task: string) => ({ ...step('finish-milestone', contractor, { result: '已完成' }), task });
const roadBuilt = [
  survey(60),
  fund,
  done('1'),
  done('2'),
  step('built', contractor, { result: '路面硬化完成' }),
] as const;
const accepted = step('accept', community, { signed: 9, until: '2028-04-01', answer: '已验收，质保两年。' });

export const repairExamples: readonly PlaybookExample[] = [
  repair('opinions', '先征求业主意见', 'Owners are asked first', {
    given: [lift],
    when: collect,
    then: { stage: 'planning', facts: ['case.accepted', 'case.told'], told: ['asked 60'] },
    proves: ['S146'],
  }),
  repair('one-quote', '只有一家报价不能表决', 'One quote is not enough', {
    given: [lift, collect],
    when: step('offer', community, { plans: [{ plan: '大修', contractor: '甲', quote: '50000' }], chosen: '甲' }),
    then: { refused: 'field.invalid' },
    proves: ['S146'],
  }),
  repair('no-quorum', '参与表决面积不足三分之二不算', 'Two thirds of the area must vote', {
    given: [lift, collect, offer],
    when: vote('use', 40, 3999, 40, 3999),
    then: { stage: 'voting' },
    proves: ['S146'],
  }),
  repair('fund-majority', '使用维修资金过半数即通过', 'Using the fund: more than half', {
    given: [lift, collect, offer],
    when: vote('use', 40, 4000, 21, 2001),
    then: { stage: 'funding' },
    proves: ['S146'],
  }),
  repair('half-is-not-more', '恰好一半不是过半数', 'Exactly half is not more than half', {
    given: [lift, collect, offer],
    when: vote('use', 40, 4000, 20, 3000),
    then: { stage: 'not-passed', status: 'closed' },
    proves: ['S146'],
  }),
  repair('raise-needs-more', '筹集资金须四分之三以上', 'Raising money needs three quarters', {
    given: [lift, collect, offer],
    when: vote('raise', 40, 4000, 29, 3000),
    then: { stage: 'not-passed', status: 'closed' },
    proves: ['S146'],
  }),
  repair('raise-exact', '恰好四分之三即通过', 'Exactly three quarters is enough', {
    given: [lift, collect, offer],
    when: vote('raise', 40, 4000, 30, 3000),
    then: { stage: 'funding' },
  }),
  repair('shares', '资金凑齐才能施工', 'No building before the money is there', {
    given: [lift, collect, offer, passed],
    when: step('share', community, { price: '86000', source: 'fund', fund: '60000' }),
    then: { stage: 'funding' },
    proves: ['S146'],
  }),
  repair('published', '分摊足额进入缴款', 'Shares cover the price', {
    given: [lift, collect, offer, passed],
    when: share,
    then: { stage: 'paying', told: ['price 86000'] },
    proves: ['S146'],
  }),
  repair('revised', '表决未达人数重新组织', 'No quorum: try again', {
    given: [lift, collect, offer, vote('use', 10, 900, 10, 900)],
    when: step('revise', community, { reason: '参与面积不足' }),
    then: { stage: 'planning' },
  }),
  repair('commissioned', '委托施工', 'Commissioned', {
    given: untilPaying,
    when: commission,
    then: { stage: 'building', assignee: bodies.owner },
    proves: ['S146'],
  }),
  repair('paying', '缴款进度逐次登记', 'Payments as they come', {
    given: untilPaying.slice(0, -1),
    when: step('pay', community, { paid: '73000', unpaid: 1 }),
    then: { stage: 'paying', told: ['unpaid 1'] },
    proves: ['S146'],
  }),
  repair('accepted', '业主代表签字验收', 'Accepted by the owners’ representatives', {
    given: untilAccepting,
    when: step('accept', community, { signed: 5 }),
    then: { stage: 'publishing', facts: ['case.verified'] },
    proves: ['S146'],
  }),
  repair('not-own-acceptance', '施工方不能自己验收', 'The builder does not accept his own work', {
    given: [...untilPaying, commission, { ...step('built', { ...contractor, person: 'one' }, { result: '完成' }) }],
    when: step('accept', { ...community, person: 'one' }, { signed: 3 }),
    then: { refused: 'action.same-person' },
  }),
  repair('rejected', '验收不合格返工', 'Not accepted: back', {
    given: untilAccepting,
    when: step('reject', community, { reason: '运行异响' }),
    then: { stage: 'building', facts: ['case.returned'] },
  }),
  repair('accounts', '账目公布后办结', 'Accounts published', {
    given: [...untilAccepting, step('accept', community, { signed: 5 })],
    when: publish,
    then: { stage: 'closed', status: 'closed', told: ['spent 86000'] },
    proves: ['S146'],
  }),
  repair('urgent', '危及安全可应急使用，须街道同意', 'Dangerous: the fund at once, with the street’s consent', {
    given: [
      { report: { category: 'lift', values: { what: '轿厢坠落', danger: true } } },
      step('urgent', community, { grounds: '已坠落一层，威胁人身安全' }),
    ],
    when: step('approval.grant', street),
    then: { stage: 'funding' },
    proves: ['S146'],
  }),
  repair('urgent-refused', '不危及安全不能走应急', 'Not dangerous: no short cut', {
    given: [lift],
    when: step('urgent', community, { grounds: '着急' }),
    then: { refused: 'action.not-here' },
  }),
  repair('held', '筹资挂账', 'On hold', {
    given: [lift, collect, offer, passed],
    when: step('hold', community, { cause: 'funds', why: '维修资金账户冻结', review: '2026-06-01' }),
    then: { pending: 'hold' },
  }),
  repair('declined', '不予办理', 'Declined', {
    given: [lift],
    when: step('decline', community, { answer: '属开发商保修期内，由其维修。' }),
    then: { stage: 'declined', status: 'closed' },
  }),
  repair('rated', '满意', 'Satisfied', {
    given: [...untilAccepting, step('accept', community, { signed: 5 }), publish],
    when: step('rate', 'reporter', { rating: 5 }),
    then: { stage: 'rated', status: 'closed' },
  }),
  repair('reopened', '不满意重新验收', 'Dissatisfied: accepted again', {
    given: [...untilAccepting, step('accept', community, { signed: 5 }), publish],
    when: step('rate', 'reporter', { rating: 1 }),
    then: { stage: 'accepting', status: 'open' },
  }),

  works('surveyed', '过半居民同意才立项', 'Only when most residents agree', {
    given: [road],
    when: survey(60),
    then: { stage: 'funding' },
    proves: ['S204', 'S216'],
  }),
  works('by-resolution', '居民议事定下的环境改造，凭决议立项', 'What residents resolved becomes works', {
    given: [garden],
    when: step('by-resolution', community, { resolved: '拆除违搭，改为口袋公园和晾晒区' }),
    then: { stage: 'funding', facts: ['case.accepted', 'case.told'], told: ['by-resolution yes'] },
    proves: ['S212'],
  }),
  works('no-resolution', '没有决议的须先征求居民意见', 'Without a resolution residents are asked first', {
    given: [{ report: { category: 'surroundings', values: { need: '中心空地改造' } } }],
    when: step('by-resolution', community, { resolved: '同意' }),
    then: { refused: 'action.not-here' },
    proves: ['S212'],
  }),
  works('garden-done', '按决议改造完成，居民代表验收', 'Done as resolved, accepted by residents', {
    given: [garden, step('by-resolution', community, { resolved: '改为口袋公园' }), ...roadBuilt.slice(1)],
    when: accepted,
    then: { stage: 'warranty', status: 'closed' },
    proves: ['S212'],
  }),
  works('not-wanted', '未过半不立项', 'Not wanted', {
    given: [road],
    when: survey(40),
    then: { stage: 'not-wanted', status: 'closed' },
    proves: ['S204'],
  }),
  works('funded', '资金来源、工期和质保写明', 'Funds, plan and warranty are said', {
    given: [road, survey(60)],
    when: fund,
    then: { stage: 'building', tasks: { open: 2 }, told: ['funds 100000'] },
    proves: ['S204', 'S216'],
  }),
  works('complaint', '施工扰民登记处理', 'Complaints about the works', {
    given: [road, survey(60), fund],
    when: step('complaint', community, { words: '夜间施工', reply: '已限定 22 时停工' }),
    then: { stage: 'building', told: ['complaint 1'] },
    proves: ['S216'],
  }),
  works('not-built', '工序没有完成不能交验', 'Not handed over while steps are open', {
    given: [road, survey(60), fund],
    when: step('built', contractor, { result: '完工' }),
    then: { refused: 'action.not-here' },
  }),
  works('accepted', '居民代表验收，进入质保', 'Accepted by residents, warranty', {
    given: [road, ...roadBuilt],
    when: accepted,
    then: { stage: 'warranty', status: 'closed' },
    proves: ['S204', 'S216'],
  }),
  works('fault', '质保期内返修', 'A fault under warranty', {
    given: [road, ...roadBuilt, accepted],
    when: step('fault', community, { fault: '接缝开裂' }),
    then: { stage: 'building', status: 'open', told: ['fault 1'] },
    proves: ['S216'],
  }),
  works('rejected', '验收不合格', 'Not accepted', {
    given: [road, ...roadBuilt],
    when: step('reject', community, { reason: '坡度不够' }),
    then: { stage: 'building', facts: ['case.returned'] },
  }),
  works('declined', '不予立项', 'Declined', {
    given: [road],
    when: step('decline', street, { answer: '已列入市政道路计划。' }),
    then: { stage: 'declined', status: 'closed' },
  }),
  works('urgent', '下水道堵塞 24 小时内抢修', 'A blocked sewer is repaired in 24 hours', {
    given: [{ report: { category: 'sewer', values: { need: '污水漫出', building: '5 栋' } } }],
    when: step('repair-now', community, { body: bodies.owner, demand: '立即疏通' }),
    then: { stage: 'repairing', due: { repairing: '2026-03-03T02:00:00.000Z' } },
    proves: ['S205'],
  }),
  works('repaired', '抢修前后照片并答复', 'Repaired, with an answer', {
    given: [
      { report: { category: 'sewer', values: { need: '污水漫出', building: '5 栋' } } },
      step('repair-now', community, { body: bodies.owner, demand: '疏通' }),
    ],
    when: step('repaired', contractor, { before: [photo('a')], after: [photo('b')], answer: '已疏通。' }),
    then: { stage: 'repaired', status: 'closed' },
    proves: ['S205'],
  }),
  works('to-project', '反复堵塞转工程', 'Comes back: a project', {
    given: [
      { report: { category: 'sewer', values: { need: '又堵了', building: '5 栋' } } },
      step('repair-now', community, { body: bodies.owner, demand: '疏通' }),
    ],
    when: step('to-project', contractor, { reason: '管径过小，须改造' }),
    then: { stage: 'funding', facts: ['case.transferred'] },
    proves: ['S205'],
  }),
  works('rated', '抢修后满意', 'Satisfied', {
    given: [
      { report: { category: 'sewer', values: { need: '污水' } } },
      step('repair-now', community, { body: bodies.owner, demand: '疏通' }),
      step('repaired', contractor, { before: [photo('a')], after: [photo('b')], answer: '已疏通。' }),
    ],
    when: step('rate', 'reporter', { rating: 4 }),
    then: { stage: 'rated', status: 'closed' },
  }),
];
