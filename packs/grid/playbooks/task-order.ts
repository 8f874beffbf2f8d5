import { blocks, type Playbook } from '#engines/case/model';
import { words } from './fields.ts';
import { leader, street, withTask } from './owners.ts';

const { act, answerField, ending, limit, line, lines, number, simple, stage, table, taskSteps, timer } = blocks;

const orders = table(
  'orders',
  '任务与接收单位',
  'Receivers',
  [
    line('what', '任务', 'Task', { required: true, max: 60 }),
    simple('body', 'who', '接收社区', 'Community', { required: true }),
    simple('date', 'by', '完成日期', 'Until', { required: true }),
  ],
  { required: true, max: 50 },
);

/**
 * 街道任务下达 (S143, S144): one task, several communities, each with its own progress. Before it goes out the load and
 * clashes of days are weighed (准入); a community may say that a day clashes, and gets an answer. It cannot end while
 * one has not answered.
 */
export const taskOrder: Playbook = {
  id: 'grid.task-order',
  version: 1,
  name: { zh: '街道任务下达', en: 'Street task' },
  summary: {
    zh: '一项任务多个社区各报进度，期限冲突可提出，件件有回音',
    en: 'One task, several communities, each with its own progress and a voice about clashes',
  },
  categories: 'grid.task-order-kinds',
  reporters: ['staff'],
  fields: [
    words('basis', '下达依据', 'Basis', { required: true, max: 200 }),
    words('demand', '任务要求', 'What is wanted', { required: true }),
    number('hours', '预计每个社区用时（小时）', 'Hours it takes a community', { max: 500, required: true }),
  ],
  title: 'category.name + "任务：" + substring(data.demand, 1, 20)',
  start: 'admission',
  tells: [{ what: 'hours', value: 'data.hours' }],
  stages: [
    stage('admission', '准入审核', 'Admission', ['正在审核', 'Being weighed'], leader),
    stage('running', '执行中', 'Running', ['各社区办理中', 'In the communities'], street),
    ending('closed', '已办结', 'Closed'),
    ending('refused', '未予准入', 'Not admitted'),
  ],
  actions: [
    act('admit', '准入并下达', 'Admit and issue', ['admission'], [leader], {
      to: 'running',
      form: [
        words('clashes', '同期任务与期限冲突核对', 'Other tasks at that time', { required: true, max: 300 }),
        orders,
      ],
      does: [blocks.givePlan('orders')],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('not-admitted', '不予准入', 'Do not admit', ['admission'], [leader], {
      to: 'refused',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    }),
    ...taskSteps({ from: ['running'] }, { refuse: { name: { zh: '退回：不应由社区承担', en: 'Return: not ours' } } }),
    act('progress', '报进度', 'Report progress', ['running'], [withTask], {
      form: [
        number('percent', '进度（%）', 'Done (%)', { max: 100, required: true }),
        lines('note', { zh: '说明', en: 'Note' }),
      ],
      counts: 'note',
    }),
    act('clash', '提出期限冲突', 'Say that days clash', ['running'], [withTask], {
      form: [
        lines('with', { zh: '与哪项任务冲突、建议日期', en: 'With what, and which day instead' }, { required: true }),
      ],
      tells: [{ what: 'clash', value: 'true' }],
      effects: [{ effect: 'notice.send', template: 'grid.task-clash', to: [street] }],
      counts: 'note',
    }),
    act('answer-clash', '答复期限冲突', 'Answer the clash', ['running'], [street], {
      form: [lines('decision', { zh: '答复', en: 'Answer' }, { required: true })],
      counts: 'note',
    }),
    act('more-time', '统一顺延', 'More time for all', ['running'], [street], {
      form: [
        number('more', '延长工作日', 'More working days', { min: 1, max: 20, required: true }),
        blocks.reasonField,
      ],
      does: [{ move: 'extend', amount: 'more', unit: 'working-days' }],
      atMost: 2,
    }),
    act('release', '免除一个社区的任务', 'Release a community', ['running'], [street], {
      form: [blocks.reasonField],
      does: [{ move: 'refuse-task', reason: 'reason' }],
    }),
    act('close', '汇总反馈，办结', 'Sum up and close', ['running'], [street], {
      to: 'closed',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('admission', '准入时限', 'Time to admit', ['admission'], limit(3, 'working-days')),
    timer('whole', '任务时限', 'Time for the task', ['admission', 'running'], limit(30, 'working-days'), {
      main: true,
    }),
  ],
  routing: [],
};
