import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, step, street, worker } from './people.ts';

const land = blocks.examplesOf('safety.farmland');
const season = blocks.examplesOf('safety.fire-season');
const fire = blocks.examplesOf('safety.fire-report');

const plot: ReportStep = {
  by: worker,
  report: { category: 'house', values: { source: 'satellite', plot: 'TB-2026-017', what: '耕地上打地基' } },
};
const verify = step('verify', worker, {
  point: { lng: 113.9, lat: 22.6, datum: 'WGS-84' },
  area: 1.25,
  basic: 'no',
  finding: '已开挖地基约 800 平方米',
});
const stop = step('stop', street, { notice: '责停〔2026〕3 号', served: '2026-03-02' });
const refer = step('refer', street, { body: bodies.land, demand: '建议立案并限期复耕' });
const office = handler(bodies.land);

const winter: ReportStep = {
  by: street,
  report: { category: 'fire', values: { from: '2026-11-01', until: '2027-04-30' }, path: '99.01.01.001.' },
};
const roster = step('roster', street, {
  posts: [
    { where: '北山卡口', body: bodies.owner, until: '2026-04-30' },
    { where: '水库巡护线', body: bodies.neighbour, until: '2026-04-30' },
  ],
});

const smoke: ReportStep = {
  report: { category: 'fire', values: { what: '北山山腰冒烟', border: true }, placeText: '北山' },
};
const send = step('send', street, { body: bodies.fire, others: [bodies.neighbour] });
const firemen = handler(bodies.fire);
const out = step('out', firemen, { outAt: '2026-03-02T03:00:00.000Z', area: 0.5, result: '明火扑灭，清理余火' });

export const landAndFire: readonly PlaybookExample[] = [
  land('verified', '现场核实须有坐标和面积', 'Verified with its point and area', {
    given: [plot],
    when: verify,
    then: { stage: 'verified', told: ['area 1.25'], due: { stopping: '2026-03-03T02:00:00.000Z' } },
    proves: ['S179'],
  }),
  land('no-point', '没有坐标不能核实', 'No verification without a point', {
    given: [plot],
    when: step('verify', worker, { area: 1, basic: 'no', finding: '属实' }),
    then: { refused: 'field.required' },
  }),
  land('stopped', '送达停止通知', 'Notice served', { given: [plot, verify], when: stop, then: { stage: 'stopping' } }),
  land('joint', '自然资源部门牵头联合处置', 'Handled jointly, the land office leading', {
    given: [plot, verify, stop, refer],
    when: step('invite', office, { bodies: [bodies.neighbour], demand: '协助断水断电' }),
    then: { stage: 'handling', assignee: bodies.land, tasks: { open: 1 } },
    proves: ['S179'],
  }),
  land('restored', '复耕验收办结', 'Restored and accepted', {
    given: [plot, verify, stop, refer, step('handled', office, { result: '拆除地基，覆土 40 厘米' })],
    when: step('accept', street, { restored: 1.25, answer: '已恢复耕种条件。' }),
    then: { stage: 'restored', status: 'closed', told: ['restored 1.25'] },
    proves: ['S179'],
  }),
  land('restored-by-owner', '当事人自行复耕，由他人验收', 'Restored of their own accord, accepted by another', {
    given: [plot, verify, stop, step('restored-already', { ...street, person: 'one' }, { result: '已回填' })],
    when: step('accept', { ...street, person: 'one' }, { restored: 1.25, answer: '合格。' }),
    then: { refused: 'action.same-person' },
  }),
  land('rejected', '复耕不到位退回', 'Not restored: back', {
    given: [plot, verify, stop, refer, step('handled', office, { result: '已拆除' })],
    when: step('reject', street, { reason: '建筑垃圾未清运' }),
    then: { stage: 'stopping', facts: ['case.returned'] },
  }),
  land('recorded', '暂不能复耕的登记在册须街道批准', 'On record only with the street’s consent', {
    given: [
      plot,
      verify,
      stop,
      refer,
      step('record', office, { why: '属历史遗留唯一住房', answer: '已纳入分类处置台账。' }),
    ],
    when: step('approval.grant', street),
    then: { stage: 'recorded', status: 'closed' },
    proves: ['S179'],
  }),
  land('held', '处置挂账', 'On hold', {
    given: [plot, verify, stop, refer],
    when: step('hold', office, { cause: 'policy', why: '等待省级统一政策', review: '2026-06-01' }),
    then: { pending: 'hold' },
  }),
  land('false', '不实线索', 'Not so', {
    given: [plot],
    when: step('not-so', community, { answer: '为设施农用地，已备案。' }),
    then: { stage: 'false', status: 'closed' },
  }),

  season('roster', '排班到卡口和责任单位', 'A roster of posts and bodies', {
    given: [winter],
    when: roster,
    then: { stage: 'watching', tasks: { open: 2 } },
    proves: ['S182'],
  }),
  season('border', '交界地段由各方共同负责', 'A border plot is answered for by all', {
    given: [winter, roster],
    when: step('share-border', street, { plot: '北山与邻街道交界', bodies: [bodies.owner, bodies.neighbour] }),
    then: { tasks: { open: 4 } },
    proves: ['S182'],
  }),
  season('red-flag', '高火险日通知到人', 'Red flag days are told', {
    given: [winter, roster],
    when: step('red-flag', street, { day: '2026-03-15', words: '五级火险，禁止一切野外用火' }),
    then: { stage: 'watching', orders: ['notice.send safety.red-flag'] },
    proves: ['S182'],
  }),
  season('over', '期末总结', 'Summary', {
    given: [winter, roster],
    when: step('end', street, { fires: 0, answer: '防火期内无火情。' }),
    then: { stage: 'over', status: 'closed', told: ['fires 0'], tasks: { dropped: 2 } },
  }),
  fire('told', '火情即报即通知，10 分钟内出动', 'Told at once, answered in ten minutes', {
    given: [],
    when: smoke,
    then: {
      stage: 'reported',
      orders: ['notice.send safety.fire-point'],
      due: { sending: '2026-03-02T01:10:00.000Z' },
    },
    proves: ['S182'],
  }),
  fire('sent', '交界地段各方同时出动', 'On a border all sides move', {
    given: [smoke],
    when: send,
    then: { stage: 'handling', assignee: bodies.fire, tasks: { open: 1 } },
    proves: ['S182'],
  }),
  fire('out', '扑灭后看守余火', 'Out, then watched', {
    given: [smoke, send],
    when: out,
    then: { stage: 'watching', told: ['burnt 0.5'] },
  }),
  fire('closed', '看守后办结，须由他人核查', 'Closed by another after the watch', {
    given: [smoke, step('send', street, { body: bodies.fire }), out],
    when: step('close', community, { cause: '上坟烧纸', answer: '火已扑灭，无人员伤亡。' }),
    then: { stage: 'out', status: 'closed', timing: 'overtime' },
  }),
  fire('rekindled', '复燃再处置', 'Rekindled', {
    given: [smoke, step('send', street, { body: bodies.fire }), out],
    when: step('rekindled', worker, { note: '余火复燃' }),
    then: { stage: 'handling', facts: ['case.returned'] },
  }),
  fire('false', '误报', 'False alarm', {
    given: [smoke],
    when: step('false-alarm', street, { answer: '为农家炊烟，未发生火情。' }),
    then: { stage: 'false', status: 'closed' },
  }),
];
