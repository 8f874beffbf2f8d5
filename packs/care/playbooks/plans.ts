import { blocks, type Owner, type Playbook } from '#engines/case/model';
import { address, contact, health, person } from './fields.ts';

const { act, answerField, choice, ending, limit, line, lines, number, privacyOf, rating, reasonField, reporter, role, simple, someBodiesField, stage, system, table, timer, withdrawing } = blocks; // biome-ignore format: names

const worker: readonly Owner[] = [role('social-worker'), role('community-staff')];
const note = (from: readonly string[]) => blocks.progressNote({ from, who: worker });

/** 帮教: a team, talks with record, stages judged, closed or escalated (S042). */
export const helpPlan: Playbook = {
  id: 'care.help-plan',
  version: 1,
  name: { zh: '特殊人群帮教', en: 'Help-and-education plan' },
  summary: { zh: '网格员、民警、社工、家属组成帮教小组，定期谈话，分阶段评估，解除或升级', en: 'A team of grid worker, police, social worker and family; regular talks; judged stage by stage; ended or escalated' },
  categories: 'care.special-groups',
  reporters: ['staff'],
  sensitivity: 'key-persons',
  audience: ['social-worker', 'community-staff', 'justice-office'],
  fields: [person, address, lines('plan', { zh: '帮教方案', en: 'Plan' }, { required: true, max: 1000 })],
  title: '"帮教：" + category.name',
  start: 'forming',
  stages: [
    stage('forming', '组建小组', 'Team being formed', ['正在组建', 'Being formed'], role('social-worker')),
    stage('helping', '帮教中', 'In help', ['帮教中', 'In help'], role('social-worker')),
    stage('escalated', '已升级', 'Escalated', ['已升级处置', 'Escalated'], role('justice-office')),
    ending('ended', '解除帮教', 'Ended'),
  ],
  actions: [
    act('form', '组建帮教小组', 'Form the team', ['forming'], worker, {
      to: 'helping',
      form: [
        choice('members', '小组成员', 'Members', [['grid-worker', '网格员', 'Grid worker'], ['police', '民警', 'Police'], ['social-worker', '社工', 'Social worker'], ['family', '家属', 'Family'], ['volunteer', '志愿者', 'Volunteer']], { many: true, required: true }),
        simple('date', 'until', '帮教期限', 'Until', { required: true }),
      ],
      does: [{ move: 'give-tasks', name: { zh: '每月谈话', en: 'Monthly talk' }, doneWithin: limit(30, 'calendar-days') }],
      counts: 'accept',
      tone: 'primary',
      tells: [{ what: 'help-members', value: 'form.members' }],
    }),
    act('talk', '谈话记录', 'Talk', ['helping', 'escalated'], [...worker, role('justice-office')], {
      form: [simple('moment', 'metAt', '谈话时间', 'When', { required: true }), lines('record', { zh: '谈话内容', en: 'Record' }, { required: true, max: 1000 }), lines('done', { zh: '谈话小结', en: 'In short' }, { required: true })],
      does: [{ move: 'finish-task', result: 'done' }, { move: 'give-tasks', name: { zh: '每月谈话', en: 'Monthly talk' }, doneWithin: limit(30, 'calendar-days') }],
      counts: 'note',
      tone: 'primary',
    }),
    act('judge', '阶段评估', 'Judge the stage', ['helping', 'escalated'], [role('justice-office')], {
      to: [{ when: 'form.judgement = "better"', to: 'helping' }, { when: 'form.judgement = "worse"', to: 'escalated' }, { to: 'ended' }],
      notBy: ['talk'],
      form: [choice('judgement', '评估', 'Judgement', [['better', '有好转，继续帮教', 'Better: go on'], ['worse', '有反复，升级', 'Worse: escalate'], ['done', '达到目标，解除', 'Reached: end']], { required: true }), answerField],
      answers: 'answer',
      counts: 'close',
      dropsTasks: true,
      tells: [{ what: 'help-judgement', value: 'form.judgement' }],
    }),
    note(['helping']),
  ],
  clocks: [timer('whole', '帮教期', 'Time of the plan', ['forming', 'helping', 'escalated'], limit(365, 'calendar-days'), { main: true }), timer('forming', '组建时限', 'Time to form', ['forming'], limit(5, 'working-days'))],
  routing: [],
}; // biome-ignore format: a table

const score = (id: string, zh: string, en: string) =>
  number(id, zh, en, { min: 1, max: 10, required: true, unit: ['分', 'points'] });

