import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, explaining, large, officer, refusing, street } from './common.ts';

const { act, answerField, choice, ending, lines, line, limit, money, number, reasonField, simple, stage, table, timer } = blocks; // biome-ignore format: names

/**
 * 年度购买服务计划 (S495): unmet needs of the year, ranked by urgency and people; what is granted becomes a purchase each, the rest
 * stays on the list with its reason.
 */
export const purchasePlan: Playbook = {
  id: 'projects.purchase-plan',
  version: 1,
  name: { zh: '年度购买服务计划', en: 'Purchase plan of the year' },
  summary: {
    zh: '汇总未满足的服务需求，按紧迫程度和人数排优先序，批准的逐项立项购买，暂缓的写明原因',
    en: 'Unmet needs gathered and ranked; what is granted becomes a purchase each, what waits says why',
  },
  categories: 'projects.plan-kinds',
  reporters: ['staff', 'system'],
  fields: [
    number('year', '年度', 'Year', { min: 2020, max: 2100 }),
    money('ceiling', '资金盘子', 'Money at hand', { max: large }),
  ],
  title: '(if data.year = null then "" else string(data.year) + " 年") + "购买服务计划"',
  start: 'gathering',
  stages: [
    stage('gathering', '汇总需求', 'Gathering', ['正在汇总需求', 'Needs are gathered'], street),
    stage('ranking', '排优先序', 'Ranking', ['正在排优先序', 'Being ranked'], street),
    stage('buying', '逐项购买', 'Buying', ['正在逐项购买', 'Being bought'], officer),
    ending('done', '计划完成', 'Done'),
    ending('refused', '本期不购买', 'Nothing bought'),
  ],
  actions: [
    act('add', '提交未满足需求', 'Add unmet needs', ['gathering'], [community, street], {
      form: [
        table('needs', '未满足需求', 'Unmet needs', [
          line('need', '需求', 'Need', { required: true, max: 60 }),
          choice('from', '来源', 'From', [['orders', '点单未满足', 'Orders not met'], ['wishes', '居民愿望', 'Wishes'], ['visits', '走访', 'Visits'], ['hotline', '热线诉求', 'Hotline'], ['gaps', '设施缺口', 'Gaps']], { required: true }),
          number('times', '提出次数', 'Times', { required: true, min: 1, max: 100_000 }),
          number('people', '涉及人数', 'People', { required: true, min: 1, max: 100_000 }),
        ], { required: true, min: 1, max: 50 }),
      ],
      counts: 'note',
      tone: 'primary',
      tells: [{ what: 'unmet', value: 'form.needs.from' }],
    }),
    act('close-list', '汇总完毕', 'Close the list', ['gathering'], [street], {
      to: 'ranking',
      form: [number('needs', '需求条数', 'Needs', { required: true, min: 1, max: 1000 }), number('communities', '涉及社区数', 'Communities', { required: true, min: 1, max: 1000 })],
      counts: 'handle',
    }),
    act('rank', '提交优先清单', 'Hand in the ranked list', ['ranking'], [street], {
      to: 'buying',
      form: [
        table('list', '优先清单（从最急的排起）', 'List, the most urgent first', [
          line('need', '需求', 'Need', { required: true, max: 60 }),
          choice('kind', '服务类型', 'Kind', 'tasks.purchase-kinds', { required: true }),
          choice('urgent', '紧迫程度', 'Urgency', [['high', '急', 'High'], ['middle', '较急', 'Middle'], ['low', '一般', 'Low']], { required: true }),
          number('people', '受益人数', 'People', { required: true, min: 1, max: 100_000 }),
          money('budget', '预算', 'Budget', { required: true, max: large }),
          choice('decision', '安排', 'Decision', [['buy', '购买', 'Buy'], ['self', '社区自办', 'Done by the community'], ['later', '暂缓', 'Later']], { required: true }),
          line('why', '理由', 'Why', { required: true, max: 100 }),
        ], { required: true, min: 1, max: 50 }),
      ],
      needs: { who: [officer] },
      effects: [
        {
          effect: 'case.open',
          playbook: 'tasks.purchase',
          category: 'row.kind',
          values: { title: 'row.need', need: 'row.why', surveyed: 'row.people', budget: 'row.budget' },
          each: 'list',
          when: 'row.decision = "buy"',
        },
      ],
      counts: 'dispatch',
      tone: 'primary',
      tells: [{ what: 'decision', value: 'form.list.decision' }, { what: 'planned', value: 'sum(for one in form.list return if one.decision = "buy" then one.budget else 0) / 100' }],
    }),
    act('reopen-list', '重新汇总', 'Gather again', ['ranking'], [street], { to: 'gathering', form: [reasonField], counts: 'return', atMost: 2 }),
    act('refuse', '本期不购买', 'Nothing is bought', ['ranking'], [officer], { ...refusing, to: 'refused' }),
    act('sum-up', '年度总结', 'Sum up', ['buying'], [officer], {
      ...closing,
      to: 'done',
      form: [
        money('spent', '实际支出', 'Spent', { required: true, max: large }),
        number('met', '已满足需求数', 'Needs met', { required: true, max: 1000 }),
        number('left', '转入下年需求数', 'Carried over', { required: true, max: 1000 }),
        answerField,
      ],
      tells: [{ what: 'met', value: 'form.met' }, { what: 'carried-over', value: 'form.left' }],
    }),
  ],
  clocks: [
    timer('planning', '编制时限', 'Time to plan', ['gathering', 'ranking'], limit(60, 'calendar-days'), { main: true }),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines

/** 老旧社区补短板行动 (S496): one plan per community, all seen in one matter. */
export const renewal: Playbook = {
  id: 'projects.renewal',
  version: 1,
  name: { zh: '老旧社区补短板行动', en: 'Closing the gaps of old communities' },
  summary: {
    zh: '街道部署，每个社区一份方案，设施服务缺口通过购买服务或改造补上',
    en: 'A plan for each community: gaps of facilities and services are closed by purchase or renovation',
  },
  categories: 'projects.renewal-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '行动名称', 'Title', { required: true }),
    simple('date', 'until', '完成日期', 'Until', { required: true }),
  ],
  title: 'data.title',
  start: 'running',
  stages: [stage('running', '各社区推进', 'Running', ['各社区正在推进', 'The communities are at it'], street), ending('done', '已完成', 'Done')],
  actions: [
    act('remind', '催办', 'Remind', ['running'], [street], {
      form: [lines('words', { zh: '催办说明', en: 'Words' }, { required: true })],
      does: [{ move: 'card', level: 'notice', words: 'words', within: limit(3, 'working-days') }],
    }),
    act('close', '汇总办结', 'Close', ['running'], [street], { ...closing, to: 'done', when: 'matter.tasks.open = 0', tells: [{ what: 'plans-done', value: 'matter.tasks.done' }] }),
  ],
  onReport: [
    { effect: 'case.open', playbook: 'projects.gap-plan', category: 'category.code', values: { title: 'data.title', until: 'data.until' }, eachBelow: 'community' },
  ],
  clocks: [timer('whole', '行动期限', 'Time in all', ['running'], limit(730, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines

const gapKinds = [
  ['care', '养老助餐', 'Care and meals'],
  ['children', '托育儿童', 'Children'],
  ['health', '卫生服务', 'Health'],
  ['culture', '文体活动', 'Culture and sports'],
  ['lift', '电梯无障碍', 'Lifts and access'],
  ['pipes', '管网道路', 'Pipes and roads'],
  ['parking', '停车充电', 'Parking and charging'],
  ['fire', '消防设施', 'Fire safety'],
  ['property', '物业保洁', 'Property service'],
] as const;

/** 社区补短板方案 (S496): gaps counted against the standard, each closed by purchase or renovation, accepted by the street. */
export const gapPlan: Playbook = {
  id: 'projects.gap-plan',
  version: 1,
  name: { zh: '社区补短板方案', en: 'Gap plan of a community' },
  summary: {
    zh: '对照标准清点缺口，逐项定购买还是改造，开出的事项都办完再由街道验收',
    en: 'Gaps against the standard, each closed by purchase or renovation; accepted by the street when all is done',
  },
  categories: 'projects.renewal-kinds',
  reporters: ['system', 'staff'],
  fields: [line('title', '行动名称', 'Title', { max: 100 }), simple('date', 'until', '完成日期', 'Until')],
  title: '(if place.name = "" then "" else place.name + "：") + category.name',
  start: 'counting',
  stages: [
    stage('counting', '清点缺口', 'Counting', ['正在清点缺口', 'Gaps are counted'], community),
    stage('planning', '制定方案', 'Planning', ['正在制定方案', 'Being planned'], community),
    stage('closing', '补缺口', 'Closing', ['正在补缺口', 'Gaps are being closed'], community),
    stage('accepting', '街道验收', 'Acceptance', ['街道正在验收', 'The street is looking at it'], street),
    ending('accepted', '缺口已补', 'Closed'),
    ending('no-gap', '没有缺口', 'No gap'),
  ],
  actions: [
    act('count', '登记缺口', 'Record the gaps', ['counting'], [community], {
      to: 'planning',
      form: [
        number('households', '户数', 'Households', { required: true, min: 1, max: 100_000 }),
        table('gaps', '缺口清单', 'Gaps', [
          choice('kind', '设施服务', 'Kind', gapKinds, { required: true }),
          line('standard', '应有', 'Standard', { required: true, max: 60 }),
          line('present', '现有', 'Present', { required: true, max: 60 }),
          number('people', '受影响人数', 'People', { required: true, min: 1, max: 100_000 }),
        ], { required: true, min: 1, max: 30 }),
      ],
      counts: 'accept',
      tone: 'primary',
      tells: [{ what: 'gap', value: 'form.gaps.kind' }],
    }),
    act('none', '没有缺口', 'No gap', ['counting'], [community], { ...explaining, to: 'no-gap' }),
    act('plan', '提交方案', 'Hand in the plan', ['planning'], [community], {
      to: [{ when: 'form.bought = null and form.built = null', to: 'planning' }, { to: 'closing' }],
      form: [
        table('bought', '购买服务补的', 'Closed by purchase', [
          line('gap', '缺口', 'Gap', { required: true, max: 60 }),
          choice('kind', '服务类型', 'Kind', 'tasks.purchase-kinds', { required: true }),
          number('people', '受益人数', 'People', { required: true, min: 1, max: 100_000 }),
          money('budget', '预算', 'Budget', { required: true, max: large }),
        ], { max: 20 }),
        table('built', '改造补的', 'Closed by renovation', [
          line('gap', '缺口', 'Gap', { required: true, max: 60 }),
          choice('kind', '工程类型', 'Works', 'estate.works-kinds', { required: true }),
          line('where', '楼栋、路段', 'Where', { required: true, max: 60 }),
        ], { max: 20 }),
      ],
      needs: { who: [street] },
      effects: [
        { effect: 'case.open', playbook: 'tasks.purchase', category: 'row.kind', values: { title: 'row.gap', need: 'row.gap', surveyed: 'row.people', budget: 'row.budget' }, each: 'bought' },
        { effect: 'case.open', playbook: 'estate.works', category: 'row.kind', values: { need: 'row.gap', building: 'row.where' }, each: 'built' },
      ],
      counts: 'dispatch',
      tone: 'primary',
      tells: [{ what: 'planned-purchases', value: 'if form.bought = null then 0 else count(form.bought)' }, { what: 'planned-works', value: 'if form.built = null then 0 else count(form.built)' }],
    }),
    blocks.progressNote({ from: ['closing'], who: [community] }),
    act('hand-in', '申请验收', 'Ask for acceptance', ['closing'], [community], {
      to: 'accepting',
      when: 'matter.tasks.open = 0',
      form: [number('closed', '已补缺口数', 'Gaps closed', { required: true, max: 1000 }), lines('result', { zh: '补短板情况', en: 'What was done' }, { required: true })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('accept', '验收通过', 'Accept', ['accepting'], [street], {
      ...closing,
      to: 'accepted',
      notBy: ['hand-in'],
      form: [number('closed', '核实已补缺口数', 'Gaps closed', { required: true, max: 1000 }), number('left', '未补缺口数', 'Gaps left', { required: true, max: 1000 }), answerField],
      tells: [{ what: 'gaps-closed', value: 'form.closed' }, { what: 'gaps-left', value: 'form.left' }],
    }),
    act('more', '未补到位，继续', 'Not closed: go on', ['accepting'], [street], { to: 'planning', form: [reasonField], counts: 'return' }),
  ],
  clocks: [
    timer('planning', '方案时限', 'Time to plan', ['counting', 'planning'], limit(30, 'calendar-days')),
    timer('whole', '完成时限', 'Time in all', ['counting', 'planning', 'closing', 'accepting'], limit(365, 'calendar-days'), { main: true }),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
