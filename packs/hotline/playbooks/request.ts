import { type Action, blocks, type Playbook } from '#engines/case/model';
import { assignee, clerk, reporter, supervisor, system } from './owners.ts';

const {
  act,
  answerField,
  bodyField,
  choice,
  ending,
  limit,
  line,
  lines,
  photosField,
  privacyOf,
  simple,
  stage,
  timer,
} = blocks;

const dispatchSource = '北京 12345 派单时限（DB11/T 2021-2022）http://yh9t5.com/news/guonei/605944.html';

/** Whoever says that it is not its duty quotes the list (S673). */
const basis = [line('duty', '职责清单条目', 'Item of the duty list', { required: true, max: 100 })];

/** Exits that the body in charge asks for and the supervisor grants; the resident may appeal once. */
const exits: readonly Action[] = [
  {
    ...blocks.declining({ from: ['received'], to: 'declined', who: [clerk], grants: [supervisor] }),
  },
  act('unreasonable', '申请认定不合理诉求', 'Unreasonable', ['handling'], [assignee], {
    to: 'declined',
    needs: { who: [supervisor] },
    form: [
      choice(
        'why',
        '情形',
        'Ground',
        [
          ['law', '违反法律法规政策', 'Against the law'],
          ['done', '已依法终结仍重复提出', 'Settled by law already'],
          ['others', '损害公共利益或他人合法权益', 'Harms others'],
          ['beyond', '明显超出常理', 'Beyond all reason'],
        ],
        { required: true },
      ),
      answerField,
    ],
    answers: 'answer',
    outcome: 'declined',
    counts: 'close',
    dropsTasks: true,
    tone: 'danger',
  }),
  act('beyond', '申请认定超权限', 'Beyond the district’s powers', ['handling'], [assignee], {
    to: 'explained',
    needs: { who: [supervisor] },
    form: [line('level', '应由哪一级解决', 'Who can settle it', { required: true, max: 60 }), answerField],
    answers: 'answer',
    outcome: 'explained',
    counts: 'close',
    dropsTasks: true,
  }),
  act('appeal', '申诉', 'Appeal', ['declined', 'explained'], [reporter], {
    to: 'appealed',
    form: [lines('words', { zh: '申诉理由', en: 'Why' }, { required: true })],
    atMost: 1,
    counts: 'reopen',
  }),
  act('uphold', '维持原认定', 'Uphold', ['appealed'], [supervisor], {
    to: 'declined',
    form: [answerField],
    answers: 'answer',
    outcome: 'declined',
    counts: 'close',
  }),
  act('overturn', '撤销认定，重新办理', 'Overturn', ['appealed'], [supervisor], {
    to: 'received',
    form: [blocks.reasonField],
    counts: 'return',
    tone: 'primary',
  }),
];

const dissatisfied = 'form.solved = false or form.satisfied = false';

/** 回访: three questions, each yes or no; they are the facts of the three rates. */
const callingBack: readonly Action[] = [
  act('call-back', '回访', 'Call back', ['calling'], [clerk], {
    to: [
      { when: `(${dissatisfied}) and times = 0`, to: 'handling' },
      { when: dissatisfied, to: 'review' },
      { to: 'closed' },
    ],
    notBy: ['handle'],
    form: [
      simple('yes-no', 'responded', '承办单位联系过您吗（响应）', 'Did they contact you?', { required: true }),
      simple('yes-no', 'solved', '问题解决了吗（解决）', 'Is it solved?', { required: true }),
      simple('yes-no', 'satisfied', '对办理满意吗（满意）', 'Are you satisfied?', { required: true }),
      lines('words', { zh: '诉求人意见', en: 'In their words' }),
    ],
    tells: [
      { what: 'responded', value: 'if matter.exempt then null else form.responded' },
      { what: 'solved', value: 'if matter.exempt then null else form.solved' },
      { what: 'satisfied', value: 'if matter.exempt then null else form.satisfied' },
      { what: 'rework', value: `if ${dissatisfied} then true else null` },
    ],
    counts: 'verify',
    tone: 'primary',
  }),
  act('unreached', '未接通', 'Not reached', ['calling'], [clerk], { atMost: 3, counts: 'note' }),
  act('close-unreached', '三次未接通，办结', 'Close, not reached', ['calling'], [system], {
    to: 'closed',
    tells: [{ what: 'unreached', value: 'true' }],
  }),
  act('redo', '督办重办', 'Once more, supervised', ['review'], [supervisor], {
    to: 'handling',
    form: [lines('demand', { zh: '重办要求', en: 'What is wanted' }, { required: true })],
    does: [{ move: 'card', level: 'red', words: 'demand', within: limit(3, 'working-days') }],
    atMost: 1,
    counts: 'return',
    tone: 'danger',
  }),
  act('conclude', '解释说明，办结', 'Explain and close', ['review'], [supervisor], {
    to: 'explained',
    form: [answerField],
    answers: 'answer',
    outcome: 'explained',
    counts: 'close',
  }),
];

