import { blocks, type Owner, type Playbook } from '#engines/case/model';

const { act, answerField, bodyField, choice, ending, givePlan, limit, line, lines, milestoneSteps, money, number, planTable, role, simple, stage, taskSteps, timer } = blocks; // biome-ignore format: names

const community: readonly Owner[] = [role('community-staff')];

/** 项目化服务: orders that come again become a project with goal, budget, owner, schedule and evaluation (S254). */
export const project: Playbook = {
  id: 'order.project',
  version: 1,
  name: { zh: '社区服务项目', en: 'Service project' },
  summary: {
    zh: '同类点单多的做成项目：目标、预算、承接单位、进度、受益人、评估',
    en: 'Orders that come again as a project: goal, budget, owner unit, schedule, beneficiaries, evaluation',
  },
  categories: 'order.services',
  reporters: ['staff', 'system'],
  fields: [
    line('goal', '项目目标', 'Goal', { required: true, max: 100 }),
    lines('why', { zh: '来由', en: 'Why' }, { max: 500 }),
    number('orders', '同类点单数', 'Orders alike', { min: 2, max: 1000 }),
  ],
  title: '"服务项目：" + data.goal',
  start: 'planning',
  stages: [
    stage('planning', '立项', 'Planning', ['正在立项', 'Being planned'], role('community-staff')),
    stage('running', '实施', 'Running', ['正在实施', 'Running'], { assignee: true }),
    stage('evaluating', '评估', 'Evaluation', ['正在评估', 'Being evaluated'], role('community-staff')),
    ending('done', '结项', 'Done'),
    ending('dropped', '不立项', 'Not taken up'),
  ],
  actions: [
    act('approve', '立项', 'Take up', ['planning'], community, {
      to: 'running',
      form: [
        bodyField('unit', { zh: '承接单位', en: 'Owner unit' }),
        money('budget', '预算', 'Budget', { required: true }),
        number('beneficiaries', '预计受益人数', 'Beneficiaries expected', { min: 1, max: 100_000, required: true }),
        simple('date', 'until', '完成日期', 'Until', { required: true }),
        planTable(),
      ],
      assigns: 'unit',
      needs: { who: [role('street-dispatcher')] },
      does: [givePlan()],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('drop', '不立项', 'Do not take up', ['planning'], community, { to: 'dropped', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close' }),
    ...taskSteps({ from: ['running'] }),
    ...milestoneSteps({ from: ['running'], who: [{ assignee: true }] }),
    act('hand-in', '申请结项', 'Hand in', ['running'], [{ assignee: true }], {
      to: 'evaluating',
      when: 'matter.tasks.open = 0',
      form: [number('served', '实际受益人数', 'Beneficiaries', { max: 100_000, required: true }), money('spent', '实际支出', 'Spent', { required: true }), lines('result', { zh: '实施情况', en: 'What was done' }, { required: true })],
      counts: 'handle',
      tone: 'primary',
      tells: [{ what: 'beneficiaries', value: 'form.served' }, { what: 'spent', value: 'form.spent' }],
    }),
    act('evaluate', '评估结项', 'Evaluate', ['evaluating'], [...community, role('street-dispatcher')], {
      to: [{ when: 'form.grade = "fail"', to: 'running' }, { to: 'done' }],
      notBy: ['hand-in'],
      form: [
        choice('grade', '评估结果', 'Grade', [['good', '优良', 'Good'], ['pass', '合格', 'Passed'], ['fail', '不合格，整改', 'Failed, to be mended']], { required: true }),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'project-grade', value: 'form.grade' }],
    }),
  ],
  clocks: [
    timer('whole', '项目期限', 'Time in all', ['planning', 'running', 'evaluating'], limit(180, 'calendar-days'), { main: true }),
    timer('planning', '立项时限', 'Time to plan', ['planning'], limit(15, 'working-days')),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
