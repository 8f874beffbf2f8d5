import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, police, step, street, worker } from './people.ts';

const traffic = blocks.examplesOf('safety.traffic');
const theft = blocks.examplesOf('safety.burglary');
const watch = blocks.examplesOf('safety.watch');
const epidemic = blocks.examplesOf('safety.screening');

const bikes: ReportStep = {
  report: { category: 'motorcycle', values: { what: '摩托车在楼间飞驰', hours: 'evening' }, placeText: '中心花园路口' },
};
const survey = step('survey', community, { risk: 'high', before: 12, body: bodies.traffic });
const officers = handler(bodies.traffic);
const bumps = step('plan', officers, {
  plan: [
    { what: '安装减速带', by: '2026-03-10' },
    { what: '设置限速标志', by: '2026-03-12' },
  ],
});
const inPlace = [
  { ...step('finish-milestone', officers, { result: '已安装' }), task: '1' },
  { ...step('finish-milestone', officers, { result: '已设置' }), task: '2' },
  step('done', officers, { measure: '减速带两道、限速标志两块' }),
];

const doors: ReportStep = { report: { category: 'door', values: { why: '两个月三户被盗' } } };
const agreed = (yes: number) =>
  step('deliberate', community, {
    present: 40,
    agreed: yes,
    before: 6,
    budget: '80000',
    funds: '公共收益',
    body: bodies.owner,
    answer: '同意安装单元门禁。',
  });
const builder = handler(bodies.owner);
const built = [
  step('plan', builder, { plan: [{ what: '1 至 4 单元门禁', by: '2026-04-01' }] }),
  step('finish-milestone', builder, { result: '已安装' }),
  step('built', builder, { result: '四个单元门禁已启用' }),
];

const evening: ReportStep = {
  by: community,
  report: {
    category: 'evening',
    values: {
      team: '红袖章一队',
      route: '中心花园—北门',
      starts: '2026-03-02T12:00:00.000Z',
      ends: '2026-03-02T14:00:00.000Z',
    },
  },
};
const back = step('return', worker, { people: 6, hours: 2, clues: [{ kind: 'burglary', what: '陌生人逐层试门把手' }] });

const household: ReportStep = {
  by: 'system',
  report: { category: 'household', values: { household: '3 幢 2 单元 501' } },
};
const fever = step('check', community, {
  symptoms: ['fever'],
  members: 3,
  measure: 'monitor',
  answer: '请居家健康监测，我们每日联系。',
});

