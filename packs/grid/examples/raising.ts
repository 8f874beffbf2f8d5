import { blocks, type PlaybookExample } from '#engines/case/model';
import * as p from './people.ts';

const { does, reports, say } = p;

const major = blocks.examplesOf('grid.major');
const fire = reports('21', { happenedAt: '2026-03-02T00:50:00.000Z', injured: 1, words: '二楼冒烟' }, p.worker);
const confirmed = does(
  p.street,
  'confirm',
  { level: 'general', orders: '疏散本单元' },
  { at: '2026-03-02T01:10:00.000Z' },
);
const finalReport = does(p.community, 'final-report', { cause: '电动车充电', injured: 1, measures: '拆除飞线' });

const majorExamples: readonly PlaybookExample[] = [
  major('first-report', '首报直达值班领导', 'The first report reaches those on duty', {
    given: [],
    when: fire,
    then: {
      stage: 'first',
      told: ['delay 0.16666666666666666', 'late no'],
      orders: ['notice.send matter.urgent'],
      due: { confirming: '2026-03-02T01:15:00.000Z' },
    },
    proves: ['S113', 'S130'],
  }),
  major('late', '事发一小时才报，记迟报', 'Reported an hour after it happened: late', {
    given: [],
    when: reports('21', { happenedAt: '2026-03-02T00:00:00.000Z' }, p.worker),
    then: { told: ['delay 1', 'late yes'] },
    proves: ['S120'],
  }),
  major('late-by-class', '食物中毒一小时内报不算迟', 'Another class, another limit', {
    given: [],
    when: reports('32', { happenedAt: '2026-03-02T00:00:00.000Z' }, p.worker),
    then: { told: ['delay 1', 'late no'] },
    proves: ['S120'],
  }),
  major('no-time', '不写发生时间不能首报', 'The time of the event is needed', {
    given: [],
    when: reports('21', {}, p.worker),
    then: { refused: 'field.required' },
  }),
  major('escalates', '一刻钟无人核实，直报领导', 'Nobody confirmed: the leader is told', {
    given: [fire],
    when: does('system', 'escalate', {}, { at: '2026-03-02T01:15:00.000Z' }),
    then: { stage: 'first', orders: ['notice.send matter.urgent'] },
    proves: ['S113'],
  }),
  major('follow-up', '续报约定下一次时间', 'A follow-up says when the next is due', {
    given: [fire, confirmed],
    when: does(p.worker, 'follow-up', { words: '明火已灭', injured: 2, next: 3 }, { at: '2026-03-02T02:00:00.000Z' }),
    then: {
      stage: 'following',
      due: { following: '2026-03-02T06:10:00.000Z' },
      orders: ['notice.send grid.major-told'],
    },
    proves: ['S113', 'S130'],
  }),
  major('closed', '终报经审定办结', 'Closed by an approved final report', {
    given: [fire, confirmed, finalReport],
    when: does(p.leader, 'approve', say('一人轻伤已出院，隐患已整改。')),
    then: { stage: 'closed', status: 'closed', timing: 'in-time' },
    proves: ['S113'],
  }),
  major('not-by-author', '终报不能由报告人自己审定', 'Never approved by its author', {
    given: [
      fire,
      confirmed,
      does({ ...p.street, person: 'both' }, 'final-report', { cause: '不明', measures: '已处置' }),
    ],
    when: does({ ...p.leader, person: 'both' }, 'approve', say('同意')),
    then: { refused: 'action.same-person' },
  }),
  major('false', '误报写明理由', 'A false alarm says why', {
    given: [fire],
    when: does(p.street, 'false-alarm', say('烧饭冒烟，无火情。')),
    then: { stage: 'false', status: 'closed' },
  }),
];

const up = blocks.examplesOf('grid.escalation');
const raised = reports('funds', { level: 'district', matter: '挡墙开裂，已设围挡', ask: '排危资金' }, p.community);
const put = does(p.street, 'raise', { body: p.bureau, opinion: '属实，建议列入排危' });
const holdAsked = does(p.street, 'hold', { cause: 'funds', why: '资金未下达', review: '2026-04-01' });

