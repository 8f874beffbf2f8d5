import { blocks, type ExampleStaff, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, officer, step, street } from './people.ts';

const goal = blocks.examplesOf('tasks.goal');
const document = blocks.examplesOf('tasks.document');
const meeting = blocks.examplesOf('tasks.meeting');
const cppcc = blocks.examplesOf('tasks.cppcc');

const county: ExampleStaff = { role: 'street-dispatcher', scope: '99.01.01.' };
const target = (level: string, path: string): ReportStep => ({
  by: county,
  report: {
    category: level,
    path,
    values: { title: '老旧小区飞线整治', measure: '逐楼排查整治', owner: '张主任', until: '2026-05-30' },
  },
});
const breakDown = step('break-down', county, { demand: '三日内分解到位' });

const paper: ReportStep = {
  by: street,
  report: {
    category: 'policy',
    values: { number: '民发〔2026〕1 号', title: '关于加强社区治理的意见', issuer: '省民政厅' },
  },
};
const split = step('split', street, {
  articles: [
    { what: '社区用房达标', standard: '每百户 30 平方米', who: bodies.owner, by: '2026-04-01' },
    { what: '减负清单公布', standard: '上墙公示', who: bodies.land, by: '2026-03-20' },
  ],
});
const carried = [
  step('finish-task', handler(bodies.owner), { result: '用房已达标' }),
  step('finish-task', handler(bodies.land), { result: '清单已公示' }),
  step('report', street, { result: '两条均已落实' }),
] as const;

const joint: ReportStep = {
  by: street,
  report: {
    category: 'party-joint',
    values: { title: '一季度联席会议', when: '2026-03-10T06:00:00.000Z' },
  },
};
const invite = step('invite', street, {
  at: '2026-03-10T06:00:00.000Z',
  where: '街道会议室',
  agenda: '共建项目、停车共享',
  units: [bodies.owner, bodies.land],
});
const hold = step('hold', street, {
  invited: 12,
  present: 10,
  minutes: '议定两项',
  decisions: [{ what: '开放单位停车场', who: bodies.owner, by: '2026-03-31' }],
  answer: '会议议定事项已分解。',
});

const visitors: ReportStep = {
  by: street,
  report: {
    category: 'cppcc',
    values: { title: '社区治理专题视察', day: '2026-03-12', members: 15, route: '两个社区' },
  },
};
const visit = step('visit', street, {
  seen: '老旧小区停车难，电动车进楼',
  suggestions: [
    { what: '推进错时共享', who: bodies.traffic, by: '2026-04-10' },
    { what: '补建充电棚', who: bodies.fire, by: '2026-04-10' },
  ],
});
const reply = (body: string, kind: string) =>
  step('reply', handler(body), { kind, reply: '已开放 120 个车位、新建充电棚三处。' });
const replied = [
  visit,
  reply(bodies.traffic, 'done'),
  reply(bodies.fire, 'planned'),
  step('all-replied', street),
] as const;
const judge = (task: string, rating: number) => ({ ...step('judge', officer, { rating }), task });

