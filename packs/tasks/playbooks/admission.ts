import { blocks, type Effect, type Playbook } from '#engines/case/model';
import { closing, community, liaison, officer, refusing, street } from './common.ts';

const {
  act,
  answerField,
  choice,
  ending,
  line,
  lines,
  limit,
  money,
  number,
  reasonField,
  simple,
  someBodiesField,
  stage,
  timer,
  withTask,
} = blocks;

const beijing = '北京西城社区减负准入 https://news.china.com/domesticgd/10000159/20180725/32728215.html';

/** The order is made of what was admitted, and only of that: nobody issues a task to communities any other way. */
const issue: Effect = {
  effect: 'case.open',
  playbook: 'tasks.order',
  category: 'data.kind',
  eachBelow: 'community',
  values: {
    title: 'data.title',
    basis: 'data.basis',
    content: 'data.content',
    until: 'data.until',
    department: 'data.department',
    funds: 'data.funds',
    expected: 'data.hours',
  },
};

/**
 * 社区工作准入 (S582, S591, S684, S690, S703, S714): thirty working days ahead a department applies; the civil affairs
 * office looks at it, communities say what it would cost them, it is admitted for a time or refused within fifteen
 * working days. What belongs to administration goes back to the department. Nothing else can be issued.
 */
export const admission: Playbook = {
  id: 'tasks.admission',
  version: 2,
  name: { zh: '社区工作准入', en: 'Admission of work for communities' },
  summary: {
    zh: '部门提前 30 个工作日申请，街道和社区提出负担意见，15 个工作日内准入、限期、退回或拒绝；未经准入不得下达',
    en: 'Thirty working days ahead; streets and communities say what it costs; admitted for a time or refused in fifteen',
  },
  categories: 'tasks.admission-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '事项名称', 'Title', { required: true }),
    line('department', '申请部门', 'Department', { required: true }),
    choice(
      'nature',
      '事项性质',
      'Nature',
      [
        ['welfare', '社会公益性', 'Public welfare'],
        ['management', '自治管理服务', 'Self-government'],
        ['administrative', '行政执法审批', 'Administration'],
        ['mixed', '协助政府', 'Assisting government'],
      ],
      { required: true },
    ),
    line('basis', '依据文件', 'Basis', { required: true, max: 200 }),
    lines('content', { zh: '工作内容', en: 'What is to be done' }, { required: true }),
    choice('kind', '下达形式', 'As what', 'tasks.order-kinds', { required: true }),
    simple('date', 'begins', '拟实施日期', 'From', { required: true }),
    simple('date', 'until', '完成日期', 'Until', { required: true }),
    number('people', '需要人数', 'People it takes', { required: true, max: 10_000 }),
    number('hours', '预计工时', 'Hours', { required: true, max: 100_000, unit: ['小时', 'h'] }),
    money('funds', '配套经费', 'Funds', { required: true, max: 1_000_000_000 }),
    simple('yes-no', 'power', '是否赋予相应权限', 'Power given with it', { required: true }),
  ],
  title: 'data.title',
  start: 'applied',
  stages: [
    stage('applied', '待受理', 'To be taken on', ['已收到申请', 'Received'], officer),
    stage('reviewing', '审核中', 'Being reviewed', ['正在审核', 'Being reviewed'], officer),
    stage('returned', '退回补正', 'Sent back', ['请补正后重报', 'Please mend it and send it again'], liaison),
    stage('issued', '实施监督', 'Being carried out', ['已准入下达', 'Admitted and issued'], officer),
    stage('appealing', '申诉复核', 'Appeal', ['正在复核', 'The appeal is being looked at'], officer),
    ending('refused', '不予准入', 'Refused', ['不予准入', 'Not admitted']),
    ending('back-to-department', '退回部门自行办理', 'Back to the department', [
      '退回部门自行办理',
      'Back to the department',
    ]),
    ending('done', '到期退出', 'Done', ['任务完成，到期退出', 'Done and over']),
    ending('withdrawn', '部门撤回', 'Withdrawn'),
  ],
  actions: [
    act('take', '受理', 'Take on', ['applied'], [officer], {
      to: 'reviewing',
      counts: 'accept',
      tells: [
        { what: 'nature', value: 'data.nature' },
        { what: 'funded', value: 'if data.funds > 0 then "yes" else "no"' },
        { what: 'power', value: 'if data.power then "yes" else "no"' },
      ],
      tone: 'primary',
    }),
    act('send-back', '退回补正', 'Send back', ['applied', 'reviewing'], [officer], {
      to: 'returned',
      form: [reasonField],
      counts: 'return',
    }),
    act('send-again', '补正重报', 'Send again', ['returned'], [liaison], {
      to: 'reviewing',
      form: [lines('mended', { zh: '补正内容', en: 'What was mended' }, { required: true })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('ask', '征求街道社区意见', 'Ask streets and communities', ['reviewing'], [officer], {
      form: [someBodiesField('bodies', { zh: '征求单位', en: 'Bodies asked' })],
      does: [
        {
          move: 'give-tasks',
          from: 'bodies',
          name: { zh: '负担意见', en: 'What it would cost' },
          doneWithin: limit(5, 'working-days'),
        },
      ],
      counts: 'dispatch',
    }),
    act('say', '填写负担意见', 'Say what it costs', ['reviewing'], [withTask], {
      form: [
        choice(
          'view',
          '意见',
          'View',
          [
            ['can', '可以承担', 'Can be done'],
            ['more', '需要支持', 'Needs support'],
            ['no', '无力承担', 'Cannot be done'],
          ],
          { required: true },
        ),
        number('load', '预计占用工作日', 'Working days it takes', { required: true, max: 1000, digits: 1 }),
        lines('result', { zh: '具体意见', en: 'In words' }, { required: true }),
      ],
      does: [{ move: 'finish-task', result: 'result' }],
      tells: [
        { what: 'load', value: 'form.load' },
        { what: 'view', value: 'form.view' },
      ],
      tone: 'primary',
    }),
    act('duplicate', '与已有事项重复', 'It repeats another', ['reviewing'], [officer], {
      ...refusing,
      to: 'refused',
      form: [line('which', '重复事项编号', 'Which', { required: true }), answerField],
    }),
    act('admit', '准入并下达', 'Admit and issue', ['reviewing', 'appealing'], [officer], {
      to: [{ when: 'data.nature = "administrative"', to: 'back-to-department' }, { to: 'issued' }],
      form: [
        choice(
          'scope',
          '准入结论',
          'Conclusion',
          [
            ['admitted', '准予进入', 'Admitted'],
            ['limited', '限期限量准入', 'For a time'],
          ],
          { required: true },
        ),
        simple('date', 'until', '准入有效期至', 'Until', { required: true }),
        number('atMost', '同期事项上限', 'At most at a time', { max: 100 }),
        { ...answerField, name: { zh: '准入通知', en: 'Decision' } },
      ],
      answers: 'answer',
      outcome: 'declined',
      counts: 'verify',
      effects: [{ ...issue, when: 'data.nature != "administrative"' }],
      tells: [{ what: 'decision', value: 'if data.nature = "administrative" then "to-department" else form.scope' }],
      tone: 'primary',
    }),
    act('refuse', '不予准入', 'Refuse', ['reviewing'], [officer], {
      ...refusing,
      to: 'refused',
      form: [
        choice(
          'ground',
          '不予准入理由',
          'Ground',
          [
            ['no-basis', '无法律政策依据', 'No basis'],
            ['administrative', '属行政事项', 'Administration'],
            ['no-funds', '无经费保障', 'No funds'],
            ['load', '超出社区承受能力', 'Too much'],
            ['negative', '列入禁止清单', 'On the forbidden list'],
          ],
          { required: true },
        ),
        answerField,
      ],
      tells: [{ what: 'decision', value: '"refused"' }],
    }),
    act('appeal', '部门申诉', 'Appeal', ['refused', 'back-to-department'], [liaison], {
      to: 'appealing',
      atMost: 1,
      form: [lines('grounds', { zh: '申诉理由', en: 'Grounds' }, { required: true })],
      counts: 'reopen',
    }),
    act('stand', '维持原决定', 'The decision stands', ['appealing'], [officer], {
      ...refusing,
      to: 'refused',
      notBy: ['refuse'],
    }),
    act(
      'complain',
      '社区反映超范围要求',
      'Communities report more than was admitted',
      ['issued'],
      [community, street],
      {
        form: [lines('what', { zh: '超范围内容', en: 'What goes beyond it' }, { required: true })],
        counts: 'note',
        tells: [{ what: 'off-list', value: '1' }],
      },
    ),
    act('revoke', '撤销准入', 'Revoke', ['issued'], [officer], {
      ...refusing,
      to: 'refused',
      dropsTasks: true,
      notBy: ['admit'],
    }),
    act('finish', '任务完成，到期退出', 'Done and over', ['issued'], [officer], { ...closing, to: 'done' }),
    act('withdraw', '部门撤回申请', 'Withdraw', ['applied', 'returned'], [liaison], {
      ...refusing,
      to: 'withdrawn',
      outcome: 'withdrawn',
    }),
  ],
  clocks: [
    timer(
      'advance',
      '提前申请期',
      'Ahead of its day',
      ['applied', 'reviewing', 'returned'],
      limit(30, 'working-days', beijing),
    ),
    timer('whole', '审批时限', 'Time to decide', ['applied', 'reviewing'], limit(15, 'working-days', beijing), {
      main: true,
    }),
  ],
  routing: [],
};
