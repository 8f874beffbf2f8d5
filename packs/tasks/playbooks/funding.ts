import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, officer, refusing, resultField, street } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
  choice,
  ending,
  givePlan,
  line,
  lines,
  limit,
  milestoneSteps,
  money,
  number,
  planTable,
  reasonField,
  stage,
  table,
  timer,
} = blocks;

/** 治理创新奖补 (S509): applied for, scored by several, published, paid, told as a story. */
export const award: Playbook = {
  id: 'tasks.award',
  version: 1,
  name: { zh: '治理创新奖补', en: 'Innovation award' },
  summary: { zh: '申报、评分、公示、奖补拨付、案例推广', en: 'Applied for, scored, published, paid, told' },
  categories: 'tasks.award-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '项目', 'Project', { required: true }),
    lines('what', { zh: '做法与成效', en: 'What came of it' }, { required: true }),
    money('applied', '申请金额', 'Applied for', { required: true, max: 10_000_000 }),
  ],
  title: 'data.title',
  start: 'applied',
  stages: [
    stage('applied', '待评分', 'To be scored', ['已申报', 'Applied'], officer),
    stage('publishing', '公示', 'Published', ['公示中', 'Published'], officer),
    stage('paying', '拨付', 'Being paid', ['正在拨付', 'Being paid'], officer),
    ending('paid', '已拨付', 'Paid'),
    ending('refused', '未入选', 'Not chosen'),
  ],
  actions: [
    act('score', '评分', 'Score', ['applied'], [officer], {
      to: [{ when: 'form.score >= 85', to: 'publishing' }, { to: 'refused' }],
      form: [
        number('experts', '评委人数', 'Jurors', { required: true, min: 3, max: 50 }),
        number('score', '平均分', 'Score', { required: true, max: 100, digits: 1 }),
        money('award', '拟奖补金额', 'Award', { required: true, max: 10_000_000 }),
        { ...answerField, name: { zh: '评审结论', en: 'Conclusion' } },
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'verify',
      tells: [{ what: 'score', value: 'form.score' }],
      tone: 'primary',
    }),
    act('object', '公示期内有异议', 'Objection', ['publishing'], [street, community], {
      to: 'applied',
      form: [reasonField],
      counts: 'return',
    }),
    act('published', '公示期满无异议', 'No objection', ['publishing'], [officer], {
      to: 'paying',
      notBy: ['score'],
      form: [number('days', '公示天数', 'Days published', { required: true, min: 5, max: 60 })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('pay', '拨付奖补', 'Pay', ['paying'], [officer], {
      ...closing,
      to: 'paid',
      form: [
        money('paid', '拨付金额', 'Paid', { required: true, max: 10_000_000 }),
        lines('story', { zh: '推广案例', en: 'Story' }, { required: true }),
        answerField,
      ],
      tells: [{ what: 'paid', value: 'form.paid / 100' }],
      effects: [
        {
          effect: 'ledger.post',
          awaits: 'ledger',
          about: { zh: '奖补资金记入项目支出', en: 'The award goes to the project’s account' },
        },
      ],
    }),
  ],
  clocks: [
    timer('whole', '评审时限', 'Time to decide', ['applied', 'publishing', 'paying'], limit(60, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};

/** 政府购买服务 (S479, S488, S492): need survey, project and budget, chosen by bids, contract, deliveries confirmed, paid by milestone, published. */
export const purchase: Playbook = {
  id: 'tasks.purchase',
  version: 1,
  name: { zh: '政府购买服务', en: 'Bought services' },
  summary: {
    zh: '需求调查、立项预算、比选签约、社区逐次确认服务、中末期评估、按节点付款、公开',
    en: 'Need, budget, chosen by bids, contract, deliveries confirmed by the community, evaluations, paid by milestone, published',
  },
  categories: 'tasks.purchase-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '项目名称', 'Project', { required: true }),
    lines('need', { zh: '需求调查结果', en: 'Need' }, { required: true }),
    number('surveyed', '调查户数', 'Surveyed', { required: true, max: 100_000 }),
    money('budget', '预算', 'Budget', { required: true, max: 100_000_000 }),
  ],
  title: 'data.title',
  start: 'needed',
  stages: [
    stage('needed', '立项审核', 'To be approved', ['正在立项', 'Being approved'], officer),
    stage('bidding', '比选', 'Bids', ['正在比选', 'Bids are being compared'], officer),
    stage('delivering', '提供服务', 'Delivering', ['正在提供服务', 'Being delivered'], assignee),
    stage('evaluating', '末期评估', 'Evaluation', ['正在评估', 'Being evaluated'], officer),
    ending('published', '结项公开', 'Published'),
    ending('refused', '未予立项', 'Not approved'),
    ending('ended-early', '提前终止', 'Ended early'),
  ],
  actions: [
    act('approve', '批准立项', 'Approve', ['needed'], [officer], {
      to: 'bidding',
      form: [money('approved', '核定预算', 'Budget approved', { required: true, max: 100_000_000 })],
      counts: 'accept',
      tone: 'primary',
    }),
    act('decline', '不予立项', 'Not approved', ['needed'], [officer], { ...refusing, to: 'refused' }),
    act('choose', '比选定标', 'Choose', ['bidding'], [officer], {
      to: 'delivering',
      form: [
        table(
          'bids',
          '投标',
          'Bids',
          [
            line('bidder', '投标单位', 'Bidder', { required: true }),
            money('price', '报价', 'Price', { required: true, max: 100_000_000 }),
            number('score', '评分', 'Score', { required: true, max: 100, digits: 1 }),
          ],
          { required: true, min: 3, max: 20 },
        ),
        bodyField('body', { zh: '承接单位', en: 'Provider' }),
        money('price', '合同金额', 'Contract', { required: true, max: 100_000_000 }),
        planTable(),
      ],
      assigns: 'body',
      does: [givePlan()],
      counts: 'dispatch',
      tells: [{ what: 'price', value: 'form.price / 100' }],
      tone: 'primary',
    }),
    act('deliver', '登记服务', 'Record a delivery', ['delivering'], [assignee], {
      form: [
        number('times', '服务次数', 'Times', { required: true, min: 1, max: 10_000 }),
        number('people', '服务人数', 'People', { required: true, max: 100_000 }),
        lines('note', { zh: '内容', en: 'Content' }, { required: true }),
      ],
      counts: 'handle',
      tells: [{ what: 'served', value: 'form.people' }],
    }),
    act('confirm', '社区确认服务', 'The community confirms', ['delivering'], [community], {
      notBy: ['deliver'],
      form: [
        choice(
          'ok',
          '确认',
          'Confirmed',
          [
            ['yes', '属实', 'So'],
            ['less', '少于约定', 'Less than agreed'],
            ['no', '未提供', 'Not delivered'],
          ],
          { required: true },
        ),
        lines('note', { zh: '说明', en: 'Note' }),
      ],
      counts: 'verify',
      tells: [{ what: 'confirmed', value: 'form.ok' }],
      tone: 'primary',
    }),
    ...milestoneSteps({ from: ['delivering'], who: [assignee] }),
    act('mid-evaluate', '中期评估付款', 'Mid evaluation and payment', ['delivering'], [officer], {
      form: [
        number('score', '得分', 'Score', { required: true, max: 100 }),
        money('paid', '本次付款', 'Paid', { required: true, max: 100_000_000 }),
      ],
      counts: 'verify',
      tells: [
        { what: 'mid', value: 'form.score' },
        { what: 'paid', value: 'form.paid / 100' },
      ],
      effects: [
        {
          effect: 'ledger.post',
          awaits: 'ledger',
          about: { zh: '按节点付款记入项目账', en: 'The payment goes to the project’s account' },
        },
      ],
    }),
    act('finish', '服务完成', 'Finished', ['delivering'], [assignee], {
      to: 'evaluating',
      when: 'matter.tasks.open = 0',
      form: [resultField],
      counts: 'handle',
      tone: 'primary',
    }),
    act('publish', '末期评估并公开', 'Evaluate and publish', ['evaluating'], [officer], {
      ...closing,
      to: 'published',
      form: [
        number('score', '末期得分', 'Score', { required: true, max: 100 }),
        number('satisfied', '服务对象满意率', 'Satisfied', { required: true, max: 100, digits: 1, unit: ['%', '%'] }),
        money('total', '决算金额', 'Total', { required: true, max: 100_000_000 }),
        answerField,
      ],
      tells: [
        { what: 'score', value: 'form.score' },
        { what: 'total', value: 'form.total / 100' },
      ],
    }),
    act('end-early', '提前终止', 'End early', ['bidding', 'delivering', 'evaluating'], [officer], {
      ...refusing,
      to: 'ended-early',
      dropsTasks: true,
    }),
  ],
  clocks: [
    timer(
      'whole',
      '项目期',
      'Time of the project',
      ['needed', 'bidding', 'delivering', 'evaluating'],
      limit(365, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
