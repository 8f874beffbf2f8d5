import { type Action, blocks, type Move, type Playbook } from '#engines/case/model';
import type { Field } from '#fields/field';
import { closing, inspector, photos, resultField, street, refusing } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
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
} = blocks;

/** 民政、教育、卫健、规划、住建: they sign at planning and at acceptance (S528). */
const departments = [
  bodyField('civil', { zh: '民政部门', en: 'Civil affairs' }),
  bodyField('education', { zh: '教育部门', en: 'Education' }),
  bodyField('health', { zh: '卫健部门', en: 'Health' }),
  bodyField('land', { zh: '规划部门', en: 'Planning' }),
  bodyField('housing', { zh: '住建部门', en: 'Housing' }),
];
const opinionFrom = (from: string): Move => ({
  move: 'give-tasks',
  from,
  name: { zh: '会签意见', en: 'Opinion' },
  doneWithin: limit(5, 'working-days'),
});
const about = lines('about', { zh: '会签事项', en: 'What is asked' }, { required: true });
const others: Field = { id: 'others', type: 'bodies', name: { zh: '其他会签部门', en: 'Others' } };
/** 每百户社区综合服务设施不低于 30 平方米（种子报告 001）. */
const largeEnough = `form.built >= data.required and (category.code != "service" or form.built * 100 >= data.households * 30)`;
const asking: Partial<Action> = {
  form: [...departments, others, about],
  does: [...departments, others].map(({ id }) => opinionFrom(id)),
  counts: 'dispatch',
  tone: 'primary',
};
/** The stages in which somebody may still owe an opinion. */
const open = ['co-planning', 'building', 'co-accepting', 'objected'] as const;

/**
 * 新建小区配套联审 (S528, S529): at planning and at acceptance five departments sign by a day, silence shows, one that is
 * against it stops it until that is settled, and nothing is handed over with a gap.
 */
