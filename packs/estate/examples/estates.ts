import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, inspector, leader, step, street } from './people.ts';

const meeting = blocks.examplesOf('estate.consultation');
const parking = blocks.examplesOf('estate.parking');
const alone = blocks.examplesOf('estate.unmanaged');
const gate = blocks.examplesOf('estate.handover');
const gap = blocks.examplesOf('estate.facility-gap');

const certificates: ReportStep = {
  report: { category: 'certificate', values: { estate: '阳光花园', what: '入住三年办不了证', households: 320 } },
};
const convene = step('convene', community, { facts: '土地出让金尾款未缴', parties: [bodies.land, bodies.owner] });
const record = step('record', street, {
  met: '2026-03-05T06:00:00.000Z',
  residents: 12,
  commitments: [
    { what: '缴清尾款', who: bodies.owner, by: '2026-04-01' },
    { what: '受理首登', who: bodies.land, by: '2026-04-15' },
  ],
});
const kept = [
  step('finish-task', handler(bodies.owner), { result: '尾款已缴' }),
  step('finish-task', handler(bodies.land), { result: '首登已办' }),
] as const;

const spaces: ReportStep = { report: { category: 'sharing', values: { estate: '阳光花园', need: '晚上没地方停车' } } };
const register = step('register', community, {
  areas: [
    { area: '地面', spaces: 60, kind: 'common' },
    { area: '地下', spaces: 120, kind: 'owned' },
  ],
  cars: 260,
  waiting: 45,
  queue: [
    { who: '3 栋张某', since: '2025-11-02' },
    { who: '5 栋李某', since: '2025-12-18' },
  ],
});
const agree = (yes: number, shared: number) =>
  step('agree', community, {
    present: 80,
    agreed: yes,
    rule: '先本小区后外部，月租轮候',
    shared,
    answer: '规则已公布。',
  });

const inForce = (opened: number) => step('start', community, { opened, answer: '规则已公布，今晚起实行。' });

const old: ReportStep = {
  by: community,
  report: { category: 'self', values: { estate: '纺织厂宿舍', households: 260, problems: '无人管理、门禁损坏' } },
};
const propose = step('propose', community, { agreed: 180, how: '业主推选五人', answer: '成立自管小组。' });
const setUp = step('set-up', community, { body: '纺织宿舍自管小组', members: 5, fee: '15' });
const cover = step('cover', community, {
  services: [
    { service: 'cleaning', covered: 260 },
    { service: 'gate', covered: 200 },
  ],
  problem: '门禁损坏',
});
const served = [
  propose,
  setUp,
  cover,
  { ...step('finish-milestone', community, { result: '门禁已修' }), task: '1' },
  step('ask-check', community, { result: '服务已覆盖' }),
] as const;

const project: ReportStep = {
  by: street,
  report: { category: 'service', values: { project: '滨江名苑', households: 2000, required: 600 } },
};
const five = {
  civil: bodies.owner,
  education: bodies.neighbour,
  health: bodies.health,
  land: bodies.land,
  housing: bodies.fire,
};
const ask = step('ask-opinions', street, { ...five, about: '配建 600 平方米社区用房' });
const askAgain = step('ask-acceptance', street, { ...five, about: '实建 600 平方米社区用房' });
const sign = (body: string) => step('sign', handler(body), { opinion: 'agree', result: '同意' });
const signed = [
  step('sign', handler(bodies.health), { opinion: 'conditions', result: '卫生站面积不少于 150' }),
  ...[bodies.owner, bodies.neighbour, bodies.land, bodies.fire].map(sign),
];
const built = [
  ask,
  ...signed,
  step('to-building', street, { planned: 600 }),
  step('to-accepting', street, { result: '已建成' }),
];
const planned = [...built, askAgain, ...signed];
const accept = (built: number, missing: number) =>
  step('accept', street, { built, missing, ...(missing > 0 && { which: '养老用房' }), answer: '验收意见。' });

const gapReport: ReportStep = {
  by: street,
  report: { category: 'service', values: { gap: 300, way: 'rebuild', hall: 'counter' } },
};
const fund = step('plan', street, { body: bodies.owner, cost: '500000', planned: 300, by: '2026-09-30' });
const builder = handler(bodies.owner);

