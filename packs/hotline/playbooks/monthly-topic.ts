import { blocks, type Playbook } from '#engines/case/model';
import { supervisor, system, withTask } from './owners.ts';

const { act, answerField, bodyField, ending, limit, line, lines, number, simple, stage, table, timer } = blocks;

/** 每月一题: a theme out of the requests themselves; one plan, three lists (tasks, policies, duties), seen through to its effect. */
export const monthlyTopic: Playbook = {
  id: 'hotline.monthly-topic',
  version: 1,
  name: { zh: '每月一题', en: 'Theme of the month' },
  summary: {
    zh: '从诉求大数据选题，一方案三清单，专项治理、全程督办、成效公开',
    en: 'A theme out of the requests, one plan and three lists, its effect published',
  },
  categories: 'hotline.topics',
  reporters: ['staff', 'system'],
  fields: [
    line('question', '题目', 'Question', { required: true, max: 60 }),
    number('requests', '近一年相关诉求件数', 'Requests in a year', { required: true }),
  ],
  title: '"每月一题：" + data.question',
  start: 'chosen',
  tells: [{ what: 'before', value: 'data.requests' }],
  stages: [
    stage('chosen', '选题立项', 'Chosen', ['已立项', 'Chosen'], supervisor),
    stage('planning', '制定方案', 'Being planned', ['制定方案中', 'Being planned'], blocks.assignee),
    stage('running', '专项治理', 'In hand', ['专项治理中', 'In hand'], blocks.assignee),
    stage('judging', '成效评估', 'Being judged', ['成效评估中', 'Being judged'], supervisor),
    ending('closed', '已公开成效', 'Published'),
    ending('dropped', '未立项', 'Not taken up'),
  ],
  actions: [
    act('start', '明确牵头单位', 'Name the lead', ['chosen'], [supervisor], {
      to: 'planning',
      form: [bodyField('lead', { zh: '牵头单位', en: 'Lead' })],
      assigns: 'lead',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('drop', '不予立项', 'Do not take up', ['chosen'], [supervisor], {
      to: 'dropped',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
    act('plan', '提交一方案三清单', 'Plan and three lists', ['planning'], [blocks.assignee], {
      to: 'running',
      form: [
        lines('scheme', { zh: '治理方案', en: 'Plan' }, { required: true, max: 2000 }),
        blocks.planTable('tasks'),
        table('policies', '政策清单', 'Policies', [
          line('policy', '政策', 'Policy', { required: true, max: 60 }),
          simple('date', 'by', '出台日期', 'By'),
        ]),
        table('duties', '责任清单', 'Duties', [
          line('duty', '责任', 'Duty', { required: true, max: 60 }),
          simple('body', 'who', '单位', 'Body', { required: true }),
        ]),
      ],
      does: [blocks.givePlan('tasks')],
      tells: [
        { what: 'tasks', value: 'count(form.tasks)' },
        { what: 'policies', value: 'count(form.policies)' },
      ],
      tone: 'primary',
    }),
    ...blocks.taskSteps({ from: ['running'] }),
    blocks.progressNote({ from: ['running'], who: [blocks.assignee] }),
    ...blocks.milestoneSteps({ from: ['running'], who: [blocks.assignee] }),
    { ...blocks.cardAction('yellow', { from: ['running'], who: [supervisor] }) },
    act('submit', '提请评估', 'Ask to be judged', ['running'], [blocks.assignee], {
      to: 'judging',
      when: 'matter.tasks.open = 0',
      form: [lines('result', { zh: '治理成效', en: 'What came of it' }, { required: true, max: 1000 })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('publish', '评估通过，公开成效', 'Publish', ['judging'], [supervisor], {
      to: 'closed',
      form: [number('after', '治理后月均诉求件数', 'Requests a month after', { required: true }), answerField],
      answers: 'answer',
      tells: [{ what: 'after', value: 'form.after' }],
      counts: 'close',
      tone: 'primary',
    }),
    act('again', '成效不足，继续治理', 'Not enough', ['judging'], [supervisor], {
      to: 'running',
      form: [blocks.reasonField],
      counts: 'return',
    }),
    act('remind-month', '月度督办提醒', 'Remind', ['running'], [system], {
      atMost: 1,
      effects: [{ effect: 'notice.send', template: 'hotline.topic-due', to: [blocks.assignee, withTask] }],
    }),
  ],
  clocks: [
    timer('planning', '方案时限', 'Time to plan', ['planning'], limit(15, 'working-days')),
    timer('month', '月度督办', 'Monthly', ['running'], limit(30, 'calendar-days'), { whenOver: 'remind-month' }),
    timer(
      'whole',
      '治理周期',
      'Time for it',
      ['chosen', 'planning', 'running', 'judging'],
      limit(365, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
