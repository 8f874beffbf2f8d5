import { blocks, type ExampleStep, type PlaybookExample } from '#engines/case/model';
import {
  affairs,
  asOne,
  bySystem,
  civil,
  COMMUNITY,
  handler,
  leader,
  party,
  photo,
  reports,
  secretary,
  step,
  STREET,
} from './people.ts';

const drive = blocks.examplesOf('election.drive');
const term = blocks.examplesOf('election.term');

const plan = reports('community', { term: '第十一届', until: '2026-08-31' }, affairs, STREET);
const launch = step('launch', affairs, { document: '青党办〔2026〕5 号', posts: 63 });
const children: readonly ExampleStep[] = ['一社区', '二社区', '三社区'].map((name) => ({ other: { opened: name } }));
const ended = (name: string): ExampleStep => ({ other: { ended: name, words: '换届完成' } });

const opened = reports('community', { term: '第十一届', document: '青党办〔2026〕5 号' }, 'system', COMMUNITY);
const begin = step('begin', secretary, { method: '办法-001' });
/** The items of a checklist, from the task numbered `first`. */
const done = (first: number, n: number): readonly ExampleStep[] =>
  Array.from({ length: n }, (_, at) =>
    step('finish-milestone', secretary, { result: '已完成' }, { task: String(first + at) }),
  );
const toForming = [opened, begin, ...done(1, 3), step('mobilised', secretary)] as const;
const toRegistering = [...toForming, ...done(4, 3), step('formed', secretary, { members: 7 })] as const;
const toNominating = [...toRegistering, ...done(7, 3), step('registered', secretary, { voters: 3200 })] as const;
const nominate = (nominees: number) =>
  step('nominated', secretary, {
    seats: 7,
    nominees,
    names: '王小梅、李建国等',
  });
const send = step('send', secretary, { departments: [party, civil] });
const toQualifying = [...toNominating, ...done(10, 2), nominate(9), send] as const;
const reviewed = [
  step('finish-task', handler(party), { result: '九人均符合' }, { task: '12' }),
  step('finish-task', handler(civil), { result: '九人均符合' }, { task: '13' }),
] as const;
const publish = (day: string) =>
  step('qualified', secretary, { voters: 3200, seats: 7, candidates: 9, day }, { at: '2026-04-01T01:00:00.000Z' });
const toObjecting = [...toQualifying, ...reviewed, publish('2026-04-21')] as const;
const objectionsOver = bySystem('objections-over', '2026-04-06T16:00:01.000Z');
const openPoll = bySystem('open-poll', '2026-04-20T16:00:01.000Z');
const toVoting = [...toObjecting, objectionsOver, openPoll] as const;
const protocol = [photo()];
const count = (collected: number, elected: number, more: Readonly<Record<string, number>> = {}) =>
  step(
    'count',
    secretary,
    {
      registered: 3200,
      issued: 3000,
      collected,
      valid: collected - 10,
      protocol,
      supervisors: 3,
      seats: 7,
      elected,
      ...more,
    },
    { at: '2026-04-21T08:00:00.000Z' },
  );
const publicityOver = bySystem('publicity-over', '2026-04-28T10:00:01.000Z');
const toFiling = [
  ...toVoting,
  count(2900, 7),
  publicityOver,
  { other: { opened: '选举结果备案' } },
] as const satisfies readonly ExampleStep[];
const toHandingOver = [
  ...toFiling,
  { other: { ended: '选举结果备案', words: '两部门均已备案' } },
  step('filed', secretary, { number: '组备〔2026〕8 号、民备〔2026〕31 号' }),
] as const satisfies readonly ExampleStep[];

