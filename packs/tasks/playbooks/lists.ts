import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, officer, refusing, resultField, street } from './common.ts';

const {
  act,
  answerField,
  bodyField,
  choice,
  ending,
  line,
  lines,
  limit,
  number,
  reasonField,
  simple,
  stage,
  table,
  timer,
  withTask,
} = blocks;

const leads = [street, officer, community];

/** 三级任务清单 (S597): the county's list opens one for each street, a street's one for each community; ends roll up. */
export const goal: Playbook = {
  id: 'tasks.goal',
  version: 1,
  name: { zh: '三级任务清单', en: 'Three-level task list' },
  summary: {
    zh: '县、街道、社区三级分解，每条有责任人、时限和举措，下级完成后上级才能办结',
    en: 'Broken down county, street, community, each with owner, day and measure; the lower ones end first',
  },
  categories: 'tasks.list-levels',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '任务', 'Task', { required: true }),
    lines('measure', { zh: '举措', en: 'Measure' }, { required: true }),
    line('owner', '责任人', 'Owner', { required: true }),
    simple('date', 'until', '完成日期', 'Until', { required: true }),
  ],
  title: 'data.title',
  start: 'listed',
  stages: [
    stage('listed', '已列入清单', 'On the list', ['已列入清单', 'On the list'], street),
    stage('doing', '推进中', 'Under way', ['正在推进', 'Under way'], street),
    stage('checking', '待上级确认', 'To be confirmed', ['等待确认', 'To be confirmed'], officer),
    ending('done', '已完成', 'Done'),
    ending('dropped', '调整取消', 'Dropped'),
  ],
  actions: [
    act('break-down', '分解到下一级', 'Break down', ['listed'], leads, {
      to: 'doing',
      when: 'category.code != "community"',
      form: [lines('demand', { zh: '分解要求', en: 'What is wanted' }, { required: true })],
      effects: [
        {
          effect: 'case.open',
          playbook: 'tasks.goal',
          category: '"street"',
          eachBelow: 'street',
          when: 'category.code = "county"',
          values: { title: 'data.title', measure: 'data.measure', owner: 'data.owner', until: 'data.until' },
        },
        {
          effect: 'case.open',
          playbook: 'tasks.goal',
          category: '"community"',
          eachBelow: 'community',
          when: 'category.code = "street"',
          values: { title: 'data.title', measure: 'data.measure', owner: 'data.owner', until: 'data.until' },
        },
      ],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('start', '着手落实', 'Start', ['listed'], leads, {
      to: 'doing',
      when: 'category.code = "community"',
      form: [lines('plan', { zh: '落实安排', en: 'How' }, { required: true })],
      counts: 'accept',
      tone: 'primary',
    }),
    act('progress', '更新进度', 'Update', ['doing'], leads, {
      form: [
        number('percent', '完成进度', 'Progress', { required: true, max: 100, unit: ['%', '%'] }),
        lines('note', { zh: '情况', en: 'Note' }),
      ],
      counts: 'note',
      tells: [{ what: 'progress', value: 'form.percent' }],
    }),
    act('finish', '完成，报上级确认', 'Done', ['doing'], leads, {
      to: 'checking',
      when: 'matter.tasks.open = 0',
      form: [resultField],
      counts: 'handle',
      tone: 'primary',
    }),
    act('confirm', '确认完成', 'Confirm', ['checking'], [officer, street], {
      ...closing,
      to: 'done',
      notBy: ['finish'],
    }),
    act('return', '未达要求，退回', 'Not enough', ['checking'], [officer, street], {
      to: 'doing',
      form: [reasonField],
      counts: 'return',
    }),
    act('drop', '调整取消', 'Drop', ['listed', 'doing'], [officer], { ...refusing, to: 'dropped', dropsTasks: true }),
    blocks.extension({ from: ['doing'], who: leads }, { grants: [officer], atMost: 1, most: 30 }),
  ],
  clocks: [
    timer('whole', '完成时限', 'Time to finish', ['listed', 'doing', 'checking'], limit(60, 'working-days'), {
      main: true,
    }),
  ],
  routing: [],
};

/** 权责清单 (S690, S705): whose duty a matter is, by the list; whether power and money came with it; disputes are ruled. */
export const duty: Playbook = {
  id: 'tasks.duty',
  version: 1,
  name: { zh: '权责清单事项认定', en: 'Whose duty' },
  summary: {
    zh: '按权责清单认定部门职责和社区协助内容，记录是否给权给钱，不支持的列入上报清单',
    en: 'The department’s duty and the community’s part by the list, whether power and money were given; the rest goes up',
  },
  categories: 'tasks.duty-areas',
  reporters: ['staff', 'system'],
  fields: [
    line('what', '事项', 'Matter', { required: true }),
    line('listItem', '权责清单条目', 'Item of the list', { max: 200 }),
    lines('asked', { zh: '要求社区承担内容', en: 'What is asked of the community' }, { required: true }),
  ],
  title: 'data.what',
  start: 'raised',
  stages: [
    stage('raised', '待认定', 'To be ruled', ['正在认定', 'Being ruled'], officer),
    stage('opinions', '部门意见', 'Departments', ['正在征求部门意见', 'Departments are being asked'], officer),
    stage(
      'unsupported',
      '列入无支持责任清单',
      'Without support',
      ['已列入上报清单', 'Listed for the superior'],
      officer,
    ),
    ending('ruled', '已认定', 'Ruled'),
  ],
  actions: [
    act('ask', '征求部门意见', 'Ask the departments', ['raised'], [officer], {
      to: 'opinions',
      form: [blocks.someBodiesField('bodies', { zh: '相关部门', en: 'Departments' })],
      does: [
        {
          move: 'give-tasks',
          from: 'bodies',
          name: { zh: '职责意见', en: 'Whose duty' },
          doneWithin: limit(5, 'working-days'),
        },
      ],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('say', '出具职责意见', 'Say whose duty', ['opinions'], [withTask], {
      form: [
        lines('result', { zh: '职责意见', en: 'In words' }, { required: true }),
        choice(
          'duty',
          '是否本部门职责',
          'Ours',
          [
            ['ours', '是', 'Ours'],
            ['not', '不是', 'Not ours'],
          ],
          { required: true },
        ),
      ],
      does: [{ move: 'finish-task', result: 'result' }],
      tells: [{ what: 'duty', value: 'form.duty' }],
    }),
    act('rule', '认定权责', 'Rule', ['opinions'], [officer], {
      to: [{ when: 'form.power = false and form.funds = false', to: 'unsupported' }, { to: 'ruled' }],
      form: [
        bodyField('body', { zh: '责任部门', en: 'Whose duty' }),
        lines('community', { zh: '社区协助内容', en: 'The community’s part' }, { required: true }),
        simple('yes-no', 'power', '是否赋权', 'Power given', { required: true }),
        simple('yes-no', 'funds', '是否给付经费', 'Funds given', { required: true }),
        answerField,
      ],
      assigns: 'body',
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      dropsTasks: true,
      tells: [
        { what: 'power', value: 'form.power' },
        { what: 'funds', value: 'form.funds' },
      ],
      tone: 'primary',
    }),
    act('supported', '补足权限或经费', 'Supported after all', ['unsupported'], [officer], {
      ...closing,
      dropsTasks: true,
      to: 'ruled',
      form: [lines('how', { zh: '补足方式', en: 'How' }, { required: true }), answerField],
    }),
  ],
  clocks: [
    timer('whole', '认定时限', 'Time to rule', ['raised', 'opinions'], limit(15, 'working-days'), { main: true }),
  ],
  routing: [],
};

/** 文件落实 (S155, S156, S615): read, split into requirements with owner and day, carried out, reported back, checked. */
export const document: Playbook = {
  id: 'tasks.document',
  version: 1,
  name: { zh: '上级文件落实', en: 'Document carried out' },
  summary: {
    zh: '登记、阅知、分解要求到责任人和期限、逐条反馈执行情况、核查未落实条目',
    en: 'Registered, read, split into requirements with owner and day, reported back article by article, checked',
  },
  categories: 'tasks.document-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('number', '文号', 'Number', { required: true }),
    line('title', '文件名称', 'Title', { required: true, max: 200 }),
    line('issuer', '发文单位', 'Issued by', { required: true }),
  ],
  title: 'data.title',
  start: 'registered',
  stages: [
    stage('registered', '待分解', 'To be split', ['已登记', 'Registered'], street),
    stage('carrying-out', '落实中', 'Being carried out', ['正在落实', 'Being carried out'], street),
    stage('checking', '落实核查', 'Being checked', ['正在核查', 'Being checked'], officer),
    ending('done', '已落实', 'Carried out'),
    ending('filed', '存档备查', 'Filed'),
  ],
  actions: [
    act('read', '阅知', 'Read', ['registered', 'carrying-out'], [street, community], {
      counts: 'note',
      form: [lines('note', { zh: '阅知意见', en: 'Note' })],
    }),
    act('split', '分解条款', 'Split into requirements', ['registered'], [street], {
      to: 'carrying-out',
      form: [
        table(
          'articles',
          '条款与措施',
          'Articles and measures',
          [
            line('what', '条款要求', 'Requirement', { required: true, max: 60 }),
            line('standard', '完成标准', 'Standard', { required: true, max: 100 }),
            simple('body', 'who', '责任单位', 'Body', { required: true }),
            simple('date', 'by', '完成日期', 'Until', { required: true }),
          ],
          { required: true, max: 50 },
        ),
      ],
      does: [{ move: 'give-tasks', from: 'articles', columns: { name: 'what', body: 'who', due: 'by' } }],
      counts: 'dispatch',
      tells: [{ what: 'articles', value: 'count(form.articles)' }],
      tone: 'primary',
    }),
    ...blocks.taskSteps({ from: ['carrying-out'] }),
    act('report', '报送执行情况', 'Report back', ['carrying-out'], [street], {
      to: 'checking',
      form: [resultField],
      counts: 'handle',
      tone: 'primary',
    }),
    act('check', '逐条核查', 'Check article by article', ['checking'], [officer], {
      ...closing,
      to: [{ when: 'form.late = 0', to: 'done' }, { to: 'carrying-out' }],
      notBy: ['report'],
      dropsTasks: true,
      form: [
        number('done', '已落实条数', 'Carried out', { required: true, max: 50 }),
        number('late', '未落实条数', 'Not carried out', { required: true, max: 50 }),
        answerField,
      ],
      tells: [
        { what: 'done', value: 'form.done' },
        { what: 'late', value: 'form.late' },
      ],
    }),
    act('file', '阅存', 'File', ['registered'], [street], { ...closing, to: 'filed', outcome: 'explained' }),
  ],
  clocks: [
    timer('splitting', '分解时限', 'Time to split', ['registered'], limit(3, 'working-days')),
    timer(
      'whole',
      '落实时限',
      'Time to carry out',
      ['registered', 'carrying-out', 'checking'],
      limit(60, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
