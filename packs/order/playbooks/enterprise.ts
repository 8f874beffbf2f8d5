import { blocks, type Playbook } from '#engines/case/model';
import { contact } from './fields.ts';

const { act, answerField, choice, ending, extension, limit, line, lines, passingOn, privacyOf, rating, reporter, role, simple, stage, supervision, system, timer, withdrawing } = blocks; // biome-ignore format: names

const street = role('street-dispatcher');

/** 企业服务: one window for enterprises, requests solved in days, rated by them (S283). */
export const enterprise: Playbook = {
  id: 'order.enterprise',
  version: 3,
  name: { zh: '企业诉求一窗办', en: 'One window for enterprises' },
  summary: { zh: '商户企业一个入口提诉求，街道派到部门，限时办结，适用政策一并告知，企业评价', en: 'Enterprises ask at one place; the street sends it to a department; done in time; rated by them' },
  categories: 'order.enterprise-needs',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    line('enterprise', '企业（商户）名称', 'Enterprise', { required: true, max: 80 }),
    line('code', '统一社会信用代码', 'Unified social credit code', { max: 18 }),
    lines('need', { zh: '诉求', en: 'What is needed' }, { required: true, max: 500 }),
    contact,
  ],
  title: 'data.enterprise + "：" + category.name',
  start: 'received',
  stages: [
    stage('received', '待派单', 'To be dispatched', ['已受理', 'Accepted'], street),
    stage('assigned', '待签收', 'Assigned', ['已派承办单位', 'Passed to the body in charge'], { assignee: true }),
    stage('handling', '办理中', 'In hand', ['正在办理', 'In hand'], { assignee: true }),
    ending('closed', '已办结', 'Closed', ['已办结，请评价', 'Closed, please rate']),
    ending('rated', '已评价', 'Rated', ['已办结', 'Closed']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['已撤回', 'Withdrawn']),
  ],
  actions: [
    act('dispatch', '派单', 'Dispatch', ['received'], [street], { to: 'assigned', form: [blocks.bodyField('body', { zh: '承办单位', en: 'Body in charge' })], assigns: 'body', counts: 'dispatch', tone: 'primary' }),
    act('take', '签收', 'Take on', ['assigned'], [{ assignee: true }], { to: 'handling', counts: 'accept', tone: 'primary' }),
    ...passingOn({ from: ['assigned'], to: 'assigned', dispatching: 'received' }, { rules: [street] }),
    act('solve', '答复企业', 'Answer', ['handling'], [{ assignee: true }], {
      to: [{ when: 'form.solved = "explained"', to: 'closed', outcome: 'explained' }, { to: 'closed' }],
      form: [choice('solved', '办理结果', 'Result', [['solved', '已解决', 'Solved'], ['partly', '部分解决', 'Partly'], ['explained', '政策解释', 'Explained']], { required: true }), blocks.table('policies', '适用的惠企政策', 'Policies that apply', [line('policy', '政策名称', 'Policy', { required: true, max: 80 }), line('how', '怎样申请', 'How to apply', { max: 120 })], { max: 10 }), answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'solved', value: 'form.solved' }, { what: 'policies-told', value: 'if form.policies = null then null else count(form.policies)' }],
    }),
    ...supervision({ from: ['assigned', 'handling'], who: [street] }, { within: limit(2, 'working-days') }),
    extension({ from: ['handling'], who: [{ assignee: true }] }, { grants: [street], atMost: 1 }),
    withdrawing({ from: ['received', 'assigned'], to: 'withdrawn' }),
    rating({ from: ['closed'], closed: 'rated', again: 'received', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('whole', '办结时限', 'Time to close', ['received', 'assigned', 'handling'], limit(10, 'working-days'), { main: true }),
    timer('dispatching', '派单时限', 'Time to dispatch', ['received'], limit(1, 'working-days')),
    timer('taking', '签收时限', 'Time to take on', ['assigned'], limit(8, 'working-hours')),
  ],
  routing: [
    { when: 'category.code = "recruit"', bodyKind: 'human-resources', assign: 'answerer' },
    { when: 'category.code = "licence" or category.code = "order"', bodyKind: 'market-regulation', assign: 'answerer' },
    { when: 'category.code = "facility"', bodyKind: 'utility', assign: 'answerer' },
  ],
}; // biome-ignore format: forms read better in a few long lines

