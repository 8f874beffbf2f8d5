import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, inspector, step, street, worker } from './people.ts';

const spot = blocks.examplesOf('estate.hot-spot');
const front = blocks.examplesOf('estate.front-duty');
const ditch = blocks.examplesOf('estate.ditch');
const clean = blocks.examplesOf('estate.clean-up');
const civil = blocks.examplesOf('estate.civilised');
const fume = blocks.examplesOf('estate.fume');

const corner: ReportStep = {
  by: community,
  report: { category: 'waste', values: { spot: '北门转角', repeats: 12, hours: ['evening', 'night'] } },
};
const plan = step('plan', community, { body: bodies.owner, measures: '增设投放点、夜间值守' });
const owner = handler(bodies.owner);
const inPlace = [plan, step('done', owner, { result: '已增设两处投放点' })] as const;

const shop: ReportStep = {
  by: worker,
  report: { category: 'clean', values: { shop: '明月便利店', section: '人民路 12 号前' } },
};
const dirty = step('check', worker, { score: 70, problems: ['dirty', 'order'], answer: '请三个工作日内清理。' });

const round: ReportStep = { by: 'system', report: { category: 'dredge', values: { month: '2026-03-02' } } };
const schedule = step('schedule', community, {
  sections: [
    { section: '东沟一段', household: '三组', by: '2026-03-10' },
    { section: '东沟二段', household: '四组', by: '2026-03-10' },
  ],
});
const dug = [
  { ...step('finish-milestone', community, { result: '已清淤' }), task: '1' },
  { ...step('finish-milestone', community, { result: '已清淤' }), task: '2' },
  step('finish', community, { result: '两段完成' }),
] as const;

const action: ReportStep = {
  by: community,
  report: { category: 'rubble', values: { title: '周末大扫除', day: '2026-03-08' } },
};
const spots = step('spots', community, { spots: [{ spot: '南门' }, { spot: '中心花园' }] });

const market: ReportStep = { by: community, report: { category: 'market', values: { spot: '东风市场' } } };
const allMet = step('score-market', community, { score: 96, items: [{ item: '02', met: true }] });
const scored = step('score-market', community, {
  score: 82,
  items: [
    { item: '02', met: true },
    { item: '04', met: false },
  ],
  problems: [{ what: '公示栏破损', who: bodies.owner, by: '2026-03-06' }],
});

const smell: ReportStep = {
  report: { category: 'smell', values: { restaurant: '老灶火锅店', what: '厨房油烟直冲三楼' } },
};
const convene = step('convene', community, {
  body: bodies.land,
  parties: [bodies.owner],
  positions: '店家同意加装净化器，居民要求错峰',
});
const officers = handler(bodies.land);
const measured = step('measure', officers, { density: 4.6, answer: '检测超标，须整改。' });
const mended = step('rectified', officers, { result: '加装净化器并改烟道' });