export const streetAndHome: readonly PlaybookExample[] = [
  traffic('complained', '超速投诉七日内治理', 'Speeding is due in seven days', {
    given: [],
    when: bikes,
    then: { stage: 'received', due: { whole: '2026-03-09T16:00:00.000Z' } },
    proves: ['S183'],
  }),
  traffic('measures', '措施按项目分解', 'Measures as a small project', {
    given: [bikes, survey],
    when: bumps,
    then: { stage: 'measures', tasks: { open: 2 } },
    proves: ['S183'],
  }),
  traffic('not-yet', '措施没有全部落实不能交付观察', 'Not while measures are open', {
    given: [bikes, survey, bumps],
    when: step('done', officers, { measure: '减速带' }),
    then: { refused: 'action.not-here' },
  }),
  traffic('effective', '前后对比有成效才办结', 'Closed when it works', {
    given: [bikes, survey, bumps, ...inPlace],
    when: step('effective', community, { after: 1, answer: '加装减速带后未再出现飞驰。' }),
    then: { stage: 'closed', status: 'closed', told: ['after 1'] },
    proves: ['S183'],
  }),
  traffic('ineffective', '成效不明显调整措施', 'No effect: other measures', {
    given: [bikes, survey, bumps, ...inPlace],
    when: step('ineffective', community, { after: 11 }),
    then: { stage: 'measures', facts: ['case.returned'] },
  }),
  traffic('declined', '不予受理须他人批准', 'Declined only with another’s consent', {
    given: [bikes, step('decline', community, { ground: 'outside', answer: '属城市主干道，已转交警。' })],
    when: step('approval.grant', street),
    then: { stage: 'declined', status: 'closed' },
  }),
  traffic('rated', '居民满意', 'Satisfied', {
    given: [bikes, survey, bumps, ...inPlace, step('effective', community, { after: 1, answer: '已治理。' })],
    when: step('rate', 'reporter', { rating: 5 }),
    then: { stage: 'rated', status: 'closed' },
  }),
  traffic('reopened', '居民不满意再治理', 'Dissatisfied', {
    given: [bikes, survey, bumps, ...inPlace, step('effective', community, { after: 1, answer: '已治理。' })],
    when: step('rate', 'reporter', { rating: 2 }),
    then: { stage: 'received', status: 'open' },
  }),

  theft('agreed', '先议后建，过半同意', 'Agreed by more than half', {
    given: [doors],
    when: agreed(30),
    then: { stage: 'building', assignee: bodies.owner, told: ['before 6'] },
    proves: ['S192'],
  }),
  theft('not-agreed', '未过半不建', 'Not agreed', {
    given: [doors],
    when: agreed(20),
    then: { stage: 'not-agreed', status: 'closed' },
  }),
  theft('built', '完工后居民代表验收', 'Built, then accepted by residents', {
    given: [doors, agreed(30), ...built],
    when: step('accept', community, { signed: 8 }),
    then: { stage: 'comparing', facts: ['case.verified'] },
  }),
  theft('compared', '前后发案数对比', 'Burglaries before and after', {
    given: [doors, agreed(30), ...built, step('accept', community, { signed: 8 })],
    when: step('compare', police, { after: 1, enough: 'no', answer: '建成后发案由 6 起降至 1 起。' }),
    then: { stage: 'closed', status: 'closed', told: ['after 1'] },
    proves: ['S192'],
  }),
  theft('rejected', '验收不合格', 'Not accepted', {
    given: [doors, agreed(30), ...built],
    when: step('reject', community, { reason: '3 单元门禁失灵' }),
    then: { stage: 'building', facts: ['case.returned'] },
  }),
  theft('declined', '不列入议题', 'Not on the agenda', {
    given: [doors],
    when: step('decline', community, { answer: '已列入老旧小区改造，不另行实施。' }),
    then: { stage: 'not-agreed', status: 'closed' },
  }),

  watch('back', '收队登记，线索转民警', 'Back; clues go to the police', {
    given: [evening],
    when: back,
    then: { stage: 'confirming', orders: ['case.open safety.clue'] },
    proves: ['S194'],
  }),
  watch('hours', '由他人确认时长', 'Hours confirmed by another', {
    given: [evening, back],
    when: step('confirm', community, { total: 12, answer: '共 12 小时，已登记。' }),
    then: { stage: 'done', status: 'closed', told: ['hours 12'] },
    proves: ['S194'],
  }),
  watch('not-own-hours', '登记人不能确认自己的时长', 'Nobody confirms his own hours', {
    given: [evening, { ...back, by: { ...community, person: 'one' } }],
    when: step('confirm', { ...community, person: 'one' }, { total: 12, answer: '已登记。' }),
    then: { refused: 'action.same-person' },
  }),
  watch('disputed', '时长有误退回', 'Hours wrong', {
    given: [evening, back],
    when: step('dispute', community, { reason: '只有四人到岗' }),
    then: { stage: 'planned', facts: ['case.returned'] },
  }),
  watch('cancelled', '因雨取消', 'Cancelled', {
    given: [evening],
    when: step('cancel', community, { answer: '暴雨取消。' }),
    then: { stage: 'cancelled', status: 'closed' },
  }),

  epidemic('check', '24 小时内排查', 'Asked within 24 hours', {
    given: [],
    when: household,
    then: { stage: 'to-check', due: { checking: '2026-03-03T01:00:00.000Z' } },
    proves: ['S114'],
  }),
  epidemic('monitor', '有症状的居家监测', 'Symptoms: followed at home', {
    given: [household],
    when: fever,
    then: { stage: 'monitoring', told: ['measure monitor', 'members 3'] },
    proves: ['S114'],
  }),
  epidemic('daily', '每日随访与物资', 'Daily call', {
    given: [household, fever, step('supply', community, { things: '蔬菜、退烧药', medicine: true })],
    when: step('daily', worker, { temperature: 36.8, state: 'well' }),
    then: { stage: 'monitoring', told: ['daily well'] },
    proves: ['S114'],
  }),
  epidemic('released', '期满解除', 'Released', {
    given: [household, fever],
    when: step('release', community, { days: 7, answer: '监测期满，解除。' }),
    then: { stage: 'released', status: 'closed' },
  }),
  epidemic('hospital', '出现症状转诊', 'Sent to hospital', {
    given: [household, fever, step('refer', community, { body: bodies.health, note: '体温 39 度' })],
    when: step('admitted', handler(bodies.health), { answer: '已由 120 转诊收治。' }),
    then: { stage: 'handed', status: 'closed' },
  }),
  epidemic('clear', '无异常', 'Nothing found', {
    given: [household],
    when: step('check', community, { symptoms: ['none'], members: 3, measure: 'none', answer: '未见异常。' }),
    then: { stage: 'clear', status: 'closed' },
  }),
];
