import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, large, refusing, street } from './common.ts';

const { act, answerField, bodyField, choice, ending, lines, line, limit, money, number, reasonField, simple, stage, table, taskSteps, timer } = blocks; // biome-ignore format: names

/** A project is handed in with what its measures came to: never by whoever evaluates it. */
const evaluation = [
  act('hand-in', '申请结项', 'Hand in', ['running'], [community], {
    to: 'evaluating',
    when: 'matter.tasks.open = 0',
    form: [
      number('served', '受益人数', 'People served', { required: true, max: 100_000 }),
      money('spent', '实际支出', 'Spent', { required: true, max: large }),
      table('reached', '目标完成情况', 'Targets reached', [
        line('target', '目标', 'Target', { required: true, max: 60 }),
        choice('met', '是否达到', 'Met', [['yes', '达到', 'Met'], ['no', '未达到', 'Not met']], { required: true }),
      ], { required: true, min: 1, max: 10 }),
    ],
    counts: 'handle',
    tone: 'primary',
    tells: [
      { what: 'served', value: 'form.served' },
      { what: 'spent', value: 'form.spent / 100' },
      { what: 'target-met', value: 'form.reached.met' },
    ],
  }),
  act('evaluate', '评估结项', 'Evaluate', ['evaluating'], [street], {
    ...closing,
    to: [{ when: 'form.grade = "fail"', to: 'running' }, { to: 'done' }],
    notBy: ['hand-in', 'plan'],
    form: [
      choice('grade', '评估结果', 'Grade', [['good', '优良', 'Good'], ['pass', '合格', 'Passed'], ['fail', '不合格，整改', 'To be mended']], { required: true }),
      answerField,
    ],
    tells: [{ what: 'grade', value: 'form.grade' }],
  }),
] as const; // biome-ignore format: a table

/**
 * 三社联动项目 (S460): the template by which a community fills in need → plan → measures. A measure without its owner, day and
 * budget is no measure: the plan is refused.
 */
export const linked: Playbook = {
  id: 'projects.linked',
  version: 1,
  name: { zh: '三社联动项目', en: 'Project of community, organisation and social worker' },
  summary: {
    zh: '先摸需求，再编方案，措施逐条落实责任单位、完成日期和预算，街道批准后实施、评估',
    en: 'Need first, then the plan; each measure with owner, day and budget; granted by the street, carried out, evaluated',
  },
  categories: 'projects.themes',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '项目名称', 'Project', {
      required: true,
      hint: { zh: '写清为谁做什么，如“独居老人午间助餐”', en: 'For whom and what: “Lunch for elders who live alone”' },
    }),
    lines('need', { zh: '居民需求', en: 'The need' }, {
      required: true,
      hint: { zh: '哪些居民、什么困难、怎么知道的', en: 'Which residents, what difficulty, how it is known' },
    }),
    number('people', '涉及人数', 'People', { required: true, min: 1, max: 100_000 }),
  ],
  title: 'data.title',
  start: 'analysing',
  stages: [
    stage('analysing', '需求分析', 'Need', ['正在分析需求', 'The need is being looked at'], community),
    stage('planning', '编制方案', 'Plan', ['正在编制方案', 'Being planned'], community),
    stage('running', '实施', 'Running', ['正在实施', 'Running'], community),
    stage('evaluating', '评估', 'Evaluation', ['正在评估', 'Being evaluated'], street),
    ending('done', '已结项', 'Done'),
    ending('dropped', '不予立项', 'Not taken up'),
  ],
  actions: [
    act('analyse', '登记需求分析', 'Record the analysis', ['analysing'], [community], {
      to: 'planning',
      form: [
        choice('how', '了解方式', 'How it was found out', [['visits', '入户走访', 'Visits'], ['survey', '问卷调查', 'Survey'], ['meeting', '居民议事', 'Meeting'], ['orders', '点单和诉求统计', 'Orders and requests']], { required: true, many: true }),
        number('asked', '调查人数', 'People asked', { required: true, min: 1, max: 100_000 }),
        table('problems', '需求清单', 'Needs', [
          line('need', '需求', 'Need', { required: true, max: 60 }),
          number('people', '人数', 'People', { required: true, max: 100_000 }),
          line('missing', '现有服务缺什么', 'What is missing', { required: true, max: 100 }),
        ], { required: true, min: 1, max: 20 }),
      ],
      counts: 'accept',
      tone: 'primary',
      tells: [{ what: 'needs', value: 'count(form.problems)' }],
    }),
    act('plan', '提交方案', 'Hand in the plan', ['planning'], [community], {
      to: 'running',
      form: [
        line('goal', '项目目标', 'Goal', { required: true, hint: { zh: '可以量出来的，如“60 位老人每周助餐 5 次”', en: 'Something that can be counted' } }),
        bodyField('organisation', { zh: '承接的社会组织', en: 'Social organisation' }),
        bodyField('workers', { zh: '社工机构或社工站', en: 'Social workers' }),
        table('measures', '具体措施', 'Measures', [
          line('what', '措施', 'Measure', { required: true, max: 60 }),
          simple('body', 'who', '责任单位', 'Owner', { required: true }),
          simple('date', 'by', '完成日期', 'Until', { required: true }),
          money('budget', '预算', 'Budget', { required: true, max: large }),
        ], { required: true, min: 1, max: 20 }),
        table('targets', '成效指标', 'Targets', [
          line('target', '指标', 'Target', { required: true, max: 60 }),
          number('value', '目标值', 'Value', { required: true, max: 1_000_000 }),
        ], { required: true, min: 1, max: 10 }),
        choice('funds', '资金来源', 'Money from', [['public', '财政资金', 'Public money'], ['society', '公益慈善资金', 'Charity'], ['party', '党组织服务群众经费', 'Party funds'], ['own', '居民、单位自筹', 'Own money']], { required: true, many: true }),
      ],
      needs: { who: [street] },
      does: [{ move: 'give-tasks', from: 'measures', columns: { name: 'what', body: 'who', due: 'by' } }],
      counts: 'dispatch',
      tone: 'primary',
      tells: [
        { what: 'measures', value: 'count(form.measures)' },
        { what: 'budget', value: 'sum(form.measures.budget) / 100' },
      ],
    }),
    act('reconsider', '需求不清，重新分析', 'Analyse again', ['planning'], [community, street], { to: 'analysing', form: [reasonField], counts: 'return' }),
    act('drop', '不予立项', 'Do not take up', ['analysing', 'planning'], [street], { ...refusing, to: 'dropped' }),
    ...taskSteps({ from: ['running'] }),
    blocks.progressNote({ from: ['running'], who: [community] }),
    ...evaluation,
  ],
  clocks: [
    timer('planning', '立项时限', 'Time to plan', ['analysing', 'planning'], limit(20, 'working-days')),
    timer('whole', '项目期限', 'Time in all', ['analysing', 'planning', 'running', 'evaluating'], limit(365, 'calendar-days'), { main: true }),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
