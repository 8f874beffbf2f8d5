import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, contact, inspector, photos, refusing, resultField, street } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
  choice,
  ending,
  givePlan,
  line,
  lines,
  limit,
  money,
  number,
  planTable,
  reasonField,
  simple,
  stage,
  table,
  timer,
} = blocks;

/** Where the money of a small project comes from. */
const funds = [
  ['public', '财政资金', 'Public money'],
  ['award', '以奖代补', 'Award'],
  ['income', '公共收益', 'Income of common parts'],
  ['fund', '维修资金', 'Maintenance fund'],
  ['residents', '居民自筹', 'Residents'],
  ['social', '社会捐助', 'Donations'],
] as const;

/**
 * 民生小微工程 (S204, S205, S212, S216): need and vote of residents, survey, funds, contractor, progress with pictures,
 * acceptance by residents, warranty. What cannot wait is repaired at once (S205).
 */
export const works: Playbook = {
  id: 'estate.works',
  version: 2,
  name: { zh: '民生小微工程', en: 'Small works' },
  summary: {
    zh: '道路硬化、下水改造、环境改造、老旧小区改造：需求表决、踏勘、资金、施工、居民验收、质保',
    en: 'Roads, drains, surroundings, old estates: need and vote, survey, funds, building, acceptance by residents, warranty',
  },
  categories: 'estate.works-kinds',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    lines('need', { zh: '需求情况', en: 'What is needed' }, { required: true }),
    line('building', '涉及楼栋、路段', 'Where'),
    line('resolution', '议事决议编号', 'Number of the resolution', {
      hint: { zh: '由协商议事形成的填写', en: 'When residents agreed on it' },
    }),
    photos,
    contact,
  ],
  title: 'category.name + (if data.building = null then "" else "：" + data.building)',
  start: 'proposed',
  stages: [
    stage('proposed', '需求核实', 'Need', ['已收到需求', 'Received'], community),
    stage('repairing', '应急抢修', 'Urgent repair', ['正在抢修', 'Being repaired'], assignee),
    stage('funding', '立项筹资', 'Funds', ['正在落实资金', 'Funds are being found'], street),
    stage('building', '施工', 'Building', ['正在施工', 'Being built'], assignee),
    stage('accepting', '居民验收', 'Acceptance', ['请居民代表验收', 'To be accepted by residents'], community),
    ending('warranty', '已完工（质保期）', 'Done, under warranty', [
      '已完工，质保期内有问题可再报',
      'Done; faults are mended under warranty',
    ]),
    ending('repaired', '抢修完成', 'Repaired', ['已修复，等您确认', 'Repaired, awaiting your word']),
    ending('rated', '已评价', 'Rated', ['已办结', 'Closed']),
    ending('not-wanted', '居民未同意', 'Not wanted', ['居民表决未通过', 'The residents did not agree']),
    ending('declined', '不予立项', 'Declined'),
  ],
  actions: [
    act('survey', '核实需求与居民意见', 'Survey and ask the residents', ['proposed'], [community], {
      to: [{ when: 'form.agreed * 2 > form.asked', to: 'funding' }, { to: 'not-wanted' }],
      form: [
        lines('finding', { zh: '踏勘情况', en: 'What was found' }, { required: true }),
        number('asked', '征求户数', 'Asked', { required: true, min: 1, max: 100_000 }),
        number('agreed', '同意户数', 'In favour', { required: true, max: 100_000 }),
        photos,
        { ...answerField, name: { zh: '核实与征求结果', en: 'What was found and said' } },
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'accept',
      tone: 'primary',
    }),
    act('by-resolution', '按议事决议立项', 'By the resolution', ['proposed'], [community], {
      to: 'funding',
      when: 'data.resolution != null',
      form: [lines('resolved', { zh: '决议内容', en: 'What was resolved' }, { required: true })],
      counts: 'accept',
      tells: [{ what: 'by-resolution', value: 'true' }],
      tone: 'primary',
    }),
    act('repair-now', '急修', 'Repair at once', ['proposed'], [community], {
      to: 'repairing',
      form: [
        bodyField('body', { zh: '抢修单位', en: 'Who repairs' }),
        lines('demand', { zh: '要求', en: 'What is to be done' }, { required: true }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'danger',
    }),
    act('repaired', '抢修完成', 'Repaired', ['repairing'], [assignee], {
      ...closing,
      to: 'repaired',
      form: [
        blocks.photosField('before', { zh: '抢修前照片', en: 'Before' }),
        blocks.photosField('after', { zh: '抢修后照片', en: 'After' }),
        answerField,
      ],
    }),
    act('to-project', '反复堵塞，转工程改造', 'Comes back: make it a project', ['repairing'], [assignee], {
      to: 'funding',
      form: [reasonField],
      counts: 'transfer',
    }),
    act('fund', '落实资金、委托施工', 'Fund and commission', ['funding'], [street], {
      to: 'building',
      form: [
        table(
          'sources',
          '资金来源',
          'Funds',
          [
            choice('source', '来源', 'Source', funds, { required: true }),
            money('amount', '金额', 'Amount', { required: true, max: 100_000_000 }),
          ],
          { required: true, max: 10 },
        ),
        bodyField('body', { zh: '建设责任单位', en: 'Body in charge' }),
        line('contractor', '施工单位', 'Contractor', { required: true }),
        number('warranty', '质保期', 'Warranty', { required: true, min: 1, max: 120, unit: ['个月', 'months'] }),
        planTable(),
      ],
      assigns: 'body',
      does: [givePlan()],
      counts: 'dispatch',
      tells: [{ what: 'funds', value: 'sum(form.sources.amount) / 100' }],
      tone: 'primary',
    }),
    ...blocks.milestoneSteps({ from: ['building'], who: [assignee] }),
    act('complaint', '登记施工扰民诉求', 'Complaint about the works', ['building'], [community], {
      form: [
        lines('words', { zh: '居民诉求', en: 'What residents say' }, { required: true }),
        lines('reply', { zh: '处理情况', en: 'What was done' }, { required: true }),
      ],
      counts: 'note',
      tells: [{ what: 'complaint', value: '1' }],
    }),
    act('built', '完工', 'Built', ['building'], [assignee], {
      to: 'accepting',
      when: 'matter.tasks.open = 0',
      form: [resultField, photos],
      counts: 'handle',
      tone: 'primary',
    }),
    act('accept', '居民代表验收通过', 'Accepted by residents', ['accepting'], [community, inspector], {
      ...closing,
      to: 'warranty',
      notBy: ['built'],
      form: [
        number('signed', '签字居民代表人数', 'Residents who signed', { required: true, min: 1, max: 1000 }),
        simple('date', 'until', '质保期至', 'Warranty until', { required: true }),
        answerField,
      ],
    }),
    act('reject', '验收不合格', 'Not accepted', ['accepting'], [community, inspector], {
      to: 'building',
      form: [reasonField, photos],
      counts: 'return',
      tone: 'danger',
    }),
    act('fault', '质保期内返修', 'Fault under warranty', ['warranty'], [community], {
      to: 'building',
      atMost: 5,
      form: [lines('fault', { zh: '质量问题', en: 'What is wrong' }, { required: true }), photos],
      counts: 'reopen',
      tells: [{ what: 'fault', value: '1' }],
    }),
    act('decline', '不予立项', 'Decline', ['proposed', 'funding'], [community, street], {
      ...refusing,
      to: 'declined',
    }),
    ...blocks.holding({ from: ['building'], who: [assignee] }, { grants: [street] }),
    blocks.rating({ from: ['repaired'], closed: 'rated', again: 'proposed', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('surveying', '核实时限', 'Time to survey', ['proposed'], limit(5, 'working-days')),
    timer('repairing', '抢修时限', 'Time to repair', ['repairing'], limit(24, 'clock-hours')),
    timer(
      'whole',
      '办结时限',
      'Time to close',
      ['proposed', 'repairing', 'funding', 'building', 'accepting'],
      limit(120, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [
    { when: 'list contains(["sewer", "drain"], category.code)', bodyKind: 'water' },
    { when: 'true', bodyKind: 'housing' },
  ],
};

/** 化粪池清掏改造 (S206): when it was last emptied, safety before anybody goes in, next time due. */
export const septic: Playbook = {
  id: 'estate.septic',
  version: 1,
  name: { zh: '化粪池清掏与安全检查', en: 'Septic tank' },
  summary: {
    zh: '按周期清掏，作业前通风检测，检查盖板和气体，问题转改造工程',
    en: 'Emptied by its cycle, air tested before anybody goes in, lids and gas checked, faults become works',
  },
  categories: 'estate.septic-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('tank', '化粪池编号', 'Tank', { required: true }),
    number('volume', '容积', 'Volume', { max: 10_000, unit: ['立方米', 'm³'] }),
    simple('date', 'last', '上次清掏日期', 'Last emptied'),
  ],
  title: 'data.tank + category.name',
  start: 'due',
  stages: [
    stage('due', '待清掏', 'Due', ['待清掏', 'Due'], community),
    stage('working', '作业中', 'At work', ['正在作业', 'At work'], assignee),
    stage('checking', '安全检查', 'Safety check', ['正在检查', 'Being checked'], inspector),
    ending('done', '已完成', 'Done'),
  ],
  actions: [
    act('commission', '委托清掏', 'Commission', ['due'], [community], {
      to: 'working',
      form: [bodyField('body', { zh: '清掏单位', en: 'Who empties it' })],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('worked', '清掏完成', 'Emptied', ['working'], [assignee], {
      to: 'checking',
      form: [
        choice(
          'gas',
          '作业前气体检测',
          'Air tested before',
          [
            ['passed', '合格', 'Passed'],
            ['ventilated', '通风后合格', 'Passed after airing'],
          ],
          { required: true },
        ),
        number('amount', '清掏量', 'Removed', { required: true, max: 10_000, digits: 1, unit: ['立方米', 'm³'] }),
        resultField,
      ],
      counts: 'handle',
      tells: [{ what: 'removed', value: 'form.amount' }],
      tone: 'primary',
    }),
    act('pass', '检查合格', 'Passed', ['checking'], [inspector, community], {
      ...closing,
      to: 'done',
      notBy: ['worked'],
      form: [
        choice(
          'lid',
          '盖板状况',
          'Lid',
          [
            ['good', '完好', 'Good'],
            ['replaced', '已更换', 'Replaced'],
          ],
          { required: true },
        ),
        simple('date', 'next', '下次清掏日期', 'Next', { required: true }),
        answerField,
      ],
    }),
    act('renovate', '需要改造，立项', 'Needs renewal: make it works', ['checking'], [inspector, community], {
      ...closing,
      to: 'done',
      notBy: ['worked'],
      form: [lines('need', { zh: '改造理由', en: 'Why' }, { required: true }), answerField],
      outcome: 'explained',
      effects: [
        {
          effect: 'case.open',
          playbook: 'estate.works',
          category: '"septic"',
          values: { need: 'form.need', building: 'data.tank' },
          apart: true,
        },
      ],
    }),
    act('fail', '不合格，重做', 'Not passed', ['checking'], [inspector, community], {
      to: 'working',
      form: [reasonField],
      counts: 'return',
      tone: 'danger',
    }),
  ],
  clocks: [
    timer('whole', '完成时限', 'Time to finish', ['due', 'working', 'checking'], limit(15, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};

/** 杆线整治 (S208): one list of lines, each owner's commitment with its day, done by section. */
export const cables: Playbook = {
  id: 'estate.cables',
  version: 1,
  name: { zh: '杆线管线整治', en: 'Poles and cables' },
  summary: {
    zh: '通信、电力等权属单位共同排查，逐条认领承诺，分路段整治销号',
    en: 'Telecom and power list the lines together, each commits to a day, done and closed by section',
  },
  categories: 'estate.cable-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('section', '路段、小区', 'Section', { required: true }),
    lines('what', { zh: '现状', en: 'As it is' }, { required: true }),
    photos,
  ],
  title: 'data.section + category.name',
  start: 'listing',
  stages: [
    stage('listing', '联合排查', 'Listing', ['正在排查', 'Being listed'], street),
    stage('tidying', '分段整治', 'Tidying', ['正在整治', 'Being tidied'], street),
    stage('checking', '验收', 'Acceptance', ['正在验收', 'Being accepted'], inspector),
    ending('done', '已整治', 'Tidied'),
    ending('cancelled', '不再实施', 'Not done'),
  ],
  actions: [
    act('commit', '登记各权属单位承诺', 'Each owner commits', ['listing'], [street], {
      to: 'tidying',
      form: [
        table(
          'lines',
          '杆线清单',
          'Lines',
          [
            line('what', '杆线、箱体', 'Line', { required: true }),
            simple('body', 'owner', '权属单位', 'Owner', { required: true }),
            simple('date', 'by', '承诺完成日期', 'Committed to', { required: true }),
          ],
          { required: true, max: 60 },
        ),
      ],
      does: [{ move: 'give-tasks', from: 'lines', columns: { name: 'what', body: 'owner', due: 'by' } }],
      counts: 'dispatch',
      tone: 'primary',
    }),
    ...blocks.taskSteps({ from: ['tidying'] }),
    act('remind', '催告逾期单位', 'Remind', ['tidying'], [street], {
      form: [lines('demand', { zh: '催告内容', en: 'What is wanted' }, { required: true })],
      does: [{ move: 'card', level: 'notice', words: 'demand' }],
    }),
    act('all-done', '全部完成，申请验收', 'All done', ['tidying'], [street], {
      to: 'checking',
      when: 'matter.tasks.open = 0',
      form: [resultField],
      counts: 'handle',
      tone: 'primary',
    }),
    act('pass', '验收通过', 'Accepted', ['checking'], [inspector, community], {
      ...closing,
      to: 'done',
      notBy: ['all-done'],
    }),
    act('fail', '仍有飞线，退回', 'Not accepted', ['checking'], [inspector, community], {
      to: 'listing',
      form: [reasonField, photos],
      counts: 'return',
      tone: 'danger',
    }),
    act('cancel', '不再实施', 'Not done', ['listing', 'tidying'], [street], {
      ...refusing,
      to: 'cancelled',
      dropsTasks: true,
    }),
  ],
  clocks: [
    timer('whole', '完成时限', 'Time to finish', ['listing', 'tidying', 'checking'], limit(60, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
