import { blocks, type PlaybookExample } from '#engines/case/model';
import * as p from './people.ts';

const { does, reports, say } = p;

const both = { problem: '背街占道，劝导三次无效', departments: [p.city, p.housing] };
const approve = does(p.principal, 'approve');
const divide = does(p.street, 'divide');
const finish = (body: { id: string; name: string }) => does(p.of(body), 'finish', { result: '已清理并立案' });
const end = does(p.community, 'end', { solved: 'yes', answer: '占道清理完毕。' });
const rate = (task: string, rating: number) => does(p.community, 'rate', { rating }, { task });

const daily = blocks.examplesOf('whistle.daily');
const blown = reports('order', both, p.community);
const onSite = [blown, approve, divide];
const dailyExamples: readonly PlaybookExample[] = [
  daily('blown', '社区写明问题和部门吹哨', 'The community names problem and departments', {
    given: [],
    when: blown,
    then: { stage: 'review', offers: { to: p.principal, actions: ['approve', 'not-needed'] } },
    proves: ['S141'],
  }),
  daily('no-department', '不点名部门不能吹哨', 'No whistle without departments', {
    given: [],
    when: reports('order', { problem: '占道' }, p.community),
    then: { refused: 'field.required' },
  }),
  daily('not-reviewed', '主要负责人未审核，街道不能分哨', 'Not divided before the principal reviewed it', {
    given: [blown],
    when: divide,
    then: { refused: 'action.not-now' },
  }),
  daily('divided', '街道确认，部门一个工作日内报到', 'The street confirms; a working day to come', {
    given: [blown, approve],
    when: divide,
    then: { stage: 'onsite', tasks: { open: 2 }, orders: ['notice.send whistle.blown'] },
    proves: ['S141'],
  }),
  daily('arrived', '部门到场报到', 'A department is there', {
    given: onSite,
    when: does(p.of(p.city), 'arrive'),
    then: { tasks: { taken: 1, open: 1 }, facts: ['case.task-taken'] },
    proves: ['S141'],
  }),
  daily('nobody-leaves', '事不完、人不撤', 'Not ended while one has not finished', {
    given: [...onSite, finish(p.city)],
    when: end,
    then: { refused: 'action.not-here' },
    proves: ['S141'],
  }),
  daily('own-release', '部门不能自己撤离', 'No department releases itself', {
    given: onSite,
    when: does(p.of(p.city), 'release', { reason: '有别的事' }),
    then: { refused: 'action.not-yours' },
  }),
  daily('released', '街道准予撤离后可以收哨', 'Ended when the street has released it', {
    given: [...onSite, finish(p.city), does(p.street, 'release', { reason: '经查不涉及房屋' })],
    when: end,
    then: { stage: 'rating', told: ['solved yes'] },
  }),
  daily('unrated', '未评价不能办结', 'Not closed before each is rated', {
    given: [...onSite, finish(p.city), finish(p.housing), end, rate('1', 5)],
    when: does(p.community, 'close'),
    then: { refused: 'action.not-here' },
    proves: ['S141'],
  }),
  daily('rated', '社区逐个评价部门，计入部门考核', 'Each department is rated, and it is a fact', {
    given: [...onSite, finish(p.city), finish(p.housing), end],
    when: rate('2', 2),
    then: { facts: ['case.task-rated'] },
    proves: ['S141'],
  }),
  daily('closed', '评毕办结', 'Closed', {
    given: [...onSite, finish(p.city), finish(p.housing), end, rate('1', 5), rate('2', 4)],
    when: does(p.community, 'close'),
    then: { stage: 'closed', status: 'closed', timing: 'in-time', answer: '占道清理完毕。' },
    proves: ['S141'],
  }),
  daily('not-needed', '不需吹哨说明理由', 'Not needed, and why', {
    given: [blown],
    when: does(p.principal, 'not-needed', say('社区先协调商户。')),
    then: { stage: 'not-blown', status: 'closed' },
  }),
];