export const placeExamples: readonly PlaybookExample[] = [
  spot('listed', '反复点位列明时段', 'Repeats and hours are said', {
    given: [corner],
    when: plan,
    then: { stage: 'measures', assignee: bodies.owner, told: ['repeats 12', 'hour evening', 'hour night'] },
    proves: ['S203', 'S708'],
  }),
  spot('joint', '联合措施分到各单位', 'Joint measures', {
    given: [corner],
    when: step('plan', community, { body: bodies.owner, others: [bodies.traffic], measures: '联合执法' }),
    then: { tasks: { open: 1 } },
    proves: ['S203'],
  }),
  spot('week', '逐周记录成效', 'Recorded week by week', {
    given: [corner, ...inPlace],
    when: step('week', community, { new: 2, state: 'better' }),
    then: { stage: 'watching', told: ['week better', 'new 2'] },
    proves: ['S679'],
  }),
  spot('closed', '反映次数减半以上才销号', 'Closed only when reports halve', {
    given: [corner, ...inPlace],
    when: step('close', inspector, { after: 3, answer: '已连续三周未反弹。' }),
    then: { stage: 'closed', status: 'closed', told: ['after 3'] },
    proves: ['S203', 'S679'],
  }),
  spot('not-better', '没有好转回到清单', 'Not better: back on the list', {
    given: [corner, ...inPlace],
    when: step('close', inspector, { after: 10, answer: '仍反复出现。' }),
    then: { stage: 'listed', status: 'open' },
    proves: ['S679'],
  }),
  spot('not-own', '落实措施的人不能销号', 'Who did it does not close it', {
    given: [corner, plan, { ...inPlace[1], by: { ...owner, person: 'one' } }],
    when: step('close', { ...inspector, person: 'one' }, { after: 2, answer: '好了。' }),
    then: { refused: 'action.same-person' },
  }),
  spot('rebound', '反弹重新制定措施', 'Back again', {
    given: [corner, ...inPlace],
    when: step('rebound', community, { reason: '夜间又堆放' }),
    then: { stage: 'listed', facts: ['case.returned'] },
  }),
  spot('carded', '街道督办责任段', 'The street supervises', {
    given: [corner, plan],
    when: step('card-yellow', street, { demand: '三日内落实' }),
    then: { card: 'yellow' },
  }),
  spot('merged', '并入其他点位', 'Merged', {
    given: [corner],
    when: step('merge', community, { answer: '与东门点位合并整治。' }),
    then: { stage: 'merged', status: 'closed' },
  }),

  front('good', '检查合格', 'Good', {
    given: [shop],
    when: step('check', worker, { score: 95, answer: '合格。' }),
    then: { stage: 'good', status: 'closed', told: ['score 95'] },
  }),
  front('dirty', '问题限期改正', 'To be mended', {
    given: [shop],
    when: dirty,
    then: {
      stage: 'mending',
      due: { mending: '2026-03-05T10:00:00.000Z' },
      told: ['score 70', 'problem dirty', 'problem order'],
    },
  }),
  front('mended', '由他人复查', 'Checked by another', {
    given: [shop, dirty],
    when: step('mended', community, { answer: '已改正。' }),
    then: { stage: 'mended', status: 'closed' },
  }),
  front('handed', '拒不改正移交执法', 'Handed to enforcement', {
    given: [shop, dirty, step('hand-over', community, { body: bodies.fire, reason: '拒不清理' })],
    when: step('penalised', handler(bodies.fire), { answer: '已依法处罚。' }),
    then: { stage: 'penalised', status: 'closed' },
  }),

  ditch('scheduled', '按户排期', 'Scheduled by household', {
    given: [round],
    when: schedule,
    then: { stage: 'doing', tasks: { open: 2 }, told: ['sections 2'] },
    proves: ['S197'],
  }),
  ditch('not-all', '还有未清理段不能交验', 'Not while a section is open', {
    given: [round, schedule, dug[0]],
    when: dug[2],
    then: { refused: 'action.not-here' },
  }),
  ditch('checked', '逐段检查合格', 'Checked by section', {
    given: [round, schedule, ...dug],
    when: step('check', inspector, {
      checked: [
        { section: '东沟一段', ok: 'yes' },
        { section: '东沟二段', ok: 'yes' },
      ],
      failed: 0,
      answer: '两段全部清淤。',
    }),
    then: { stage: 'done', status: 'closed', told: ['failed 0'] },
    proves: ['S197'],
  }),
  ditch('failed', '不合格重新排期', 'A section failed', {
    given: [round, schedule, ...dug],
    when: step('check', inspector, { checked: [{ section: '东沟二段', ok: 'no' }], failed: 1, answer: '二段未清。' }),
    then: { stage: 'planning', status: 'open' },
    proves: ['S197'],
  }),

  clean('counted', '记录人数、清运量和前后对比', 'Volunteers, amount, before and after', {
    given: [action, spots],
    when: {
      ...step('cleaned', worker, {
        volunteers: 30,
        amount: 1.5,
        before: ['a'.repeat(64)],
        after: ['b'.repeat(64)],
        result: '清理完毕',
      }),
      task: '1',
    },
    then: { stage: 'cleaning', tasks: { done: 1, open: 1 }, told: ['removed 1.5', 'volunteers 30'] },
    proves: ['S207'],
  }),
  clean('published', '全部清理后公布结果', 'Published when all are clean', {
    given: [
      action,
      spots,
      {
        ...step('cleaned', worker, {
          volunteers: 30,
          amount: 1.5,
          before: ['a'.repeat(64)],
          after: ['b'.repeat(64)],
          result: '清理完毕',
        }),
        task: '1',
      },
      { ...step('cleaned', worker, { volunteers: 8, amount: 0.5, result: '完成' }), task: '2' },
    ],
    when: step('publish', community, { answer: '共清运 2 吨。' }),
    then: { stage: 'done', status: 'closed' },
    proves: ['S207'],
  }),
  clean('cancelled', '因雨取消', 'Cancelled', {
    given: [action, spots],
    when: step('cancel', community, { answer: '因雨改期。' }),
    then: { stage: 'cancelled', tasks: { dropped: 2 } },
  }),

  civil('scored', '自查评分，问题限期', 'Scored, problems with terms', {
    given: [market],
    when: scored,
    then: { stage: 'mending', tasks: { open: 1 }, told: ['score 82', 'item-met yes', 'item-met no'] },
    proves: ['S209'],
  }),
  civil('no-problems', '无问题直接测评', 'No problem: straight to the mock inspection', {
    given: [market],
    when: allMet,
    then: { stage: 'mock' },
  }),
  civil('own-sheet', '各类点位各有测评项，不能用错', 'Each type of place by its own sheet', {
    given: [market],
    when: step('score-park', community, { score: 96, items: [{ item: '01', met: true }] }),
    then: { refused: 'action.not-here' },
    proves: ['S209'],
  }),
  civil('item-by-item', '不逐项对照不能评分', 'No score without the items', {
    given: [market],
    when: step('score-market', community, { score: 96 }),
    then: { refused: 'field.required' },
    proves: ['S209'],
  }),
  civil('passed', '模拟测评由他人打分', 'Scored by another', {
    given: [
      market,
      scored,
      step('finish-milestone', community, { result: '已更换' }),
      step('mended', community, { result: '已更换公示栏' }),
    ],
    when: step('inspect', inspector, { score: 93, answer: '达标。' }),
    then: { stage: 'ready', status: 'closed', told: ['mock 93'] },
    proves: ['S209'],
  }),
  civil('failed', '测评不达标再整改', 'Not ready yet', {
    given: [market, allMet],
    when: step('inspect', inspector, { score: 80, answer: '市场地面脏污。' }),
    then: { stage: 'self-checking', status: 'open' },
  }),

  fume('convened', '多方到场', 'All at the place', {
    given: [smell],
    when: convene,
    then: { stage: 'measuring', assignee: bodies.land, tasks: { open: 1 } },
    proves: ['S214'],
  }),
  fume('over-limit', '浓度超 2.0 毫克责令整改', 'Over 2.0 mg/m³', {
    given: [smell, convene],
    when: measured,
    then: { stage: 'rectifying', told: ['density 4.6'] },
    proves: ['S214'],
  }),
  fume('at-limit', '恰好 2.0 为达标', 'Exactly at the limit', {
    given: [smell, convene],
    when: step('measure', officers, { density: 2, answer: '达标，已协商错峰。' }),
    then: { stage: 'conforming', status: 'closed' },
    proves: ['S214'],
  }),
  fume('measured-again', '整改后复测达标', 'Measured again', {
    given: [smell, convene, measured, mended],
    when: step('remeasure', inspector, { density: 1.2, answer: '复测达标。' }),
    then: { stage: 'closed', status: 'closed', told: ['density-after 1.2'] },
    proves: ['S214'],
  }),
  fume('still-over', '复测仍超标', 'Still over', {
    given: [smell, convene, measured, mended],
    when: step('remeasure', inspector, { density: 3, answer: '仍超标。' }),
    then: { stage: 'rectifying', status: 'open' },
  }),
  fume('not-own', '整改方不能自测', 'Not by the same person', {
    given: [smell, convene, measured, { ...mended, by: { ...officers, person: 'one' } }],
    when: step('remeasure', { ...inspector, person: 'one' }, { density: 1, answer: '达标。' }),
    then: { refused: 'action.same-person' },
  }),
  fume('rated', '居民满意', 'Satisfied', {
    given: [smell, convene, measured, mended, step('remeasure', inspector, { density: 1.2, answer: '达标。' })],
    when: step('rate', 'reporter', { rating: 5 }),
    then: { stage: 'rated', status: 'closed' },
  }),
  fume('reopened', '居民不满意', 'Dissatisfied', {
    given: [smell, convene, measured, mended, step('remeasure', inspector, { density: 1.2, answer: '达标。' })],
    when: step('rate', 'reporter', { rating: 1 }),
    then: { stage: 'received', status: 'open' },
  }),
];
