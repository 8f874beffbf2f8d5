import { blocks, type Playbook } from '#engines/case/model';
import { inspector, leader, principal, street, system, withTask } from './owners.ts';

const { act, answerField, choice, ending, limit, line, lines, money, number, simple, stage, table, taskSteps, timer } =
  blocks;

/** 月报告 (S370): every community below is asked; who has not reported when it is due is shown. */
export const reports: Playbook = {
  id: 'inspection.reports',
  version: 1,
  name: { zh: '月报告收集', en: 'Collecting monthly reports' },
  summary: { zh: '逐社区收月报，未报自动列出，齐了才汇总', en: 'From each community; what is missing is listed' },
  categories: 'inspection.report-months',
  reporters: ['staff', 'system'],
  fields: [line('month', '月份', 'Month', { max: 20 })],
  title: 'category.name + "：" + place.name',
  start: 'collecting',
  onReport: [
    {
      effect: 'case.open',
      playbook: 'inspection.month-report',
      category: 'category.code',
      values: { month: 'data.month' },
      eachBelow: 'community',
    },
  ],
  stages: [
    stage('collecting', '收集中', 'Collecting', ['收集中', 'Collecting'], street),
    ending('closed', '已汇总', 'Summed up'),
  ],
  actions: [
    act('list-missing', '到期列出未报', 'List what is missing', ['collecting'], [system], {
      atMost: 1,
      tells: [{ what: 'missing', value: 'matter.tasks.open' }],
    }),
    blocks.progressNote({ from: ['collecting'], who: [street] }),
    act('close', '汇总', 'Sum up', ['collecting'], [street], {
      to: 'closed',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('due', '月报截止', 'Due', ['collecting'], limit(3, 'working-days'), { whenOver: 'list-missing' }),
    timer('whole', '汇总时限', 'Time to sum up', ['collecting'], limit(5, 'working-days'), { main: true }),
  ],
  routing: [],
};

/** One community's report of a month. */
export const monthReport: Playbook = {
  id: 'inspection.month-report',
  version: 1,
  name: { zh: '社区月报告', en: 'Report of a month' },
  summary: {
    zh: '主要工作、未完成事项和原因、下月打算，街道审阅',
    en: 'What was done, what not and why, what next; read by the street',
  },
  categories: 'inspection.report-months',
  reporters: ['system', 'staff'],
  fields: [line('month', '月份', 'Month', { max: 20 })],
  title: 'place.name + category.name',
  start: 'due',
  stages: [
    stage('due', '待报', 'Due', ['待报', 'Due'], principal),
    stage('reading', '审阅', 'Being read', ['审阅中', 'Being read'], street),
    ending('accepted', '已采用', 'Accepted'),
  ],
  actions: [
    act('submit', '报送', 'Submit', ['due'], [principal], {
      to: 'reading',
      form: [
        lines('done', { zh: '主要工作', en: 'Done' }, { required: true, max: 2000 }),
        table('undone', '未完成事项', 'Not done', [
          line('what', '事项', 'What', { required: true, max: 60 }),
          line('why', '原因', 'Why', { required: true, max: 100 }),
        ]),
        lines('next', { zh: '下月打算', en: 'Next' }, { max: 1000 }),
      ],
      counts: 'handle',
      tone: 'primary',
    }),
    act('late', '逾期未报', 'Late', ['due'], [system], {
      atMost: 1,
      tells: [{ what: 'late', value: 'true' }],
      effects: [{ effect: 'notice.send', template: 'inspection.report-missing', to: [principal] }],
    }),
    act('return', '退回补充', 'Send back', ['reading'], [street], {
      to: 'due',
      form: [blocks.reasonField],
      counts: 'return',
    }),
    act('accept', '采用', 'Accept', ['reading'], [street], {
      to: 'accepted',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('whole', '报送时限', 'Time to report', ['due'], limit(3, 'working-days'), { main: true, whenOver: 'late' }),
  ],
  routing: [],
};

/** 阶段工作汇报、工作调度 (S376, S608): agenda and status sheet, what is behind on top; what leaders say becomes tasks. */
export const stageReport: Playbook = {
  id: 'inspection.stage-report',
  version: 1,
  name: { zh: '阶段汇报与调度', en: 'Stage report and dispatch' },
  summary: {
    zh: '滞后事项排在前，领导指示逐条变任务，办结反馈',
    en: 'What is behind comes first, instructions become tasks',
  },
  categories: 'inspection.meeting-kinds',
  reporters: ['staff', 'system'],
  fields: [line('subject', '议题', 'Subject', { required: true, max: 60 })],
  title: 'category.name + "：" + data.subject',
  start: 'preparing',
  stages: [
    stage('preparing', '准备', 'Being prepared', ['准备中', 'Being prepared'], street),
    stage('meeting', '听取汇报', 'Meeting', ['待听取', 'Meeting'], leader),
    stage('carrying', '落实指示', 'Being carried out', ['落实中', 'Being carried out'], street),
    ending('closed', '已反馈', 'Reported back'),
  ],
  actions: [
    act('sheet', '提交议程和进度表', 'Agenda and status', ['preparing'], [street], {
      to: 'meeting',
      form: [
        lines('agenda', { zh: '议程', en: 'Agenda' }, { required: true, max: 500 }),
        table('behind', '滞后事项（排在前）', 'Behind schedule', [
          line('what', '事项', 'What', { required: true, max: 60 }),
          simple('body', 'who', '责任单位', 'Body'),
          number('days', '滞后天数', 'Days behind', { min: 1, max: 1000, required: true }),
          line('why', '原因', 'Why', { max: 100 }),
        ]),
        table('onTime', '正常推进', 'On schedule', [
          line('what', '事项', 'What', { required: true, max: 60 }),
          number('percent', '进度（%）', 'Done (%)', { max: 100 }),
        ]),
      ],
      tells: [{ what: 'behind', value: 'if form.behind = null then 0 else count(form.behind)' }],
      tone: 'primary',
    }),
    act('instruct', '记录指示并交办', 'Instructions', ['meeting'], [leader, street], {
      to: 'carrying',
      form: [
        table('people', '参会', 'Present', [line('who', '单位和职务', 'Body and post', { required: true, max: 60 })], {
          max: 50,
        }),
        { ...blocks.planTable('instructions'), name: { zh: '领导指示', en: 'Instructions' } },
      ],
      does: [blocks.givePlan('instructions')],
      tells: [{ what: 'instructions', value: 'count(form.instructions)' }],
      counts: 'dispatch',
      tone: 'primary',
    }),
    ...taskSteps({ from: ['carrying'] }),
    ...blocks.milestoneSteps({ from: ['carrying'], who: [street] }),
    act('close', '反馈落实情况', 'Report back', ['carrying'], [street], {
      to: 'closed',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    act('remind', '到期未落实，提醒', 'Remind', ['carrying'], [system], {
      atMost: 1,
      effects: [{ effect: 'notice.send', template: 'inspection.overdue', to: [withTask, leader] }],
    }),
  ],
  clocks: [
    timer('carrying', '落实时限', 'Time to carry out', ['carrying'], limit(20, 'working-days'), { whenOver: 'remind' }),
    timer('whole', '办理时限', 'Time for it', ['preparing', 'meeting', 'carrying'], limit(30, 'working-days'), {
      main: true,
    }),
  ],
  routing: [],
};

/** 奖励 (S381): from score bands, decided, made public for objections, then carried out; money waits for the ledger. */
export const reward: Playbook = {
  id: 'inspection.reward',
  version: 1,
  name: { zh: '奖励', en: 'Reward' },
  summary: {
    zh: '按考核档次提名，审定、公示、兑现，名单和发放留痕',
    en: 'Named by score bands, decided, made public, carried out, on record',
  },
  categories: 'inspection.rewards',
  reporters: ['staff', 'system'],
  fields: [
    line('band', '考核档次', 'Score band', { required: true, max: 40 }),
    line('rule', '奖惩办法条款', 'Article of the rule', { required: true, max: 60 }),
  ],
  title: 'category.name + "：" + data.band',
  start: 'naming',
  stages: [
    stage('naming', '提名', 'Being named', ['提名中', 'Being named'], inspector),
    stage('deciding', '审定', 'To be decided', ['待审定', 'To be decided'], leader),
    stage('publicity', '公示', 'Made public', ['公示中', 'Made public'], inspector),
    stage('paying', '兑现', 'Being carried out', ['兑现中', 'Being carried out'], street),
    ending('closed', '已兑现', 'Carried out'),
    ending('refused', '不予奖励', 'Refused'),
  ],
  actions: [
    act('name', '提出名单', 'Name', ['naming'], [inspector], {
      to: 'deciding',
      form: [
        table(
          'list',
          '名单',
          'List',
          [
            simple('body', 'who', '单位', 'Body', { required: true }),
            number('score', '得分', 'Score', { max: 1000, required: true }),
            money('amount', '金额', 'Amount', { max: 1_000_000 }),
          ],
          { required: true, max: 50 },
        ),
      ],
      tone: 'primary',
    }),
    act('decide', '审定', 'Decide', ['deciding'], [leader], {
      to: 'publicity',
      notBy: ['name'],
      counts: 'verify',
      tone: 'primary',
    }),
    act('refuse', '不予奖励', 'Refuse', ['deciding', 'publicity'], [leader], {
      to: 'refused',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
    act('object', '登记异议', 'Objection', ['publicity'], [inspector], {
      to: 'deciding',
      form: [lines('words', { zh: '异议内容', en: 'Objection' }, { required: true })],
      counts: 'return',
    }),
    act('no-objection', '公示期满无异议', 'No objection', ['publicity'], [system], { to: 'paying' }),
    act('pay', '兑现并记录', 'Carried out', ['paying'], [street], {
      to: 'closed',
      form: [
        choice(
          'way',
          '发放方式',
          'How',
          [
            ['transfer', '银行转账', 'Transfer'],
            ['certificate', '证书牌匾', 'Certificate'],
            ['points', '积分入账', 'Points'],
          ],
          { required: true },
        ),
        line('voucher', '凭证号', 'Voucher', { required: true, max: 40 }),
        answerField,
      ],
      answers: 'answer',
      effects: [
        {
          effect: 'ledger.post',
          awaits: 'ledger',
          about: { zh: '按名单记奖励支出', en: 'The rewards are posted as paid' },
        },
      ],
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('publicity', '公示期', 'Made public for', ['publicity'], limit(5, 'working-days'), {
      whenOver: 'no-objection',
    }),
    timer(
      'whole',
      '兑现时限',
      'Time for it',
      ['naming', 'deciding', 'publicity', 'paying'],
      limit(30, 'working-days'),
      { main: true },
    ),
  ],
  routing: [],
};
