import { blocks, type Playbook } from '#engines/case/model';
import { byAgent, isOnline } from '../items.ts';
import { applicant, backActions, backClocks, backStages, title, windowStaff } from './parts.ts';

const { act, answerField, choice, ending, limit, line, lines, photosField, privacyOf, reporter, role, simple, stage, timer } = blocks; // biome-ignore format: names

const slot = (name: string, en: string) =>
  ({ id: 'slot', type: 'slot', name: { zh: name, en }, required: true, options: { plan: 'window.counter' } }) as const;

/** 一窗受理、现场办: any window takes any listed item; what is immediate is done at once (S221, S229, S246). */
export const matter: Playbook = {
  id: 'window.matter',
  version: 2,
  name: { zh: '一窗受理', en: 'One window' },
  summary: { zh: '任一窗口受理清单内任一事项：收件、一次性告知、转部门、出件、评价；马上办的当场办结', en: 'Any window takes any listed item: received, missing materials told once, department, handed out, rated; immediate ones done at once' },
  categories: 'window.items',
  reporters: ['staff', 'resident'],
  fields: [
    ...applicant,
    line('window', '受理窗口', 'Window', { required: true, max: 30 }),
    simple('yes-no', 'pilot', '试点社区窗口', 'Window of a pilot community'),
    simple('moment', 'queuedAt', '取号时间', 'Took a number at'),
    photosField('materials', { zh: '申请材料', en: 'Materials' }),
  ],
  title,
  start: 'checking',
  stages: backStages,
  actions: backActions('counter'),
  clocks: backClocks(),
  routing: [
    { when: 'category.class = "01"', bodyKind: 'civil-affairs' },
    { when: 'category.class = "02"', bodyKind: 'human-resources' },
    { when: 'category.class = "05"', bodyKind: 'health' },
    { when: 'category.class = "07"', bodyKind: 'housing' },
  ],
  tells: [
    { what: 'pilot', value: 'data.pilot' },
    { what: 'queue-hours', value: 'if data.queuedAt = null then null else date and time(at) - date and time(data.queuedAt)' },
  ],
}; // biome-ignore format: a table

