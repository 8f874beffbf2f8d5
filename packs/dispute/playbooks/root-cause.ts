import { blocks, type Owner, type Playbook } from '#engines/case/model';

const {
  act,
  answerField,
  choice,
  ending,
  givePlan,
  limit,
  line,
  lines,
  milestoneSteps,
  number,
  planTable,
  role,
  stage,
  table,
  taskSteps,
  timer,
} = blocks;

const owners: readonly Owner[] = [role('community-staff')];

/** 源头治理: disputes that come again from one cause are treated at the cause, and counted afterwards (S169). */
export const rootCause: Playbook = {
  id: 'dispute.root-cause',
  version: 2,
  name: { zh: '矛盾源头治理', en: 'Treating the cause of disputes' },
  summary: {
    zh: '同一地点、同一起因、同一当事人反复起纠纷的，查清根源、定措施、落实到单位，再看纠纷是否减少',
    en: 'Where disputes come again from one place, cause or party: find the cause, agree on measures, see whether disputes become fewer',
  },
  categories: 'dispute.types',
  reporters: ['staff'],
  fields: [
    choice('pattern', '反复情形', 'Pattern', [
      ['place', '同一地点', 'One place'],
      ['cause', '同一起因', 'One cause'],
      ['party', '同一当事人', 'One party'],
    ], { many: true, required: true }),
    lines('cause', { zh: '根源分析', en: 'The cause' }, { required: true, max: 1000 }),
    table('disputes', '相关纠纷', 'Disputes concerned', [line('number', '受理编号', 'Number', { required: true, max: 30 })], { required: true, min: 2, max: 50 }),
    number('before', '前三个月同类纠纷件数', 'Like disputes in the three months before', { required: true, max: 1000 }),
  ],
  title: '"源头治理：" + category.name + (if place.text = "" then "" else "（" + place.text + "）")',
  start: 'planning',
  stages: [
    stage('planning', '待定措施', 'To be planned', ['正在研究措施', 'Being planned'], role('community-staff')),
    stage('acting', '落实中', 'Being carried out', ['正在落实', 'Being carried out'], role('community-staff')),
    stage('measuring', '效果观察', 'Effect being watched', ['正在观察效果', 'The effect is being watched'], role('community-staff')),
    ending('done', '见效办结', 'It helped'),
    ending('explained', '暂未见效，说明办结', 'It did not help'),
  ],
  actions: [
    act('plan', '制定措施', 'Plan', ['planning'], owners, { to: 'acting', form: [planTable()], does: [givePlan()], counts: 'accept', tone: 'primary' }),
    ...taskSteps({ from: ['acting'] }),
    ...milestoneSteps({ from: ['acting'], who: owners }),
    act('carried-out', '措施落实完毕', 'Carried out', ['acting'], owners, { to: 'measuring', when: 'matter.tasks.open = 0', counts: 'handle', tone: 'primary' }),
    act('measure', '效果评估', 'Measure the effect', ['measuring'], [...owners, role('street-dispatcher')], {
      to: [{ when: 'form.after < data.before', to: 'done' }, { to: 'planning' }],
      form: [
        number('after', '此后三个月同类纠纷件数', 'Like disputes in the three months after', { required: true, max: 1000, hint: { zh: '没有减少的，回到定措施', en: 'Not fewer: back to planning' } }),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'fewer', value: 'data.before - form.after' }],
    }),
    act('explain', '暂未见效，说明办结', 'It did not help: explain', ['measuring'], [role('street-dispatcher')], {
      to: 'explained',
      form: [number('after', '此后三个月同类纠纷件数', 'Like disputes in the three months after', { required: true, max: 1000 }), answerField],
      answers: 'answer',
      counts: 'close',
      outcome: 'explained',
      tells: [{ what: 'fewer', value: 'data.before - form.after' }],
    }),
  ],
  clocks: [
    timer('whole', '治理期限', 'Time in all', ['planning', 'acting', 'measuring'], limit(180, 'calendar-days'), { main: true }),
    timer('planning', '定措施时限', 'Time to plan', ['planning'], limit(10, 'working-days')),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
