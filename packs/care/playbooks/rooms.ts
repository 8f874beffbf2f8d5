import { blocks, type Owner, type Playbook } from '#engines/case/model';
import { contact, person } from './fields.ts';

const { act, answerField, choice, ending, limit, line, lines, privacyOf, rating, reporter, role, simple, stage, timer, withdrawing } = blocks; // biome-ignore format: names

const lawyers: readonly Owner[] = [role('lawyer')];

/** 法律咨询: booked or walked in; answered on record; mediation or legal aid follow where they help (S049). */
export const legal: Playbook = {
  id: 'care.legal',
  version: 1,
  name: { zh: '法律咨询', en: 'Legal advice' },
  summary: { zh: '预约或现场向值班律师咨询，答复留痕，需要的引导调解或法律援助', en: 'Booked or walked in, answered on record, led on to mediation or legal aid' },
  categories: 'care.legal-topics',
  reporters: ['resident', 'staff'],
  sensitivity: 'sensitive',
  fields: [
    choice('way', '咨询方式', 'Way', [['booked', '预约', 'Booked'], ['walk-in', '现场', 'Walked in'], ['phone', '电话', 'By phone']], { required: true }),
    { id: 'slot', type: 'slot', name: { zh: '预约时间', en: 'Time' }, required: true, show: 'way = "booked"', options: { plan: 'care.lawyer' } },
    lines('question', { zh: '咨询问题', en: 'Question' }, { required: true, max: 1000 }),
    person, contact,
  ],
  title: '"法律咨询：" + category.name',
  start: 'asked',
  stages: [
    stage('asked', '待解答', 'To be answered', ['已登记，等待律师解答', 'Registered, awaiting the lawyer'], role('lawyer')),
    ending('answered', '已解答', 'Answered', ['已解答，请您评价', 'Answered, please rate']),
    ending('rated', '已评价', 'Rated', ['已解答', 'Answered']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ],
  actions: [
    act('answer', '解答', 'Answer', ['asked'], lawyers, {
      to: 'answered',
      form: [
        lines('record', { zh: '解答记录', en: 'Record' }, { required: true, max: 2000 }),
        choice('follow', '后续', 'What follows', [['none', '无须后续', 'Nothing'], ['mediation', '引导人民调解', 'Mediation'], ['legal-aid', '引导法律援助', 'Legal aid'], ['court', '告知诉讼仲裁途径', 'Court or arbitration']], { required: true }),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      effects: [{ effect: 'case.open', playbook: 'dispute.mediation', category: '"9901"', values: { source: '"02"', brief: 'data.question' }, when: 'form.follow = "mediation"', apart: true }],
      tells: [{ what: 'legal-advice', value: '1' }, { what: 'legal-follow', value: 'form.follow' }],
    }),
    withdrawing({ from: ['asked'], to: 'withdrawn' }),
    rating({ from: ['answered'], closed: 'rated', again: 'asked', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [timer('whole', '解答时限', 'Time to answer', ['asked'], limit(3, 'working-days'), { main: true })],
  routing: [],
}; // biome-ignore format: a table

const counsellor: readonly Owner[] = [role('counsellor')];

/** 心灵驿站: one to one; notes are read by their author alone; figures know no names; a crisis is handed on (S050). */
export const counselling: Playbook = {
  id: 'care.counselling',
  version: 2,
  name: { zh: '心灵驿站', en: 'Counselling room' },
  summary: { zh: '一对一预约心理咨询；会谈记录只有咨询师本人可见，统计不涉及个人；危机及时转介', en: 'One to one; the notes are the counsellor’s alone; counts are anonymous; crises are referred' },
  categories: 'care.counselling-topics',
  reporters: ['resident', 'staff'],
  sensitivity: 'key-persons',
  audience: ['counsellor'],
  fields: [
    { id: 'slot', type: 'slot', name: { zh: '预约时间', en: 'Time' }, required: true, options: { plan: 'care.counsellor' } },
    line('alias', '怎么称呼您（可用化名）', 'How to call you (any name)', { max: 20, privacy: privacyOf('会谈时称呼', 'To address you', 'consent', 'sensitive', 12) }),
    contact,
  ],
  title: '"心理服务"',
  start: 'booked',
  stages: [
    stage('booked', '待会谈', 'Booked', ['已预约', 'Booked'], role('counsellor')),
    stage('counselling', '咨询中', 'In counselling', ['咨询进行中', 'In counselling'], role('counsellor')),
    ending('ended', '已结束', 'Ended'),
    ending('referred', '已转介', 'Referred'),
    ending('missed', '未到', 'Did not come'),
    ending('withdrawn', '已取消', 'Cancelled', ['您已取消', 'Cancelled by you']),
  ],
  actions: [
    act('session', '会谈记录', 'Record a session', ['booked', 'counselling'], counsellor, {
      to: 'counselling',
      form: [
        simple('moment', 'metAt', '会谈时间', 'When', { required: true }),
        { ...lines('notes', { zh: '会谈记录（仅本人可见）', en: 'Notes, yours alone' }, { required: true, max: 4000 }), readers: 'author', privacy: privacyOf('咨询师延续会谈', 'For the counsellor to go on', 'consent', 'sensitive', 36) },
        choice('risk', '危机评估', 'Risk', [['none', '无', 'None'], ['watch', '需关注', 'To be watched'], ['crisis', '危机', 'Crisis']], { required: true }),
      ],
      counts: 'handle',
      tone: 'primary',
      effects: [{ effect: 'slot.mark', came: true }],
      tells: [{ what: 'counselling-session', value: '1' }, { what: 'counselling-risk', value: 'form.risk' }],
    }),
    act('again', '约下一次', 'Book the next one', ['counselling'], [...counsellor, reporter], { form: [{ id: 'slot', type: 'slot', name: { zh: '预约时间', en: 'Time' }, required: true, options: { plan: 'care.counsellor' } }] }),
    act('refer', '危机转介', 'Refer a crisis', ['counselling'], counsellor, {
      to: 'referred',
      form: [choice('to', '转介去向', 'To', [['hospital', '精神卫生机构', 'A hospital'], ['hotline', '危机干预热线', 'A crisis line'], ['police', '公安（有生命危险）', 'The police: danger to life']], { required: true }), answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tone: 'danger',
      effects: [{ effect: 'case.open', playbook: 'care.aid', category: '"medical"', values: { words: '"心理危机转介，请联系驿站咨询师"' }, when: 'form.to = "police"', apart: true }],
      tells: [{ what: 'counselling-referred', value: 'form.to' }],
    }),
    act('end', '结束咨询', 'End', ['counselling'], counsellor, { to: 'ended', form: [answerField], answers: 'answer', counts: 'close' }),
    act('miss', '未到', 'Did not come', ['booked'], counsellor, { to: 'missed', form: [answerField], answers: 'answer', outcome: 'explained', counts: 'close', effects: [{ effect: 'slot.mark', came: false }] }),
    withdrawing({ from: ['booked', 'counselling'], to: 'withdrawn' }),
  ],
  clocks: [timer('whole', '首次会谈时限', 'Time to the first session', ['booked'], limit(7, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: a table
