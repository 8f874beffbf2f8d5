import { blocks, type Playbook } from '#engines/case/model';
import { affairs, closing, community, refusing, memberField, secretary, themeField } from './common.ts';

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
  stage,
  table,
  timer,
} = blocks;

/** The twenty-five steps of 《中国共产党发展党员工作细则》, in five stages, as they are commonly numbered. */
const steps: readonly (readonly [stage: string, zh: string, en: string])[] = [
  ['applying', '递交入党申请书', 'Application handed in'],
  ['applying', '党组织派人谈话', 'Talk by the branch'],
  ['activist', '推荐和确定入党积极分子', 'Named an activist'],
  ['activist', '上级党委备案', 'Filed with the committee'],
  ['activist', '指定培养联系人', 'Contacts named'],
  ['activist', '培养教育考察', 'Taught and observed'],
  ['candidate', '确定发展对象', 'Named a candidate'],
  ['candidate', '报上级党委备案', 'Filed with the committee'],
  ['candidate', '确定入党介绍人', 'Sponsors named'],
  ['candidate', '进行政治审查', 'Political review'],
  ['candidate', '开展集中培训', 'Training'],
  ['probationary', '支部委员会审查', 'Looked at by the branch committee'],
  ['probationary', '上级党委预审', 'Looked at beforehand by the committee'],
  ['probationary', '填写入党志愿书', 'Form filled in'],
  ['probationary', '支部大会讨论', 'Branch meeting'],
  ['probationary', '上级党委派人谈话', 'Talk by the committee'],
  ['probationary', '上级党委审批', 'Decided by the committee'],
  ['probationary', '再上一级党委组织部门备案', 'Filed one level up'],
  ['full', '编入党支部和党小组', 'Joined a branch and group'],
  ['full', '入党宣誓', 'Oath'],
  ['full', '继续教育考察', 'Taught on'],
  ['full', '提出转正申请', 'Asked to become full'],
  ['full', '支部大会讨论转正', 'Branch meeting on it'],
  ['full', '上级党委审批转正', 'Decided by the committee'],
  ['full', '材料归档', 'Filed away'],
];
/** One milestone for each step of a stage: a numbered task that the owner marks as done. */
const stepsOf = (id: string) =>
  steps.flatMap(([at, zh, en], index) =>
    at === id ? [{ move: 'give-tasks', name: { zh: `${index + 1}. ${zh}`, en: `${index + 1}. ${en}` } } as const] : [],
  );

