import { blocks, type PlaybookExample } from '#engines/case/model';
import * as p from './people.ts';

const { does, reports, say } = p;

const boundary = blocks.examplesOf('hotline.boundary');
const disputed = reports('cross', { words: '护坡由谁维护' }, 'system');
const summoned = does(p.supervisor, 'summon', { bodies: [p.city, p.water], when: '2026-03-03T02:00:00.000Z' });
const ruling = {
  lead: p.water,
  amend: true,
  division: [{ what: '清表', who: p.city.id }],
  answer: '水务牵头，城管配合清表。',
};
const boundaryExamples: readonly PlaybookExample[] = [
  boundary('summoned', '召集各方到场', 'Called to the place', {
    given: [disputed],
    when: summoned,
    then: { stage: 'onsite', tasks: { open: 2 }, orders: ['notice.send hotline.summoned'] },
  }),
  boundary('stated', '到场各方陈述依据', 'Each says its view', {
    given: [disputed, summoned, does(p.of(p.city), 'arrive')],
    when: does(p.of(p.city), 'state', { ours: false, view: '河道护坡属水务' }),
    then: { tasks: { done: 1, open: 1 }, facts: ['case.task-done'] },
  }),
  boundary('ruled', '裁定牵头，缺席不影响', 'Ruled, absent or not', {
    given: [disputed, summoned, does(p.of(p.city), 'state', { ours: false, view: '河道护坡属水务' })],
    when: does(p.supervisor, 'rule', ruling),
    then: {
      stage: 'ruled',
      status: 'closed',
      assignee: p.water.id,
      tasks: { dropped: 1 },
      told: ['absent 1'],
      orders: ['case.open hotline.catalogue'],
    },
  }),
  boundary('party-rules-not', '争议单位不能自行裁定', 'No party rules', {
    given: [disputed, summoned],
    when: does(p.of(p.city), 'rule', ruling),
    then: { refused: 'action.not-yours' },
  }),
];

const catalogue = blocks.examplesOf('hotline.catalogue');
const proposed = reports('move', { entry: '护坡维护', reason: '多次争议' }, p.supervisor);
const asked = does(p.supervisor, 'ask', { bodies: [p.city, p.water] });
const catalogueExamples: readonly PlaybookExample[] = [
  catalogue('commented', '部门反馈意见', 'Those concerned comment', {
    given: [proposed, asked],
    when: does(p.of(p.water), 'comment', { view: 'agree', words: '同意由我局承办' }),
    then: { told: ['view agree'], tasks: { done: 1, open: 1 } },
  }),
  catalogue('adopted', '审定调整并写明生效日', 'Adopted from a day', {
    given: [proposed, asked, does(p.of(p.water), 'comment', { view: 'agree', words: '同意' })],
    when: does(p.supervisor, 'adopt', { body: p.water, from: '2026-04-01', answer: '护坡维护由水务承办。' }),
    then: { stage: 'adopted', status: 'closed' },
  }),
  catalogue('kept', '维持不变说明理由', 'Kept, and why', {
    given: [proposed],
    when: does(p.supervisor, 'keep', say('目录已有规定。')),
    then: { stage: 'kept', status: 'closed' },
  }),
  catalogue('not-unasked', '未征求意见不能调整', 'Not before asking', {
    given: [proposed],
    when: does(p.supervisor, 'adopt', { body: p.water, from: '2026-04-01', answer: '调整。' }),
    then: { refused: 'action.not-now' },
  }),
];

const topic = blocks.examplesOf('hotline.monthly-topic');
const chosen = reports('housing', { question: '房产证办理难', requests: 860 }, p.supervisor);
const started = does(p.supervisor, 'start', { lead: p.housing });
const plan = does(p.of(p.housing), 'plan', {
  scheme: '分类处置',
  tasks: [
    { what: '补办验收', who: p.housing.id, by: '2026-06-30' },
    { what: '容缺办证', who: p.city.id, by: '2026-09-30' },
  ],
  policies: [{ policy: '历史遗留办证意见' }],
});
const bothDone = [
  does(p.of(p.housing), 'finish-task', { result: '完成' }, { task: '1' }),
  does(p.of(p.city), 'finish-task', { result: '完成' }),
];
const topicExamples: readonly PlaybookExample[] = [
  topic('planned', '一方案三清单', 'One plan, three lists', {
    given: [chosen, started],
    when: plan,
    then: { stage: 'running', tasks: { open: 2 }, told: ['tasks 2', 'policies 1'] },
  }),
  topic('too-early', '任务没完成不能提请评估', 'Not judged before the tasks are done', {
    given: [chosen, started, plan],
    when: does(p.of(p.housing), 'submit', { result: '办证 300 户' }),
    then: { refused: 'action.not-here' },
  }),
  topic('published', '评估通过公开成效', 'Published with the figure after', {
    given: [chosen, started, plan, ...bothDone, does(p.of(p.housing), 'submit', { result: '办证 700 户' })],
    when: does(p.supervisor, 'publish', { after: 12, answer: '七百户拿到房产证。' }),
    then: { stage: 'closed', status: 'closed', told: ['after 12'] },
  }),
  topic('dropped', '不予立项', 'Not taken up', {
    given: [chosen],
    when: does(p.supervisor, 'drop', say('已列入去年专项。')),
    then: { stage: 'dropped', status: 'closed' },
  }),
];

const proactive = blocks.examplesOf('hotline.proactive');
const found = reports('city', { pattern: '每晚烧烤油烟', before: 24 }, p.street);
const takenUp = does(p.street, 'take-up');
const decided = does(p.principal, 'decide', {
  people: 36,
  decision: '统一装净化器，十点收摊',
  measures: [{ what: '装净化器', by: '2026-03-20' }],
});
const proactiveExamples: readonly PlaybookExample[] = [
  proactive('deliberated', '居民议事定措施', 'Decided by residents', {
    given: [found, takenUp],
    when: decided,
    then: { stage: 'acting', tasks: { open: 1 }, told: ['people 36'] },
  }),
  proactive('compared', '回头看比前后', 'Compared before and after', {
    given: [
      found,
      takenUp,
      decided,
      does(p.community, 'finish-milestone', { result: '装好' }),
      does(p.community, 'done'),
    ],
    when: does(p.street, 'close', { after: 3, answer: '诉求由 24 件降到 3 件。' }),
    then: { stage: 'closed', status: 'closed', told: ['after 3'] },
  }),
  proactive('not-done', '措施没落实不能回头看', 'Not before the measures are done', {
    given: [found, takenUp, decided],
    when: does(p.community, 'done'),
    then: { refused: 'action.not-here' },
  }),
  proactive('dropped', '不列入', 'Not taken up', {
    given: [found],
    when: does(p.street, 'drop', say('偶发，已处理。')),
    then: { stage: 'dropped', status: 'closed' },
  }),
];

export const governanceExamples: readonly PlaybookExample[] = [
  ...boundaryExamples,
  ...catalogueExamples,
  ...topicExamples,
  ...proactiveExamples,
];
