import { blocks, type PlaybookExample } from '#engines/case/model';
import * as p from './people.ts';

const { does, reports, say } = p;

const opinion = blocks.examplesOf('grid.opinion');
const heard = reports('02', { words: '希望学校门口错时停车', people: 30, feeling: 'concerned' }, p.worker);
const opinionExamples: readonly PlaybookExample[] = [
  opinion('collected', '记下主题、人数和情绪', 'Topic, people and feeling', {
    given: [],
    when: heard,
    then: { stage: 'collected', told: ['people 30', 'feeling concerned'], due: { weekly: '2026-03-09T16:00:00.000Z' } },
    proves: ['S109'],
  }),
  opinion('by-resident', '居民也可以反映', 'Residents too', {
    given: [],
    when: reports('01', { words: '绿化缺株' }),
    then: { stage: 'collected' },
    proves: ['S109'],
  }),
  opinion('noted', '按周汇总采纳', 'Noted in the weekly summary', {
    given: [heard],
    when: does(p.community, 'note', say('已汇总报街道。')),
    then: { stage: 'used', status: 'closed' },
  }),
  opinion('acted-on', '需要办的转为民生诉求', 'What needs doing becomes an appeal', {
    given: [heard],
    when: does(p.community, 'act', { topic: '07' }),
    then: { stage: 'acting', orders: ['case.open grid.appeal'] },
    proves: ['S109'],
  }),
  opinion('answer-waits', '诉求没办完不能反馈', 'No answer before the appeal has ended', {
    given: [heard, does(p.community, 'act', { topic: '07' }), { other: { opened: 'child' } }],
    when: does(p.community, 'answer', say('已办。')),
    then: { refused: 'case.tasks-open' },
  }),
  opinion('answered', '办完后反馈', 'Answered when it has', {
    given: [
      heard,
      does(p.community, 'act', { topic: '07' }),
      { other: { opened: 'child' } },
      { other: { ended: 'child', words: '已划错时车位' } },
    ],
    when: does(p.community, 'answer', say('已划错时车位 20 个。')),
    then: { stage: 'answered', status: 'closed' },
  }),
];

const appeal = blocks.examplesOf('grid.appeal');
const asked = reports('01', { source: 'visit', words: '三号楼屋面渗漏' });
const entered = does(p.community, 'enter', { body: p.company, promised: '2026-03-08' });
const finished = does(p.companyHandler, 'finish', say('已重做防水。'));
const appealExamples: readonly PlaybookExample[] = [
  appeal('entered', '入账即定责任单位和期限', 'Owner and day at entry', {
    given: [asked],
    when: entered,
    then: {
      stage: 'handling',
      assignee: p.company.id,
      due: { whole: '2026-03-09T16:00:00.000Z' },
      facts: ['case.dispatched'],
    },
    proves: ['S124'],
  }),
  appeal('source', '来源随诉求入账', 'The source is counted', {
    given: [],
    when: asked,
    then: { told: ['source visit'], facts: ['case.reported', 'case.told'] },
    proves: ['S147'],
  }),
  appeal('without-day', '不定期限不能入账', 'No entry without a day', {
    given: [asked],
    when: does(p.community, 'enter', { body: p.company }),
    then: { refused: 'field.required' },
  }),
  appeal('confirmed', '群众确认后销账', 'Off the books when confirmed', {
    given: [asked, entered, finished],
    when: does(undefined, 'confirm', { rating: 5 }),
    then: { stage: 'closed', status: 'closed', timing: 'in-time', answer: '已重做防水。' },
    proves: ['S124', 'S147'],
  }),
  appeal('overdue', '逾期销账如实显示', 'Closed late and shown so', {
    given: [asked, entered, { ...finished, at: '2026-03-12T01:00:00.000Z' }],
    when: does(undefined, 'confirm', { rating: 4 }),
    then: { stage: 'closed', timing: 'overtime' },
    proves: ['S124'],
  }),
  appeal('again', '不满意退回重办', 'Dissatisfied: once more', {
    given: [asked, entered, finished],
    when: does(undefined, 'confirm', { rating: 2, comment: '还漏' }),
    then: { stage: 'handling', status: 'open' },
  }),
  appeal('silent', '七日未回复自动销账', 'No word for seven days', {
    given: [asked, entered, finished],
    when: does('system', 'confirm-silent'),
    then: { stage: 'closed', status: 'closed' },
  }),
  appeal('not-self', '办理人不能代为确认', 'Not confirmed by who did it', {
    given: [
      asked,
      does(p.community, 'enter', { body: p.committee, promised: '2026-03-08' }),
      does(p.community, 'finish', say('已修。')),
    ],
    when: does(p.community, 'confirm-for', { how: '电话' }),
    then: { refused: 'action.same-person' },
  }),
  appeal('declined', '不予受理须负责人同意', 'Declined only when granted', {
    given: [asked, does(p.community, 'decline', say('属法院执行事项。'))],
    when: does(p.principal, 'approval.grant'),
    then: { stage: 'declined', status: 'closed' },
  }),
];

