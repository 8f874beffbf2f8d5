import { blocks, type PlaybookExample } from '#engines/case/model';
import * as p from './people.ts';

const { does, reports, say } = p;

const patrol = blocks.examplesOf('grid.patrol');
const due = reports('day', {}, 'system');
const begun = does(p.worker, 'begin');
const finish = does(p.worker, 'finish', { points: [{ point: '北门', well: true }], answer: '一处堆物已清。' });
const patrolExamples: readonly PlaybookExample[] = [
  patrol('opened', '计划到点开出当日巡查', 'Opened by the plan', {
    given: [],
    when: due,
    then: { stage: 'due', due: { hour: '2026-03-02T09:00:00.000Z' }, offers: { to: p.worker, actions: ['begin'] } },
    proves: ['S116'],
  }),
  patrol('found', '发现问题转网格事件', 'A finding becomes an event', {
    given: [due, begun],
    when: does(p.worker, 'found', { category: '0401', words: '垃圾外溢' }),
    then: { stage: 'walking', orders: ['case.open grid.event'], told: ['found yes'] },
    proves: ['S116'],
  }),
  patrol('finished', '结束巡查', 'Finished', {
    given: [due, begun],
    when: finish,
    then: { stage: 'done', status: 'closed', timing: 'in-time', told: ['points 1'] },
    proves: ['S116'],
  }),
  patrol('missed', '到点未巡列出提醒', 'Not done by the hour: listed', {
    given: [due],
    when: does('system', 'miss', {}, { at: '2026-03-02T09:00:00.000Z' }),
    then: { stage: 'missed', told: ['missed yes'], orders: ['notice.send grid.patrol-missed'] },
    proves: ['S116'],
  }),
  patrol('not-begun', '没开始不能结束', 'Not finished before it began', {
    given: [due],
    when: finish,
    then: { refused: 'action.not-now' },
  }),
  patrol('excused', '未巡须说明', 'Not done, and why', {
    given: [due, does('system', 'miss')],
    when: does(p.community, 'excuse', say('暴雨停巡，已电话排查。')),
    then: { stage: 'excused', status: 'closed' },
  }),
];

const visit = blocks.examplesOf('grid.visit');
const toVisit = reports('high', { household: '2-3-301 张' }, 'system');
const visitExamples: readonly PlaybookExample[] = [
  visit('due', '高风险户一周内走访', 'A household at risk within a week', {
    given: [],
    when: toVisit,
    then: { stage: 'due', due: { whole: '2026-03-09T16:00:00.000Z' } },
    proves: ['S123'],
  }),
  visit('ordinary', '一般户一季度内走访', 'An ordinary one within a quarter', {
    given: [],
    when: reports('ordinary', {}, 'system'),
    then: { due: { whole: '2026-05-31T16:00:00.000Z' } },
    proves: ['S123'],
  }),
  visit('recorded', '有记录才算走访，需求转诉求', 'Only a record counts; needs become appeals', {
    given: [toVisit],
    when: does(p.worker, 'record', {
      way: 'door',
      current: true,
      answer: '身体尚好',
      needs: [{ topic: '06', words: '助餐' }],
    }),
    then: { stage: 'visited', told: ['visited door', 'records-current yes'], orders: ['case.open grid.appeal'] },
    proves: ['S123'],
  }),
  visit('not-home', '未遇不算走访', 'Nobody at home does not count', {
    given: [toVisit],
    when: does(p.worker, 'not-home'),
    then: { stage: 'away', status: 'open', told: [] },
    proves: ['S123'],
  }),
  visit('without-record', '没有记录不能办结', 'No record, no visit', {
    given: [toVisit],
    when: does(p.worker, 'record', { way: 'door', current: true }),
    then: { refused: 'field.required' },
  }),
  visit('excused', '本期不能访须社区同意', 'Not visited only when the community grants it', {
    given: [toVisit, does(p.worker, 'excuse', say('住院，家属陪护。'))],
    when: does(p.community, 'approval.grant'),
    then: { stage: 'excused', status: 'closed' },
  }),
];

const into = blocks.examplesOf('grid.household');
const entering = reports('cadre', { estate: '槐荫小区', team: '驻片领导' }, p.worker);
const promises = does(p.worker, 'record', {
  households: 40,
  situation: '老人多',
  promises: [
    { what: '补路灯', by: '2026-03-10' },
    { what: '清绿地', by: '2026-03-12' },
  ],
});
const householdExamples: readonly PlaybookExample[] = [
  into('recorded', '了解情况、发现问题、作出承诺', 'Households, problems, promises', {
    given: [entering],
    when: promises,
    then: { stage: 'promised', tasks: { open: 2 }, told: ['households 40', 'promises 2'] },
    proves: ['S176'],
  }),
  into('kept', '承诺逐条兑现后反馈', 'Kept one by one, then told', {
    given: [
      entering,
      promises,
      does(p.community, 'finish-milestone', { result: '已补' }, { task: '1' }),
      does(p.community, 'finish-milestone', { result: '已清' }, { task: '2' }),
    ],
    when: does(p.community, 'report-back', say('两件均已办好，已张贴。')),
    then: { stage: 'kept', status: 'closed' },
    proves: ['S176'],
  }),
  into('not-kept', '承诺没兑现不能了结', 'Not before every promise is kept', {
    given: [entering, promises],
    when: does(p.community, 'report-back', say('办好了')),
    then: { refused: 'case.tasks-open' },
  }),
  into('nothing', '未发现问题也有记录', 'Nothing found is recorded too', {
    given: [entering],
    when: does(p.worker, 'nothing', { households: 12, answer: '邻里和睦。' }),
    then: { stage: 'understood', status: 'closed', told: ['households 12'] },
  }),
];