/**
 * 12345 工单, 接诉即办: dispatched in 1, 2 or 24 hours and fed back in 2 h, 24 h, 7 or 15 days by class; the first receiver
 * is responsible until it is taken; several bodies have a lead; whoever called is called back.
 */
export const request: Playbook = {
  id: 'hotline.request',
  version: 1,
  name: { zh: '12345 热线工单', en: 'Hotline request' },
  summary: {
    zh: '受理、限时派单、首接负责、协同办理、回访三问、不满意重办，出口可申诉',
    en: 'Taken, dispatched in time, handled with a lead, called back on three questions, done again; exits can be appealed',
  },
  categories: 'hotline.requests',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    choice('kind', '诉求性质', 'Kind', 'hotline.kinds', { required: true }),
    lines('words', { zh: '诉求内容', en: 'What is asked' }, { required: true, max: 1000 }),
    simple('yes-no', 'repeat', '是否重复来电', 'Called before'),
    photosField('photos', { zh: '图片', en: 'Pictures' }),
    simple('phone', 'contact', '回访电话', 'Phone', {
      privacy: privacyOf('联系诉求人、回访办理结果', 'To contact and to call back', 'duty'),
    }),
  ],
  title: 'category.name + "：" + substring(data.words, 1, 24)',
  start: 'received',
  tells: [{ what: 'kind', value: 'data.kind' }],
  stages: [
    stage('received', '待派单', 'To be dispatched', ['已受理', 'Taken'], clerk),
    stage('assigned', '待接单', 'To be taken', ['已派至承办单位', 'Passed to the body in charge'], assignee),
    stage('handling', '办理中', 'In hand', ['正在办理', 'In hand'], assignee),
    stage('calling', '待回访', 'To be called back', ['已办理，即将回访', 'Done, you will be called'], clerk),
    stage('review', '仍不满意，待督办', 'Still dissatisfied', ['正在督办', 'Being supervised'], supervisor),
    stage('appealed', '申诉复核', 'Appealed', ['申诉复核中', 'Your appeal is being looked at'], supervisor),
    ending('closed', '已办结', 'Closed'),
    ending('answered', '已直接答复', 'Answered'),
    ending('declined', '未予办理', 'Declined', ['未予办理，可申诉', 'Declined; you may appeal']),
    ending('explained', '解释办结', 'Explained', ['已说明情况', 'Explained']),
  ],
  actions: [
    act('answer', '直接答复', 'Answer at once', ['received'], [clerk], {
      to: 'answered',
      when: 'list contains(["01", "05", "06"], data.kind)',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
    }),
    act('dispatch', '派单', 'Dispatch', ['received'], [clerk], {
      to: 'assigned',
      form: [
        bodyField('body', { zh: '承办（牵头）单位', en: 'Body in charge (lead)' }),
        { id: 'joint', type: 'bodies', name: { zh: '协办单位', en: 'Others that join in' } },
        line('advice', '派单说明', 'Note', { max: 200 }),
      ],
      assigns: 'body',
      does: [
        {
          move: 'give-tasks',
          from: 'joint',
          name: { zh: '协办', en: 'Join in' },
          takeWithin: limit(1, 'working-days'),
          doneWithin: limit(5, 'working-days'),
        },
      ],
      counts: 'dispatch',
      tone: 'primary',
      batch: true,
    }),
    act('take', '接单并联系诉求人', 'Take and contact', ['assigned'], [assignee], {
      to: 'handling',
      form: [
        simple('yes-no', 'contacted', '是否已联系上诉求人', 'Were they reached', { required: true }),
        line('said', '联系情况', 'What was said', { max: 200 }),
      ],
      tells: [{ what: 'contacted', value: 'form.contacted' }],
      counts: 'accept',
      tone: 'primary',
    }),
    ...blocks.passingOn(
      { from: ['assigned'], to: 'assigned', dispatching: 'received' },
      { rules: [supervisor], basis },
    ),
    act('site-check', '组织现场划责', 'Divide duties on site', ['assigned'], [supervisor], {
      form: [
        choice('kind', '争议类型', 'Kind', 'hotline.boundary-kinds', { required: true }),
        lines('dispute', { zh: '争议内容', en: 'What is disputed' }, { required: true }),
      ],
      effects: [
        {
          effect: 'case.open',
          playbook: 'hotline.boundary',
          category: 'form.kind',
          values: { words: 'form.dispute' },
        },
      ],
      atMost: 1,
    }),
    ...blocks.taskSteps({ from: ['assigned', 'handling'] }),
    blocks.progressNote({ from: ['handling'], who: [assignee] }),
    blocks.extension({ from: ['handling'], who: [assignee] }, { grants: [supervisor], atMost: 1 }),
    ...blocks.holding({ from: ['handling'], who: [assignee] }, { grants: [supervisor] }),
    { ...blocks.exemption({ from: ['handling'], who: [assignee] }, { grants: [supervisor] }), atMost: 1 },
    ...blocks.supervision({ from: ['assigned', 'handling'], who: [supervisor] }, { within: limit(2, 'working-days') }),
    act('handle', '反馈办理结果', 'Feed back the result', ['handling'], [assignee], {
      to: 'calling',
      when: 'matter.tasks.open = 0',
      form: [answerField, photosField('photos', { zh: '办理后照片', en: 'Photos' })],
      answers: 'answer',
      counts: 'handle',
      tone: 'primary',
    }),
    ...callingBack,
    ...exits,
  ],
  clocks: [
    timer('dispatching', '派单时限', 'Time to dispatch', ['received'], limit(24, 'clock-hours', dispatchSource), {
      before: [
        { when: 'category.class = "E"', limit: limit(1, 'clock-hours', dispatchSource) },
        { when: 'category.class = "U"', limit: limit(2, 'clock-hours', dispatchSource) },
      ],
    }),
    timer(
      'contact',
      '接单联系时限',
      'Time to contact',
      ['assigned'],
      limit(24, 'clock-hours', '深圳民意速办：24 小时内联系诉求人'),
      {
        before: [{ when: 'category.class = "E"', limit: limit(30 / 60, 'clock-hours') }],
      },
    ),
    {
      id: 'whole',
      name: { zh: '反馈时限', en: 'Time to feed back' },
      stages: ['received', 'assigned', 'handling'],
      limits: [{ limit: 'category' }],
      main: true,
    },
    timer('calling', '回访时限', 'Time to call back', ['calling'], limit(3, 'working-days'), {
      whenOver: 'close-unreached',
    }),
    timer('appeal', '复核时限', 'Time for the appeal', ['appealed', 'review'], limit(5, 'working-days')),
  ],
  routing: [
    { when: 'list contains(["U1", "U2", "U3", "U4"], category.code)', bodyKind: 'utility' },
    { when: 'category.code = "N1" or category.code = "C5"', bodyKind: 'housing' },
    { when: 'category.code = "N2" or category.code = "N3"', bodyKind: 'urban-management' },
    { when: 'category.code = "N4"', bodyKind: 'environment' },
    { when: 'category.code = "N5"', bodyKind: 'traffic-police' },
    { when: 'category.code = "N6"', bodyKind: 'human-resources' },
    { when: 'category.code = "N7" or category.code = "C4"', bodyKind: 'market-regulation' },
    { when: 'category.code = "C1" or category.code = "C3"', bodyKind: 'planning' },
    { when: 'category.class = "E"', bodyKind: 'emergency' },
  ],
};
