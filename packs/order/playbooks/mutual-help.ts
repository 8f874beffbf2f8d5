import { blocks, type Owner, type Playbook } from '#engines/case/model';
import { address, contact } from './fields.ts';

const { act, answerField, choice, ending, limit, line, lines, number, reasonField, reporter, role, simple, someBodiesField, stage, table, taskSteps, timer, withdrawing } = blocks; // biome-ignore format: names

const staff: readonly Owner[] = [role('community-staff'), role('grid-worker')];

/** 邻里互助与时间银行: ask or offer within the estate; who helped is thanked, hours go to the time bank (S152, S280). */
export const mutualHelp: Playbook = {
  id: 'order.mutual-help',
  version: 2,
  name: { zh: '邻里互助', en: 'Neighbours help' },
  summary: { zh: '搬个东西、照看一会儿、借个工具，小区里有人帮；帮了多少时间记进时间银行', en: 'Lift, look after, lend: somebody in the estate helps; the hours go to the time bank' },
  categories: 'order.services',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    choice('way', '求助或相助', 'Ask or offer', [['ask', '需要帮忙', 'I ask'], ['offer', '可以帮忙', 'I offer']], { required: true }),
    choice('kind', '事情', 'What', [['lift', '搬抬物品', 'Lifting'], ['care', '临时照看', 'Looking after'], ['lend', '借用工具', 'Lending'], ['escort', '陪同就医', 'To the doctor'], ['other', '其他', 'Other']], { required: true }),
    lines('words', { zh: '说明', en: 'In your words' }, { required: true }),
    simple('moment', 'when', '时间', 'When'),
    address,
    contact,
  ],
  title: '(if data.way = "ask" then "求助：" else "相助：") + category.name',
  start: 'posted',
  stages: [
    stage('posted', '待牵线', 'To be matched', ['已发布，正在找邻居', 'Posted'], role('community-staff')),
    stage('matched', '互助中', 'Matched', ['有邻居来帮忙', 'A neighbour helps'], role('community-staff')),
    stage('thanking', '待确认时长', 'Hours to be confirmed', ['请确认帮忙时长', 'Please confirm the hours'], reporter),
    ending('done', '已完成', 'Done', ['已完成', 'Done']),
    ending('unmet', '没有找到', 'Nobody found', ['没有找到', 'Nobody found']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ],
  actions: [
    act('match', '牵线', 'Match', ['posted'], staff, {
      to: 'matched',
      form: [line('helper', '帮忙的邻居（称呼）', 'Who helps', { required: true, max: 30, privacy: blocks.privacyOf('牵线、记时间', 'To match and to keep the hours', 'consent', 'personal', 24) })],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('fell-through', '没成，重找', 'Fell through', ['matched'], staff, { to: 'posted', form: [reasonField], counts: 'return' }),
    act('helped', '帮完了', 'Helped', ['matched'], [...staff, reporter], { to: 'thanking', counts: 'handle', tone: 'primary' }),
    act('confirm', '确认时长并致谢', 'Confirm the hours', ['thanking'], [reporter, role('community-staff')], {
      to: 'done',
      form: [number('hours', '帮忙时长', 'Hours', { min: 0.5, max: 12, digits: 1, unit: ['小时', 'h'], required: true }), answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'help-hours', value: 'form.hours' }],
      effects: [{ effect: 'ledger.post', awaits: 'ledger', about: { zh: '时长记入帮忙人的时间银行，受助人支取', en: 'Hours to the helper, from whoever was helped' } }],
    }),
    act('unmet', '没有找到', 'Nobody found', ['posted'], staff, { to: 'unmet', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close' }),
    withdrawing({ from: ['posted', 'matched'], to: 'withdrawn' }),
  ],
  clocks: [timer('whole', '互助时限', 'Time in all', ['posted', 'matched', 'thanking'], limit(7, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines

/** 五社联动: five parties on one need, the share of each seen in the matter (S459). */
export const fiveParties: Playbook = {
  id: 'order.five-parties',
  version: 1,
  name: { zh: '五社联动', en: 'Five parties on one need' },
  summary: { zh: '社区提需求、社会组织承接、社工策划、志愿者服务、慈善资源支持，各方任务和成效分列', en: 'The community raises it, an organisation carries it, a social worker plans, volunteers serve, charity funds support: each with its task' },
  categories: 'order.services',
  reporters: ['staff'],
  fields: [lines('need', { zh: '需求', en: 'The need' }, { required: true }), number('people', '涉及人数', 'People', { min: 1, max: 100_000 })],
  title: '"五社联动：" + category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'raised',
  stages: [
    stage('raised', '待组队', 'To be put together', ['正在组队', 'Being put together'], role('community-staff')),
    stage('serving', '服务中', 'Serving', ['正在服务', 'Being served'], role('community-staff')),
    ending('done', '已完成', 'Done'),
    ending('dropped', '不开展', 'Dropped'),
  ],
  actions: [
    act('team', '组队分工', 'Put together', ['raised'], [role('community-staff')], {
      to: 'serving',
      form: [table('parts', '五方分工', 'Parts', [
        choice('part', '角色', 'Part', [['platform', '社区平台', 'Community'], ['organisation', '社会组织承接', 'Organisation'], ['worker', '社工策划', 'Social worker'], ['volunteers', '志愿者服务', 'Volunteers'], ['funds', '慈善资源', 'Charity funds']], { required: true }),
        line('what', '任务', 'Task', { required: true, max: 60 }),
        simple('body', 'who', '单位', 'Body', { required: true }),
        simple('date', 'by', '完成日期', 'Until'),
      ], { required: true, min: 2, max: 15 })],
      does: [{ move: 'give-tasks', from: 'parts', columns: { name: 'what', body: 'who', due: 'by' } }],
      counts: 'dispatch',
      tone: 'primary',
      tells: [{ what: 'parties', value: 'form.parts.part' }],
    }),
    act('drop', '不开展', 'Drop', ['raised'], [role('community-staff')], { to: 'dropped', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close' }),
    ...taskSteps({ from: ['serving'] }),
    blocks.progressNote({ from: ['serving'], who: [role('community-staff')] }),
    act('rate-party', '评价一方', 'Rate a party', ['serving'], [role('community-staff')], {
      form: [{ id: 'rating', type: 'rating', name: { zh: '评价', en: 'Rating' }, required: true }],
      does: [{ move: 'rate-task', rating: 'rating' }],
    }),
    act('finish', '总结办结', 'Finish', ['serving'], [role('community-staff')], {
      to: 'done',
      when: 'matter.tasks.open = 0',
      form: [number('served', '服务人次', 'Person-times', { max: 100_000, required: true }), answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'served', value: 'form.served' }],
    }),
  ],
  clocks: [timer('whole', '联动时限', 'Time in all', ['raised', 'serving'], limit(60, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines

/** 志愿集结: a call across teams by skill, number and time; teams sign up, check in, give their hours (S480). */
export const volunteers: Playbook = {
  id: 'order.volunteers',
  version: 1,
  name: { zh: '志愿集结', en: 'Call of volunteers' },
  summary: { zh: '按技能、人数、时间向各志愿队发出集结，报名、到岗签到、记时长、致谢', en: 'Called by skill, number and time; teams sign up, check in, give hours, are thanked' },
  categories: 'order.services',
  reporters: ['staff', 'system'],
  fields: [
    line('skill', '所需技能', 'Skill', { required: true, max: 60 }),
    number('wanted', '所需人数', 'How many', { min: 1, max: 1000, required: true }),
    simple('moment', 'at', '集结时间', 'When', { required: true }),
    line('case', '关联事项编号', 'Number of the matter', { max: 40 }),
  ],
  title: '"志愿集结：" + data.skill',
  start: 'called',
  stages: [
    stage('called', '待召集', 'To be called', ['待召集', 'To be called'], role('community-staff')),
    stage('gathering', '集结中', 'Gathering', ['正在集结', 'Gathering'], role('community-staff')),
    ending('done', '已完成', 'Done'),
    ending('off', '取消集结', 'Called off'),
  ],
  actions: [
    act('call', '发出集结', 'Call', ['called'], [role('community-staff'), role('street-dispatcher')], {
      to: 'gathering',
      form: [someBodiesField('teams', { zh: '志愿队伍', en: 'Teams' })],
      does: [{ move: 'give-tasks', from: 'teams', name: { zh: '志愿服务', en: 'Serve' }, takeWithin: limit(24, 'clock-hours') }],
      counts: 'dispatch',
      tone: 'primary',
    }),
    ...taskSteps({ from: ['gathering'] }, {
      take: { id: 'sign-up', name: { zh: '报名', en: 'Sign up' }, form: [number('people', '报名人数', 'How many come', { min: 1, max: 500, required: true })], tells: [{ what: 'signed-up', value: 'form.people' }] },
      finish: {
        id: 'report-hours',
        name: { zh: '签到并报服务时长', en: 'Checked in: people and hours' },
        form: [number('came', '实到人数', 'Came', { max: 500, required: true }), number('hours', '人均时长', 'Hours each', { max: 24, digits: 1, required: true, unit: ['小时', 'h'] }), lines('result', { zh: '服务情况', en: 'What was done' }, { required: true })],
        tells: [{ what: 'came', value: 'form.came' }, { what: 'volunteer-hours', value: 'form.came * form.hours' }],
      },
      refuse: { id: 'cannot-come', name: { zh: '不能参加', en: 'Cannot come' } },
    }),
    act('thank', '致谢办结', 'Thank and close', ['gathering'], [role('community-staff')], {
      to: 'done',
      when: 'matter.tasks.open = 0 and matter.tasks.done > 0',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      effects: [{ effect: 'ledger.post', awaits: 'ledger', about: { zh: '志愿时长记入时间银行', en: 'Hours to the time bank' } }],
    }),
    act('call-off', '取消集结', 'Call off', ['called', 'gathering'], [role('community-staff')], { to: 'off', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close', dropsTasks: true }),
  ],
  clocks: [timer('whole', '集结时限', 'Time in all', ['called', 'gathering'], limit(15, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