export const estateExamples: readonly PlaybookExample[] = [
  meeting('recorded', '会商承诺落到单位和日期', 'Commitments with body and day', {
    given: [certificates, convene],
    when: record,
    then: { stage: 'following', tasks: { open: 2 }, told: ['commitments 2'] },
    proves: ['S149'],
  }),
  meeting('not-before', '承诺未兑现不能办结', 'Not closed before all are kept', {
    given: [certificates, convene, record, kept[0]],
    when: step('close', street, { answer: '已解决。' }),
    then: { refused: 'case.tasks-open' },
    proves: ['S149'],
  }),
  meeting('delivered', '全部兑现后办结', 'All kept', {
    given: [certificates, convene, record, ...kept],
    when: step('close', street, { answer: '全部办证条件已具备。' }),
    then: { stage: 'delivered', status: 'closed' },
    proves: ['S149'],
  }),
  meeting('broken', '未兑现再次会商', 'Not kept: meet again', {
    given: [certificates, convene, record],
    when: step('broken', street, { reason: '尾款未缴' }),
    then: { stage: 'convened', facts: ['case.returned'] },
  }),
  meeting('answered-card', '督办后承诺单位答复', 'A body with a commitment answers the card', {
    given: [certificates, convene, record, step('card-yellow', street, { demand: '请说明进度' })],
    when: step('answer-card', handler(bodies.owner), { reply: '月底前缴清' }),
    then: { card: 'yellow' },
  }),
  meeting('declined', '不予会商', 'Declined', {
    given: [certificates],
    when: step('decline', community, { answer: '已由区级专班办理。' }),
    then: { stage: 'declined', status: 'closed' },
  }),
  meeting('rated', '居民评价', 'Rated', {
    given: [certificates, convene, record, ...kept, step('close', street, { answer: '已办。' })],
    when: step('rate', 'reporter', { rating: 4 }),
    then: { stage: 'rated', status: 'closed' },
  }),

  parking('registered', '清点车位和轮候', 'Counted, with the waiting list', {
    given: [spaces],
    when: register,
    then: { stage: 'agreeing', told: ['spaces 180', 'waiting 45'] },
    proves: ['S213'],
  }),
  parking('agreed', '规则过半同意，落实错时共享', 'Rule agreed; spaces shared by hours', {
    given: [spaces, register],
    when: agree(60, 40),
    then: { stage: 'sharing' },
    proves: ['S213'],
  }),
  parking('shared', '与单位错时共享', 'Shared with units', {
    given: [
      spaces,
      register,
      agree(60, 40),
      step('ask-units', community, { units: [bodies.finance], hours: '19:00—7:00' }),
      step('finish-task', handler(bodies.finance), { result: '已开放' }),
    ],
    when: inForce(30),
    then: { stage: 'running', status: 'closed', told: ['opened 30'] },
    proves: ['S213'],
  }),
  parking('not-agreed', '未过半不实施', 'Not agreed', {
    given: [spaces, register],
    when: agree(40, 40),
    then: { stage: 'no-rule', status: 'closed' },
    proves: ['S213'],
  }),
  parking('rule-only', '不需共享的公布规则即实施', 'A rule alone', {
    given: [spaces, register, agree(60, 0)],
    when: inForce(0),
    then: { stage: 'running', status: 'closed', told: ['opened 0'] },
  }),
  parking('rated', '居民评价', 'Rated', {
    given: [spaces, register, agree(60, 0), inForce(0)],
    when: step('rate', 'reporter', { rating: 3 }),
    then: { stage: 'rated', status: 'closed' },
  }),

  alone('chosen', '业主自管', 'Self-management', {
    given: [old],
    when: propose,
    then: { stage: 'setting-up' },
    proves: ['S219'],
  }),
  alone('company', '引进物业企业的即办结', 'A company took over', {
    given: [
      {
        by: community,
        report: { category: 'company', values: { estate: '纺织厂宿舍', households: 260, problems: '无人管理' } },
      },
    ],
    when: step('propose', community, { agreed: 200, how: '业主大会选聘', answer: '已签订合同。' }),
    then: { stage: 'handed', status: 'closed', outcome: 'resolved' },
  }),
  alone('covered', '服务覆盖和问题销号', 'Services covered and problems closed', {
    given: [old, propose, setUp],
    when: cover,
    then: { stage: 'serving', tasks: { open: 1 }, told: ['covered 260'] },
    proves: ['S219'],
  }),
  alone('passed', '街道验收', 'Passed', {
    given: [old, ...served],
    when: step('pass', street, { fee: 86.5, answer: '管理已落实。' }),
    then: { stage: 'managed', status: 'closed', told: ['fee 86.5'] },
    proves: ['S219'],
  }),
  alone('failed', '服务未覆盖退回', 'Not covered', {
    given: [old, ...served],
    when: step('fail', street, { reason: '夜间无门岗' }),
    then: { stage: 'serving', facts: ['case.returned'] },
  }),

  gate('asked', '部门会签限五个工作日', 'Opinions in five working days', {
    given: [project],
    when: ask,
    then: { stage: 'co-planning', tasks: { open: 5 }, due: { opinions: '2026-03-09T10:00:00.000Z' } },
    proves: ['S529'],
  }),
  gate('silent', '未会签的部门可见，不能进入下一环节', 'Silence shows; the stage does not pass', {
    given: [project, ask, ...signed.slice(1)],
    when: step('to-building', street, { planned: 600 }),
    then: { refused: 'action.not-here', tasks: { open: 1 } },
    proves: ['S528', 'S529'],
  }),
  gate('all-five', '五个部门缺一个不能征求意见', 'All five are asked', {
    given: [project],
    when: step('ask-opinions', street, { ...five, housing: null, about: '配建用房' }),
    then: { refused: 'field.required' },
    proves: ['S528'],
  }),
  gate('again-at-acceptance', '联合验收须再次会签', 'Signed again at acceptance', {
    given: [project, ...built],
    when: accept(600, 0),
    then: { refused: 'action.not-now' },
    proves: ['S528'],
  }),
  gate('objected', '有部门不同意即停下协调', 'One that is against it stops it', {
    given: [project, ask],
    when: step('object', handler(bodies.health), { result: '未配建社区卫生用房' }),
    then: { stage: 'objected', told: ['opinion against'], tasks: { done: 1, open: 4 } },
    proves: ['S528'],
  }),
  gate('settled', '协调一致经街道领导同意后继续', 'Settled, with the leader’s consent', {
    given: [
      project,
      ask,
      step('object', handler(bodies.health), { result: '未配建社区卫生用房' }),
      step('settle', street, { how: '增配 150 平方米卫生用房，卫健部门同意', back: 'planning' }),
    ],
    when: step('approval.grant', leader),
    then: { stage: 'co-planning', pending: null },
    proves: ['S528'],
  }),
  gate('missing', '缺一项设施不得移交', 'A missing facility stops it', {
    given: [project, ...planned],
    when: accept(600, 1),
    then: { stage: 'stopped', status: 'closed', told: ['built 600', 'missing 1'] },
    proves: ['S528'],
  }),
  gate('too-small', '面积不足不得移交', 'Too small stops it', {
    given: [project, ...planned],
    when: accept(420, 0),
    then: { stage: 'stopped' },
    proves: ['S528'],
  }),
  gate('by-norm', '每百户不足三十平方米不得移交', 'Less than 30 m² for a hundred households stops it', {
    given: [
      {
        by: street,
        report: { category: 'service', values: { project: '滨江名苑', households: 2400, required: 600 } },
      },
      ...planned,
    ],
    when: accept(700, 0),
    then: { stage: 'stopped' },
    proves: ['S528'],
  }),
  gate('mend-first', '补建后重新验收', 'Built, and accepted again', {
    given: [project, ...planned, accept(420, 0)],
    when: step('mend-first', street, { by: '2026-12-31', demand: '补足 180 平方米' }),
    then: { stage: 'building', status: 'open' },
  }),
  gate('handed', '部门签署移交书后移交', 'Handed over when signed', {
    given: [
      project,
      ...planned,
      accept(600, 0),
      step('ask-transfer', street, { departments: [bodies.land] }),
      step('sign', handler(bodies.land), { opinion: 'agree', result: '同意移交' }),
    ],
    when: step('hand-over', street, { document: '移交〔2026〕2 号', answer: '已移交民政部门使用。' }),
    then: { stage: 'handed', status: 'closed' },
    proves: ['S528'],
  }),
  gate('no-signature', '没有签署不能移交', 'Not without signatures', {
    given: [project, ...planned, accept(600, 0)],
    when: step('hand-over', street, { document: '移交书', answer: '移交。' }),
    then: { refused: 'action.not-now' },
    proves: ['S528'],
  }),
  gate('one-not-signed', '有部门未签署不能移交', 'Not while one has not signed', {
    given: [project, ...planned, accept(600, 0), step('ask-transfer', street, { departments: [bodies.land] })],
    when: step('hand-over', street, { document: '移交书', answer: '移交。' }),
    then: { refused: 'action.not-here' },
    proves: ['S528'],
  }),
  gate('reminded', '催告未会签部门', 'Reminded', {
    given: [project, ask],
    when: step('remind', street, { demand: '请两日内会签' }),
    then: { card: 'yellow' },
    proves: ['S529'],
  }),

  gap('planned', '缺口、方式、投资、日期', 'Way, cost, area, day', {
    given: [gapReport],
    when: fund,
    then: { stage: 'building', told: ['cost 500000', 'planned 300'] },
    proves: ['S530', 'S544'],
  }),
  gap('achieved', '实际增加面积', 'Area achieved', {
    given: [gapReport, fund, step('done', builder, { result: '改造完成' })],
    when: step('accept', inspector, {
      achieved: 320,
      opened: '2026-09-20',
      hall: 'open',
      answer: '大厅改为敞开式，增加 320 平方米。',
    }),
    then: { stage: 'filled', status: 'closed', told: ['achieved 320', 'hall open'] },
    proves: ['S530', 'S536', 'S544'],
  }),
  gap('rejected', '验收不合格', 'Not accepted', {
    given: [gapReport, fund, step('done', builder, { result: '完成' })],
    when: step('reject', inspector, { reason: '无障碍坡道未建' }),
    then: { stage: 'building', facts: ['case.returned'] },
  }),
  gap('dropped', '不再实施', 'Dropped', {
    given: [gapReport],
    when: step('drop', street, { answer: '由新建小区配套解决。' }),
    then: { stage: 'dropped', status: 'closed' },
  }),
  gap('held', '挂账', 'On hold', {
    given: [gapReport, fund],
    when: step('hold', builder, { cause: 'funds', why: '专项债未下达', review: '2026-07-01' }),
    then: { pending: 'hold' },
  }),
];