export const termExamples: readonly PlaybookExample[] = [
  drive('launched', '启动后各社区立项，职数同时报备', 'A case for each community; the posts are filed', {
    given: [plan],
    when: launch,
    then: {
      stage: 'running',
      orders: ['case.open election.filing', 'case.open election.term'],
      told: ['reached launched'],
    },
    proves: ['S098', 'S101'],
  }),
  drive('board', '各社区进度汇到街道：三个社区，一个完成', 'The street sees three communities, one done', {
    given: [plan, launch, ...children],
    when: ended('一社区'),
    then: { stage: 'running', tasks: { open: 2, done: 1 } },
    proves: ['S098'],
  }),
  drive('behind', '每月列出尚未完成的社区', 'Who is behind, each month', {
    given: [plan, launch, ...children, ended('一社区')],
    when: bySystem('behind', '2026-04-01T16:00:01.000Z'),
    then: { stage: 'running', told: ['behind 2'] },
    proves: ['S098'],
  }),
  drive('reminded', '进度慢的提醒', 'Those behind are reminded', {
    given: [plan, launch, ...children],
    when: step('remind', affairs, { demand: '二社区选民登记已超期，本周内完成' }),
    then: { card: 'notice' },
  }),
  drive('not-yet', '还有社区未完成不能总结', 'Not summed up while one is under way', {
    given: [plan, launch, ...children, ended('一社区')],
    when: step('sum-up', affairs, { answer: '换届完成。' }),
    then: { refused: 'action.not-here' },
    proves: ['S098'],
  }),
  drive('summed-up', '全部完成后总结', 'Summed up', {
    given: [plan, launch, ...children, ended('一社区'), ended('二社区'), ended('三社区')],
    when: step('sum-up', affairs, { answer: '三个社区全部完成换届。' }),
    then: { stage: 'summed-up', status: 'closed', told: ['communities 3'] },
  }),
  drive('stopped', '暂缓须负责人批准', 'Put off with the leader’s word', {
    given: [plan, step('stop', affairs, { answer: '上级通知推迟换届。' })],
    when: step('approval.grant', leader),
    then: { stage: 'stopped', status: 'closed' },
  }),

  term('begun', '启动即有动员清单', 'A checklist from the first day', {
    given: [opened],
    when: begin,
    then: {
      stage: 'mobilising',
      tasks: { open: 3 },
      told: ['reached mobilising'],
      due: { mobilising: '2026-03-17T16:00:00.000Z' },
    },
    proves: ['S098'],
  }),
  term('checklist', '清单未完成不能进入下一环节', 'No next stage while an item is open', {
    given: [opened, begin, ...done(1, 2)],
    when: step('mobilised', secretary),
    then: { refused: 'action.not-here' },
    proves: ['S098'],
  }),
  term('forming', '动员完成推选选举委员会', 'The election committee is formed', {
    given: toForming.slice(0, -1),
    when: step('mobilised', secretary),
    then: { stage: 'forming', tasks: { open: 3, done: 3 }, told: ['reached forming'] },
    proves: ['S098'],
  }),
  term('too-few', '选举委员会不少于三人', 'No fewer than three members', {
    given: [...toForming, ...done(4, 3)],
    when: step('formed', secretary, { members: 2 }),
    then: { refused: 'field.invalid' },
    proves: ['S098'],
  }),
  term('nominating', '选民登记完成进入提名', 'Registered: nominations', {
    given: toNominating.slice(0, -1),
    when: step('registered', secretary, { voters: 3200 }),
    then: { stage: 'nominating', tasks: { open: 2 }, told: ['reached nominating'] },
    proves: ['S098'],
  }),
  term('equal', '提名不多于应选名额，不能报审', 'As many nominees as seats are too few', {
    given: [...toNominating, ...done(10, 2)],
    when: nominate(7),
    then: { stage: 'nominating', status: 'open' },
    proves: ['S098'],
  }),
  term('joint-review', '多部门同时联审', 'Departments look at them in parallel', {
    given: [...toNominating, ...done(10, 2), nominate(9)],
    when: send,
    then: { stage: 'qualifying', tasks: { open: 2 }, told: ['reached qualifying'] },
    proves: ['S098'],
  }),
  term('one-missing', '一个部门未审不能公布', 'Not published while one department has not looked', {
    given: [...toQualifying, reviewed[0]],
    when: publish('2026-04-21'),
    then: { refused: 'action.not-here' },
    proves: ['S098'],
  }),
  term('too-soon', '选举日距名单公布不足二十日', 'The day is fewer than twenty days off', {
    given: [...toQualifying, ...reviewed],
    when: publish('2026-04-20'),
    then: { stage: 'qualifying', told: [] },
    proves: ['S098'],
  }),
  term('published', '名单公布，五日异议期，满二十日才可投票', 'Five days to object, twenty before the poll', {
    given: [...toQualifying, ...reviewed],
    when: publish('2026-04-21'),
    then: {
      stage: 'objecting',
      told: ['reached published'],
      due: { objecting: '2026-04-06T16:00:00.000Z', roll: '2026-04-20T16:00:00.000Z' },
    },
    proves: ['S098'],
  }),
  term('nominate-anew', '候选人不足重新提名', 'Too few candidates', {
    given: [...toQualifying, ...reviewed],
    when: step('nominate-anew', secretary, { reason: '三人联审不合格' }),
    then: { stage: 'nominating', tasks: { open: 1 } },
  }),
  term('objection', '异议三日内处理公布', 'An objection is decided in three days', {
    given: [...toObjecting],
    when: step('object', secretary, { objection: '漏登一户' }, { at: '2026-04-02T01:00:00.000Z' }),
    then: { stage: 'objecting', tasks: { open: 1 }, told: ['objection roll'] },
    proves: ['S098'],
  }),
  term('objection-late', '异议期满不再受理', 'Not after the time to object', {
    given: [...toObjecting, objectionsOver],
    when: step('object', secretary, { objection: '漏登一户' }),
    then: { refused: 'action.not-now' },
    proves: ['S098'],
  }),
  term('no-early-poll', '公布未满二十日不能投票计票', 'No count before the twenty days are over', {
    given: [...toObjecting, objectionsOver],
    when: count(2900, 7),
    then: { refused: 'action.not-now' },
    proves: ['S098'],
  }),
  term('objection-open', '异议未处理不能录入计票', 'No count while an objection is open', {
    given: [
      ...toObjecting,
      step('object', secretary, { objection: '漏登一户' }, { at: '2026-04-02T01:00:00.000Z' }),
      objectionsOver,
      openPoll,
    ],
    when: count(2900, 7),
    then: { refused: 'action.not-here' },
  }),
  term('elected', '计票单照片、监票人签字，过半数当选', 'The protocol, signed; all seats filled', {
    given: [...toVoting],
    when: count(2900, 7),
    then: {
      stage: 'publishing',
      told: ['elected 7', 'turnout valid'],
      due: { publishing: '2026-04-28T10:00:00.000Z' },
    },
    proves: ['S098'],
  }),
  term('no-protocol', '没有计票单照片不能录入', 'No count without its protocol', {
    given: [...toVoting],
    when: count(2900, 7, { supervisors: 1 }),
    then: { refused: 'field.invalid' },
  }),
  term('more-than-issued', '收回票多于发出票不成立', 'More came back than went out', {
    given: [...toVoting],
    when: count(3100, 7),
    then: { stage: 'voting', told: ['elected 7', 'turnout no-count'] },
  }),
  term('short', '参加投票未过半，另行选举', 'Too few voted', {
    given: [...toVoting],
    when: count(1600, 7),
    then: { stage: 'again', told: ['elected 7', 'turnout short'] },
  }),
  term('seats-left', '应选未选足，另行选举', 'Seats are left', {
    given: [...toVoting, count(2900, 5)],
    when: step('vote-again', secretary, { day: '2026-04-28', reason: '缺额两名' }),
    then: { stage: 'voting', facts: ['case.returned'] },
    proves: ['S098'],
  }),
  term('left-vacant', '缺额暂不补须负责人同意', 'Vacant with the leader’s word', {
    given: [...toVoting, count(2900, 6), step('leave-vacant', secretary, { vacant: 1, reason: '多轮未过半' })],
    when: step('approval.grant', leader),
    then: { stage: 'publishing', told: ['vacant 1'] },
  }),
  term('contested', '公示期举报属实不予确认', 'The result does not stand', {
    given: [...toVoting, count(2900, 7), step('contest', affairs, { reason: '查实伪造选票' })],
    when: step('approval.grant', leader),
    then: { stage: 'again', told: ['objection result'] },
  }),
  term('to-county', '公示期满自动立项备案', 'On notice, then filed by itself', {
    given: [...toVoting, count(2900, 7)],
    when: publicityOver,
    then: { stage: 'filing', orders: ['case.open election.filing'], told: ['reached filing'] },
    proves: ['S098', 'S101'],
  }),
  term('not-filed', '备案未完成不能移交', 'No handing over before it is filed', {
    given: [...toFiling],
    when: step('filed', secretary, { number: '组备〔2026〕8 号' }),
    then: { refused: 'action.not-here' },
    proves: ['S098'],
  }),
  term('handing-over', '十日内移交印章、账目、资产、档案', 'Seals, accounts, property, files within ten days', {
    given: toHandingOver.slice(0, -1),
    when: step(
      'filed',
      secretary,
      { number: '组备〔2026〕8 号、民备〔2026〕31 号' },
      { at: '2026-05-06T01:00:00.000Z' },
    ),
    then: {
      stage: 'handing-over',
      tasks: { open: 4 },
      told: ['reached handing-over'],
      due: { 'handing-over': '2026-05-16T16:00:00.000Z' },
    },
    proves: ['S098'],
  }),
  term('done', '移交完成，换届结束', 'Handed over: done', {
    given: [...toHandingOver, ...done(15, 4)],
    when: step('handed-over', secretary, { answer: '新一届“两委”七人到位，移交完成。' }),
    then: { stage: 'done', status: 'closed', timing: 'in-time', told: ['reached done'] },
    proves: ['S098'],
  }),
  term('stopped', '暂缓须由他人批准', 'Put off by another’s word', {
    given: [opened, step('stop', asOne(affairs), { answer: '社区撤并，本届暂缓。' })],
    when: step('approval.grant', leader),
    then: { stage: 'stopped', status: 'closed' },
  }),
  term('not-stopped', '暂缓未获批准，继续换届', 'Not put off: the leader refuses', {
    given: [opened, begin, step('stop', affairs, { answer: '人手不足，申请暂缓。' })],
    when: step('approval.refuse', leader, { reason: '不属于依法暂缓情形，街道派员协助' }),
    then: { stage: 'mobilising', status: 'open', pending: null },
  }),
  term('not-vacant', '缺额不补未获同意，另行选举', 'Not left vacant: another vote', {
    given: [...toVoting, count(2900, 6), step('leave-vacant', secretary, { vacant: 1, reason: '多轮未过半' })],
    when: step('approval.refuse', leader, { reason: '先组织一次另行选举' }),
    then: { stage: 'again', pending: null },
  }),
];