/** 上门办: asked for by phone or by a relative; an agent comes, photographs the materials, brings the result (S243). */
export const home: Playbook = {
  id: 'window.home',
  version: 2,
  name: { zh: '上门办', en: 'At home' },
  summary: { zh: '行动不便的打电话或由亲属代约，代办员按时上门收件，结果送到家', en: 'For whoever cannot come: asked by phone or by a relative; an agent comes and brings the result' },
  categories: 'window.items',
  reporters: ['resident', 'staff'],
  fields: [
    ...applicant,
    choice('askedBy', '预约人', 'Asked by', [['self', '本人', 'Oneself'], ['relative', '亲属', 'A relative'], ['grid', '网格员代约', 'The grid worker']], { required: true }),
    line('address', '上门地址', 'Address', { max: 100, privacy: privacyOf('上门办理', 'To come to the door', 'consent', 'personal', 12) }),
    lines('why', { zh: '不便到窗口的原因', en: 'Why it cannot be at the window' }),
  ],
  title: '"上门办：" + category.name',
  start: 'asked',
  stages: [
    stage('asked', '待约时间', 'To be arranged', ['已收到，正在安排上门', 'Received, a visit is being arranged'], role('service-agent')),
    stage('booked', '待上门', 'Booked', ['已约好上门时间', 'The visit is arranged'], role('service-agent')),
    ...backStages,
  ],
  actions: [
    act('arrange', '约定上门时间', 'Arrange', ['asked'], [role('service-agent'), ...windowStaff], { to: 'booked', form: [simple('moment', 'comesAt', '上门时间', 'Comes at', { required: true })], counts: 'dispatch', tone: 'primary' }),
    act('receive', '上门收件', 'Receive at home', ['booked'], [role('service-agent')], {
      to: 'checking',
      form: [photosField('materials', { zh: '材料照片', en: 'Photos of the materials' }), simple('yes-no', 'signed', '申请人已签字', 'Signed', { required: true }), line('receipt', '收件回执编号', 'Number of the receipt', { required: true, max: 40 })],
      counts: 'accept',
      tone: 'primary',
    }),
    act('absent', '家中无人，改约', 'Nobody at home', ['booked'], [role('service-agent')], { to: 'asked', form: [blocks.reasonField], atMost: 2 }),
    act('give-up', '无法上门，说明办结', 'Cannot be done at home', ['asked'], [role('service-agent'), ...windowStaff], { to: 'refused', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close' }),
    ...backActions('home', [role('window-clerk'), role('service-agent')]),
  ],
  clocks: [...backClocks(['asked', 'booked']), timer('arranging', '约定时限', 'Time to arrange', ['asked'], limit(8, 'working-hours'))],
  routing: [],
}; // biome-ignore format: a table

/** 掌上办: applied for, uploaded, signed and tracked on the phone; a relative needs an authorisation (S244). */
export const mobile: Playbook = {
  id: 'window.mobile',
  version: 2,
  name: { zh: '掌上办', en: 'On the phone' },
  summary: { zh: '手机申请、上传、签字、查进度、领电子结果；亲属代办须有授权', en: 'Apply, upload, sign, follow and get the result on the phone; relatives with an authorisation' },
  categories: 'window.items',
  reporters: ['resident'],
  fields: [
    ...applicant,
    choice('who', '谁来办', 'Who applies', [['self', '本人', 'Oneself'], ['relative', '亲属代办', 'A relative']], { required: true }),
    line('principal', '被代办人姓名', 'For whom', { show: 'who = "relative"', required: true, max: 40, privacy: privacyOf('核对授权', 'To check the authorisation', 'consent', 'personal', 24) }),
    photosField('authorisation', { zh: '授权书照片', en: 'Authorisation' }),
    photosField('materials', { zh: '申请材料', en: 'Materials' }),
    simple('yes-no', 'declared', '承诺材料真实并签字', 'Declares and signs', { required: true }),
  ],
  title: '"掌上办：" + category.name',
  start: 'reviewing',
  stages: [
    stage('reviewing', '待预审', 'To be looked at', ['已提交，正在预审', 'Handed in, being looked at'], role('window-clerk')),
    stage('authorising', '待补授权', 'Authorisation missing', ['请补充亲属授权书', 'Please add the authorisation'], reporter),
    ...backStages,
  ],
  actions: [
    act('pass', '预审通过', 'Passed', ['reviewing'], windowStaff, { to: 'checking', when: `(${isOnline}) and (data.who = "self" or data.authorisation != null or times > 0)`, form: [lines('note', { zh: '预审说明', en: 'Note' })], tone: 'primary' }),
    act('need-authorisation', '告知补授权', 'Ask for the authorisation', ['reviewing'], windowStaff, { to: 'authorising', when: 'data.who = "relative" and data.authorisation = null', atMost: 1 }),
    act('authorise', '补充授权书', 'Add the authorisation', ['authorising'], [reporter], { to: 'checking', form: [{ ...photosField('paper', { zh: '授权书照片', en: 'Authorisation' }), required: true }], tone: 'primary' }),
    act('to-window', '该事项不能全程网办，转窗口', 'Not online: to the window', ['reviewing'], windowStaff, { to: 'refused', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close' }),
    blocks.withdrawing({ from: ['authorising'], to: 'withdrawn' }),
    ...backActions('mobile').map((one) => (one.id === 'withdraw' ? { ...one, id: 'take-back' } : one)),
  ],
  clocks: backClocks(['reviewing']),
  routing: [],
}; // biome-ignore format: a table

/** 预约办: item, place and time are booked; out of hours too; who does not come is noted (S245). */
export const booking: Playbook = {
  id: 'window.booking',
  version: 3,
  name: { zh: '预约办', en: 'By appointment' },
  summary: { zh: '选事项、选地点、选时间，错时延时也能约；到点来办，未到的登记', en: 'Item, place and time are booked, out of hours too; who does not come is noted' },
  categories: 'window.items',
  reporters: ['resident', 'staff'],
  fields: [...applicant, slot('预约时间', 'Time')],
  title: '"预约办：" + category.name',
  start: 'booked',
  stages: [
    stage('booked', '待到场', 'Booked', ['已预约，请按时到窗口', 'Booked, please be there in time'], role('window-clerk')),
    ...backStages,
    ending('missed', '未到', 'Did not come', ['您未按时到场，可重新预约', 'You did not come; you may book again']),
  ],
  actions: [
    act('move', '改约', 'Move', ['booked'], [reporter, ...windowStaff], { form: [slot('改约时间', 'New time')], atMost: 3 }),
    act('come', '到场取号', 'Came', ['booked'], windowStaff, { to: 'checking', form: [simple('yes-no', 'outOfHours', '错时延时办理', 'Out of hours', { required: true })], counts: 'accept', tone: 'primary', effects: [{ effect: 'slot.mark', came: true }], tells: [{ what: 'out-of-hours', value: 'form.outOfHours' }] }),
    act('no-show', '登记未到', 'Did not come', ['booked'], windowStaff, { to: 'missed', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close', effects: [{ effect: 'slot.mark', came: false }], tells: [{ what: 'no-show', value: 'true' }] }),
    act('cancel', '取消预约', 'Cancel', ['booked'], [reporter], { to: 'withdrawn', form: [answerField], answers: 'answer', outcome: 'withdrawn', counts: 'close' }),
    ...backActions('booked'),
  ],
  clocks: backClocks(),
  routing: [],
}; // biome-ignore format: a table

/** 红色代办: an agent applies for somebody, with a letter of authorisation; the result is signed for. */
export const agency: Playbook = {
  id: 'window.agency',
  version: 2,
  name: { zh: '帮办代办', en: 'By an agent' },
  summary: { zh: '代办清单内事项由代办员持授权书代为申请，结果当面签收；不收费', en: 'Listed items are applied for by an agent with a letter of authorisation; the result is signed for; free' },
  categories: 'window.items',
  reporters: ['resident', 'staff'],
  fields: [
    ...applicant,
    choice('kind', '帮代办方式', 'How', [['help', '帮办（陪同指导）', 'Helped'], ['agent', '代办（代为申请）', 'Done for']], { required: true }),
  ],
  title: '"代办：" + category.name',
  start: 'asked',
  stages: [
    stage('asked', '待接代办', 'To be taken', ['正在安排代办员', 'An agent is being found'], role('service-agent')),
    stage('authorised', '代办中', 'Agent at work', ['代办员正在办理', 'The agent is at work'], role('service-agent')),
    ...backStages,
  ],
  actions: [
    act('authorise', '签授权书，接代办', 'Take with an authorisation', ['asked'], [role('service-agent')], {
      to: 'authorised',
      when: byAgent,
      form: [line('letter', '授权书编号', 'Number of the authorisation', { required: true, max: 40 }), photosField('photo', { zh: '授权书', en: 'Authorisation' })],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('not-listed', '不在代办清单，引导到窗口', 'Not on the list: to the window', ['asked'], [role('service-agent'), ...windowStaff], { to: 'refused', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close' }),
    act('hand-in', '递交窗口', 'Hand in', ['authorised'], [role('service-agent')], { to: 'checking', counts: 'accept', tone: 'primary', tells: [{ what: 'agency', value: 'data.kind' }] }),
    ...backActions('agent').map((one) => (one.id === 'hand-out' ? { ...one, who: [role('service-agent'), role('window-clerk')], form: [simple('yes-no', 'signedFor', '申请人已签收', 'Signed for', { required: true }), ...(one.form ?? [])] } : one)),
  ],
  clocks: backClocks(['asked', 'authorised']),
  routing: [],
}; // biome-ignore format: a table
