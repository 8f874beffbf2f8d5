import { blocks, type ExampleStep, type PlaybookExample } from '#engines/case/model';
import { affairs, bySystem, COMMUNITY, community, photo, reports, secretary, step } from './people.ts';

const round = blocks.examplesOf('party-matters.post-round');
const post = blocks.examplesOf('party-matters.post');

const year = reports('yearly', { branch: '阳光社区第一支部', members: 32 }, secretary, COMMUNITY);
const publish = step('publish', secretary, {
  posts: [
    { kind: 'safety', duty: '每周夜间巡逻一次' },
    { kind: 'opinions', duty: '每月收集楼栋意见' },
  ],
});
const open: readonly ExampleStep[] = [{ other: { opened: '巡逻' } }, { other: { opened: '意见' } }];
const over: readonly ExampleStep[] = [
  { other: { ended: '巡逻', words: '评议：好' } },
  { other: { ended: '意见', words: '评议：较好' } },
];

const published = reports('safety', { duty: '每周夜间巡逻一次', branch: '阳光社区第一支部' }, 'system', COMMUNITY);
const claim = step('claim', secretary, { who: '赵国强' });
const sign = step('sign', secretary, {
  duties: [
    { what: '每周巡逻一次', by: '2026-12-31' },
    { what: '重要节点加巡', by: '2026-12-31' },
  ],
  paper: [photo()],
});
const unclaimed = bySystem('unclaimed', '2026-03-17T16:00:01.000Z');
const record = step('record', community, { what: '夜间巡逻，劝阻飞线充电两起', on: '2026-03-06', people: 40 });
const serving = [published, claim, sign] as const;

export const postExamples: readonly PlaybookExample[] = [
  round('published', '公布岗位，逐岗立项', 'Each post is a matter of its own', {
    given: [year],
    when: publish,
    then: {
      stage: 'running',
      orders: ['case.open party-matters.post', 'case.open party-matters.post'],
      told: ['posts opinions', 'posts safety'],
    },
    proves: ['S406'],
  }),
  round('tallied', '盘点空岗和未认岗党员，只记名册序号', 'Vacant posts, and members without one by their number', {
    given: [year, publish, ...open],
    when: step('tally', secretary, {
      vacant: 1,
      without: [
        { ref: '07', why: 'open' },
        { ref: '19', why: 'away' },
        { ref: '21', why: 'open' },
      ],
    }),
    then: { stage: 'running', tasks: { open: 2 }, told: ['vacant 1', 'without away', 'without open', 'without open'] },
    proves: ['S406'],
  }),
  round('not-yet', '岗位未评议完不能结束年度', 'Not over while a post is not judged', {
    given: [year, publish, ...open],
    when: step('end', secretary, { answer: '年度结束。' }),
    then: { refused: 'action.not-here' },
  }),
  round('over', '全部评议后年度结束', 'Over when all are judged', {
    given: [year, publish, ...open, ...over],
    when: step('end', secretary, { answer: '两个岗位全部评议。' }),
    then: { stage: 'over', status: 'closed', told: ['served 2'] },
  }),
  round('dropped', '不设岗', 'Dropped', {
    given: [year],
    when: step('drop', secretary, { answer: '支部合并，随新支部设岗。' }),
    then: { stage: 'dropped', status: 'closed' },
  }),

  post('claimed', '党员主动认领', 'Claimed by a member', {
    given: [published],
    when: claim,
    then: { stage: 'signing', told: ['how claimed'], offers: { to: secretary, actions: ['sign', 'decline'] } },
    proves: ['S406'],
  }),
  post('vacant', '十五日无人认领列为空岗', 'Vacant after fifteen days', {
    given: [published],
    when: unclaimed,
    then: { stage: 'vacant', told: ['vacant 阳光社区第一支部'] },
    proves: ['S406'],
  }),
  post('matched', '空岗按特长匹配党员', 'A vacant post is matched', {
    given: [published, unclaimed],
    when: step('match', secretary, { who: '钱卫民', fit: '退役军人，住本楼栋，晚间有空' }),
    then: { stage: 'signing', told: ['how matched'] },
    proves: ['S406'],
  }),
  post('signed', '签订责任书，责任到期限', 'Duties are signed, each with its day', {
    given: [published, claim],
    when: sign,
    then: { stage: 'serving', tasks: { open: 2 }, told: ['held 阳光社区第一支部'] },
    proves: ['S406'],
  }),
  post('not-signed', '没有责任书不能上岗', 'Not without the paper', {
    given: [published, claim],
    when: step('sign', secretary, { duties: [{ what: '巡逻', by: '2026-12-31' }] }),
    then: { refused: 'field.required' },
    proves: ['S406'],
  }),
  post('acts', '履职逐次记录', 'Acts are recorded', {
    given: [...serving],
    when: record,
    then: { stage: 'serving', told: ['act safety'] },
    proves: ['S406'],
  }),
  post('left', '离岗转为空岗，另行补位不重复计', 'Left, vacant again; held is counted once', {
    given: [...serving, step('leave', secretary, { reason: '外出务工' }), step('claim', secretary, { who: '孙丽' })],
    when: sign,
    then: { stage: 'serving', told: [] },
    proves: ['S406'],
  }),
  post('declined', '党员不认重新公布', 'Not taken', {
    given: [published, claim],
    when: step('decline', secretary, { reason: '本人身体原因' }),
    then: { stage: 'published', facts: ['case.returned'] },
  }),
  post('judged', '年度评议不由记录人评', 'Judged by another than who recorded', {
    given: [...serving, record],
    when: step('judge', affairs, { grade: 'good', answer: '全年巡逻 48 次，评议：好。' }),
    then: { stage: 'judged', status: 'closed', told: ['grade good'] },
  }),
  post('not-own', '记录人不能自己评议', 'Not by whoever recorded', {
    given: [...serving, { ...record, by: { ...secretary, person: 'one' } }],
    when: step('judge', { ...secretary, person: 'one' }, { grade: 'good', answer: '好。' }),
    then: { refused: 'action.same-person' },
  }),
  post('cancelled', '撤销岗位', 'Cancelled', {
    given: [published, unclaimed],
    when: step('cancel', secretary, { answer: '物业已设专职巡逻，岗位撤销。' }),
    then: { stage: 'cancelled', status: 'closed' },
  }),
];
