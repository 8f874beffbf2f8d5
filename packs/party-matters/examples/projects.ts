import { blocks, type ExampleStep, type PlaybookExample } from '#engines/case/model';
import { affairs, bodies, COMMUNITY, handler, reports, secretary, step, STREET } from './people.ts';

const project = blocks.examplesOf('party-matters.project');
const nest = blocks.examplesOf('party-matters.incubation');
const copy = blocks.examplesOf('party-matters.project-copy');

const applied = reports(
  'service',
  {
    title: '红色管家进楼栋',
    branch: '阳光社区党委',
    goals: '解决老旧楼栋无人管',
    budget: '50000',
    theme: 'service',
  },
  secretary,
  COMMUNITY,
);
const approve = (score: number, granted: string) => step('approve', affairs, { score, granted, opinion: '可行' });
const plan = step('plan', secretary, {
  plan: [
    { what: '选聘楼栋管家', by: '2026-04-30' },
    { what: '建立服务清单', by: '2026-06-30' },
  ],
});
const half = [applied, approve(86, '40000'), plan] as const;
const mid = step('mid-report', secretary, { progress: '管家到位 12 名', spent: '15000' });
const pass = step('mid-pass', affairs, { finding: '进度符合计划' });
const done = [
  step('finish-milestone', secretary, { result: '12 名管家到位' }, { task: '1' }),
  step('finish-milestone', secretary, { result: '清单 20 项' }, { task: '2' }),
] as const;
const handIn = step('hand-in', secretary, { result: '12 栋楼全部有管家', spent: '39000' });
const accepted = [
  ...half,
  mid,
  pass,
  ...done,
  handIn,
  step('accept', affairs, { people: 1800, answer: '验收通过。' }),
] as const;

const chosen = reports(
  'service',
  { title: '红色管家进楼栋', source: 'XM-2026-0007', promise: '成本低，各社区都有老旧楼栋' },
  affairs,
  STREET,
);
const mentored = step('support', affairs, {
  body: bodies.owner,
  mentor: '周静',
  mentorUnit: '区委党校',
  seed: '20000',
  until: '2026-09-30',
});
const owner = handler(bodies.owner);
const ripen = step('ripen', owner, { result: '形成一套流程', spent: '18000' });
const ripe = step('pass', affairs, { practice: '选、训、管、奖四步' });
const spread = step('spread', affairs, { how: '先选人，再定清单，后公示' });
const grown = [chosen, mentored, ripen, ripe, spread] as const;
const offered: readonly ExampleStep[] = ['一社区', '二社区', '三社区'].map((name) => ({ other: { opened: name } }));

const here = reports(
  'service',
  { title: '红色管家进楼栋', source: 'XM-2026-0007', how: '先选人，再定清单，后公示' },
  'system',
  COMMUNITY,
);
const take = step('take', secretary, { fit: '本社区先做 6 栋' });
const copied = step('done', secretary, { result: '6 栋楼有管家', people: 700 });