const emergency = blocks.examplesOf('whistle.emergency');
const burst = reports('pipe', { problem: '主管爆裂，路面积水', departments: [p.water] }, p.community);
const ready = [
  burst,
  does(p.principal, 'approve', {}, { at: '2026-03-02T01:05:00.000Z' }),
  does(p.street, 'divide', {}, { at: '2026-03-02T01:08:00.000Z' }),
];
const emergencyExamples: readonly PlaybookExample[] = [
  emergency('told', '应急哨即报值班', 'Those on duty are told at once', {
    given: [],
    when: burst,
    then: { orders: ['notice.send matter.urgent'], due: { review: '2026-03-02T01:10:00.000Z' } },
  }),
  emergency('in-thirty-minutes', '三十分钟内到场算及时', 'There within thirty minutes', {
    given: ready,
    when: does(p.of(p.water), 'arrive', {}, { at: '2026-03-02T01:38:00.000Z' }),
    then: { tasks: { taken: 1 }, facts: ['case.task-taken'] },
    proves: ['S141'],
  }),
  emergency('starts-itself', '街道十分钟未分哨，自动启动', 'Starts itself', {
    given: [burst, does(p.principal, 'approve', {}, { at: '2026-03-02T01:05:00.000Z' })],
    when: does('system', 'start-itself', {}, { at: '2026-03-02T01:15:00.000Z' }),
    then: { stage: 'onsite', tasks: { open: 1 } },
  }),
  emergency('command', '现场指挥令', 'An order on site', {
    given: ready,
    when: does(p.leader, 'command', { order: '封路，转移一层住户', evacuated: 12 }),
    then: { stage: 'onsite', told: ['evacuated 12'] },
  }),
  emergency('stays', '险情未除不能收哨', 'Not ended before it is over', {
    given: [...ready, does(p.of(p.water), 'arrive')],
    when: end,
    then: { refused: 'action.not-here' },
  }),
  emergency('closed', '险情排除、评价后办结', 'Over, rated, closed', {
    given: [...ready, finish(p.water), end, rate('1', 5)],
    when: does(p.community, 'close'),
    then: { stage: 'closed', status: 'closed', timing: 'in-time' },
  }),
];

const tackle = blocks.examplesOf('whistle.tackle');
const hard = reports('law', { problem: '违建群租，多次整治反弹', departments: [p.city, p.housing] }, p.community);
const led = does(p.street, 'plan', {
  lead: p.city,
  plan: [
    { what: '拆除违建', who: p.city.id, by: '2026-04-10' },
    { what: '清退群租', who: p.housing.id, by: '2026-04-20' },
  ],
});
const stuck = does(p.street, 'stuck', { facts: '产权人诉讼中', ask: '是否先行封存' });
const tackleExamples: readonly PlaybookExample[] = [
  tackle('one-lead', '一家牵头、任务分解、同一时限', 'One lead, sub-tasks, one clock', {
    given: [hard, approve, divide],
    when: led,
    then: { stage: 'onsite', assignee: p.city.id, tasks: { open: 4 }, due: { whole: '2026-05-01T16:00:00.000Z' } },
    proves: ['S696'],
  }),
  tackle('joint-meeting', '卡住的带着事实上联席会', 'What is stuck goes to the joint meeting with the facts', {
    given: [hard, approve, divide, led],
    when: stuck,
    then: { stage: 'meeting', told: ['joint-meeting yes'] },
    proves: ['S696'],
  }),
  tackle('without-facts', '没有事实不能提请', 'Not without facts', {
    given: [hard, approve, divide, led],
    when: does(p.street, 'stuck', { ask: '请协调' }),
    then: { refused: 'field.required' },
  }),
  tackle('decided', '议定事项变成任务', 'Decisions become tasks', {
    given: [hard, approve, divide, led, stuck],
    when: does(p.leader, 'decide', {
      minutes: '先行封存',
      decisions: [{ what: '封存', who: p.city.id, by: '2026-03-20' }],
    }),
    then: { stage: 'onsite', tasks: { open: 5 } },
    proves: ['S696'],
  }),
  tackle(
    'silent',
    '十个工作日没有进展的提醒，之后重新计时',
    'Reminded after ten working days of silence, then counted afresh',
    {
      given: [hard, approve, divide, led],
      when: does('system', 'silent', {}, { at: '2026-03-16T10:00:00.000Z' }),
      then: {
        stage: 'onsite',
        told: ['silent yes'],
        orders: ['notice.send whistle.silent'],
        due: { progress: '2026-03-30T10:00:00.000Z' },
      },
    },
  ),
  tackle('progress-told', '每次记录进展重新计时', 'Each word of progress starts it afresh', {
    given: [hard, approve, divide, led],
    when: does(p.street, 'log', { progress: '已与产权人约谈' }, { at: '2026-03-06T02:00:00.000Z' }),
    then: { due: { progress: '2026-03-20T10:00:00.000Z' } },
  }),
  tackle(
    'lead-named',
    '明确牵头后，明确牵头的时限停止计时，不因再次进入现场而恢复',
    'Once the lead is named that clock has stopped for good',
    {
      given: [hard, approve, divide, led, stuck],
      when: does(
        p.leader,
        'decide',
        { minutes: '先行封存', decisions: [{ what: '封存', who: p.city.id, by: '2026-03-20' }] },
        { at: '2026-03-20T02:00:00.000Z' },
      ),
      then: {
        stage: 'onsite',
        stopped: ['leading', 'dividing', 'meeting', 'review'],
        due: { progress: '2026-04-03T10:00:00.000Z' },
      },
    },
  ),
  tackle('held', '经领导同意挂账', 'Hung up when granted', {
    given: [hard, approve, divide, does(p.street, 'hold', { cause: 'legacy', why: '诉讼中', review: '2026-06-01' })],
    when: does(p.leader, 'approval.grant'),
    then: { held: true },
    proves: ['S142'],
  }),
  tackle('closed', '各部门完成、评价后办结', 'Finished, rated, closed', {
    given: [hard, approve, divide, finish(p.city), finish(p.housing), end, rate('1', 4), rate('2', 4)],
    when: does(p.community, 'close'),
    then: { stage: 'closed', status: 'closed' },
  }),
];