const bottom = blocks.examplesOf('grid.bottom-line');
const askedAll = reports('safety', { scope: '燃气' }, p.community);
const zero = blocks.examplesOf('grid.zero-report');
const answerDue = reports('safety', { scope: '燃气' }, 'system');
const bottomExamples: readonly PlaybookExample[] = [
  bottom('asked', '逐网格下发', 'Every grid is asked', {
    given: [],
    when: askedAll,
    then: { stage: 'asking', orders: ['case.open grid.zero-report'] },
    proves: ['S132'],
  }),
  bottom('one-missing', '一格未报不能汇总', 'Not summed up while one is missing', {
    given: [
      askedAll,
      { other: { opened: 'g01' } },
      { other: { opened: 'g02' } },
      { other: { ended: 'g01', words: '零报告' } },
    ],
    when: does(p.community, 'close', say('全部回报')),
    then: { refused: 'case.tasks-open' },
    proves: ['S132'],
  }),
  bottom('all', '全部回报后汇总', 'Summed up when all have answered', {
    given: [askedAll, { other: { opened: 'g01' } }, { other: { ended: 'g01', words: '零报告' } }],
    when: does(p.community, 'close', say('一格零报告。')),
    then: { stage: 'closed', status: 'closed' },
    proves: ['S132'],
  }),
  zero('zero', '无情况零报告', 'A zero report', {
    given: [answerDue],
    when: does(p.worker, 'zero', { looked: true, answer: '逐户看过，无情况。' }),
    then: { stage: 'answered', status: 'closed', timing: 'in-time', told: ['answer zero'] },
    proves: ['S132'],
  }),
  zero('epidemic', '疫情零报告', 'A zero report about epidemics', {
    given: [reports('epidemic', {}, 'system')],
    when: does(p.worker, 'zero', { looked: true, answer: '无发热聚集。' }),
    then: { stage: 'answered', status: 'closed', told: ['answer zero'] },
  }),
  zero('found', '有情况转事件', 'Findings become events', {
    given: [answerDue],
    when: does(p.worker, 'findings', { findings: [{ category: '0303', words: '软管老化' }], answer: '已更换' }),
    then: { stage: 'answered', orders: ['case.open grid.event'], told: ['answer found'] },
  }),
  zero('omitted', '到期未报亮出来', 'Overdue is shown', {
    given: [answerDue],
    when: does('system', 'omit', {}, { at: '2026-03-03T01:00:00.000Z' }),
    then: { stage: 'omitted', told: ['answer omitted'], orders: ['notice.send grid.zero-report-missing'] },
    proves: ['S132'],
  }),
];

const danger = blocks.examplesOf('grid.hazard');
const hazardFound = reports('0104', { what: '楼道飞线充电', level: 'ordinary' }, p.worker);
const handed = does(p.worker, 'hand-over', { measure: '已断电并劝离' });
const hazardExamples: readonly PlaybookExample[] = [
  danger('handed', '先控后报，转安全整治', 'Made safe, handed to safety', {
    given: [hazardFound],
    when: handed,
    then: { stage: 'watching', orders: ['case.open safety.hazard'] },
  }),
  danger('not-mended', '整治没销号不能核实消除', 'Not mended before safety says so', {
    given: [hazardFound, handed, { other: { opened: 'child' } }],
    when: does(p.community, 'close', say('已消除')),
    then: { refused: 'case.tasks-open' },
  }),
  danger('mended', '销号后核实消除', 'Mended', {
    given: [hazardFound, handed, { other: { opened: 'child' } }, { other: { ended: 'child', words: '已销号' } }],
    when: does(p.community, 'close', say('飞线已拆除。')),
    then: { stage: 'mended', status: 'closed' },
  }),
  danger('none', '不属隐患', 'No hazard', {
    given: [hazardFound],
    when: does(p.community, 'not-a-hazard', say('系临时施工用电，有许可。')),
    then: { stage: 'none', status: 'closed' },
  }),
];

export const dailyExamples: readonly PlaybookExample[] = [
  ...patrolExamples,
  ...visitExamples,
  ...householdExamples,
  ...bottomExamples,
  ...hazardExamples,
];
