import { blocks, type Owner, type Playbook } from '#engines/case/model';
import { address, contact } from './fields.ts';

const { act, answerField, bodyField, choice, ending, limit, lines, money, photosField, rating, reasonField, reporter, role, simple, stage, system, timer, withdrawing } = blocks; // biome-ignore format: names

const merchant: Owner = { assignee: true };
const community: readonly Owner[] = [role('community-staff')];

/** 商户上门: item, time and price agreed, came, finished, paid off-line, rated; a complaint goes to the community (S256). */
export const merchantVisit: Playbook = {
  id: 'order.merchant',
  version: 1,
  name: { zh: '商户上门服务', en: 'Merchant at home' },
  summary: {
    zh: '预约入驻商户上门：明码标价、接单、到达、完工、线下付款、评价；有投诉由社区处理',
    en: 'Book a merchant: price known before, accepted, arrived, finished, paid off-line, rated; complaints go to the community',
  },
  categories: 'order.services',
  reporters: ['resident', 'staff'],
  fields: [
    bodyField('merchant', { zh: '商户', en: 'Merchant' }),
    lines('need', { zh: '服务内容', en: 'What is needed' }, { required: true }),
    simple('moment', 'wanted', '希望上门时间', 'Wanted at', { required: true }),
    money('price', '标价', 'Price on the list'),
    address,
    contact,
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'booked',
  stages: [
    stage('booked', '待转商户', 'To be passed on', ['已预约', 'Booked'], role('community-staff')),
    stage('asked', '待商户接单', 'Merchant is asked', ['等待商户接单', 'The merchant is asked'], merchant),
    stage('accepted', '待上门', 'Accepted', ['商户已接单', 'Accepted'], merchant),
    stage('working', '服务中', 'At work', ['师傅已到', 'At work'], merchant),
    stage('unpaid', '待确认付款', 'Payment to be confirmed', ['已完工，请线下付款并确认', 'Finished; please pay and confirm'], reporter),
    stage('complained', '投诉处理', 'Complaint', ['社区正在处理投诉', 'The community looks at the complaint'], role('community-staff')),
    ending('done', '已完成', 'Done', ['已完成，请您评价', 'Done, please rate']),
    ending('rated', '已评价', 'Rated', ['已完成', 'Done']),
    ending('off', '未成交', 'Not concluded', ['未成交', 'Not concluded']),
    ending('withdrawn', '已取消', 'Cancelled', ['您已取消', 'Cancelled by you']),
  ],
  actions: [
    act('pass', '转商户', 'Pass on', ['booked'], community, {
      to: 'asked',
      form: [bodyField('body', { zh: '商户', en: 'Merchant' })],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('accept', '接单报价', 'Accept with a price', ['asked'], [merchant], {
      to: 'accepted',
      form: [money('quote', '报价', 'Price', { required: true }), simple('moment', 'comesAt', '上门时间', 'Comes at', { required: true })],
      counts: 'accept',
      tone: 'primary',
    }),
    act('refuse', '不接单', 'Refuse', ['asked', 'accepted'], [merchant], { to: 'booked', form: [reasonField], counts: 'refuse' }),
    act('unanswered', '超时未接', 'Not answered', ['asked'], [system], { to: 'booked', counts: 'transfer', tells: [{ what: 'unanswered', value: 'true' }] }),
    act('arrive', '已到达', 'Arrived', ['accepted'], [merchant], { to: 'working', counts: 'handle', tone: 'primary' }),
    act('finish', '完工', 'Finished', ['working'], [merchant], {
      to: 'unpaid',
      form: [money('charged', '实收金额', 'Charged', { required: true }), photosField('photos', { zh: '完工照片', en: 'Photos' }), answerField],
      answers: 'answer',
      counts: 'handle',
      tone: 'primary',
    }),
    act('paid', '确认已付款', 'Paid', ['unpaid'], [reporter, merchant], { to: 'done', counts: 'close', outcome: 'resolved', tone: 'primary' }),
    act('presumed', '到期视为已付款', 'Taken as paid', ['unpaid'], [system], { to: 'done', counts: 'close', outcome: 'resolved' }),
    act('complain', '投诉', 'Complain', ['accepted', 'working', 'unpaid', 'done', 'rated'], [reporter], {
      to: 'complained',
      form: [choice('about', '投诉事由', 'About', [['price', '乱收费', 'Price'], ['quality', '服务质量', 'Quality'], ['late', '爽约迟到', 'Late'], ['manner', '态度', 'Manner']], { required: true }), lines('words', { zh: '情况', en: 'What happened' }, { required: true })],
      counts: 'reopen',
      tells: [{ what: 'complaint', value: 'form.about' }],
    }),
    act('settle', '投诉处理答复', 'Answer the complaint', ['complained'], community, {
      to: 'done',
      form: [choice('found', '核实结果', 'Found', [['true', '属实', 'True'], ['partly', '部分属实', 'Partly'], ['untrue', '不属实', 'Not true']], { required: true }), answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'complaint-true', value: 'form.found' }],
    }),
    act('call-off', '未成交', 'Not concluded', ['booked'], community, { to: 'off', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close' }),
    withdrawing({ from: ['booked', 'asked', 'accepted'], to: 'withdrawn' }),
    rating({ from: ['done'], closed: 'rated', again: 'complained', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('whole', '服务时限', 'Time in all', ['booked', 'asked', 'accepted', 'working', 'unpaid', 'complained'], limit(7, 'calendar-days'), { main: true }),
    timer('asking', '商户接单时限', 'Time to accept', ['asked'], limit(2, 'clock-hours'), { whenOver: 'unanswered' }),
    timer('paying', '确认付款时限', 'Time to confirm the payment', ['unpaid'], limit(72, 'clock-hours'), { whenOver: 'presumed' }),
    timer('complaint', '投诉处理时限', 'Time to answer a complaint', ['complained'], limit(3, 'working-days')),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
