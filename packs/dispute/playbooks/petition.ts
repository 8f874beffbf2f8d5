import { type Action, blocks, type Owner, type Playbook } from '#engines/case/model';
import { parties, trend } from './fields.ts';

const {
  act, answerField, bodyField, choice, copying, declining, ending, extension, limit, lines, number, progressNote,
  rating, reasonField, reporter, role, stage, supervision, timer, withdrawing,
} = blocks; // biome-ignore format: names

/** 一窗三线: three lines in one room, all of whom see and may take the same matter (S161). */
const petitionLine = role('petition-office');
const mediationLine = role('mediator');
const governanceLine = role('street-dispatcher');
const joint: readonly Owner[] = [petitionLine, mediationLine, governanceLine];
const lineStages = ['petition-line', 'mediation-line', 'governance-line'] as const;
const inHand = [...lineStages, 'assigned', 'replying'] as const;

const toLine = (to: (typeof lineStages)[number], zh: string, en: string): Action =>
  act(`to-${to}`, zh, en, ['received', ...lineStages.filter((one) => one !== to)], joint, { to, counts: 'note' });

const conduct = '《信访工作条例》：15 日内告知是否受理，60 日内办结，可延长 30 日（未核对原文）';

/** 信访事项联合办理: accepted once, three lines work on the same matter, other ways of settling by hand-over. */
export const petition: Playbook = {
  id: 'dispute.petition',
  version: 2,
  name: { zh: '信访事项联合办理', en: 'Petition, handled jointly' },
  summary: {
    zh: '一窗受理，综治、调解、信访三线同看一件事，一键内部流转；转行政、行业、司法调解或法律援助的附移交清单',
    en: 'Accepted once; governance, mediation and petition lines see the same matter and pass it in one click; other ways get it with a list of documents',
  },
  categories: 'dispute.petition-kinds',
  reporters: ['resident', 'staff'],
  sensitivity: 'sensitive',
  fields: [
    parties,
    lines('words', { zh: '信访诉求', en: 'What is asked for' }, { required: true, max: 1000 }),
    number('people', '同访人数', 'How many came', { min: 1, max: 2000 }),
    choice('before', '是否反映过', 'Raised before', [
      ['first', '初次', 'First time'],
      ['again', '重复', 'Again'],
    ], { required: true }),
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'received',
  stages: [
    stage('received', '待受理', 'To be accepted', ['已收到，15 日内告知是否受理', 'Received; you hear within 15 days'], petitionLine),
    stage('petition-line', '信访线办理', 'Petition line', ['已受理，正在办理', 'Accepted, in hand'], petitionLine),
    stage('mediation-line', '调解线办理', 'Mediation line', ['已受理，正在调解', 'Accepted, being mediated'], mediationLine),
    stage('governance-line', '综治线办理', 'Governance line', ['已受理，正在办理', 'Accepted, in hand'], governanceLine),
    stage('assigned', '责任单位办理', 'With a body', ['已转责任单位办理', 'With the body in charge'], { assignee: true }),
    stage('replying', '待答复', 'To be answered', ['正在拟写答复', 'The answer is being written'], petitionLine),
    stage('rechecking', '复查中', 'Being reviewed', ['正在复查', 'Being reviewed'], role('district-case-leader')),
    ending('closed', '已答复', 'Answered', ['已答复，不服可在 30 日内申请复查', 'Answered; a review may be asked for within 30 days']),
    ending('rated', '已评价', 'Rated', ['已答复', 'Answered']),
    ending('final', '复查终结', 'Review ended', ['已复查答复', 'Reviewed and answered']),
    ending('declined', '不予受理', 'Not taken on', ['未予受理', 'Not accepted']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ],
  actions: [
    act('accept', '受理', 'Accept', ['received'], joint, {
      to: 'petition-line',
      form: [lines('note', { zh: '受理告知', en: 'Note' })],
      counts: 'accept',
      tone: 'primary',
    }),
    toLine('petition-line', '转信访线', 'To the petition line'),
    toLine('mediation-line', '转调解线', 'To the mediation line'),
    toLine('governance-line', '转综治线', 'To the governance line'),
    declining({ from: ['received', ...lineStages], to: 'declined', who: joint, grants: [role('street-case-leader'), role('district-case-leader')] }),
    withdrawing({ from: ['received', ...lineStages], to: 'withdrawn' }),
    act('dispose', '转多元化解渠道', 'Hand over to another way', lineStages, joint, {
      to: 'assigned',
      form: [
        choice('channel', '化解渠道', 'Way', 'dispute.channels', { required: true }),
        bodyField('body', { zh: '承接单位', en: 'Body' }),
        choice('documents', '移交材料', 'Documents handed over', [
          ['petition', '信访诉求书', 'The petition'],
          ['identity', '身份证明复印件', 'Copies of identity cards'],
          ['records', '谈话、调解记录', 'Records of talks'],
          ['evidence', '证据材料', 'Evidence'],
          ['letter', '移交函', 'Letter of transfer'],
        ], { many: true, required: true }),
        lines('demand', { zh: '办理要求', en: 'What is wanted' }, { required: true }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tells: [{ what: 'channel', value: 'form.channel' }],
    }),
    act('send-back', '退回：不属本渠道', 'Return: not ours', ['assigned'], [{ assignee: true }], {
      to: 'petition-line',
      form: [reasonField],
      counts: 'refuse',
      atMost: 2,
      tone: 'danger',
    }),
    act('report-back', '报送办理结果', 'Report the result', ['assigned'], [{ assignee: true }], {
      to: 'replying',
      form: [lines('result', { zh: '办理结果', en: 'Result' }, { required: true, max: 1000 }), { id: 'paper', type: 'file', name: { zh: '办结文书', en: 'Paper' } }],
      counts: 'handle',
      tone: 'primary',
    }),
    act('contact', '记录接谈', 'Record a talk', [...lineStages, 'assigned'], [...joint, { assignee: true }], {
      form: [trend, lines('record', { zh: '接谈情况', en: 'What was said' }, { required: true })],
      counts: 'note',
      tells: [{ what: 'trend', value: 'form.trend' }],
    }),
    act('settled', '本线办结，报答复', 'Done in this line', lineStages, joint, {
      to: 'replying',
      form: [lines('result', { zh: '办理结果', en: 'Result' }, { required: true, max: 1000 })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('reply', '答复', 'Answer', ['replying'], [petitionLine], {
      to: [{ when: 'form.opinion = "support"', to: 'closed' }, { to: 'closed', outcome: 'explained' }],
      form: [
        choice('opinion', '处理意见', 'Opinion', [
          ['support', '支持请求', 'Granted'],
          ['explain', '解释说明', 'Explained'],
          ['not-supported', '不予支持', 'Not granted'],
        ], { required: true }),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'petition-opinion', value: 'form.opinion' }],
    }),
    act('recheck', '申请复查', 'Ask for a review', ['closed', 'rated'], [reporter], {
      to: 'rechecking',
      form: [reasonField],
      counts: 'reopen',
    }),
    act('recheck-reply', '复查答复', 'Answer of the review', ['rechecking'], [role('district-case-leader')], {
      to: 'final',
      notBy: ['reply'],
      form: [
        choice('opinion', '复查意见', 'Opinion', [
          ['upheld', '维持', 'Upheld'],
          ['changed', '变更', 'Changed'],
        ], { required: true }),
        answerField,
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tone: 'primary',
    }),
    rating({ from: ['closed'], closed: 'rated', again: 'petition-line', levels: 'grid.satisfaction-levels' }),
    progressNote({ from: inHand, who: [...joint, { assignee: true }] }),
    copying({ from: inHand, who: joint }),
    ...supervision({ from: [...lineStages, 'assigned'], who: [petitionLine, role('street-case-leader')] }, { answers: [{ assignee: true }, ...joint], within: limit(3, 'working-days') }),
    extension({ from: inHand, who: [...joint, { assignee: true }] }, { grants: [role('street-case-leader'), role('district-case-leader')], unit: 'calendar-days', most: 30, atMost: 1 }),
  ],
  clocks: [
    timer('whole', '办理期限', 'Time to answer', ['received', ...inHand], limit(60, 'calendar-days', conduct), { main: true }),
    timer('accepting', '告知受理期限', 'Time to accept', ['received'], limit(15, 'calendar-days', conduct)),
    timer('review', '复查期限', 'Time of a review', ['rechecking'], limit(30, 'calendar-days', conduct)),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
