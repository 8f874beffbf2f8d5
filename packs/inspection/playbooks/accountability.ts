import { blocks, type Playbook } from '#engines/case/model';
import { assignee, inspector, leader, superior, system, withTask } from './owners.ts';

const { act, answerField, bodyField, choice, ending, limit, line, lines, simple, someBodiesField, stage, timer } =
  blocks;

/** 通报 (S358): drafted, approved by another, issued; whom it reached is a list of those who signed for it. */
export const circular: Playbook = {
  id: 'inspection.circular',
  version: 1,
  name: { zh: '督查通报', en: 'Circular' },
  summary: { zh: '拟稿、审批、印发、签阅，谁看了谁没看一目了然', en: 'Drafted, approved, issued, signed for' },
  categories: 'inspection.circular-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('subject', '标题', 'Subject', { required: true, max: 60 }),
    lines('facts', { zh: '通报事实及来源', en: 'Facts' }, { required: true, max: 2000 }),
  ],
  title: 'category.name + "：" + data.subject',
  start: 'drafting',
  stages: [
    stage('drafting', '拟稿', 'Draft', ['拟稿中', 'Being drafted'], inspector),
    stage('approving', '待审批', 'To be approved', ['审批中', 'Being approved'], leader),
    stage('issuing', '待印发', 'To be issued', ['待印发', 'To be issued'], inspector),
    stage('reading', '签阅中', 'Being signed for', ['签阅中', 'Being signed for'], inspector),
    ending('closed', '已办结', 'Closed'),
    ending('dropped', '不予通报', 'Not issued'),
  ],
  actions: [
    act('submit', '送审', 'Submit', ['drafting'], [inspector], {
      to: 'approving',
      form: [lines('text', { zh: '通报正文', en: 'Text' }, { required: true, max: 3000 })],
      tone: 'primary',
    }),
    act('approve', '批准', 'Approve', ['approving'], [leader], {
      to: 'issuing',
      notBy: ['submit'],
      counts: 'verify',
      tone: 'primary',
    }),
    act('return', '退回修改', 'Send back', ['approving'], [leader], {
      to: 'drafting',
      form: [blocks.reasonField],
      counts: 'return',
    }),
    act('drop', '不予通报', 'Do not issue', ['drafting', 'approving'], [leader], {
      to: 'dropped',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
    act('issue', '印发', 'Issue', ['issuing'], [inspector], {
      to: 'reading',
      form: [someBodiesField('bodies', { zh: '主送单位', en: 'To' })],
      does: [
        {
          move: 'give-tasks',
          from: 'bodies',
          name: { zh: '签阅', en: 'Read and sign' },
          doneWithin: limit(2, 'working-days'),
        },
        { move: 'cc', bodies: 'bodies' },
      ],
      effects: [{ effect: 'notice.send', template: 'inspection.circular-issued', to: [withTask] }],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('read', '签阅', 'Read', ['reading'], [withTask], {
      form: [lines('words', { zh: '整改打算', en: 'What will be done' })],
      does: [{ move: 'finish-task', result: 'words' }],
      tone: 'primary',
    }),
    act('remind', '催阅', 'Remind', ['reading'], [inspector, system], {
      effects: [{ effect: 'notice.send', template: 'inspection.circular-issued', to: [withTask] }],
    }),
    act('close', '办结归档', 'Close', ['reading'], [inspector], {
      to: 'closed',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('reading', '签阅时限', 'Time to sign', ['reading'], limit(2, 'working-days'), { whenOver: 'remind' }),
    timer(
      'whole',
      '通报时限',
      'Time for it',
      ['drafting', 'approving', 'issuing', 'reading'],
      limit(10, 'working-days'),
      { main: true },
    ),
  ],
  routing: [],
};

/** 约谈 (S358): a record, a promise, a day on which it is looked at again. */
export const interview: Playbook = {
  id: 'inspection.interview',
  version: 1,
  name: { zh: '约谈', en: 'Interview' },
  summary: {
    zh: '有记录、有承诺、有复核日期，兑现销号、不兑现转问责',
    en: 'Record, promise, day of recheck; kept or handed on',
  },
  categories: 'inspection.causes',
  reporters: ['staff', 'system'],
  fields: [
    line('post', '被约谈岗位', 'Post', { required: true, max: 40 }),
    lines('facts', { zh: '约谈事由', en: 'Why' }, { required: true, max: 500 }),
  ],
  title: '"约谈：" + data.post',
  start: 'arranging',
  tells: [{ what: 'post', value: 'data.post' }],
  stages: [
    stage('arranging', '待约谈', 'To be arranged', ['待约谈', 'To be arranged'], leader),
    stage('talking', '约谈', 'Interview', ['即将约谈', 'Arranged'], leader),
    stage('promised', '整改承诺期', 'Promised', ['承诺整改中', 'Promised'], assignee),
    stage('rechecking', '复核', 'Recheck', ['复核中', 'Recheck'], inspector),
    ending('kept', '已兑现', 'Kept'),
    ending('escalated', '转问责', 'Handed on'),
    ending('cancelled', '撤销约谈', 'Cancelled'),
  ],
  actions: [
    act('arrange', '通知约谈', 'Arrange', ['arranging'], [leader], {
      to: 'talking',
      form: [
        bodyField('body', { zh: '被约谈单位', en: 'Body' }),
        simple('moment', 'when', '约谈时间', 'When', { required: true }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('cancel', '撤销约谈', 'Cancel', ['arranging', 'talking'], [leader], {
      to: 'cancelled',
      form: [answerField],
      answers: 'answer',
      outcome: 'withdrawn',
      counts: 'close',
    }),
    act('record', '约谈记录和承诺', 'Record and promise', ['talking'], [leader], {
      to: 'promised',
      form: [
        lines('record', { zh: '谈话记录', en: 'Record' }, { required: true, max: 2000 }),
        lines('promise', { zh: '整改承诺', en: 'Promise' }, { required: true, max: 500 }),
        simple('date', 'recheck', '复核日期', 'Day of recheck', { required: true }),
      ],
      tone: 'primary',
    }),
    act('done', '报告整改', 'Say what was done', ['promised'], [assignee], {
      to: 'rechecking',
      form: [lines('result', { zh: '整改情况', en: 'What was done' }, { required: true })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('due', '到期复核', 'Recheck when due', ['promised'], [system, inspector], { to: 'rechecking' }),
    act('kept', '复核兑现', 'Kept', ['rechecking'], [inspector], {
      to: 'kept',
      notBy: ['done'],
      form: [answerField],
      answers: 'answer',
      tells: [{ what: 'kept', value: 'true' }],
      counts: 'close',
      tone: 'primary',
    }),
    act('broken', '未兑现，转问责', 'Not kept', ['rechecking'], [inspector], {
      to: 'escalated',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      tells: [{ what: 'kept', value: 'false' }],
      effects: [
        {
          effect: 'case.open',
          playbook: 'inspection.accountability',
          category: 'category.code',
          values: { post: 'data.post', facts: 'form.answer' },
          apart: true,
        },
      ],
      counts: 'close',
      tone: 'danger',
    }),
  ],
  clocks: [
    timer('promised', '承诺期', 'Time promised', ['promised'], limit(15, 'working-days'), { whenOver: 'due' }),
    timer(
      'whole',
      '约谈时限',
      'Time for it',
      ['arranging', 'talking', 'promised', 'rechecking'],
      limit(30, 'working-days'),
      { main: true },
    ),
  ],
  routing: [],
};

/** Each level has its authority: the inspector reminds, the street's leader circulates and talks, the district hands over. */
const steps = [
  { id: 'remind', zh: '提醒', en: 'Remind', to: 'reminded', from: ['weighing'], who: inspector },
  { id: 'circulate', zh: '通报', en: 'Circulate', to: 'circulated', from: ['weighing', 'reminded'], who: leader },
  { id: 'talk', zh: '约谈', en: 'Interview', to: 'talked', from: ['weighing', 'circulated'], who: leader },
] as const;
const atLevels = ['reminded', 'circulated', 'talked'];

/** 分级问责 (S362): remind → circular → interview → hand over; at each level it can be mended, and appealed to the district. */
export const accountability: Playbook = {
  id: 'inspection.accountability',
  version: 1,
  name: { zh: '分级问责', en: 'Graded accountability' },
  summary: {
    zh: '提醒、通报、约谈、移送逐级，各有权限，可整改可申诉',
    en: 'Remind, circulate, interview, hand over; each by its authority, mended or appealed',
  },
  categories: 'inspection.causes',
  reporters: ['staff', 'system'],
  fields: [
    line('post', '责任岗位', 'Post', { required: true, max: 40 }),
    lines('facts', { zh: '问题事实', en: 'Facts' }, { required: true, max: 1000 }),
  ],
  title: '"问责：" + data.post + "（" + category.name + "）"',
  start: 'weighing',
  tells: [{ what: 'post', value: 'data.post' }],
  sensitivity: 'sensitive',
  stages: [
    stage('weighing', '研判', 'Weighed', ['研判中', 'Weighed'], inspector),
    stage('reminded', '已提醒', 'Reminded', ['已提醒，限期整改', 'Reminded'], inspector),
    stage('circulated', '已通报', 'Circulated', ['已通报，限期整改', 'Circulated'], inspector),
    stage('talked', '已约谈', 'Interviewed', ['已约谈，限期整改', 'Interviewed'], inspector),
    ending('mended', '整改到位', 'Mended'),
    ending('handed-over', '移送纪检监察', 'Handed over'),
    ending('revoked', '申诉成立，撤销', 'Revoked'),
  ],
  actions: [
    ...steps.map(({ id, zh, en, to, from, who }) =>
      act(id, zh, en, from, [who], {
        to,
        form: [
          bodyField('body', { zh: '责任单位', en: 'Body' }),
          lines('words', { zh: '内容和整改要求', en: 'Words' }, { required: true }),
        ],
        assigns: 'body',
        tells: [{ what: 'level', value: `"${id}"` }],
        counts: 'dispatch',
        tone: 'primary',
      }),
    ),
    act('answer', '报告整改', 'Say what was done', atLevels, [assignee], {
      form: [lines('words', { zh: '整改情况', en: 'What was done' }, { required: true })],
      counts: 'handle',
    }),
    act('mended', '整改到位，了结', 'Mended', atLevels, [inspector], {
      to: 'mended',
      notBy: ['answer'],
      form: [answerField],
      answers: 'answer',
      counts: 'close',
    }),
    // What is appealed stands until the district has granted the appeal.
    act('appeal', '申诉', 'Appeal', atLevels, [assignee], {
      to: 'revoked',
      needs: { who: [superior] },
      form: [lines('grounds', { zh: '申诉理由', en: 'Grounds' }, { required: true, max: 500 })],
      answers: 'grounds',
      outcome: 'withdrawn',
      atMost: 1,
      counts: 'close',
    }),
    act('hand-over', '移送纪检监察', 'Hand over', ['talked'], [leader], {
      to: 'handed-over',
      needs: { who: [superior] },
      form: [
        choice(
          'organ',
          '移送机关',
          'To',
          [
            ['street', '街道纪工委', 'Street'],
            ['district', '区纪委监委', 'District'],
          ],
          { required: true },
        ),
        answerField,
      ],
      answers: 'answer',
      tells: [{ what: 'level', value: '"hand-over"' }],
      outcome: 'explained',
      counts: 'close',
      tone: 'danger',
    }),
  ],
  clocks: [
    timer('mending', '整改期', 'Time to mend', atLevels, limit(15, 'working-days')),
    timer('whole', '问责时限', 'Time for it', ['weighing', ...atLevels], limit(60, 'working-days'), { main: true }),
  ],
  routing: [],
};