/** 发展党员 (the Party's rules): twenty-five steps in five stages, none skipped, decided by another level. */
export const joining: Playbook = {
  id: 'party-matters.joining',
  version: 1,
  name: { zh: '发展党员', en: 'Joining the Party' },
  summary: {
    zh: '申请、积极分子、发展对象、预备党员、转正五个阶段二十五个步骤，逐步留痕，上级审批',
    en: 'Five stages, twenty-five steps, each recorded, decided by the level above',
  },
  categories: 'party-matters.joining-kinds',
  reporters: ['staff', 'system'],
  sensitivity: 'sensitive',
  fields: [memberField, line('branch', '所在党支部', 'Branch', { required: true })],
  title: 'data.branch + "发展党员"',
  start: 'opened',
  stages: [
    stage('opened', '待登记', 'To be registered', ['已登记', 'Registered'], secretary),
    stage('applying', '申请入党', 'Applying', ['申请入党', 'Applying'], secretary),
    stage('activist', '入党积极分子', 'Activist', ['入党积极分子', 'Activist'], secretary),
    stage('candidate', '发展对象', 'Candidate', ['发展对象', 'Candidate'], secretary),
    stage('probationary', '接收预备党员', 'Probationary', ['接收预备党员', 'Probationary'], secretary),
    stage('full', '预备期与转正', 'Towards full', ['预备期', 'Probation'], secretary),
    stage('archive', '上级审核归档', 'Archive', ['正在归档', 'Being archived'], affairs),
    ending('joined', '正式党员', 'Full member'),
    ending('stopped', '终止培养', 'Stopped'),
  ],
  actions: [
    act('register', '登记申请', 'Register', ['opened'], [secretary], {
      to: 'applying',
      does: stepsOf('applying'),
      counts: 'accept',
      tone: 'primary',
    }),
    act(
      'step-done',
      '完成一步',
      'A step is done',
      ['applying', 'activist', 'candidate', 'probationary', 'full'],
      [secretary],
      {
        form: [
          lines('result', { zh: '完成情况、材料', en: 'What was done' }, { required: true }),
          simple('date', 'on', '日期', 'On', { required: true }),
        ],
        does: [{ move: 'finish-task', result: 'result' }],
        counts: 'handle',
        tone: 'primary',
      },
    ),
    ...(
      [
        ['to-activist', '确定为积极分子', 'Becomes an activist', 'applying', 'activist'],
        ['to-candidate', '确定为发展对象', 'Becomes a candidate', 'activist', 'candidate'],
        ['to-probationary', '接收为预备党员', 'Accepted on probation', 'candidate', 'probationary'],
        ['to-full', '进入预备期', 'Probation begins', 'probationary', 'full'],
      ] as const
    ).map(([id, zh, en, from, to]) =>
      act(id, zh, en, [from], [secretary], {
        to,
        when: 'matter.tasks.open = 0',
        needs: { who: [affairs] },
        form: [lines('opinion', { zh: '支部意见', en: 'The branch’s opinion' }, { required: true })],
        does: stepsOf(to),
        counts: 'verify',
        tells: [{ what: 'stage', value: `"${to}"` }],
      }),
    ),
    act('ask-archive', '报请审核归档', 'Ask to archive', ['full'], [secretary], {
      to: 'archive',
      when: 'matter.tasks.open = 0',
      form: [lines('note', { zh: '说明', en: 'Note' }, { required: true })],
      counts: 'handle',
    }),
    act('archive', '审核归档', 'Archive', ['archive'], [affairs], { ...closing, to: 'joined', notBy: ['ask-archive'] }),
    act('send-back', '材料不全退回', 'Papers missing', ['archive'], [affairs], {
      to: 'full',
      form: [reasonField],
      counts: 'return',
    }),
    act('stop', '终止培养', 'Stop', ['applying', 'activist', 'candidate', 'probationary', 'full'], [secretary], {
      ...refusing,
      to: 'stopped',
      dropsTasks: true,
    }),
  ],
  clocks: [
    timer(
      'whole',
      '培养期',
      'Time of development',
      ['opened', 'applying', 'activist', 'candidate', 'probationary', 'full', 'archive'],
      limit(1095, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};

/** 红白事报备 (S338): date and scale, promised limits, advice, what it came to, money saved. Norms are advice, not penalties. */
export const banquet: Playbook = {
  id: 'party-matters.banquet',
  version: 1,
  name: { zh: '红白事报备', en: 'Weddings and funerals' },
  summary: {
    zh: '报备日期规模、承诺标准、理事会劝导、实际情况与节约金额',
    en: 'Date and scale, promised limits, advice, what it came to, money saved',
  },
  categories: 'party-matters.banquet-kinds',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    simple('date', 'day', '日期', 'Day', { required: true }),
    number('tables', '拟办桌数', 'Tables planned', { required: true, max: 500 }),
    money('perTable', '每桌标准', 'A table', { required: true, max: 10_000 }),
  ],
  title: 'category.name + "报备"',
  start: 'told',
  stages: [
    stage('told', '待劝导', 'To be talked over', ['已报备', 'Reported'], community),
    stage('held', '待核实', 'To be seen', ['理事会将到场', 'The council will come'], community),
    ending('done', '已登记', 'Recorded'),
  ],
  actions: [
    // 天长平安社区：婚宴不超过 15 桌、每桌不超过 600 元；丧事每桌不超过 300 元。
    act('promise', '劝导并签订承诺', 'Advice and promise', ['told'], [community, secretary], {
      to: 'held',
      form: [
        number('promised', '承诺桌数', 'Tables promised', { required: true, max: 500 }),
        lines('advice', { zh: '劝导意见', en: 'Advice' }, { required: true }),
      ],
      counts: 'accept',
      tells: [
        {
          what: 'over',
          value:
            'if data.tables > 15 or (category.code = "wedding" and data.perTable > 60000) or (category.code = "funeral" and data.perTable > 30000) then "yes" else "no"',
        },
      ],
      tone: 'primary',
    }),
    act('see', '现场核实登记', 'Seen', ['held'], [community], {
      ...closing,
      to: 'done',
      notBy: ['promise'],
      form: [
        number('actual', '实际桌数', 'Tables', { required: true, max: 500 }),
        money('saved', '节约金额', 'Saved', { required: true, max: 10_000_000 }),
        answerField,
      ],
      tells: [{ what: 'saved', value: 'form.saved / 100' }],
    }),
    act('cancel', '取消办理', 'Called off', ['told'], [community], { ...refusing, to: 'done', outcome: 'withdrawn' }),
  ],
  clocks: [timer('whole', '登记时限', 'Time to record', ['told', 'held'], limit(30, 'calendar-days'), { main: true })],
  routing: [],
};

/** 主题活动 (S335, S336, S337, S410, S420): promises, evidence, appraisal by others, results by theme. */
export const campaign: Playbook = {
  id: 'party-matters.campaign',
  version: 2,
  name: { zh: '创先争优与主题实践', en: 'Party campaign' },
  summary: {
    zh: '党组织和党员承诺、佐证、评议、结果按党建＋主题统计',
    en: 'Promises, evidence, appraisal, results by theme',
  },
  categories: 'party-matters.campaign-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '活动名称', 'Title', { required: true }),
    lines('goals', { zh: '目标', en: 'Goals' }, { required: true }),
    themeField,
  ],
  title: 'data.title',
  start: 'promising',
  stages: [
    stage('promising', '公开承诺', 'Promises', ['正在承诺', 'Promises'], secretary),
    stage('doing', '践诺', 'Kept', ['正在践诺', 'Being kept'], secretary),
    stage('appraising', '评议', 'Appraised', ['正在评议', 'Being appraised'], affairs),
    ending('recognised', '评议通过', 'Recognised'),
    ending('not-recognised', '未通过', 'Not recognised'),
  ],
  actions: [
    act('promise', '登记承诺', 'Promises', ['promising'], [secretary], {
      to: 'doing',
      form: [
        table(
          'promises',
          '承诺事项',
          'Promises',
          [
            line('what', '承诺', 'Promise', { required: true, max: 60 }),
            simple('date', 'by', '期限', 'Until', { required: true }),
          ],
          { required: true, max: 50 },
        ),
        number('organisations', '参加党组织数', 'Organisations', { required: true, min: 1, max: 1000 }),
      ],
      does: [{ move: 'give-tasks', from: 'promises', columns: { name: 'what', due: 'by' } }],
      counts: 'dispatch',
      tells: [
        { what: 'theme', value: 'data.theme' },
        { what: 'organisations', value: 'form.organisations' },
      ],
      tone: 'primary',
    }),
    ...blocks.milestoneSteps({ from: ['doing'], who: [secretary] }),
    act('evidence', '提交佐证评议', 'Evidence', ['doing'], [secretary], {
      to: 'appraising',
      when: 'matter.tasks.open = 0',
      form: [
        lines('evidence', { zh: '成效与佐证', en: 'Results' }, { required: true }),
        number('people', '受益人数', 'People helped', { max: 1_000_000 }),
      ],
      counts: 'handle',
      tells: [{ what: 'people', value: 'form.people' }],
      tone: 'primary',
    }),
    act('appraise', '评议', 'Appraise', ['appraising'], [affairs], {
      ...closing,
      to: [
        { when: 'form.score >= 80', to: 'recognised' },
        { to: 'not-recognised', outcome: 'explained' },
      ],
      notBy: ['evidence'],
      form: [
        number('score', '评议得分', 'Score', { required: true, max: 100 }),
        choice('honour', '推荐荣誉', 'Recommended', 'party-matters.honours'),
        answerField,
      ],
      tells: [
        { what: 'score', value: 'form.score' },
        { what: 'result', value: 'data.theme' },
      ],
    }),
  ],
  clocks: [
    timer(
      'whole',
      '活动期',
      'Time of the campaign',
      ['promising', 'doing', 'appraising'],
      limit(180, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
