import { blocks, type Owner, type Playbook } from '#engines/case/model';
import { address, contact, health, person } from './fields.ts';

const { act, answerField, bodyField, choice, ending, limit, line, lines, photosField, role, simple, stage, system, table, timer } = blocks; // biome-ignore format: names

const visitors: readonly Owner[] = [
  role('grid-worker'),
  role('community-staff'),
  role('social-worker'),
  { assignee: true },
];

/** 走访探访: due by class and risk; what was needed becomes a matter; a missed visit goes to the community (S043, S045). */
export const visit: Playbook = {
  id: 'care.visit',
  version: 2,
  name: { zh: '走访探访', en: 'Care visit' },
  summary: { zh: '按对象和风险定期上门：看状况、问需求，需求当场转为服务单；没按时去的提醒网格员、转社区；委托机构按次计费', en: 'Regular visits by class and risk: condition and needs; needs become orders at once; missed ones are told and go to the community; a contracted visitor is paid by the visit' },
  categories: 'care.visit-classes',
  reporters: ['system', 'staff'],
  sensitivity: 'internal',
  fields: [person, address, contact, line('project', '探访项目', 'Care-visit project', { max: 60 })],
  title: '"走访：" + category.name + (if place.text = "" then "" else "（" + place.text + "）")',
  start: 'due',
  stages: [
    stage('due', '待走访', 'Due', ['将有人上门看望', 'Somebody will come'], role('grid-worker')),
    stage('contracted', '受托机构走访', 'With a contracted visitor', ['受托机构将上门看望', 'A contracted visitor will come'], { assignee: true }),
    stage('missed', '逾期未走访', 'Missed', ['将尽快上门', 'Somebody will come soon'], role('community-staff')),
    ending('visited', '已走访', 'Visited'),
    ending('not-met', '未见到本人', 'Not met'),
  ],
  actions: [
    act('contract', '委托机构走访', 'Give to a contracted visitor', ['due', 'missed'], [role('community-staff')], { to: 'contracted', form: [bodyField('body', { zh: '受托机构', en: 'Contracted visitor' }), blocks.money('fee', '每次探访费用', 'Fee of a visit', { max: 100_000 })], assigns: 'body', counts: 'dispatch' }),
    act('visit', '走访登记', 'Visited', ['due', 'contracted', 'missed'], visitors, {
      to: 'visited',
      form: [
        simple('moment', 'cameAt', '走访时间', 'When', { required: true }),
        choice('by', '走访人', 'By', [['cadre', '干部', 'Cadre'], ['grid-worker', '网格员', 'Grid worker'], ['informant', '信息员、志愿者', 'Informant or volunteer'], ['contracted', '受托机构', 'Contracted visitor']], { required: true }),
        choice('condition', '本人状况', 'Condition', [['well', '良好', 'Well'], ['fair', '一般', 'Fair'], ['poor', '较差', 'Poor'], ['danger', '有危险', 'In danger']], { required: true }),
        choice('checks', '走访清单', 'Checklist', [['gas', '燃气', 'Gas'], ['power', '用电', 'Power'], ['food', '饮食', 'Food'], ['medicine', '服药', 'Medicine'], ['contact', '紧急联系人', 'Emergency contact']], { many: true, required: true }),
        health,
        table('needs', '发现的需求', 'Needs', [choice('service', '服务', 'Service', 'order.services', { required: true }), line('what', '需要什么', 'What', { required: true, max: 80 })], { max: 8 }),
        photosField('photos', { zh: '照片（不拍人脸）', en: 'Photos, no faces' }),
        blocks.money('fee', '本次探访费用', 'Fee of this visit', { max: 100_000, show: 'by = "contracted"' }),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      effects: [
        { effect: 'case.open', playbook: 'order.service', category: 'row.service', values: { need: 'row.what', beneficiary: '"self"' }, each: 'needs', apart: true },
        { effect: 'case.open', playbook: 'care.aid', category: '"medical"', values: { words: '"走访发现有危险"' }, when: 'form.condition = "danger"', apart: true },
        { effect: 'ledger.post', awaits: 'ledger', about: { zh: '委托探访费用按次记入探访项目', en: 'The fee of a contracted visit goes to the project’s account' } },
      ],
      tells: [{ what: 'visited-by', value: 'form.by' }, { what: 'visited-class', value: 'category.code' }, { what: 'condition', value: 'form.condition' }, { what: 'needs-found', value: 'count(form.needs)' }, { what: 'project', value: 'data.project' }, { what: 'visit-fee', value: 'if form.fee = null then null else form.fee / 100' }],
    }),
    act('not-met', '未见到本人', 'Not met', ['due', 'contracted', 'missed'], visitors, {
      to: 'not-met',
      form: [choice('where', '去向', 'Where', [['relatives', '在亲属家', 'With relatives'], ['hospital', '住院', 'In hospital'], ['moved', '已搬离', 'Moved'], ['unknown', '不明', 'Not known']], { required: true }), answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      effects: [{ effect: 'case.open', playbook: 'care.aid', category: '"search"', values: { words: '"走访未见到本人，去向不明"' }, when: 'form.where = "unknown"', apart: true }],
      tells: [{ what: 'not-met', value: 'form.where' }],
    }),
    act('miss', '逾期未走访，转社区', 'Missed: to the community', ['due', 'contracted'], [system], {
      to: 'missed',
      tells: [{ what: 'visit-missed', value: 'category.code' }],
      effects: [{ effect: 'notice.send', template: 'care.visit-missed', to: [role('grid-worker'), role('community-staff')] }],
    }),
  ],
  clocks: [
    timer('whole', '走访间隔', 'Time to visit', ['due', 'contracted', 'missed'], limit(30, 'calendar-days'), { main: true, before: [{ limit: 'category' }] }),
    timer('due', '到期提醒', 'Missed after', ['due', 'contracted'], limit(30, 'calendar-days'), { before: [{ limit: 'category' }], whenOver: 'miss' }),
  ],
  routing: [],
}; // biome-ignore format: a table

/** 紧急救助: minutes count (S048). */
export const aid: Playbook = {
  id: 'care.aid',
  version: 1,
  name: { zh: '紧急救助', en: 'Emergency aid' },
  summary: { zh: '有人求助或发现有人需要救助：最近的网格员先到，记到场分钟数和结果', en: 'Somebody calls or is found in need: the nearest grid worker goes; minutes to arrival and result are kept' },
  categories: 'care.aid-kinds',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    choice('who', '求助方式', 'Who told', [['caller', '本人求助', 'The person'], ['finder', '他人发现', 'A finder'], ['visit', '走访发现', 'Found on a visit'], ['device', '设备报警', 'A device']]),
    simple('moment', 'toldAt', '求助时间', 'Told at'),
    lines('words', { zh: '情况', en: 'What happened' }, { required: true }),
    person, address, contact,
  ],
  title: '"紧急救助：" + category.name + (if place.text = "" then "" else "（" + place.text + "）")',
  start: 'called',
  stages: [
    stage('called', '待到场', 'Called', ['已收到，正在赶来', 'Received, on the way'], role('grid-worker')),
    stage('on-site', '救助中', 'On site', ['已到场', 'On site'], role('grid-worker')),
    ending('helped', '已救助', 'Helped'),
    ending('false', '无须救助', 'Not needed'),
  ],
  actions: [
    act('arrive', '已到场', 'Arrived', ['called'], [role('grid-worker'), role('community-staff')], { to: 'on-site', counts: 'accept', tone: 'primary', tells: [{ what: 'arrival-hours', value: 'if data.toldAt = null then null else date and time(at) - date and time(data.toldAt)' }] }),
    act('help', '救助登记', 'Helped', ['on-site'], [role('grid-worker'), role('community-staff')], {
      to: 'helped',
      form: [
        choice('result', '结果', 'Result', [['settled', '已安置', 'Settled'], ['hospital', '送医', 'Taken to hospital'], ['police', '移交公安', 'To the police'], ['family', '交家属', 'To the family']], { required: true }),
        blocks.number('people', '救助人次', 'Person-times', { min: 1, max: 500, required: true }),
        blocks.money('money', '救助金额', 'Money given'),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'aided', value: 'form.people' }, { what: 'aid-result', value: 'form.result' }],
    }),
    act('not-needed', '无须救助', 'Not needed', ['called', 'on-site'], [role('grid-worker'), role('community-staff')], { to: 'false', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close' }),
  ],
  clocks: [
    timer('whole', '救助时限', 'Time in all', ['called', 'on-site'], limit(24, 'clock-hours'), { main: true }),
    timer('arriving', '到场时限', 'Time to arrive', ['called'], limit(0.5, 'clock-hours')),
  ],
  routing: [],
}; // biome-ignore format: a table