const escalationExamples: readonly PlaybookExample[] = [
  up('raised', '写明原因和请求层级上报', 'Raised with reason and level', {
    given: [],
    when: raised,
    then: { stage: 'raised', told: ['level district'], due: { street: '2026-03-05T10:00:00.000Z' } },
    proves: ['S142'],
  }),
  up('no-level', '不写请求层级不能上报', 'No level, no report', {
    given: [],
    when: reports('funds', { matter: '挡墙开裂', ask: '资金' }, p.community),
    then: { refused: 'field.required' },
  }),
  up('answered', '部门答复，街道反馈社区', 'The department answers, the street tells the community', {
    given: [raised, put, does(p.bureauHandler, 'reply', { outcome: 'planned', result: '列入二季度计划' })],
    when: does(p.street, 'answer', say('已列入二季度排危计划。')),
    then: { stage: 'answered', status: 'closed', answer: '已列入二季度排危计划。' },
    proves: ['S142', 'S143'],
  }),
  up('held', '一时办不了的经领导同意挂账', 'Hung up when a leader grants it', {
    given: [raised, holdAsked],
    when: does(p.leader, 'approval.grant'),
    then: { held: true, pending: null },
    proves: ['S142'],
  }),
  up('reviewed', '到期复核，定下次复核日期', 'Looked at again, with the next day', {
    given: [raised, holdAsked, does(p.leader, 'approval.grant')],
    when: does(p.street, 'review', { finding: '资金六月下达', review: '2026-06-10' }),
    then: { held: true },
    proves: ['S142'],
  }),
  up('held-waits', '挂账期间不能办理', 'What is held waits', {
    given: [raised, holdAsked, does(p.leader, 'approval.grant')],
    when: put,
    then: { refused: 'action.when-held' },
  }),
  up('back-needs-leader', '退回社区须领导同意', 'Back to the community only when a leader grants it', {
    given: [raised],
    when: does(p.street, 'give-back', say('属社区物业协调职责，请召集业委会。')),
    then: { stage: 'raised', pending: 'give-back' },
  }),
  up('back', '领导同意后退回并答复', 'Granted: back with an answer', {
    given: [raised, does(p.street, 'give-back', say('属社区物业协调职责，请召集业委会。'))],
    when: does(p.leader, 'approval.grant'),
    then: { stage: 'back', status: 'closed' },
  }),
];

const small = blocks.examplesOf('grid.graded');
const noise = reports('noise', { words: '楼上夜里拖椅子' });
const settled = does(p.chief, 'settle-building', say('已当面说和，垫了脚垫。'));

const gradedExamples: readonly PlaybookExample[] = [
  small('in-building', '楼栋化解', 'Settled in the building', {
    given: [noise],
    when: settled,
    then: { stage: 'confirming', told: ['settled-at building'] },
    proves: ['S166'],
  }),
  small('passed-up', '化解不了逐级上交', 'Passed up level by level', {
    given: [
      noise,
      does(p.chief, 'up-building', { tried: '两次上门' }),
      does(p.worker, 'up-grid', { tried: '调解未成' }),
    ],
    when: does(p.community, 'settle-community', say('签了静音约定。')),
    then: { stage: 'confirming', told: ['settled-at community'] },
    proves: ['S166'],
  }),
  small('over', '到期自动上交网格', 'Over time it goes up by itself', {
    given: [noise],
    when: does('system', 'over-building', {}, { at: '2026-03-03T01:00:00.000Z' }),
    then: { stage: 'grid', facts: ['case.transferred'], due: { grid: '2026-03-05T10:00:00.000Z' } },
    proves: ['S166'],
  }),
  small('confirmed', '当事人确认后办结', 'Closed when it is confirmed', {
    given: [noise, settled],
    when: does(undefined, 'confirm'),
    then: { stage: 'closed', status: 'closed', timing: 'in-time' },
  }),
  small('not-settled', '没化解交社区', 'Not settled: to the community', {
    given: [noise, settled],
    when: does(undefined, 'not-settled', { why: '又响了' }),
    then: { stage: 'community', facts: ['case.returned'] },
  }),
  small('not-own', '网格员不能代街道化解', 'Not above one’s level', {
    given: [noise],
    when: does(p.worker, 'settle-street', say('好了')),
    then: { refused: 'action.not-now' },
  }),
];

const spot = blocks.examplesOf('grid.hotspot');
const listed = reports('waste', { repeats: 7, section: '北门巷口' }, p.street);
const given = does(p.street, 'give', { body: p.company, target: '无积存' });
const cleared = does(p.companyHandler, 'done', { measures: '移点加盖' });
const look = (n: number) => does(p.checker, 'look', { score: 80 + n, result: '整洁' }, { task: String(n) });

const hotspotExamples: readonly PlaybookExample[] = [
  spot('four-looks', '整治后连续四周复查', 'Four weekly looks', {
    given: [listed, given],
    when: cleared,
    then: { stage: 'watching', tasks: { open: 4 } },
    proves: ['S679'],
  }),
  spot('measured', '每周评分看实效', 'The effect is measured each week', {
    given: [listed, given, cleared],
    when: look(1),
    then: { stage: 'watching', told: ['score 81'], tasks: { done: 1, open: 3 } },
    proves: ['S679'],
  }),
  spot('too-early', '没满四周不能认定根治', 'Not cured before all four', {
    given: [listed, given, cleared, look(1)],
    when: does(p.street, 'cure', say('已根治。')),
    then: { refused: 'case.tasks-open' },
  }),
  spot('cured', '四周稳定认定根治', 'Cured after four', {
    given: [listed, given, cleared, look(1), look(2), look(3), look(4)],
    when: does(p.street, 'cure', say('四周无反弹，已根治。')),
    then: { stage: 'cured', status: 'closed' },
    proves: ['S679'],
  }),
  spot('again', '反弹重新整治', 'Back again', {
    given: [listed, given, cleared],
    when: does(p.checker, 'again', { reason: '周末又堆满' }),
    then: { stage: 'remedy', facts: ['case.returned'] },
  }),
];

export const raisingExamples: readonly PlaybookExample[] = [
  ...majorExamples,
  ...escalationExamples,
  ...gradedExamples,
  ...hotspotExamples,
];
