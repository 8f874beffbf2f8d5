import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { affairs, bodies, community, handler, secretary, step } from './people.ts';

const wish = blocks.examplesOf('party-matters.wish');
const unit = blocks.examplesOf('party-matters.unit-report');
const pact = blocks.examplesOf('party-matters.agreement');
const help = blocks.examplesOf('party-matters.help');
const owner = handler(bodies.owner);

const lamp: ReportStep = { by: community, report: { category: 'study', values: { wish: '想要一盏护眼台灯' } } };
const publish = step('publish', community, { words: '小学生想要一盏护眼台灯' });
const claim = step('claim', secretary, { body: bodies.owner });
const fulfil = step('fulfil', owner, { result: '台灯已送到' });

const bank: ReportStep = { by: 'system', report: { category: 'soe', values: { unit: '工商银行青石支行' } } };
const lists = step('report', secretary, {
  contact: '支部书记',
  lists: [
    { kind: 'resource', what: '会议室' },
    { kind: 'need', what: '职工子女托管' },
    { kind: 'project', what: '金融宣传' },
  ],
});

const paper: ReportStep = {
  by: secretary,
  report: { category: 'soe', values: { unit: '工商银行青石支行', until: '2026-12-31' } },
};
const sign = step('sign', secretary, { body: bodies.owner, promises: [{ what: '开放会议室', by: '2026-04-01' }] });
const support = step('support', secretary, { kind: 'days', days: 6, support: '派员参加社区工作六天' });

const need: ReportStep = {
  by: community,
  report: { category: 'problem', values: { need: '背街排水反复淤堵', unit: '区水务局' } },
};
const send = step('send', affairs, { body: bodies.land });
const helper = handler(bodies.land);
const done = step('done', helper, { result: '疏通管道 200 米', spent: '30000' });