const consult = blocks.examplesOf('whistle.consult');
const project = reports(
  'handover',
  { project: '云溪小区', question: '配套用房移交', departments: [p.city, p.housing] },
  p.street,
);
const call = does(p.street, 'call');
const agrees = (body: { id: string; name: string }) => does(p.of(body), 'opine', { view: 'agree', words: '符合规划' });
const consultExamples: readonly PlaybookExample[] = [
  consult('called', '各部门限时出具意见', 'Opinions by a day', {
    given: [project],
    when: call,
    then: { stage: 'asking', tasks: { open: 2 }, due: { opinions: '2026-03-09T10:00:00.000Z' } },
    proves: ['S529'],
  }),
  consult('opined', '意见和依据', 'A view with its basis', {
    given: [project, call],
    when: agrees(p.city),
    then: { told: ['view agree'], tasks: { done: 1, open: 1 } },
    proves: ['S529'],
  }),
  consult('silent', '逾期未回复亮出来', 'Whoever gave none is shown', {
    given: [project, call, agrees(p.city)],
    when: does('system', 'silent', {}, { at: '2026-03-09T10:00:00.000Z' }),
    then: { told: ['silent 1'], orders: ['notice.send whistle.consulted'], tasks: { open: 1 } },
    proves: ['S529'],
  }),
  consult('not-without', '有部门未回复不能直接结论', 'Not concluded while one has not replied', {
    given: [project, call, agrees(p.city)],
    when: does(p.street, 'conclude', say('一致同意移交。')),
    then: { refused: 'action.not-here' },
  }),
  consult('ruled-without', '领导同意后结论', 'Concluded when a leader grants it', {
    given: [project, call, agrees(p.city), does(p.street, 'conclude-without', say('同意移交，未回复部门视同无意见。'))],
    when: does(p.leader, 'approval.grant'),
    then: { stage: 'agreed', status: 'closed', tasks: { dropped: 1 } },
  }),
  consult('agreed', '意见齐了出结论', 'Concluded', {
    given: [project, call, agrees(p.city), agrees(p.housing)],
    when: does(p.street, 'conclude', say('一致同意移交。')),
    then: { stage: 'agreed', status: 'closed' },
    proves: ['S529'],
  }),
  consult('stopped', '不予通过', 'Not passed', {
    given: [project, call],
    when: does(p.street, 'stop', say('缺用房面积，退回补齐。')),
    then: { stage: 'stopped', status: 'closed' },
  }),
];

export const examples: readonly PlaybookExample[] = [
  ...dailyExamples,
  ...emergencyExamples,
  ...tackleExamples,
  ...consultExamples,
];
