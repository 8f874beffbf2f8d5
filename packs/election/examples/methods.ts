import { blocks, type PlaybookExample } from '#engines/case/model';
import { affairs, asOne, bySystem, COMMUNITY, leader, reports, secretary, step, STREET } from './people.ts';

const street = blocks.examplesOf('election.street-method');
const own = blocks.examplesOf('election.community-method');
const comment = blocks.examplesOf('election.comment');

const draft = reports('recommendation', { title: '社区候选人预备人选推荐产生办法' }, affairs, STREET);
const submit = step('submit', affairs, {
  procedure: '动员、海推、考察、公示',
  detail: '每名党员和居民代表各推荐一次。',
});
const approve = step('approve', leader, { number: '青办〔2026〕11 号', from: '2026-03-10' });
const sendDown = step('send-down', affairs, { number: '青办〔2026〕11 号' });
const revised = step('revise', affairs, { reason: '上级明确新要求' });

const opened = reports('both', { basis: '青办〔2026〕11 号', basisVersion: 1 }, 'system', COMMUNITY);
const meeting = (present: number, agreed: number) =>
  step('draft', secretary, { on: '2026-03-02', entitled: 60, present, agreed, text: '一人一票，当场唱票计票。' });
const pass = step('pass', affairs, { opinion: '与街道办法一致，同意公布' });
const publish = step('publish', secretary, {
  on: '2026-03-02',
  where: '社区公示栏和各楼栋单元门',
  channel: '扫码“换届意见反映”，或到社区 1 号窗口',
});
const over = bySystem('comments-over', '2026-03-09T16:00:01.000Z');
const said = step('comment', secretary, { opinion: '请增加楼栋代表', by: 'code' });

const advice = reports('method', { opinion: '推荐会请安排在周末', method: '青办〔2026〕11 号' });
const conduct = reports('conduct', { opinion: '有人请客拉票' });