/** 企业走访: by risk and days since the last visit; an enterprise may declare itself instead (S675). */
export const enterpriseVisit: Playbook = {
  id: 'order.enterprise-visit',
  version: 1,
  name: { zh: '企业走访', en: 'Visit to an enterprise' },
  summary: { zh: '按风险和间隔排序走访；一时走不完的由企业先线上自报，网格员分担', en: 'By risk and days since the last visit; who cannot be visited yet declares online; grid workers share' },
  categories: 'order.enterprise-visits',
  reporters: ['staff', 'system', 'resident'],
  fields: [line('enterprise', '企业名称', 'Enterprise', { required: true, max: 80 }), simple('date', 'last', '上次走访日期', 'Last visit')],
  title: '"走访：" + data.enterprise',
  start: 'due',
  stages: [
    stage('due', '待走访', 'Due', ['待走访', 'Due'], role('community-staff')),
    stage('shared', '网格分担', 'Shared with the grid', ['待走访', 'Due'], role('grid-worker')),
    stage('declared', '待核自报', 'Declaration to be checked', ['已自报，待核', 'Declared'], role('community-staff')),
    ending('visited', '已走访', 'Visited'),
    ending('accepted', '自报已核', 'Declaration accepted'),
  ],
  actions: [
    act('share', '交网格员分担', 'Share with the grid', ['due'], [role('community-staff')], { to: 'shared', counts: 'transfer', batch: true }),
    act('over', '到期未走，交网格员', 'Not visited in time: to the grid', ['due'], [system], { to: 'shared', counts: 'transfer', tells: [{ what: 'visit-missed', value: 'category.code' }] }),
    act('declare', '企业自报', 'Declare', ['due', 'shared'], [reporter, role('community-staff')], {
      to: 'declared',
      form: [choice('state', '经营状况', 'State', [['normal', '正常', 'Normal'], ['hard', '有困难', 'In difficulty'], ['stopped', '停业', 'Stopped']], { required: true }), lines('words', { zh: '情况说明', en: 'In words' }, { required: true })],
      tells: [{ what: 'enterprise-state', value: 'form.state' }],
    }),
    act('visit', '走访登记', 'Visited', ['due', 'shared', 'declared'], [role('community-staff'), role('grid-worker')], {
      to: 'visited',
      form: [
        choice('state', '经营状况', 'State', [['normal', '正常', 'Normal'], ['hard', '有困难', 'In difficulty'], ['stopped', '停业', 'Stopped']], { required: true }),
        choice('needs', '企业诉求类别', 'Need', 'order.enterprise-needs'),
        lines('need', { zh: '诉求', en: 'What is needed' }),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      effects: [{ effect: 'case.open', playbook: 'order.enterprise', category: 'form.needs', values: { enterprise: 'data.enterprise', need: 'form.need' }, when: 'form.needs != null and form.need != null', apart: true }],
      tells: [{ what: 'enterprise-visited', value: 'category.code' }, { what: 'enterprise-state', value: 'form.state' }],
    }),
    act('accept', '核对自报', 'Accept the declaration', ['declared'], [role('community-staff')], { to: 'accepted', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close', notBy: ['declare'] }),
  ],
  clocks: [
    timer('whole', '走访时限', 'Time to visit', ['due', 'shared', 'declared'], limit(90, 'calendar-days'), { main: true, before: [{ when: 'category.code = "high"', limit: limit(30, 'calendar-days') }, { when: 'category.code = "medium"', limit: limit(60, 'calendar-days') }] }),
    timer('own', '社区走访时限', 'Time of the community', ['due'], limit(60, 'calendar-days'), { before: [{ when: 'category.code = "high"', limit: limit(15, 'calendar-days') }], whenOver: 'over' }),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines

/** 服务建议: a list for the worker from what a household agreed to share; nothing is decided by it (S259). */
export const suggestion: Playbook = {
  id: 'order.suggestion',
  version: 1,
  name: { zh: '个性化服务建议', en: 'Suggested services' },
  summary: { zh: '经本人同意，按家庭情况给社区工作者一份服务建议；去不去、做不做由人决定', en: 'With consent, a list of services that may fit a household; a person decides' },
  categories: 'order.suggestion-reasons',
  reporters: ['resident', 'staff'],
  fields: [
    { id: 'consent', type: 'yes-no', name: { zh: '本人同意依家庭情况推荐服务', en: 'Agrees to suggestions from the household’s data' }, required: true, hint: { zh: '可随时撤回，不影响其他服务', en: 'May be withdrawn at any time; nothing else depends on it' } },
    line('situation', '家庭情况', 'Situation', { max: 100, privacy: privacyOf('推荐合适的服务', 'To suggest services that fit', 'consent', 'sensitive', 6) }),
    contact,
  ],
  title: '"服务建议：" + category.name',
  start: 'asked',
  stages: [
    stage('asked', '待出建议', 'To be suggested', ['正在准备', 'Being prepared'], role('community-staff')),
    stage('offered', '待居民选择', 'To be chosen', ['已列出建议，请您选择', 'Suggestions are there, please choose'], reporter),
    ending('done', '已选择', 'Chosen', ['已办结', 'Closed']),
    ending('refused', '未经同意，不推荐', 'No consent', ['未推荐', 'Nothing suggested']),
    ending('withdrawn', '已撤回同意', 'Consent withdrawn', ['您已撤回同意', 'You withdrew consent']),
  ],
  actions: [
    act('suggest', '列出建议', 'Suggest', ['asked'], [role('community-staff')], {
      to: 'offered',
      when: 'data.consent = true',
      form: [choice('services', '建议的服务', 'Services', 'order.services', { many: true, required: true }), lines('why', { zh: '依据', en: 'Why' }, { required: true })],
      counts: 'handle',
      tone: 'primary',
      tells: [{ what: 'suggested', value: 'count(form.services)' }],
    }),
    act('no-consent', '未同意，不作推荐', 'No consent: nothing is suggested', ['asked'], [role('community-staff')], { to: 'refused', form: [answerField], answers: 'answer', outcome: 'declined', counts: 'close' }),
    act('choose', '选择', 'Choose', ['offered'], [reporter, role('community-staff')], {
      to: 'done',
      form: [choice('chosen', '选中的服务', 'Chosen', 'order.services', { many: true }), answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'suggestion-taken', value: 'form.chosen != null' }],
    }),
    withdrawing({ from: ['asked', 'offered'], to: 'withdrawn' }),
  ],
  clocks: [timer('whole', '建议时限', 'Time in all', ['asked', 'offered'], limit(15, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
