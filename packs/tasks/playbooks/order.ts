import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, liaison, officer, refusing, resultField } from './common.ts';

const { act, answerField, choice, ending, line, lines, limit, number, reasonField, simple, stage, timer } = blocks;

/**
 * 交办任务 (S144): one task for many communities, each with its own progress. It is opened by an admitted application and by
 * nothing else (S582). The community sees what else is due by the same day and says so; a clash goes back to whoever asked.
 */
export const order: Playbook = {
  id: 'tasks.order',
  version: 2,
  name: { zh: '社区交办任务', en: 'Task order' },
  summary: {
    zh: '经准入的任务下达到各社区，各自办理、反馈，期限冲突可反映，发起部门逐件确认',
    en: 'An admitted task for each community, done and confirmed one by one; a clash of dates is seen',
  },
  categories: 'tasks.order-kinds',
  // Nobody writes one by hand: that is the gate (S582).
  reporters: ['system'],
  fields: [
    line('title', '任务名称', 'Task', { required: true }),
    line('department', '下达部门', 'Issued by', { required: true }),
    line('basis', '准入依据', 'Admitted by', { required: true, max: 200 }),
    lines('content', { zh: '工作内容', en: 'What is to be done' }, { required: true }),
    simple('date', 'until', '完成日期', 'Until', { required: true }),
    blocks.money('funds', '随任务经费', 'Funds that come with it', { max: 1_000_000_000 }),
    number('expected', '预计工时（每月）', 'Hours expected a month', { max: 100_000, unit: ['小时', 'h'] }),
  ],
  tells: [
    { what: 'order-funded', value: 'data.funds != null and data.funds > 0' },
    { what: 'order-from', value: 'data.department' },
    { what: 'order-hours', value: 'data.expected' },
  ],
  title: 'data.title',
  start: 'issued',
  stages: [
    stage('issued', '待签收', 'To be taken', ['已下达', 'Issued'], community),
    stage('doing', '办理中', 'In hand', ['正在办理', 'In hand'], community),
    stage('clashing', '期限冲突待协调', 'Clash', ['期限冲突，正在协调', 'A clash of dates is being settled'], officer),
    stage('confirming', '待确认', 'To be confirmed', ['等待下达部门确认', 'To be confirmed'], liaison),
    ending('done', '已完成', 'Done'),
    ending('void', '超范围，不予办理', 'Beyond what was admitted', ['超出准入范围', 'Beyond what was admitted']),
  ],
  actions: [
    act('take', '签收', 'Take', ['issued'], [community], {
      to: 'doing',
      counts: 'accept',
      tone: 'primary',
      batch: true,
    }),
    act('clash', '反映期限冲突', 'Report a clash', ['issued', 'doing'], [community], {
      to: 'clashing',
      form: [
        number('also', '同期在办任务数', 'Tasks at the same time', { required: true, max: 100 }),
        lines('proposal', { zh: '建议完成日期和安排', en: 'What would fit' }, { required: true }),
      ],
      counts: 'return',
      tells: [{ what: 'clash', value: 'form.also' }],
    }),
    act('settle', '协调完成日期', 'Settle the dates', ['clashing'], [officer], {
      to: 'doing',
      form: [
        simple('date', 'until', '协调后完成日期', 'New date', { required: true }),
        lines('note', { zh: '说明', en: 'Note' }, { required: true }),
      ],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('progress', '填写进展', 'Note progress', ['doing'], [community], {
      form: [
        number('percent', '完成进度', 'Progress', { required: true, max: 100, unit: ['%', '%'] }),
        lines('note', { zh: '情况', en: 'Note' }),
      ],
      counts: 'note',
      tells: [{ what: 'progress', value: 'form.percent' }],
    }),
    act('finish', '完成，提交确认', 'Done', ['doing'], [community], {
      to: 'confirming',
      form: [resultField, number('hours', '实际工时', 'Hours it took', { max: 100_000, unit: ['小时', 'h'] })],
      counts: 'handle',
      tells: [{ what: 'hours', value: 'form.hours' }],
      tone: 'primary',
    }),
    act('confirm', '确认完成', 'Confirm', ['confirming'], [liaison], { ...closing, to: 'done', notBy: ['finish'] }),
    act('send-back', '未完成，退回', 'Not done', ['confirming'], [liaison], {
      to: 'doing',
      form: [reasonField],
      counts: 'return',
    }),
    act('off-list', '超出准入范围，拒绝办理', 'Beyond what was admitted', ['issued', 'doing'], [community], {
      ...refusing,
      to: 'void',
      needs: { who: [officer] },
      form: [lines('what', { zh: '超范围内容', en: 'What goes beyond it' }, { required: true }), answerField],
      tells: [{ what: 'off-list', value: '1' }],
    }),
  ],
  clocks: [
    timer('taking', '签收时限', 'Time to take', ['issued'], limit(2, 'working-days')),
    timer('whole', '完成时限', 'Time to finish', ['issued', 'doing', 'confirming'], limit(20, 'working-days'), {
      main: true,
    }),
  ],
  routing: [],
};

/** 减负投诉 (S584): a community says, without a name, that somebody demands what is not on the list; the officer settles it. */
export const burden: Playbook = {
  id: 'tasks.burden',
  version: 1,
  name: { zh: '社区减负投诉', en: 'Burden complaint' },
  summary: {
    zh: '匿名反映超清单要求、重复填表、违规考核，减负办核实督促，结果可凭码查询，按部门统计',
    en: 'Off-list demands, repeated forms and the like, told without a name; settled and counted by department',
  },
  categories: 'tasks.burden-kinds',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    line('department', '提出要求的单位', 'Who demands it', { required: true }),
    lines('what', { zh: '要求内容', en: 'What is demanded' }, { required: true }),
    line('paper', '文件或平台名称', 'Paper or platform', { max: 200 }),
    number('hours', '占用工时', 'Hours it takes', { max: 100_000, unit: ['小时', 'h'] }),
  ],
  title: 'category.name + "：" + data.department',
  start: 'received',
  stages: [
    stage(
      'received',
      '待核实',
      'To be looked at',
      ['已收到，不显示您的身份', 'Received; your name does not show'],
      officer,
    ),
    stage('correcting', '责令改正', 'To be corrected', ['正在督促改正', 'Being corrected'], officer),
    ending('corrected', '已纠正', 'Corrected', ['已纠正', 'Corrected']),
    ending('not-so', '经核实不属实', 'Not so', ['经核实不属实', 'Found not to be so']),
  ],
  actions: [
    act('check', '核实', 'Check', ['received'], [officer], {
      to: [{ when: 'form.found = "no"', to: 'not-so' }, { to: 'correcting' }],
      form: [
        choice(
          'found',
          '核实结果',
          'Found',
          [
            ['yes', '属实', 'So'],
            ['partly', '部分属实', 'Partly so'],
            ['no', '不属实', 'Not so'],
          ],
          { required: true },
        ),
        lines('finding', { zh: '核实情况', en: 'Finding' }, { required: true }),
        { ...answerField, name: { zh: '反馈', en: 'Answer' } },
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'accept',
      tells: [
        { what: 'found', value: 'form.found' },
        { what: 'department', value: 'data.department' },
        { what: 'hours', value: 'data.hours' },
      ],
      tone: 'primary',
    }),
    act('demand', '责令单位改正', 'Order it corrected', ['correcting'], [officer], {
      form: [lines('demand', { zh: '改正要求', en: 'What is to be done' }, { required: true })],
      does: [{ move: 'card', level: 'yellow', words: 'demand', within: limit(5, 'working-days') }],
      counts: 'dispatch',
    }),
    act('corrected', '已改正，反馈', 'Corrected', ['correcting'], [officer], {
      ...closing,
      to: 'corrected',
      form: [
        choice(
          'measure',
          '纠正措施',
          'Measure',
          [
            ['withdrawn', '撤销要求', 'Withdrawn'],
            ['merged', '合并报表', 'Merged'],
            ['admitted', '补办准入', 'Admission applied for'],
            ['warned', '通报批评', 'Warned'],
          ],
          { required: true },
        ),
        answerField,
      ],
      tells: [{ what: 'measure', value: 'form.measure' }],
    }),
    act('again', '再次出现，重新核实', 'Again', ['corrected'], [officer], {
      to: 'received',
      form: [reasonField],
      counts: 'reopen',
    }),
  ],
  clocks: [
    timer('checking', '核实时限', 'Time to check', ['received'], limit(3, 'working-days')),
    timer('whole', '办结时限', 'Time to close', ['received', 'correcting'], limit(10, 'working-days'), { main: true }),
  ],
  routing: [],
};