export const handover: Playbook = {
  id: 'estate.handover',
  version: 2,
  name: { zh: '新建小区配套联审移交', en: 'Handing over a new estate' },
  summary: {
    zh: '规划、建设、验收、移交四环节，民政、教育、卫健、规划、住建联合签署意见，配套缺失不得移交',
    en: 'Planning, building, acceptance, handing over; departments co-sign, and a missing facility stops it',
  },
  categories: 'estate.facility-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('project', '项目名称', 'Project', { required: true }),
    number('households', '规划户数', 'Households planned', { required: true, min: 1, max: 1_000_000 }),
    number('required', '应配建面积', 'Area required', {
      required: true,
      max: 1_000_000,
      digits: 1,
      unit: ['平方米', 'm²'],
    }),
  ],
  title: 'data.project + category.name',
  start: 'planning',
  stages: [
    stage('planning', '规划联审', 'Planning', ['规划联审', 'Planning'], street),
    stage('co-planning', '规划会签', 'Planning being signed', ['规划会签', 'Planning is being signed'], street),
    stage('building', '建设跟踪', 'Building', ['建设中', 'Being built'], street),
    stage('accepting', '联合验收', 'Acceptance', ['联合验收', 'Acceptance'], street),
    stage('co-accepting', '验收会签', 'Acceptance being signed', ['验收会签', 'Acceptance is being signed'], street),
    stage('objected', '意见协调', 'Being settled', ['部门意见正在协调', 'An objection is being settled'], street),
    stage('handing', '移交签署', 'Handing over', ['移交签署', 'Being handed over'], street),
    stage('signing', '部门签署中', 'Being signed', ['部门正在签署', 'Being signed'], street),
    ending('handed', '已移交使用', 'Handed over'),
    ending('stopped', '配套缺失，不予移交', 'Stopped', [
      '配套不足，暂不移交',
      'Facilities are missing, not handed over',
    ]),
  ],
  actions: [
    act('ask-opinions', '规划环节征求五部门意见', 'Ask the five departments', ['planning'], [street], {
      ...asking,
      to: 'co-planning',
    }),
    act('ask-acceptance', '验收环节征求五部门意见', 'Ask the five departments', ['accepting'], [street], {
      ...asking,
      to: 'co-accepting',
    }),
    act('ask-while-building', '建设环节征求意见', 'Ask while it is built', ['building'], [street], {
      form: [someBodiesField('others', { zh: '会签部门', en: 'Departments' }), about],
      does: [opinionFrom('others')],
      counts: 'dispatch',
    }),
    act('sign', '出具会签意见', 'Give the opinion', [...open, 'signing'], [blocks.withTask], {
      form: [
        choice(
          'opinion',
          '意见',
          'Opinion',
          [
            ['agree', '同意', 'Agreed'],
            ['conditions', '附条件同意', 'Agreed with conditions'],
          ],
          { required: true },
        ),
        lines('result', { zh: '具体意见', en: 'Opinion' }, { required: true }),
      ],
      does: [{ move: 'finish-task', result: 'result' }],
      tells: [{ what: 'opinion', value: 'form.opinion' }],
      tone: 'primary',
    }),
    act('object', '不同意', 'Against', [...open], [blocks.withTask], {
      to: 'objected',
      form: [lines('result', { zh: '不同意的理由和依据', en: 'Why, and on what ground' }, { required: true })],
      does: [{ move: 'finish-task', result: 'result' }],
      tells: [{ what: 'opinion', value: '"against"' }],
      tone: 'danger',
    }),
    act('settle', '协调一致，继续办理', 'Settled', ['objected'], [street], {
      to: [
        { when: 'form.back = "planning"', to: 'co-planning' },
        { when: 'form.back = "building"', to: 'building' },
        { to: 'co-accepting' },
      ],
      form: [
        lines(
          'how',
          { zh: '协调结果（原不同意部门意见）', en: 'What was agreed, in the words of who objected' },
          { required: true },
        ),
        choice(
          'back',
          '回到环节',
          'Back to',
          [
            ['planning', '规划联审', 'Planning'],
            ['building', '建设跟踪', 'Building'],
            ['accepting', '联合验收', 'Acceptance'],
          ],
          { required: true },
        ),
      ],
      needs: { who: [blocks.role('street-leader')] },
      tone: 'primary',
    }),
    act('refuse-sign', '非本部门职责，退回', 'Not our duty', [...open, 'signing'], [blocks.withTask], {
      form: [reasonField],
      does: [{ move: 'refuse-task', reason: 'reason' }],
    }),
    act('remind', '催告未会签部门', 'Remind', [...open, 'signing'], [street], {
      form: [lines('demand', { zh: '催告内容', en: 'What is wanted' }, { required: true })],
      does: [{ move: 'card', level: 'yellow', words: 'demand', within: limit(2, 'working-days') }],
      tone: 'danger',
    }),
    act('to-building', '规划联审通过', 'Planning done', ['co-planning'], [street], {
      to: 'building',
      when: 'matter.tasks.open = 0',
      form: [
        number('planned', '规划面积', 'Area planned', {
          required: true,
          max: 1_000_000,
          digits: 1,
          unit: ['平方米', 'm²'],
        }),
      ],
      counts: 'accept',
    }),
    act('to-accepting', '建成待验收', 'Built', ['building'], [street], {
      to: 'accepting',
      when: 'matter.tasks.open = 0',
      form: [lines('result', { zh: '建设情况', en: 'What was built' }, { required: true })],
      counts: 'handle',
    }),
    act('accept', '联合验收', 'Accept', ['co-accepting'], [street], {
      to: [{ when: `${largeEnough} and form.missing = 0`, to: 'handing' }, { to: 'stopped' }],
      when: 'matter.tasks.open = 0',
      form: [
        number('built', '实建面积', 'Area built', {
          required: true,
          max: 1_000_000,
          digits: 1,
          unit: ['平方米', 'm²'],
        }),
        number('missing', '缺项数', 'Missing facilities', { required: true, max: 100 }),
        lines('which', { zh: '缺项名称', en: 'Which are missing' }, { show: 'missing > 0', required: true }),
        answerField,
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'verify',
      tells: [
        { what: 'built', value: 'form.built' },
        { what: 'missing', value: 'form.missing' },
      ],
      tone: 'primary',
    }),
    act('ask-transfer', '部门签署移交书', 'Departments sign', ['handing'], [street], {
      to: 'signing',
      form: [someBodiesField('departments', { zh: '签署部门', en: 'Departments' })],
      does: [
        {
          move: 'give-tasks',
          from: 'departments',
          name: { zh: '签署移交', en: 'Sign' },
          doneWithin: limit(10, 'working-days'),
        },
      ],
      counts: 'dispatch',
    }),
    act('hand-over', '移交使用', 'Hand over', ['signing'], [street], {
      ...closing,
      to: 'handed',
      when: 'matter.tasks.open = 0',
      form: [line('document', '移交书编号', 'Document', { required: true }), answerField],
    }),
    act('mend-first', '限期补建', 'Build what is missing', ['stopped'], [street], {
      to: 'building',
      form: [
        simple('date', 'by', '补建期限', 'Until', { required: true }),
        lines('demand', { zh: '补建要求', en: 'What is missing' }, { required: true }),
      ],
      counts: 'reopen',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('opinions', '会签时限', 'Time for opinions', ['co-planning', 'co-accepting'], limit(5, 'working-days')),
    timer(
      'whole',
      '移交时限',
      'Time to hand over',
      ['planning', 'co-planning', 'building', 'accepting', 'co-accepting', 'objected', 'handing', 'signing'],
      limit(365, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [{ when: 'true', bodyKind: 'planning' }],
};

/** 配套设施补短板 (S530, S536, S544): each gap with its way, its cost, its day, and the area that comes of it. */
export const facilityGap: Playbook = {
  id: 'estate.facility-gap',
  version: 1,
  name: { zh: '配套设施补短板', en: 'Facility gap' },
  summary: {
    zh: '新建、改造、购买、项目配套、整合共享补齐设施，含办事大厅敞开式改造，记录投入和面积',
    en: 'New, rebuilt, bought, supplied or shared; friendly halls too; cost and area are recorded',
  },
  categories: 'estate.facility-kinds',
  reporters: ['staff', 'system'],
  fields: [
    number('gap', '缺口面积', 'Gap', { required: true, max: 1_000_000, digits: 1, unit: ['平方米', 'm²'] }),
    choice(
      'way',
      '补齐方式',
      'Way',
      [
        ['new', '新建', 'New'],
        ['rebuild', '改扩建', 'Rebuild'],
        ['buy', '购买', 'Buy'],
        ['supply', '新建小区配套', 'Supplied with a new estate'],
        ['share', '整合共享', 'Share'],
      ],
      { required: true },
    ),
    choice(
      'hall',
      '服务大厅形式',
      'Hall',
      [
        ['counter', '柜台式', 'Counter'],
        ['open', '敞开式', 'Open'],
      ],
      { show: 'way = "rebuild"' },
    ),
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'listed',
  stages: [
    stage('listed', '列入计划', 'On the list', ['列入计划', 'On the list'], street),
    stage('building', '实施', 'Being done', ['正在实施', 'Being done'], assignee),
    stage('accepting', '验收', 'Acceptance', ['正在验收', 'Being accepted'], inspector),
    ending('filled', '缺口补齐', 'Filled'),
    ending('dropped', '不再实施', 'Dropped'),
  ],
  actions: [
    act('plan', '落实方式与资金', 'Plan and fund', ['listed'], [street], {
      to: 'building',
      form: [
        bodyField('body', { zh: '责任单位', en: 'Body in charge' }),
        money('cost', '投资', 'Cost', { required: true, max: 1_000_000_000 }),
        number('planned', '计划面积', 'Area planned', {
          required: true,
          max: 1_000_000,
          digits: 1,
          unit: ['平方米', 'm²'],
        }),
        simple('date', 'by', '完成日期', 'Until', { required: true }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tells: [
        { what: 'cost', value: 'form.cost / 100' },
        { what: 'planned', value: 'form.planned' },
      ],
      tone: 'primary',
    }),
    blocks.progressNote({ from: ['building'], who: [assignee] }),
    act('done', '建成', 'Done', ['building'], [assignee], {
      to: 'accepting',
      form: [resultField, photos],
      counts: 'handle',
      tone: 'primary',
    }),
    act('accept', '验收，登记面积', 'Accepted', ['accepting'], [inspector, street], {
      ...closing,
      to: 'filled',
      notBy: ['done'],
      form: [
        number('achieved', '实际增加面积', 'Area achieved', {
          required: true,
          max: 1_000_000,
          digits: 1,
          unit: ['平方米', 'm²'],
        }),
        simple('date', 'opened', '启用日期', 'Opened on', { required: true }),
        choice(
          'hall',
          '改造后形式',
          'Hall now',
          [
            ['open', '敞开式', 'Open'],
            ['counter', '柜台式', 'Counter'],
          ],
          {},
        ),
        answerField,
      ],
      tells: [
        { what: 'achieved', value: 'form.achieved' },
        { what: 'hall', value: 'form.hall' },
      ],
    }),
    act('reject', '验收不合格', 'Not accepted', ['accepting'], [inspector, street], {
      to: 'building',
      form: [reasonField],
      counts: 'return',
      tone: 'danger',
    }),
    act('drop', '不再实施', 'Drop', ['listed'], [street], { ...refusing, to: 'dropped' }),
    ...blocks.holding({ from: ['building'], who: [assignee] }, { grants: [street] }),
  ],
  clocks: [
    timer('whole', '完成时限', 'Time to finish', ['listed', 'building', 'accepting'], limit(365, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [
    { when: 'category.code = "education"', bodyKind: 'education' },
    { when: 'category.code = "health"', bodyKind: 'health' },
    { when: 'true', bodyKind: 'civil-affairs' },
  ],
};