const need = blocks.examplesOf('grid.urgent-need');
const hard = reports('hard', { need: '独居老人出行坡道', household: '3-1-101 王' });
const charged = does(p.leader, 'take-charge', { leader: '街道副主任', promised: '2026-03-15', plan: '加装坡道' });
const delivered = does(p.community, 'deliver', say('坡道已装好。'));
const needExamples: readonly PlaybookExample[] = [
  need('charged', '领导包联并承诺日期', 'A leader and a day', {
    given: [hard],
    when: charged,
    then: { stage: 'working', due: { whole: '2026-03-17T16:00:00.000Z' } },
    proves: ['S150'],
  }),
  need('confirmed', '群众确认才销号', 'Off the list when the household says so', {
    given: [hard, charged, delivered],
    when: does(undefined, 'confirm', { solved: 'yes' }),
    then: { stage: 'done', status: 'closed', told: ['solved yes'] },
    proves: ['S150'],
  }),
  need('not-solved', '群众说没解决继续办', 'Not solved: goes on', {
    given: [hard, charged, delivered],
    when: does(undefined, 'confirm', { solved: 'no' }),
    then: { stage: 'working', status: 'open', told: ['solved no'] },
    proves: ['S150'],
  }),
  need('community-cannot', '社区不能自己认领', 'The community does not name itself', {
    given: [hard],
    when: does(p.community, 'take-charge', { leader: '书记', promised: '2026-03-15', plan: '加装' }),
    then: { refused: 'action.not-yours' },
  }),
  need('cannot', '办不到的说明出路', 'Cannot be done, and what else', {
    given: [hard],
    when: does(p.leader, 'cannot', say('结构不允许，已协调轮椅接送。')),
    then: { stage: 'explained', status: 'closed' },
  }),
  need('reminded', '逾期未确认提醒上门', 'Not confirmed: somebody goes there', {
    given: [hard, charged, delivered],
    when: does('system', 'remind'),
    then: { stage: 'confirming', orders: ['notice.send grid.need-unconfirmed'] },
  }),
];

const desk = blocks.examplesOf('grid.reception');
const came = reports('consult', { question: '高龄津贴怎么办' });
const handed = does(p.community, 'hand-over', { body: p.bureau, slip: '住建局二楼窗口' });
const deskExamples: readonly PlaybookExample[] = [
  desk('answered', '当场答复', 'Answered at once', {
    given: [came],
    when: does(p.community, 'answer', say('带身份证到窗口，十分钟办好。')),
    then: { stage: 'answered', status: 'closed' },
    proves: ['S153'],
  }),
  desk('still-responsible', '转出未接，首问仍负责', 'Handed over and not taken: still responsible', {
    given: [came],
    when: handed,
    then: {
      stage: 'handed',
      offers: { to: p.community, actions: ['answer', 'hand-over'] },
      due: { first: '2026-03-03T10:00:00.000Z' },
    },
    proves: ['S153'],
  }),
  desk('taken', '对方接收后由其答复', 'Once taken the other answers', {
    given: [came, handed],
    when: does(p.bureauHandler, 'take'),
    then: { stage: 'taken', offers: { to: p.community, actions: [] } },
    proves: ['S153'],
  }),
  desk('slip', '不告知去处不能转', 'No hand-over without telling where', {
    given: [came],
    when: does(p.community, 'hand-over', { body: p.bureau }),
    then: { refused: 'field.required' },
  }),
  desk('rated', '来访人评价接待', 'The visitor rates', {
    given: [came, does(p.community, 'answer', say('已告知。'))],
    when: does(undefined, 'rate', { rating: 5, manner: 'warm' }),
    then: { stage: 'rated', facts: ['case.rated', 'case.told'], told: ['manner warm'] },
    proves: ['S153'],
  }),
  desk('not-ours', '退回首问须有理由', 'Back to the first asked with a reason', {
    given: [came, handed],
    when: does(p.bureauHandler, 'not-ours', { reason: '属民政' }),
    then: { stage: 'receiving', facts: ['case.refused'] },
  }),
];

const stair = blocks.examplesOf('grid.stairwell');
const broken = reports('lift', { since: '2026-02-27T01:00:00.000Z' });
const sent = does(p.community, 'send', { body: p.company });
const repaired = does(p.companyHandler, 'repaired', say('已换门机皮带。'));
const stairExamples: readonly PlaybookExample[] = [
  stair('scanned', '不登录扫码报修，坏了多久一并记下', 'Without sign-in; its age is measured', {
    given: [],
    when: broken,
    then: { stage: 'reported', told: ['age 72'], due: { whole: '2026-03-03T01:00:00.000Z' } },
    proves: ['S145'],
  }),
  stair('repaired', '修好请居民试用', 'Repaired: to be tried', {
    given: [broken, sent],
    when: repaired,
    then: { stage: 'trying', facts: ['case.handled'] },
  }),
  stair('works', '好用才算修好', 'It works', {
    given: [broken, sent, repaired],
    when: does(undefined, 'works'),
    then: { stage: 'closed', status: 'closed', timing: 'in-time' },
  }),
  stair('still-broken', '没修好退回', 'Still broken', {
    given: [broken, sent, repaired],
    when: does(undefined, 'still-broken', { why: '又停了' }),
    then: { stage: 'repairing', facts: ['case.returned'] },
  }),
  stair('declined', '不属报修说明去处', 'Not a repair, and where to turn', {
    given: [broken],
    when: does(p.community, 'decline', say('户内管道请自行报修。')),
    then: { stage: 'declined', status: 'closed' },
  }),
  stair('other-company', '别的单位不能报修好', 'Nobody else says it is done', {
    given: [broken, sent],
    when: does(p.bureauHandler, 'repaired', say('好了')),
    then: { refused: 'action.not-yours' },
  }),
];

export const residentExamples: readonly PlaybookExample[] = [
  ...opinionExamples,
  ...appealExamples,
  ...needExamples,
  ...deskExamples,
  ...stairExamples,
];