/** 特殊家庭增能: assessed, planned, sessions, goal score before and after (S054). */
export const family: Playbook = {
  id: 'care.family',
  version: 1,
  name: { zh: '特殊家庭增能', en: 'Strengthening of special families' },
  summary: { zh: '家庭评估、个别化计划、社工面谈，目标得分前后对比', en: 'Assessment, individual plan, sessions, goal score before and after' },
  categories: 'care.family-kinds',
  reporters: ['staff', 'resident'],
  sensitivity: 'sensitive',
  fields: [person, address, contact, lines('wish', { zh: '家庭的愿望', en: 'What the family wishes' }, { required: true })],
  title: '"家庭增能：" + category.name',
  start: 'assessing',
  stages: [
    stage('assessing', '待评估', 'To be assessed', ['社工将上门了解情况', 'A social worker will come'], role('social-worker')),
    stage('working', '服务中', 'In service', ['正在服务', 'In service'], role('social-worker')),
    ending('ended', '已结案', 'Ended', ['已结束，请您评价', 'Ended, please rate']),
    ending('rated', '已评价', 'Rated', ['已结束', 'Ended']),
    ending('withdrawn', '已退出', 'Withdrawn', ['您已退出', 'Withdrawn by you']),
  ],
  actions: [
    act('assess', '评估并定计划', 'Assess and plan', ['assessing'], worker, { to: 'working', form: [score('before', '目标得分（服务前）', 'Goal score before'), table('goals', '个别化目标', 'Goals', [line('goal', '目标', 'Goal', { required: true, max: 60 }), simple('date', 'by', '时间', 'Until')], { required: true, max: 10 }), health], does: [{ move: 'give-tasks', from: 'goals', columns: { name: 'goal', due: 'by' } }], counts: 'accept', tone: 'primary', tells: [{ what: 'score-before', value: 'form.before' }] }),
    act('session', '社工面谈', 'Session', ['working'], worker, { form: [simple('moment', 'metAt', '面谈时间', 'When', { required: true }), lines('record', { zh: '面谈记录', en: 'Record' }, { required: true, max: 1000 })], counts: 'note', tells: [{ what: 'family-session', value: '1' }] }),
    ...blocks.milestoneSteps({ from: ['working'], who: worker }),
    act('end', '结案评估', 'End', ['working'], worker, { to: 'ended', when: 'matter.tasks.open = 0', form: [score('after', '目标得分（服务后）', 'Goal score after'), answerField], answers: 'answer', counts: 'close', tone: 'primary', tells: [{ what: 'score-after', value: 'form.after' }] }),
    withdrawing({ from: ['assessing', 'working'], to: 'withdrawn' }),
    rating({ from: ['ended'], closed: 'rated', again: 'working', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [timer('whole', '服务周期', 'Time of the service', ['assessing', 'working'], limit(180, 'calendar-days'), { main: true }), timer('assessing', '评估时限', 'Time to assess', ['assessing'], limit(10, 'working-days'))],
  routing: [],
}; // biome-ignore format: a table

/** 儿童青少年成长: no child under 14 without the guardian's consent; all about minors is sensitive (S055). */
export const youth: Playbook = {
  id: 'care.youth',
  version: 1,
  name: { zh: '儿童青少年成长项目', en: 'Growing up together' },
  summary: { zh: '报名须监护人同意（未满 14 周岁单独同意），分组、开展活动、签到、反馈', en: 'Enrolled with the guardian’s consent (under 14 separately), groups, sessions, attendance, feedback' },
  categories: 'care.youth-groups',
  reporters: ['resident', 'staff'],
  sensitivity: 'sensitive',
  fields: [
    line('child', '孩子姓名', 'Child', { max: 40, privacy: privacyOf('分组、签到', 'Groups and attendance', 'consent', 'sensitive', 12) }),
    choice('years', '组别', 'Age group', [['under-14', '未满 14 周岁', 'Under 14'], ['14-18', '14 至 18 周岁', '14 to 18']], { required: true }),
    line('guardian', '监护人姓名', 'Guardian', { max: 40, privacy: privacyOf('取得监护人同意', 'To have the guardian’s consent', 'consent', 'sensitive', 12) }),
    simple('yes-no', 'consent', '监护人同意参加并处理孩子个人信息', 'The guardian agrees', { required: true }),
    contact,
  ],
  title: '"成长项目：" + category.name',
  start: 'enrolled',
  stages: [
    stage('enrolled', '待核对监护人同意', 'Consent to be checked', ['已报名，正在核对', 'Enrolled, being checked'], role('social-worker')),
    stage('joining', '参加中', 'Taking part', ['已入组', 'In a group'], role('social-worker')),
    ending('finished', '已结束', 'Finished', ['已结束，请您评价', 'Finished, please rate']),
    ending('rated', '已评价', 'Rated', ['已结束', 'Finished']),
    ending('refused', '未入组', 'Not taken', ['未入组', 'Not taken']),
    ending('withdrawn', '已退出', 'Withdrawn', ['您已退出', 'Withdrawn by you']),
  ],
  actions: [
    act('join', '核对同意，入组', 'Consent checked: into a group', ['enrolled'], worker, {
      to: 'joining',
      when: 'data.consent = true',
      form: [
        choice('how', '同意方式', 'Consent by', [['paper', '书面签字', 'Signed paper'], ['present', '监护人当面', 'In person'], ['phone', '电话核实', 'By phone']], { required: true }),
        line('group', '小组', 'Group', { required: true, max: 40 }),
      ],
      counts: 'accept',
      tone: 'primary',
    }),
    act('no-consent', '没有监护人同意，不入组', 'No consent: not taken', ['enrolled'], worker, { to: 'refused', form: [answerField], answers: 'answer', outcome: 'declined', counts: 'close' }),
    act('session', '活动与签到', 'Session and attendance', ['joining'], worker, { form: [simple('moment', 'heldAt', '活动时间', 'When', { required: true }), simple('yes-no', 'came', '是否到场', 'Came', { required: true }), lines('feedback', { zh: '反馈', en: 'Feedback' })], counts: 'note', tells: [{ what: 'youth-came', value: 'form.came' }] }),
    act('finish', '结束', 'Finish', ['joining'], worker, { to: 'finished', form: [answerField], answers: 'answer', counts: 'close', tone: 'primary' }),
    withdrawing({ from: ['enrolled', 'joining'], to: 'withdrawn' }),
    rating({ from: ['finished'], closed: 'rated', again: 'joining', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [timer('whole', '项目周期', 'Time of the project', ['enrolled', 'joining'], limit(120, 'calendar-days'), { main: true }), timer('checking', '核对时限', 'Time to check', ['enrolled'], limit(5, 'working-days'))],
  routing: [],
}; // biome-ignore format: a table

/** 老年人服务: enrolled elders, a menu, sessions, satisfaction (S056). */
export const elders: Playbook = {
  id: 'care.elders',
  version: 1,
  name: { zh: '老年人服务', en: 'Services for older people' },
  summary: { zh: '老人登记服务菜单，按次服务、按次记录，满意不满意老人说了算；金晖助老活动同线登记', en: 'Enrolled with a menu; each service recorded; the elder says whether it was good' },
  categories: 'care.elder-services',
  reporters: ['resident', 'staff'],
  fields: [person, address, contact, choice('line', '服务线', 'Line', [['daily', '日常服务', 'Daily'], ['jinhui', '金晖助老', 'Jinhui']], { required: true })],
  title: '"为老服务：" + category.name',
  start: 'enrolled',
  stages: [
    stage('enrolled', '待安排', 'To be arranged', ['已登记', 'Enrolled'], role('community-staff')),
    stage('serving', '服务中', 'In service', ['正在服务', 'In service'], role('community-staff')),
    ending('ended', '已结束', 'Ended', ['已结束，请您评价', 'Ended, please rate']),
    ending('rated', '已评价', 'Rated', ['已结束', 'Ended']),
    ending('withdrawn', '已退出', 'Withdrawn', ['您已退出', 'Withdrawn by you']),
  ],
  actions: [
    act('arrange', '安排服务', 'Arrange', ['enrolled'], worker, { to: 'serving', form: [someBodiesField('providers', { zh: '服务单位', en: 'Providers' })], does: [{ move: 'cc', bodies: 'providers' }], counts: 'dispatch', tone: 'primary' }),
    act('serve', '服务一次', 'Served once', ['serving'], worker, { form: [simple('moment', 'servedAt', '服务时间', 'When', { required: true }), choice('service', '服务', 'Service', 'care.elder-services', { required: true }), choice('content', '老人说', 'The elder says', [['good', '满意', 'Good'], ['fair', '一般', 'Fair'], ['bad', '不满意', 'Bad']], { required: true })], counts: 'note', tone: 'primary', tells: [{ what: 'elder-service', value: 'form.service' }, { what: 'elder-content', value: 'form.content' }, { what: 'elder-line', value: 'data.line' }] }),
    act('end', '结束服务', 'End', ['serving'], worker, { to: 'ended', form: [answerField], answers: 'answer', counts: 'close' }),
    withdrawing({ from: ['enrolled', 'serving'], to: 'withdrawn' }),
    rating({ from: ['ended'], closed: 'rated', again: 'serving', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [timer('whole', '服务周期', 'Time of the service', ['enrolled', 'serving'], limit(365, 'calendar-days'), { main: true }), timer('arranging', '安排时限', 'Time to arrange', ['enrolled'], limit(3, 'working-days'))],
  routing: [],
}; // biome-ignore format: a table

const officer: readonly Owner[] = [role('privacy-officer')];
const statute = '《个人信息保护法》第50条“及时”；15 个工作日取自 App 违法违规收集使用认定实践（proposed）';

/** 个人信息权利请求: answered in 15 working days; a refusal gives its reason and the way to court. */
export const rights: Playbook = {
  id: 'care.rights',
  version: 1,
  name: { zh: '个人信息权利请求', en: 'Request about one’s data' },
  summary: { zh: '查阅复制、更正、删除、撤回同意、要求说明；核实身份，15 个工作日内答复，不同意的说明理由和救济途径', en: 'See, correct, delete, withdraw consent, have it explained; identity checked, answered in 15 working days; a refusal gives reasons and remedies' },
  categories: 'care.rights-kinds',
  reporters: ['resident', 'staff'],
  sensitivity: 'sensitive',
  fields: [
    choice('who', '请求人', 'Who asks', [['self', '本人', 'Oneself'], ['guardian', '监护人', 'Guardian'], ['relative', '近亲属（本人已故）', 'Relative of the deceased'], ['agent', '受托人', 'Authorised person']], { required: true }),
    lines('what', { zh: '涉及的信息和要求', en: 'Which data, and what is wanted' }, { required: true, max: 1000 }),
    person, contact,
  ],
  title: '"个人信息：" + category.name',
  start: 'received',
  stages: [
    stage('received', '待核实身份', 'Identity to be checked', ['已收到，15 个工作日内答复', 'Received; answered within 15 working days'], role('privacy-officer')),
    stage('proving', '待补充证明', 'Proof missing', ['请补充身份或授权证明', 'Please prove identity or authority'], reporter),
    stage('acting', '处理中', 'In hand', ['正在处理', 'In hand'], role('privacy-officer')),
    ending('done', '已处理', 'Done', ['已处理', 'Done']),
    ending('refused', '不予处理', 'Refused', ['未予处理，可投诉或起诉', 'Refused; you may complain or sue']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ],
  actions: [
    act('verify', '身份已核实', 'Identity checked', ['received'], officer, { to: 'acting', form: [choice('how', '核实方式', 'How', [['sign-in', '实名登录', 'Signed in'], ['present', '当面', 'In person'], ['paper', '书面证明', 'On paper']], { required: true })], counts: 'accept', tone: 'primary' }),
    act('ask-proof', '要求补充证明', 'Ask for proof', ['received'], officer, { to: 'proving', form: [reasonField], atMost: 1 }),
    act('prove', '补充证明', 'Prove', ['proving'], [reporter, ...officer], { to: 'received', form: [{ id: 'proof', type: 'photos', name: { zh: '证明材料', en: 'Proof' }, options: { max: 6 }, privacy: privacyOf('核实请求人身份', 'To check who asks', 'duty', 'sensitive', 6) }] }),
    act('prove-over', '逾期未补充', 'Not proved in time', ['proving'], [system], { to: 'received' }),
    act('fulfil', '已处理，答复', 'Done', ['acting'], officer, {
      to: 'done',
      form: [
        choice('done', '做了什么', 'What was done', [['copied', '已提供副本', 'A copy was given'], ['corrected', '已更正', 'Corrected'], ['deleted', '已删除', 'Deleted'], ['restricted', '法定保存期内停止使用', 'Use stopped while the law keeps it'], ['stopped', '已停止处理', 'Stopped'], ['explained', '已说明', 'Explained']], { required: true }),
        simple('yes-no', 'told', '已通知曾提供过信息的单位', 'Bodies that had the data were told'),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'rights-done', value: 'form.done' }],
    }),
    act('refuse', '不予处理', 'Refuse', ['received', 'acting'], officer, {
      to: 'refused',
      form: [
        choice('ground', '理由', 'Ground', [['identity', '无法核实身份', 'Identity cannot be checked'], ['retention', '法律法规要求保存', 'The law demands that it is kept'], ['others', '损害他人权益', 'It would harm others'], ['unfounded', '明显无依据或反复请求', 'Plainly unfounded or repeated']], { required: true }),
        choice('remedies', '已告知的救济途径', 'Remedies told', [['complain', '向网信部门投诉', 'The cyberspace authority'], ['sue', '向人民法院起诉', 'A court']], { many: true, required: true }),
        answerField,
      ],
      needs: { who: [role('district-case-leader')] },
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    }),
    withdrawing({ from: ['received', 'proving', 'acting'], to: 'withdrawn' }),
  ],
  clocks: [
    timer('whole', '答复时限', 'Time to answer', ['received', 'acting'], limit(15, 'working-days', statute), { main: true }),
    timer('proving', '补充证明时限', 'Time to prove', ['proving'], limit(30, 'calendar-days'), { whenOver: 'prove-over' }),
  ],
  routing: [],
}; // biome-ignore format: a table
