import { blocks, type Owner, type Playbook } from '#engines/case/model';
import { address, contact } from './fields.ts';

const { act, answerField, bodyField, choice, ending, limit, line, lines, number, photosField, rating, reasonField, role, simple, stage, system, timer, withdrawing } = blocks; // biome-ignore format: names

const community: readonly Owner[] = [role('community-staff')];

/** 点单—派单—接单: a resident orders, the community sends it to whom it fits, the unit accepts or refuses with a reason. */
export const order: Playbook = {
  id: 'order.service',
  version: 1,
  name: { zh: '点单服务', en: 'Service order' },
  summary: {
    zh: '群众点单、社区派单、单位接单：按专长、区域、负荷匹配，超时未接自动回社区重派，办完群众评价',
    en: 'Ordered by residents, sent by the community, accepted by a unit; what nobody answers in time comes back to be sent again; rated when done',
  },
  categories: 'order.services',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    lines('need', { zh: '需要什么', en: 'What is needed' }, { required: true }),
    simple('date', 'on', '希望服务日期', 'Wanted on'),
    choice('beneficiary', '服务对象', 'For whom', [
      ['self', '本人', 'Oneself'],
      ['family', '家人', 'Family'],
      ['neighbour', '邻居', 'A neighbour'],
    ], { required: true }),
    address,
    contact,
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'ordered',
  stages: [
    stage('ordered', '待派单', 'To be sent', ['已点单，正在匹配', 'Ordered, being matched'], role('community-staff')),
    stage('sent', '待接单', 'Sent', ['已派单，等待接单', 'Sent, awaiting acceptance'], { assignee: true }),
    stage('serving', '服务中', 'Being served', ['已接单', 'Accepted'], { assignee: true }),
    ending('done', '已完成', 'Done', ['已完成，请您评价', 'Done, please rate']),
    ending('rated', '已评价', 'Rated', ['已完成', 'Done']),
    ending('unmet', '暂不能满足', 'Cannot be met', ['暂不能满足', 'Cannot be met']),
    ending('withdrawn', '已撤单', 'Withdrawn', ['您已撤单', 'Withdrawn by you']),
  ],
  actions: [
    act('send', '派单', 'Send', ['ordered'], community, {
      to: 'sent',
      form: [
        bodyField('body', { zh: '接单单位', en: 'Unit' }),
        choice('match', '匹配依据', 'Why this one', [
          ['skill', '专长对口', 'Skill'],
          ['area', '就近', 'Near'],
          ['load', '当前任务少', 'Little to do'],
        ], { many: true, required: true }),
        lines('advice', { zh: '派单说明', en: 'Note' }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
      tells: [{ what: 'match', value: 'form.match' }],
    }),
    act('accept', '接单', 'Accept', ['sent'], [{ assignee: true }], {
      to: 'serving',
      form: [simple('moment', 'comesAt', '约定上门时间', 'Comes at')],
      counts: 'accept',
      tone: 'primary',
    }),
    act('refuse', '不接单', 'Refuse', ['sent'], [{ assignee: true }], {
      to: 'ordered',
      form: [reasonField],
      counts: 'refuse',
      tone: 'danger',
    }),
    act('unanswered', '超时未接，退回重派', 'Not answered: to be sent again', ['sent'], [system, ...community], {
      to: 'ordered',
      counts: 'transfer',
      tells: [{ what: 'unanswered', value: 'true' }],
    }),
    act('finish', '服务完成', 'Done', ['serving'], [{ assignee: true }], {
      to: 'done',
      form: [answerField, photosField('photos', { zh: '服务照片', en: 'Photos' }), number('people', '服务人次', 'Person-times', { min: 1, max: 200, required: true }), number('hours', '服务时长', 'Hours', { max: 24, digits: 1, unit: ['小时', 'h'] })],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'served', value: 'form.people' }, { what: 'service-hours', value: 'form.hours' }],
      effects: [{ effect: 'ledger.post', awaits: 'ledger', about: { zh: '按服务给共建单位记分', en: 'Points of the unit for the service' } }],
    }),
    act('give-back', '做不了，退回', 'Give back', ['serving'], [{ assignee: true }], { to: 'ordered', form: [reasonField], counts: 'refuse' }),
    act('unmet', '暂不能满足', 'Cannot be met', ['ordered'], community, {
      to: 'unmet',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
    }),
    act('to-project', '同类点单多，转为服务项目', 'Many alike: make a project', ['ordered'], community, {
      to: 'unmet',
      form: [line('goal', '项目目标', 'Goal', { required: true, max: 100 }), answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      effects: [
        { effect: 'case.open', playbook: 'order.project', category: 'category.code', values: { goal: 'form.goal', why: 'data.need' }, apart: true },
      ],
    }),
    withdrawing({ from: ['ordered', 'sent'], to: 'withdrawn' }),
    rating({ from: ['done'], closed: 'rated', again: 'ordered', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('whole', '办结时限', 'Time in all', ['ordered', 'sent', 'serving'], limit(7, 'calendar-days'), { main: true }),
    timer('sending', '派单时限', 'Time to send', ['ordered'], limit(8, 'working-hours')),
    timer('accepting', '接单时限', 'Time to accept', ['sent'], limit(24, 'clock-hours'), { whenOver: 'unanswered' }),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