export const methodExamples: readonly PlaybookExample[] = [
  street('drafted', '起草程序和细则后提交审定', 'Procedure and rules are handed in', {
    given: [draft],
    when: submit,
    then: { stage: 'deciding', offers: { to: leader, actions: ['approve', 'return'] } },
    proves: ['S099'],
  }),
  street('approved', '党工委审定第一版', 'Version 1 is approved', {
    given: [draft, submit],
    when: approve,
    then: { stage: 'approved', told: ['version 1'] },
    proves: ['S099'],
  }),
  street('not-own', '起草的人不能自己审定', 'Not approved by whoever wrote it', {
    given: [draft, { ...submit, by: asOne(affairs) }],
    when: { ...approve, by: asOne(leader) },
    then: { refused: 'action.same-person' },
    proves: ['S099'],
  }),
  street('revised', '修订稿未经审定不能下发', 'What was revised is not sent down before it is approved', {
    given: [draft, submit, approve, sendDown, revised, submit],
    when: sendDown,
    then: { refused: 'action.not-now' },
    proves: ['S099'],
  }),
  street('second', '修订再审，成为第二版', 'Revised: version 2', {
    given: [draft, submit, approve, sendDown, revised, submit],
    when: approve,
    then: { stage: 'approved', told: ['version 2'] },
    proves: ['S099'],
  }),
  street('sent-down', '下发时各社区办法带着文号版次立项', 'Each community’s method is opened with what it cites', {
    given: [draft, submit, approve],
    when: sendDown,
    then: { stage: 'in-force', orders: ['case.open election.community-method'] },
    proves: ['S099'],
  }),
  street('returned', '退回修改', 'Returned', {
    given: [draft, submit],
    when: step('return', leader, { reason: '细则与选举规程不一致' }),
    then: { stage: 'drafting', facts: ['case.returned'] },
  }),
  street('filed', '各社区办法全部办结后归档', 'Filed away when every community has its own', {
    given: [
      draft,
      submit,
      approve,
      sendDown,
      { other: { opened: '一社区' } },
      { other: { ended: '一社区', words: '已施行' } },
    ],
    when: step('end', affairs, { answer: '换届结束，办法归档。' }),
    then: { stage: 'ended', status: 'closed' },
  }),
  street('not-yet', '还有社区没有制定，不能归档', 'Not while a community has none', {
    given: [draft, submit, approve, sendDown, { other: { opened: '一社区' } }],
    when: step('end', affairs, { answer: '归档。' }),
    then: { refused: 'action.not-here' },
  }),
  street('dropped', '不再制定', 'Given up', {
    given: [draft],
    when: step('drop', affairs, { answer: '改用区里统一办法。' }),
    then: { stage: 'dropped', status: 'closed' },
  }),

  own('handed-in', '居民会议通过后报街道审核', 'Passed by the meeting, handed in', {
    given: [opened],
    when: meeting(50, 40),
    then: { stage: 'reviewing', due: { reviewing: '2026-03-09T10:00:00.000Z' } },
    proves: ['S100', 'S099'],
  }),
  own('no-quorum', '到会不足半数，不能报审', 'Too few were there', {
    given: [opened],
    when: meeting(30, 30),
    then: { stage: 'drafting', told: ['meeting not-passed'] },
    proves: ['S100'],
  }),
  own('returned', '党工委退回修改', 'The street returns it', {
    given: [opened, meeting(50, 40)],
    when: step('return', affairs, { reason: '与街道办法第三条不一致' }),
    then: { stage: 'drafting', facts: ['case.returned', 'case.told'], told: ['review returned'] },
    proves: ['S100'],
  }),
  own('passed', '审核通过才能公布', 'Passed', {
    given: [opened, meeting(50, 40)],
    when: pass,
    then: { stage: 'passed', told: ['review passed'], offers: { to: secretary, actions: ['publish'] } },
    proves: ['S100'],
  }),
  own('not-before', '未经审核不能公布', 'Not published before', {
    given: [opened, meeting(50, 40)],
    when: publish,
    then: { refused: 'action.not-now' },
    proves: ['S100'],
  }),
  own('published', '公布日期、地点和意见渠道，告知社区工作者', 'Published with its day and where to comment', {
    given: [opened, meeting(50, 40), pass],
    when: publish,
    then: {
      stage: 'commenting',
      orders: ['notice.send election.method-published'],
      told: ['published 青办〔2026〕11 号'],
      due: { commenting: '2026-03-09T16:00:00.000Z' },
    },
    proves: ['S100'],
  }),
  own('no-channel', '没有意见渠道不能公布', 'Not without a way to comment', {
    given: [opened, meeting(50, 40), pass],
    when: step('publish', secretary, { on: '2026-03-02', where: '公示栏' }),
    then: { refused: 'field.required' },
    proves: ['S100'],
  }),
  own('commented', '群众意见登记后三个工作日内答复', 'A comment is to be answered', {
    given: [opened, meeting(50, 40), pass, publish],
    when: said,
    then: { stage: 'commenting', tasks: { open: 1 }, told: ['comment code'] },
    proves: ['S100'],
  }),
  own('unanswered', '意见未答复不能施行', 'Not adopted while one is unanswered', {
    given: [opened, meeting(50, 40), pass, publish, said, over],
    when: step('adopt', secretary, { answer: '施行。' }),
    then: { refused: 'action.not-here' },
    proves: ['S100'],
  }),
  own('adopted', '意见全部答复后施行', 'Adopted when all are answered', {
    given: [
      opened,
      meeting(50, 40),
      pass,
      publish,
      said,
      step('finish-milestone', secretary, { result: '采纳，每栋一名代表' }),
      over,
    ],
    when: step('adopt', secretary, { answer: '办法自即日起施行。' }),
    then: { stage: 'adopted', status: 'closed', told: ['adopted 青办〔2026〕11 号'] },
    proves: ['S100'],
  }),
  own('amended', '采纳意见重新制定', 'Taken on: made anew', {
    given: [opened, meeting(50, 40), pass, publish, over],
    when: step('amend', secretary, { reason: '增加楼栋代表' }),
    then: { stage: 'drafting', facts: ['case.returned'] },
  }),
  own('replaced', '街道办法已修订，另行制定', 'What it cites was revised', {
    given: [opened],
    when: step('replace', affairs, { answer: '街道办法已出第二版，请按新版制定。' }),
    then: { stage: 'replaced', status: 'closed' },
  }),
  own('cites', '不引用街道办法的，不能立项', 'None without what it cites', {
    given: [],
    when: reports('both', {}, secretary, COMMUNITY),
    then: { refused: 'field.required' },
    proves: ['S099'],
  }),

  comment('answered', '居民意见五个工作日内答复', 'Answered in five working days', {
    given: [advice],
    when: step(
      'answer',
      secretary,
      { taken: 'yes', answer: '推荐会改在周六上午。' },
      { at: '2026-03-03T02:00:00.000Z' },
    ),
    then: { stage: 'answered', status: 'closed', timing: 'in-time', told: ['taken yes'] },
    proves: ['S100'],
  }),
  comment('conduct', '换届纪律问题社区不能自行答复', 'Discipline is not answered by the community', {
    given: [conduct],
    when: step('answer', secretary, { taken: 'no', answer: '没有此事。' }),
    then: { refused: 'action.not-here' },
  }),
  comment('street', '由街道核查后答复', 'The street looks into it', {
    given: [conduct, step('to-street', secretary, { reason: '涉及换届纪律' })],
    when: step('street-answer', affairs, { answer: '已核查，未发现拉票；已重申纪律。' }),
    then: { stage: 'answered', status: 'closed' },
  }),
  comment('withdrawn', '撤回', 'Withdrawn', {
    given: [advice],
    when: step('withdraw', 'reporter', { answer: '已了解清楚。' }),
    then: { stage: 'withdrawn', status: 'closed' },
  }),
  comment('unhappy', '不满意由街道再查', 'Not satisfied: the street', {
    given: [advice, step('answer', secretary, { taken: 'no', answer: '时间不变。' })],
    when: step('rate', 'reporter', { rating: 2 }),
    then: { stage: 'street', status: 'open', facts: ['case.rated', 'case.reopened'] },
  }),
];
