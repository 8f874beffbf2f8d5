import { blocks, type Owner, type Playbook } from '#engines/case/model';
import { address, contact } from './fields.ts';

const { act, answerField, choice, ending, limit, lines, number, rating, reasonField, reporter, role, simple, stage, table, timer, withdrawing } = blocks; // biome-ignore format: names

const staff: readonly Owner[] = [role('community-staff'), role('street-dispatcher')];

/** 反向预约: not the resident goes to the office, the office comes at the time he booked (S257). */
export const reverseVisit: Playbook = {
  id: 'order.reverse-visit',
  version: 2,
  name: { zh: '线上约我上门', en: 'Staff come to you' },
  summary: { zh: '居民、企业从工作人员时间表里选时间，工作人员上门', en: 'Residents and enterprises choose a time of the staff calendar; staff come' },
  categories: 'order.reverse-visits',
  reporters: ['resident', 'staff'],
  fields: [
    { id: 'slot', type: 'slot', name: { zh: '预约时间', en: 'Time' }, required: true, options: { plan: 'order.staff-visits' } },
    lines('about', { zh: '想谈的事', en: 'What it is about' }, { required: true }),
    address,
    contact,
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'booked',
  stages: [
    stage('booked', '待上门', 'Booked', ['已预约，工作人员将按时上门', 'Booked; staff will come'], role('community-staff')),
    ending('visited', '已上门', 'Visited', ['已上门，请您评价', 'Visited, please rate']),
    ending('missed', '未成行', 'Did not take place', ['未成行', 'Did not take place']),
    ending('withdrawn', '已取消', 'Cancelled', ['您已取消', 'Cancelled by you']),
  ],
  actions: [
    act('move', '改约', 'Move', ['booked'], [...staff, reporter], {
      form: [{ id: 'slot', type: 'slot', name: { zh: '改约时间', en: 'New time' }, required: true, options: { plan: 'order.staff-visits' } }],
      atMost: 3,
    }),
    act('visit', '上门办理', 'Visited', ['booked'], staff, {
      to: 'visited',
      form: [simple('moment', 'cameAt', '上门时间', 'Came at', { required: true }), answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      effects: [{ effect: 'slot.mark', came: true }],
      tells: [{ what: 'reverse-visit', value: 'category.code' }, { what: 'trips-saved', value: '1' }],
    }),
    act('miss', '未成行', 'Did not take place', ['booked'], staff, {
      to: 'missed',
      form: [choice('why', '原因', 'Why', [['staff', '工作人员原因', 'Staff'], ['absent', '对方不在', 'Nobody at home']], { required: true }), answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tells: [{ what: 'missed', value: 'form.why' }],
    }),
    withdrawing({ from: ['booked'], to: 'withdrawn' }),
    rating({ from: ['visited'], closed: 'visited', again: 'booked', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [timer('whole', '上门时限', 'Time to come', ['booked'], limit(7, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines

/** 双向服务: who offers and who asks are put together from lists, by a person (S258). */
export const twoWay: Playbook = {
  id: 'order.two-way',
  version: 2,
  name: { zh: '双向服务（供需对接）', en: 'Offers and needs' },
  summary: { zh: '企业和居民既提供又需要：岗位、场地、优惠、技能；社区列出匹配清单，双方确认后对接', en: 'Enterprises and residents both offer and need; the community lists what fits, both confirm' },
  categories: 'order.exchanges',
  reporters: ['resident', 'staff'],
  fields: [
    choice('way', '供需', 'Offer or need', [['offer', '我能提供', 'I offer'], ['need', '我需要', 'I need']], { required: true }),
    choice('who', '主体', 'Who', [['enterprise', '企业商户', 'Enterprise'], ['resident', '居民', 'Resident']], { required: true }),
    lines('what', { zh: '内容', en: 'What' }, { required: true }),
    number('count', '数量（岗位数、面积等）', 'How much', { max: 100_000 }),
    simple('date', 'until', '有效期至', 'Until'),
    contact,
  ],
  title: '(if data.way = "offer" then "提供：" else "需要：") + category.name',
  start: 'listed',
  stages: [
    stage('listed', '已上架，待匹配', 'Listed', ['已登记，正在匹配', 'Listed, being matched'], role('community-staff')),
    stage('matched', '待双方确认', 'To be confirmed', ['有匹配对象，等待确认', 'There is a match, to be confirmed'], role('community-staff')),
    ending('joined', '已对接', 'Brought together', ['已对接', 'Brought together']),
    ending('expired', '已下架', 'Taken down', ['已下架', 'Taken down']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ],
  actions: [
    act('match', '列出匹配清单', 'List what fits', ['listed'], staff, {
      to: 'matched',
      form: [table('matches', '匹配对象', 'Matches', [
        blocks.line('number', '对方登记编号', 'Number of the other', { required: true, max: 30 }),
        blocks.line('fit', '为何匹配', 'Why it fits', { required: true, max: 60 }),
      ], { required: true, max: 10 })],
      counts: 'dispatch',
      tone: 'primary',
      tells: [{ what: 'matches', value: 'count(form.matches)' }],
    }),
    act('agree', '我愿意对接', 'I agree', ['matched'], [reporter], { form: [lines('words', { zh: '想说的话', en: 'Words' })], atMost: 1 }),
    act('join', '双方确认，对接', 'Both confirmed', ['matched'], staff, {
      to: [{ when: 'form.both = true', to: 'joined' }, { to: 'listed' }],
      form: [simple('yes-no', 'both', '双方均已确认', 'Both confirmed', { required: true }), answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'joined', value: 'if form.both then category.code else null' }],
    }),
    act('no-fit', '未谈成，重新匹配', 'It did not fit', ['matched'], staff, { to: 'listed', form: [reasonField], counts: 'return' }),
    act('take-down', '到期下架', 'Take down', ['listed'], staff, { to: 'expired', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close' }),
    withdrawing({ from: ['listed', 'matched'], to: 'withdrawn' }),
    rating({ from: ['joined'], closed: 'joined', again: 'listed', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [timer('whole', '对接时限', 'Time to match', ['listed', 'matched'], limit(30, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