export const projectExamples: readonly PlaybookExample[] = [
  project('approved', '评审立项并核定预算', 'Approved with its budget', {
    given: [applied],
    when: approve(86, '40000'),
    then: { stage: 'planning', told: ['approved service', 'score 86'] },
    proves: ['S413'],
  }),
  project('below', '评分不足八十不立项', 'Not below eighty', {
    given: [applied],
    when: approve(72, '40000'),
    then: { stage: 'reviewing', told: ['score 72'] },
    proves: ['S413'],
  }),
  project('over-budget', '核定不能超过申请', 'Not more than was asked for', {
    given: [applied],
    when: approve(90, '60000'),
    then: { stage: 'reviewing' },
  }),
  project('rejected', '不予立项', 'Not approved', {
    given: [applied],
    when: step('reject', affairs, { answer: '与物业职责重叠，建议调整后再报。' }),
    then: { stage: 'rejected', status: 'closed' },
  }),
  project('planned', '里程碑到期限', 'Milestones with their days', {
    given: [applied, approve(86, '40000')],
    when: plan,
    then: { stage: 'first-half', tasks: { open: 2 } },
    proves: ['S413'],
  }),
  project('spent', '支出逐笔登记', 'Spending is recorded', {
    given: [...half],
    when: step('spend', secretary, { what: '工作牌', amount: '1200' }),
    then: { stage: 'first-half', told: ['spent 1200'] },
    proves: ['S413'],
  }),
  project('mid-check', '中期检查由街道进行', 'The mid-check', {
    given: [...half, mid],
    when: pass,
    then: { stage: 'second-half', told: ['mid pass'] },
    proves: ['S413'],
  }),
  project('rectified', '中期检查不通过限期整改', 'To be put right', {
    given: [...half, mid],
    when: step('mid-rectify', affairs, { reason: '管家培训未开展' }),
    then: { stage: 'first-half', told: ['mid rectify'] },
    proves: ['S413'],
  }),
  project('no-shortcut', '未经中期检查不能申请验收', 'No acceptance without the mid-check', {
    given: [...half, ...done],
    when: handIn,
    then: { refused: 'action.not-now' },
    proves: ['S413'],
  }),
  project('milestone-open', '里程碑未完成不能申请验收', 'Not while a milestone is open', {
    given: [...half, mid, pass, done[0]],
    when: handIn,
    then: { refused: 'action.not-here' },
  }),
  project('accepted', '验收通过', 'Accepted', {
    given: accepted.slice(0, -1),
    when: step('accept', affairs, { people: 1800, answer: '验收通过。' }),
    then: { stage: 'accepted', status: 'closed', told: ['accepted service', 'people 1800'] },
    proves: ['S413'],
  }),
  project('reworked', '验收不通过整改', 'Not accepted', {
    given: accepted.slice(0, -1),
    when: step('rework', affairs, { reason: '两栋楼管家空缺' }),
    then: { stage: 'second-half', facts: ['case.returned'] },
  }),
  project('promoted', '验收后列入推广', 'Promoted', {
    given: [...accepted],
    when: step('promote', affairs, { practice: '选、训、管、奖四步' }),
    then: { stage: 'promoted', status: 'closed', told: ['promoted service'] },
    proves: ['S413'],
  }),
  project('stopped', '中止', 'Stopped', {
    given: [...half],
    when: step('stop', affairs, { answer: '社区撤并，项目中止，余款收回。' }),
    then: { stage: 'stopped', status: 'closed' },
  }),

  nest('supported', '配导师、拨种子资金', 'A mentor and seed money', {
    given: [chosen],
    when: mentored,
    then: { stage: 'growing', assignee: bodies.owner, told: ['seed 20000'] },
    proves: ['S414', 'S413'],
  }),
  nest('guided', '导师指导留痕', 'Guidance is recorded', {
    given: [chosen, mentored],
    when: step('guide', owner, { on: '2026-04-10', advice: '先立规矩再铺开' }),
    then: { stage: 'growing', told: ['guidance yes'] },
    proves: ['S414'],
  }),
  nest('not-ripe', '未成熟继续孵化', 'Not ripe yet', {
    given: [chosen, mentored, ripen],
    when: step('not-ripe', affairs, { reason: '居民知晓率不高' }),
    then: { stage: 'growing', facts: ['case.returned'] },
  }),
  nest('spread', '推送各社区复制', 'Offered to every community', {
    given: [chosen, mentored, ripen, ripe],
    when: spread,
    then: { stage: 'spreading', orders: ['case.open party-matters.project-copy'] },
    proves: ['S414'],
  }),
  nest('copies', '汇总时复制数来自各社区结果', 'How many copies there are', {
    given: [
      ...grown,
      ...offered,
      { other: { ended: '一社区', words: '已复制' } },
      { other: { ended: '二社区', words: '已复制' } },
      { other: { ended: '三社区', words: '无老旧楼栋', refused: true } },
    ],
    when: step('sum-up', affairs, { answer: '两个社区复制，一个不适用。' }),
    then: { stage: 'spread', status: 'closed', told: ['copies 2', 'declined 1'] },
    proves: ['S414'],
  }),
  nest('not-yet', '还有社区在复制不能汇总', 'Not while one is being copied', {
    given: [...grown, ...offered],
    when: step('sum-up', affairs, { answer: '汇总。' }),
    then: { refused: 'action.not-here' },
  }),
  nest('ended', '终止孵化', 'Ended', {
    given: [chosen, mentored],
    when: step('end', affairs, { answer: '承担支部调整，种子资金余额收回。' }),
    then: { stage: 'ended', status: 'closed' },
  }),

  copy('taken', '社区结合实际承接', 'Taken over and fitted', {
    given: [here],
    when: take,
    then: { stage: 'copying', offers: { to: secretary, actions: ['done', 'give-up'] } },
    proves: ['S414'],
  }),
  copy('copied', '街道确认后计入复制数', 'Counted when the street confirms', {
    given: [here, take, copied],
    when: step('confirm', affairs, { answer: '现场查看属实。' }),
    then: { stage: 'copied', status: 'closed', told: ['copied XM-2026-0007'] },
    proves: ['S414'],
  }),
  copy('not-own', '社区不能自己确认', 'Not confirmed by itself', {
    given: [here, take, copied],
    when: step('confirm', secretary, { answer: '已复制。' }),
    then: { refused: 'action.not-yours' },
  }),
  copy('not-yet', '未见成效继续', 'Not yet', {
    given: [here, take, copied],
    when: step('not-yet', affairs, { reason: '只有两栋到位' }),
    then: { stage: 'copying' },
  }),
  copy('declined', '不复制说明原因', 'Declined with its reason', {
    given: [here],
    when: step('decline', secretary, { answer: '本社区均为新建小区，有物业。' }),
    then: { stage: 'declined', status: 'closed', told: [] },
  }),
  copy('given-up', '复制中止', 'Given up', {
    given: [here, take],
    when: step('give-up', secretary, { answer: '没有合适人选。' }),
    then: { stage: 'declined', status: 'closed' },
  }),
];
