import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, explaining, leader, refusing, street } from './common.ts';

const { act, answerField, assignee, bodyField, choice, ending, givePlan, lines, line, limit, milestoneSteps, money, number, planTable, privacyOf, reasonField, reporter, simple, stage, timer, withdrawing } = blocks; // biome-ignore format: names

const founder = privacyOf(
  '审核备案、联系负责人',
  'To look at the filing and to reach the founder',
  'consent',
  'personal',
  24,
);
const person = line('founder', '负责人', 'Founder', { required: true, max: 20, privacy: founder });
const phone = simple('phone', 'phone', '联系电话', 'Phone', { required: true, privacy: founder });

/** Calendar days from the report to now, with the hours as a part: what the days taken are averaged from. */
const daysTaken =
  '(date and time(at) - date and time(matter.reportedAt)).days + (date and time(at) - date and time(matter.reportedAt)).hours / 24';

/**
 * 社区社会组织备案 (S466): six questions, looked at by the community, reviewed by the street, the certificate is a document of the
 * matter. Whoever qualifies for registration is sent on to civil affairs. Days taken are a figure.
 */
export const filing: Playbook = {
  id: 'projects.filing',
  version: 1,
  name: { zh: '社区社会组织备案', en: 'Filing of a community organisation' },
  summary: {
    zh: '一张简表申请，社区看、街道审，当场可打印备案证书；够登记条件的直接转民政部门登记',
    en: 'One short form; looked at by the community, reviewed by the street; a certificate; who qualifies is sent to civil affairs',
  },
  categories: 'projects.organisation-kinds',
  reporters: ['resident', 'staff'],
  fields: [
    line('name', '组织名称', 'Name', { required: true, max: 40 }),
    line('purpose', '主要做什么', 'What it does', { required: true, max: 100 }),
    number('members', '成员人数', 'Members', { required: true, min: 3, max: 10_000 }),
    line('room', '活动场所', 'Where it meets', { required: true }),
    person,
    phone,
  ],
  title: 'data.name + "备案"',
  start: 'received',
  stages: [
    stage('received', '待社区核实', 'To be looked at', ['已收到申请', 'Received'], community),
    stage('mending', '待补正', 'To be mended', ['请按告知一次补正', 'Please add what was told'], reporter),
    stage('reviewing', '待街道审核', 'To be reviewed', ['街道正在审核', 'Being reviewed'], street),
    stage('registering', '民政部门办理登记', 'With civil affairs', ['已备案，正在办理登记', 'Filed, being registered'], assignee),
    ending('filed', '已备案', 'Filed', ['已备案，可领取证书', 'Filed, the certificate is ready']),
    ending('registered', '已登记', 'Registered', ['已登记为社会组织', 'Registered']),
    ending('refused', '不予备案', 'Refused', ['未予备案', 'Not filed']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
    ending('struck', '已注销备案', 'Struck off', ['备案已注销', 'Struck off']),
  ],
  actions: [
    act('confirm', '核实属实', 'Confirm', ['received'], [community], {
      to: 'reviewing',
      form: [lines('finding', { zh: '核实意见', en: 'Finding' }, { required: true })],
      counts: 'accept',
      tone: 'primary',
    }),
    act('tell-missing', '一次告知补正', 'Tell what is missing', ['received'], [community], {
      to: 'mending',
      form: [lines('missing', { zh: '需要补正的全部内容', en: 'All that is missing' }, { required: true })],
      atMost: 1,
      counts: 'return',
    }),
    act('mend', '补正', 'Mend', ['mending'], [reporter], {
      to: 'received',
      form: [lines('added', { zh: '补正内容', en: 'What is added' }, { required: true })],
      tone: 'primary',
    }),
    act('file', '准予备案', 'File', ['reviewing'], [street], {
      ...closing,
      to: 'filed',
      notBy: ['confirm'],
      form: [simple('date', 'until', '证书有效期至', 'Valid until', { required: true }), answerField],
      tells: [{ what: 'filing-days', value: daysTaken }, { what: 'filed', value: 'category.code' }],
    }),
    act('file-and-send', '备案并转民政登记', 'File and send to civil affairs', ['reviewing'], [street], {
      to: 'registering',
      notBy: ['confirm'],
      form: [
        simple('date', 'until', '证书有效期至', 'Valid until', { required: true }),
        choice('meets', '已具备的登记条件', 'What it qualifies by', [['members', '会员 50 人以上', 'Fifty members'], ['room', '固定住所', 'Premises'], ['funds', '注册资金', 'Funds'], ['rules', '章程', 'Statutes'], ['staff', '专职人员', 'Staff']], { required: true, many: true }),
        bodyField('body', { zh: '登记机关', en: 'Registry' }),
        { ...answerField, name: { zh: '告知', en: 'What is told' } },
      ],
      assigns: 'body',
      answers: 'answer',
      counts: 'dispatch',
      tells: [{ what: 'filing-days', value: daysTaken }, { what: 'filed', value: 'category.code' }, { what: 'sent-on', value: 'true' }],
    }),
    act('refuse', '不予备案', 'Refuse', ['reviewing'], [street], { ...refusing, to: 'refused' }),
    act('register', '准予登记', 'Register', ['registering'], [assignee], {
      ...closing,
      to: 'registered',
      form: [line('number', '登记证号', 'Number', { required: true, max: 40 }), answerField],
      tells: [{ what: 'registered', value: 'true' }],
    }),
    act('not-register', '暂不登记，保留备案', 'Stays filed only', ['registering'], [assignee], { ...explaining, to: 'filed' }),
    act('strike', '注销备案', 'Strike off', ['filed'], [street], { ...explaining, to: 'struck', form: [choice('why', '注销原因', 'Why', [['asked', '申请注销', 'Asked for'], ['idle', '一年未开展活动', 'Idle for a year'], ['breach', '违反章程或法规', 'Against rules']], { required: true }), answerField] }),
    withdrawing({ from: ['received', 'mending'], to: 'withdrawn' }),
  ],
  clocks: [
    timer('whole', '备案时限', 'Time to file', ['received', 'reviewing'], limit(10, 'working-days'), { main: true }),
    timer('looking', '社区核实时限', 'Time to look', ['received'], limit(3, 'working-days')),
    timer('mending', '补正时限', 'Time to mend', ['mending'], limit(15, 'working-days')),
    timer('registering', '登记时限', 'Time to register', ['registering'], limit(60, 'calendar-days', '《社会团体登记管理条例》：登记管理机关六十日内作出决定（未核对原文）')),
  ],
  routing: [{ when: 'true', bodyKind: 'civil-affairs' }],
}; // biome-ignore format: forms read better in a few long lines

/** 社会组织孵化 (S474): apply, assess, space, mentor, training, growth milestones, graduation. */
export const incubation: Playbook = {
  id: 'projects.incubation',
  version: 1,
  name: { zh: '社会组织孵化', en: 'Incubation of an organisation' },
  summary: {
    zh: '申请、评估入壳、场地和导师、培训、成长节点、出壳；出壳半年后回访',
    en: 'Apply, be assessed; space and mentor, training, milestones of growth, graduation; looked at again half a year later',
  },
  categories: 'projects.organisation-kinds',
  reporters: ['resident', 'staff'],
  fields: [
    line('name', '组织名称', 'Name', { required: true, max: 40 }),
    line('filing', '备案或登记编号', 'Number of filing', { max: 40 }),
    lines('plan', { zh: '想做的服务', en: 'Services planned' }, { required: true }),
    choice('wants', '需要的支持', 'Support wanted', [['space', '场地', 'Space'], ['mentor', '导师', 'Mentor'], ['training', '培训', 'Training'], ['money', '启动资金', 'Seed money'], ['register', '登记辅导', 'Help to register']], { required: true, many: true }),
    person,
    phone,
  ],
  title: 'data.name + "孵化"',
  start: 'applied',
  stages: [
    stage('applied', '待评估', 'To be assessed', ['已收到申请，正在评估', 'Received, being assessed'], street),
    stage('growing', '孵化中', 'Growing', ['孵化中', 'In incubation'], street),
    stage('graduating', '出壳评审', 'Graduation', ['正在出壳评审', 'Being reviewed for graduation'], leader),
    ending('graduated', '已出壳', 'Graduated'),
    ending('left', '中途退出', 'Left', ['已退出孵化', 'Left']),
    ending('refused', '未入壳', 'Not taken in', ['本期未入壳', 'Not taken in this time']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ],
  actions: [
    act('assess', '评估不入壳', 'Assess: not taken in', ['applied'], [street], {
      ...refusing,
      to: 'refused',
      form: [number('score', '平均分', 'Mean score', { required: true, max: 100, digits: 1 }), answerField],
      tells: [{ what: 'assessed', value: 'form.score' }],
    }),
    act('take-in', '评估入壳，落实场地导师', 'Take in: space and mentor', ['applied'], [street], {
      to: 'growing',
      form: [
        number('jurors', '评委人数', 'Jurors', { required: true, min: 3, max: 30 }),
        number('mean', '平均分', 'Mean', { required: true, min: 60, max: 100, digits: 1 }),
        line('space', '孵化场地', 'Space', { required: true }),
        number('desks', '工位数', 'Desks', { required: true, max: 200 }),
        bodyField('mentor', { zh: '导师单位', en: 'Mentor’s body' }),
        money('seed', '启动资金', 'Seed money', { required: true, max: 10_000_000 }),
        planTable('milestones'),
      ],
      does: [givePlan('milestones')],
      counts: 'dispatch',
      tone: 'primary',
      tells: [{ what: 'assessed', value: 'form.mean' }, { what: 'desks', value: 'form.desks' }, { what: 'seed', value: 'form.seed / 100' }],
    }),
    act('mentor', '记录导师辅导', 'Record a talk with the mentor', ['growing'], [street], {
      form: [simple('moment', 'when', '时间', 'When', { required: true }), lines('advice', { zh: '辅导内容', en: 'Advice' }, { required: true })],
      counts: 'note',
      tells: [{ what: 'mentored', value: 'true' }],
    }),
    act('train', '登记培训', 'Record a training', ['growing'], [street], {
      form: [
        line('topic', '培训主题', 'Topic', { required: true }),
        number('people', '参加人数', 'People', { required: true, min: 1, max: 1000 }),
        number('hours', '课时', 'Hours', { required: true, min: 0.5, max: 100, digits: 1 }),
      ],
      counts: 'note',
      tells: [{ what: 'training-hours', value: 'form.hours * form.people' }],
    }),
    ...milestoneSteps({ from: ['growing'], who: [street] }),
    act('grow', '登记成长情况', 'Record the growth', ['growing'], [street], {
      form: [
        number('members', '成员', 'Members', { required: true, max: 10_000 }),
        number('served', '本期服务人次', 'Served', { required: true, max: 100_000 }),
        money('income', '本期收入', 'Income', { required: true, max: 100_000_000 }),
      ],
      counts: 'note',
      tells: [{ what: 'served', value: 'form.served' }, { what: 'income', value: 'form.income / 100' }],
    }),
    blocks.extension({ from: ['growing'], who: [street] }, { grants: [leader], unit: 'calendar-days', most: 180, atMost: 1 }),
    act('ask-graduation', '申请出壳', 'Ask to graduate', ['growing'], [street], {
      to: 'graduating',
      when: 'matter.tasks.open = 0 and matter.tasks.done > 0',
      form: [lines('result', { zh: '孵化成效', en: 'What was reached' }, { required: true }), simple('yes-no', 'registered', '已登记或备案', 'Registered or filed', { required: true })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('graduate', '准予出壳', 'Graduate', ['graduating'], [leader], {
      ...closing,
      to: 'graduated',
      notBy: ['ask-graduation'],
      tells: [{ what: 'graduated', value: 'category.code' }],
    }),
    act('not-yet', '延后出壳，补充节点', 'Not yet: further milestones', ['graduating'], [leader], {
      to: 'growing',
      form: [planTable('more'), reasonField],
      does: [givePlan('more')],
      counts: 'return',
    }),
    act('leave', '退出孵化', 'Leave', ['growing', 'graduating'], [street], { ...explaining, to: 'left', dropsTasks: true, tells: [{ what: 'left', value: 'true' }] }),
    act('look-again', '出壳后回访', 'Look again', ['graduated'], [street], {
      form: [simple('yes-no', 'alive', '仍在正常开展服务', 'Still at work', { required: true }), lines('note', { zh: '情况', en: 'Note' }, { required: true })],
      counts: 'note',
      atMost: 4,
      tells: [{ what: 'alive', value: 'form.alive' }],
    }),
    withdrawing({ from: ['applied'], to: 'withdrawn' }),
  ],
  clocks: [
    timer('assessing', '评估时限', 'Time to assess', ['applied'], limit(20, 'working-days')),
    timer('whole', '孵化期', 'Time of incubation', ['growing', 'graduating'], limit(365, 'calendar-days'), { main: true }),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