export const helpingExamples: readonly PlaybookExample[] = [
  wish('published', '审核后隐名发布，限七日认领', 'Published without a name, to be claimed in seven days', {
    given: [lamp],
    when: publish,
    then: { stage: 'published', due: { claiming: '2026-03-09T16:00:00.000Z' } },
    proves: ['S388'],
  }),
  wish('pushed', '逾期未认领自动推送街道', 'Unclaimed it is pushed on by itself', {
    given: [lamp, publish],
    when: { act: 'push', by: 'system', at: '2026-03-09T16:00:01.000Z' },
    then: { stage: 'pushed', offers: { to: affairs, actions: ['claim'] } },
    proves: ['S388'],
  }),
  wish('true', '实现留证，由他人确认', 'Made true and confirmed by another', {
    given: [lamp, publish, claim, fulfil],
    when: step('confirm', community, { answer: '孩子已用上台灯。' }),
    then: { stage: 'true', status: 'closed', told: ['fulfilled 1'] },
    proves: ['S388'],
  }),
  wish('not-own', '实现的人不能自己确认', 'Not confirmed by oneself', {
    given: [lamp, publish, claim, { ...fulfil, by: { ...owner, person: 'one' } }],
    when: step('confirm', { ...community, person: 'one' }, { answer: '好。' }),
    then: { refused: 'action.same-person' },
  }),
  wish('given-back', '无法实现退回另找', 'Cannot be done', {
    given: [lamp, publish, claim],
    when: step('give-back', owner, { reason: '型号停产' }),
    then: { stage: 'pushed', facts: ['case.returned'] },
  }),
  wish('not-fit', '不宜发布的说明', 'Not published', {
    given: [lamp],
    when: step('not-fit', community, { answer: '已由民政救助解决。' }),
    then: { stage: 'not-fit', status: 'closed' },
  }),

  unit('overdue', '三十日未报到列入名单', 'Not reported in thirty days', {
    given: [bank],
    when: { act: 'overdue', by: 'system', at: '2026-04-01T16:00:01.000Z' },
    then: { stage: 'listed' },
    proves: ['S433'],
  }),
  unit('reminded', '街道提醒', 'Reminded', {
    given: [bank, { act: 'overdue', by: 'system', at: '2026-04-01T16:00:01.000Z' }],
    when: step('remind', affairs, { demand: '请于一周内报到' }),
    then: { stage: 'listed', card: 'notice' },
    proves: ['S433'],
  }),
  unit('lists', '报到并填三清单', 'Reported with its three lists', {
    given: [bank],
    when: lists,
    then: { stage: 'matching', told: ['reported yes', 'list resource', 'list need', 'list project'] },
    proves: ['S433'],
  }),
  unit('matched', '供需对接后办结', 'Matched', {
    given: [bank, lists],
    when: step('match', secretary, { answer: '会议室与社区共用。' }),
    then: { stage: 'reported', status: 'closed' },
    proves: ['S433'],
  }),
  unit('excused', '无需报到', 'Need not report', {
    given: [bank, { act: 'overdue', by: 'system', at: '2026-04-01T16:00:01.000Z' }],
    when: step('excuse', affairs, { answer: '网点已撤并。' }),
    then: { stage: 'reported', status: 'closed' },
  }),

  pact('signed', '共建事项分解到期限', 'Items with their days', {
    given: [paper],
    when: sign,
    then: { stage: 'keeping', tasks: { open: 1 }, told: ['promises 1'] },
    proves: ['S435'],
  }),
  pact('contact', '季度对接有议题有结果', 'Contact with topic and outcome', {
    given: [paper, sign],
    when: step('contact', secretary, { topic: '金融宣传', outcome: '四月开讲两场' }),
    then: { stage: 'keeping', told: ['contact 1'] },
    proves: ['S435'],
  }),
  pact('silent', '久未联系由街道提醒', 'Silent for long', {
    given: [paper, sign],
    when: step('silence', affairs, { demand: '本季度尚未对接' }),
    then: { stage: 'silent', card: 'notice', told: ['silent 工商银行青石支行'] },
    proves: ['S435'],
  }),
  pact('supported', '单位支持经单位确认', 'Support, confirmed by the unit', {
    given: [paper, sign, support],
    when: { ...step('confirm-support', owner, { result: '派出两人六个工作日' }), task: '2' },
    then: { tasks: { done: 1, open: 1 }, told: ['confirmed 1'] },
    proves: ['S430'],
  }),
  pact('not-by-community', '社区不能替单位确认支持', 'Nobody confirms in its place', {
    given: [paper, sign, support],
    when: { ...step('confirm-support', community, { result: '已支持' }), task: '2' },
    then: { refused: 'action.not-yours' },
    proves: ['S430'],
  }),
  pact('reviewed', '期满评议兑现', 'Term over', {
    given: [paper, sign],
    when: step('review', affairs, { kept: 1, answer: '共建事项已兑现。' }),
    then: { stage: 'kept', status: 'closed', told: ['kept 1'] },
  }),
  pact('ended', '终止', 'Ended', {
    given: [paper, sign],
    when: step('end', secretary, { answer: '单位撤并。' }),
    then: { stage: 'ended', status: 'closed' },
  }),

  help('sent', '需求推送给帮包单位', 'Sent to the helper', {
    given: [need],
    when: send,
    then: { stage: 'helping', assignee: bodies.land },
    proves: ['S720'],
  }),
  help('visit-is-not-help', '走访不等于解决', 'A visit is not help', {
    given: [need, send],
    when: step('visit', helper, { talk: '到社区座谈' }),
    then: { stage: 'helping', told: ['visit 1'] },
    proves: ['S445', 'S719'],
  }),
  help('reminded', '到期由系统提醒，不由社区开口', 'Reminded by the system', {
    given: [need, send],
    when: { act: 'remind', by: 'system', at: '2026-03-24T10:00:01.000Z' },
    then: { stage: 'reminded' },
    proves: ['S720'],
  }),
  help('solved', '社区确认解决才算数', 'It counts when the community says so', {
    given: [need, send, done],
    when: step('judge', community, { solved: 'yes', score: 5, answer: '已疏通。' }),
    then: { stage: 'solved', status: 'closed', outcome: 'resolved', told: ['solved yes', 'score 5'] },
    proves: ['S445', 'S719'],
  }),
  help('not-solved', '未解决的不计帮包', 'Not solved does not count', {
    given: [need, send, done],
    when: step('judge', community, { solved: 'no', score: 2, answer: '仍淤堵。' }),
    then: { stage: 'not-solved', status: 'closed', outcome: 'explained', told: ['solved no', 'score 2'] },
    proves: ['S719'],
  }),
  help('again', '再帮包', 'Again', {
    given: [need, send, done, step('judge', community, { solved: 'no', score: 2, answer: '仍淤堵。' })],
    when: step('again', affairs, { reason: '雨后又堵' }),
    then: { stage: 'helping', status: 'open' },
  }),
];