export const listExamples: readonly PlaybookExample[] = [
  goal('to-streets', '县级清单分解到各街道', 'The county’s list opens one for each street', {
    given: [target('county', '99.01.01.')],
    when: breakDown,
    then: { stage: 'doing', orders: ['case.open tasks.goal'] },
    proves: ['S597'],
  }),
  goal('to-communities', '街道清单分解到各社区', 'A street’s list opens one for each community', {
    given: [target('street', '99.01.01.001.')],
    when: breakDown,
    then: { stage: 'doing', orders: ['case.open tasks.goal'] },
    proves: ['S597'],
  }),
  goal('rolls-up', '下级没有完成，上级不能办结', 'The lower ones end first', {
    given: [target('street', '99.01.01.001.'), breakDown, { other: { opened: 'C1' } }],
    when: step('finish', street, { result: '已完成' }),
    then: { refused: 'action.not-here' },
    proves: ['S597'],
  }),
  goal('confirmed', '上级确认完成，不能自己确认', 'Confirmed from above, not by oneself', {
    given: [
      target('street', '99.01.01.001.'),
      breakDown,
      { other: { opened: 'C1' } },
      { other: { ended: 'C1', words: '已完成' } },
      step('finish', street, { result: '全部完成' }),
    ],
    when: step('confirm', officer, { answer: '确认完成。' }),
    then: { stage: 'done', status: 'closed' },
    proves: ['S597'],
  }),
  goal('community', '社区清单直接落实，更新进度', 'A community starts and tells its progress', {
    given: [target('community', '99.01.01.001.001.'), step('start', community, { plan: '逐楼排查' })],
    when: step('progress', community, { percent: 40 }),
    then: { stage: 'doing', told: ['progress 40'] },
    proves: ['S597'],
  }),
  goal('no-lower', '社区清单不再向下分解', 'Nothing below a community', {
    given: [target('community', '99.01.01.001.001.')],
    when: breakDown,
    then: { refused: 'action.not-here' },
  }),
  goal('returned', '未达要求退回', 'Not enough', {
    given: [
      target('community', '99.01.01.001.001.'),
      step('start', community, { plan: '排查' }),
      step('finish', community, { result: '完成' }),
    ],
    when: step('return', officer, { reason: '还有两栋飞线' }),
    then: { stage: 'doing', facts: ['case.returned'] },
  }),
  goal('dropped', '调整取消，下级一并取消', 'Dropped with what is below', {
    given: [target('street', '99.01.01.001.'), breakDown, { other: { opened: 'C1' } }],
    when: step('drop', officer, { answer: '任务调整。' }),
    then: { stage: 'dropped', tasks: { dropped: 1 } },
  }),

  document('split', '分解为有标准、责任单位和期限的条款', 'Split with standard, body and day', {
    given: [paper, step('read', street, { note: '已阅' })],
    when: split,
    then: { stage: 'carrying-out', tasks: { open: 2 }, told: ['articles 2'] },
    proves: ['S155', 'S615'],
  }),
  document('read', '社区和街道阅知留痕', 'Reading is receipted', {
    given: [paper, split],
    when: step('read', community, { note: '已学习' }),
    then: { stage: 'carrying-out' },
    proves: ['S155'],
  }),
  document('checked', '逐条核查后办结', 'Checked article by article', {
    given: [paper, split, ...carried],
    when: step('check', officer, { done: 2, late: 0, answer: '全部落实。' }),
    then: { stage: 'done', status: 'closed', told: ['done 2', 'late 0'] },
    proves: ['S155', 'S156'],
  }),
  document('late', '有未落实条款继续督促', 'One is late: on it goes', {
    given: [paper, split, ...carried],
    when: step('check', officer, { done: 1, late: 1, answer: '减负清单未上墙。' }),
    then: { stage: 'carrying-out', status: 'open', told: ['done 1', 'late 1'] },
    proves: ['S156'],
  }),
  document('not-own', '报送人不能核查', 'Who reported does not check', {
    given: [paper, split, carried[0], carried[1], { ...carried[2], by: { ...street, person: 'one' } }],
    when: step('check', { ...officer, person: 'one' }, { done: 2, late: 0, answer: '好。' }),
    then: { refused: 'action.same-person' },
    proves: ['S156'],
  }),
  document('filed', '阅存', 'Filed', {
    given: [paper],
    when: step('file', street, { answer: '无须分解，阅存。' }),
    then: { stage: 'filed', status: 'closed' },
  }),

  meeting('topics', '会前向各单位征集议题', 'Topics are collected', {
    given: [joint],
    when: step('topic', community, { topic: '停车共享', brief: '夜间车位不足' }),
    then: { stage: 'collecting', told: ['topic 1'] },
    proves: ['S119', 'S425'],
  }),
  meeting('decided', '到会情况和议定事项转为任务', 'Attendance, and decisions that become tasks', {
    given: [joint, invite],
    when: hold,
    then: { stage: 'following', tasks: { open: 1 }, told: ['present 10', 'invited 12', 'decisions 1'] },
    proves: ['S119', 'S425', 'S563'],
  }),
  meeting('not-before', '议定事项没有完成不能办结', 'Not closed before decisions are done', {
    given: [joint, invite, hold],
    when: step('close', street, { answer: '完成。' }),
    then: { refused: 'case.tasks-open' },
    proves: ['S119'],
  }),
  meeting('done', '议定事项全部完成', 'All done', {
    given: [joint, invite, hold, step('finish-task', handler(bodies.owner), { result: '车位已开放' })],
    when: step('close', street, { answer: '停车场已开放。' }),
    then: { stage: 'done', status: 'closed' },
    proves: ['S119', 'S425'],
  }),
  meeting('grid', '网格例会登记到会和部署任务', 'A grid meeting', {
    given: [
      {
        by: street,
        report: {
          category: 'grid',
          values: { title: '党建网格员例会', when: '2026-03-10T01:00:00.000Z' },
        },
      },
      invite,
    ],
    when: step('hold', street, { invited: 20, present: 19, minutes: '交流三个网格做法', answer: '会议已开。' }),
    then: { stage: 'done', status: 'closed', told: ['present 19', 'invited 20', 'decisions 0'] },
    proves: ['S563'],
  }),
  meeting('cancelled', '取消', 'Cancelled', {
    given: [joint],
    when: step('cancel', street, { answer: '与党工委会议合并。' }),
    then: { stage: 'cancelled', status: 'closed' },
  }),

  cppcc('visited', '视察意见交部门限 30 个工作日答复', 'Suggestions are answered in thirty working days', {
    given: [visitors],
    when: visit,
    then: {
      stage: 'replying',
      tasks: { open: 2 },
      told: ['suggestions 2'],
      due: { replying: '2026-04-14T10:00:00.000Z' },
    },
    proves: ['S603'],
  }),
  cppcc('replied', '各部门各自书面答复', 'Each department replies in writing', {
    given: [visitors, visit],
    when: reply(bodies.traffic, 'done'),
    then: { stage: 'replying', tasks: { done: 1, open: 1 }, told: ['reply done'] },
    proves: ['S603'],
  }),
  cppcc('one-silent', '有一个部门没答复不能请委员评价', 'Not while one is silent', {
    given: [visitors, visit, reply(bodies.traffic, 'done')],
    when: step('all-replied', street),
    then: { refused: 'action.not-here' },
  }),
  cppcc('not-satisfied', '委员不满意重新答复', 'Not satisfied: again', {
    given: [visitors, ...replied, judge('1', 2)],
    when: step('again', officer, { suggestions: [{ what: '推进错时共享', who: bodies.traffic, by: '2026-05-10' }] }),
    then: { stage: 'replying', status: 'open', tasks: { done: 2, open: 1 } },
    proves: ['S603'],
  }),
  cppcc('unjudged', '有一条答复没评价不能办结', 'Not while one reply is not judged', {
    given: [visitors, ...replied, judge('1', 5)],
    when: step('close', officer, { answer: '委员满意。' }),
    then: { refused: 'action.not-here' },
  }),
  cppcc('satisfied', '委员逐条评价后办结', 'Judged one by one, closed', {
    given: [visitors, ...replied, judge('1', 5), judge('2', 4)],
    when: step('close', officer, { answer: '两条建议均已答复，委员满意。' }),
    then: { stage: 'closed', status: 'closed' },
    proves: ['S603'],
  }),
];
