import { blocks, type Playbook } from '#engines/case/model';

const {
  act,
  answerField,
  ending,
  limit,
  line,
  lines,
  number,
  role,
  simple,
  someBodiesField,
  stage,
  table,
  taskSteps,
  timer,
} = blocks;

const lead = [role('street-dispatcher')] as const;

/** 事项筛查: round by round each department decides on its items; differences are looked at; the list is published (S233). */
export const screening: Playbook = {
  id: 'window.screening',
  version: 2,
  name: { zh: '政务服务事项筛查', en: 'Screening of service items' },
  summary: { zh: '导入的事项分轮交各部门认定：能否进社区、代办、全程网办、马上办，承诺时限压缩多少；比对差异后公布', en: 'In rounds each department decides which of its items can go to communities, agents, online, at once, and how far limits shrink; differences compared, list published' },
  categories: 'window.screening-kinds',
  reporters: ['staff'],
  fields: [number('items', '导入事项数', 'Items imported', { min: 1, max: 100_000, required: true }), line('source', '事项来源', 'Source', { required: true, max: 80 })],
  title: '"事项筛查：" + data.source',
  start: 'preparing',
  stages: [
    stage('preparing', '待发起本轮', 'Round to be opened', ['正在准备', 'Being prepared'], role('street-dispatcher')),
    stage('deciding', '部门认定', 'Departments decide', ['各部门正在认定', 'Departments decide'], role('street-dispatcher')),
    stage('comparing', '比对差异', 'Differences', ['正在比对', 'Being compared'], role('street-dispatcher')),
    ending('published', '已公布', 'Published'),
  ],
  actions: [
    act('open-round', '发起一轮', 'Open a round', ['preparing'], lead, { to: 'deciding', form: [someBodiesField('departments', { zh: '参加部门', en: 'Departments' })], does: [{ move: 'give-tasks', from: 'departments', name: { zh: '认定本部门事项', en: 'Decide on own items' }, doneWithin: limit(10, 'working-days') }], counts: 'dispatch', tone: 'primary' }),
    ...taskSteps({ from: ['deciding'] }, {
      finish: {
        id: 'decide-items',
        name: { zh: '提交认定', en: 'Hand in decisions' },
        form: [
          table('items', '事项认定', 'Items', [
            line('item', '事项', 'Item', { required: true, max: 60 }),
            simple('yes-no', 'community', '可进社区', 'In communities', { required: true }),
            simple('yes-no', 'agent', '可代办', 'By agents', { required: true }),
            simple('yes-no', 'online', '全程网办', 'Fully online', { required: true }),
            simple('yes-no', 'immediate', '马上办', 'Immediate', { required: true }),
            number('legal', '法定时限（工作日）', 'Legal limit', { min: 1, max: 365, required: true }),
            number('promised', '承诺时限（工作日）', 'Promised limit', { max: 365, required: true }),
          ], { required: true, max: 200 }),
          lines('result', { zh: '认定说明', en: 'Note' }, { required: true }),
        ],
        tells: [
          { what: 'item-online', value: 'form.items.online' },
          { what: 'item-immediate', value: 'form.items.immediate' },
          { what: 'item-agent', value: 'form.items.agent' },
          { what: 'item-community', value: 'form.items.community' },
          { what: 'item-time-cut', value: 'for one in form.items return 1 - one.promised / one.legal' },
        ],
      },
    }),
    blocks.progressNote({ from: ['deciding'], who: lead }),
    act('compare', '汇总，比对差异', 'Compare', ['deciding'], lead, { to: 'comparing', when: 'matter.tasks.open = 0', counts: 'handle', tone: 'primary' }),
    act('next-round', '有差异，再筛一轮', 'Another round', ['comparing'], lead, {
      to: 'preparing',
      form: [table('differences', '与上一轮的差异', 'Differences to the round before', [line('item', '事项', 'Item', { required: true, max: 60 }), line('what', '差异', 'Difference', { required: true, max: 80 })], { required: true, max: 200 })],
      counts: 'return',
      tells: [{ what: 'item-differences', value: 'count(form.differences)' }],
    }),
    act('publish', '公布清单', 'Publish the list', ['comparing'], lead, {
      to: 'published',
      form: [
        table('totals', '分部门合计', 'Totals by department', [
          line('department', '部门', 'Department', { required: true, max: 40 }),
          number('items', '事项数', 'Items', { min: 1, max: 10_000, required: true }),
          number('legal', '法定时限合计（工作日）', 'Legal days', { min: 1, max: 1_000_000, required: true }),
          number('promised', '承诺时限合计（工作日）', 'Promised days', { max: 1_000_000, required: true }),
        ], { required: true, max: 100 }),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      // 时限缩短: weighted by legal days: one minus all promised days over all legal days (S239).
      tells: [{ what: 'time-cut', value: '1 - sum(form.totals.promised) / sum(form.totals.legal)' }, { what: 'time-cut-percent', value: 'decimal(100 - 100 * sum(form.totals.promised) / sum(form.totals.legal), 2)' }, { what: 'items-published', value: 'sum(form.totals.items)' }],
      effects: [{ effect: 'knowledge.publish', awaits: 'knowledge', about: { zh: '公布事项清单的新版本', en: 'Publish the new version of the catalogue' } }],
    }),
  ],
  clocks: [timer('whole', '筛查期限', 'Time in all', ['preparing', 'deciding', 'comparing'], limit(60, 'working-days'), { main: true })],
  routing: [],
}; // biome-ignore format: a table
