import { blocks, type Owner, type Playbook } from '#engines/case/model';
import { deliberating, outcomeOfTalks } from './deliberated.ts';
import { brief, parties, trend, ways } from './fields.ts';
import { mediationEnds } from './mediation-ends.ts';

const {
  act,
  answerField,
  choice,
  ending,
  extension,
  limit,
  line,
  lines,
  money,
  number,
  reporter,
  role,
  simple,
  stage,
  supervision,
  timer,
  withdrawing,
} = blocks;

const mediator: readonly Owner[] = [role('mediator')];
const beforeAgreement = ['registering', 'informing', 'choosing', 'mediating'] as const;

/** 人民调解: after the official dossier, from application or discovery to the file. */
export const mediation: Playbook = {
  id: 'dispute.mediation',
  version: 3,
  name: { zh: '人民调解', en: 'People’s mediation' },
  summary: {
    zh: '申请或主动受理，告知权利，选定调解员，调查、调解，达成协议并履行，回访、归卷；一般一个月内调结，不收费',
    en: 'On application or of its own accord: rights told, mediator chosen, inquiry, sessions, agreement kept, visited again and filed; a month as a rule, free of charge',
  },
  categories: 'dispute.types',
  reporters: ['resident', 'staff', 'system'],
  sensitivity: 'sensitive',
  fields: [
    choice('source', '案件来源', 'Source', 'dispute.sources', { required: true }),
    simple('yes-no', 'voluntary', '是否自愿申请人民调解', 'Applied for freely', { show: 'source = "01"' }),
    parties,
    number('people', '涉及当事人数', 'Number of parties', { min: 2, max: 2000 }),
    money('amount', '涉及金额', 'Amount at stake'),
    brief,
    lines('request', { zh: '申请事项', en: 'What is asked for' }, { max: 500 }),
    line('from', '转来的事项编号', 'Number of the matter it came from', { max: 40 }),
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'registering',
  stages: [
    stage('registering', '待受理登记', 'To be registered', ['已收到申请，正在审查', 'Received, being looked at'], role('mediator')),
    stage('informing', '待告知权利义务', 'Rights to be told', ['已受理', 'Accepted'], role('mediator')),
    stage('choosing', '待选定调解员', 'Mediator to be chosen', ['已受理，请选定调解员', 'Accepted; please choose a mediator'], role('mediator')),
    stage('mediating', '调解中', 'In mediation', ['正在调解', 'In mediation'], role('mediator')),
    stage('performing', '待履行', 'To be performed', ['已达成协议，30 日内可共同申请司法确认', 'Agreed; within 30 days a court may be asked to confirm'], role('mediator')),
    stage('performing-late', '待履行（确认期已过）', 'To be performed, too late for a court', ['已达成协议，请按约履行', 'Agreed, to be performed'], role('mediator')),
    stage('confirming', '司法确认中', 'Before the court', ['法院正在审查协议', 'The court looks at the agreement'], role('mediator')),
    stage('returning', '待回访归卷', 'To be visited and filed', ['已履行，正在回访', 'Performed, being visited'], role('mediator')),
    stage('ended', '调解终止，待归卷', 'Ended without agreement', ['调解已终止', 'Mediation has ended'], role('mediator')),
    ending('filed', '已归卷', 'Filed', ['已办结', 'Closed']),
    ending('refused', '不予受理', 'Refused', ['未予受理', 'Not accepted']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ], // biome-ignore format: a table
  actions: [
    act('register', '受理登记', 'Register', ['registering'], mediator, {
      to: 'informing',
      form: [
        parties,
        simple('yes-no', 'difficult', '是否疑难复杂', 'Difficult', { required: true }),
        lines('finding', { zh: '审查意见', en: 'Finding' }),
      ],
      counts: 'accept',
      tone: 'primary',
      tells: [
        { what: 'difficult', value: 'form.difficult' },
        { what: 'people', value: 'data.people' },
        { what: 'source', value: 'data.source' },
      ],
    }),
    act('refuse', '不予受理', 'Refuse', ['registering'], mediator, {
      to: 'refused',
      form: [
        choice('ground', '不予受理情形', 'Ground', [
          ['exclusive', '法律规定只能由专门机关管辖处理', 'The law leaves it to a special body'],
          ['pending', '人民法院、公安机关或其他行政机关已经受理或解决', 'A court, the police or an authority has it or has settled it'],
          ['unwilling', '一方当事人明确拒绝调解', 'A party refuses mediation'],
          ['not-civil', '不属于民间纠纷', 'No dispute among citizens'],
        ], { required: true }),
        ways,
        answerField,
      ],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    }),
    withdrawing({ from: beforeAgreement, to: 'withdrawn' }),
    act('inform', '告知权利义务', 'Tell the rights', ['informing'], mediator, {
      to: 'choosing',
      form: [
        choice('how', '告知方式', 'How', [
          ['written', '书面', 'In writing'],
          ['spoken', '口头', 'In words'],
        ], { required: true }),
        simple('yes-no', 'agreed', '当事人同意调解', 'The parties agree to mediation', { required: true }),
      ],
      tone: 'primary',
    }),
    act('choose', '选定调解员', 'Choose the mediator', ['choosing'], [...mediator, reporter], {
      to: 'mediating',
      form: [
        choice('by', '选定方式', 'Chosen by', [
          ['parties', '当事人选定', 'The parties'],
          ['committee', '调委会指定', 'The committee'],
        ], { required: true }),
        line('chief', '首席调解员', 'Mediator', { required: true, max: 40 }),
        line('others', '共同调解员', 'Further mediators'),
      ],
      tone: 'primary',
    }),
    act('recuse', '申请回避、更换调解员', 'Ask for another mediator', ['mediating'], [...mediator, reporter], {
      to: 'choosing',
      form: [blocks.reasonField],
      atMost: 2,
    }),
    act('investigate', '调查记录', 'Record an inquiry', ['mediating'], [...mediator, role('law-veteran')], {
      form: [
        simple('moment', 'askedAt', '调查时间', 'When', { required: true }),
        line('askedWhere', '调查地点', 'Where'),
        line('asked', '被调查人', 'Who was asked', { max: 60 }),
        lines('record', { zh: '调查内容', en: 'What was found' }, { required: true, max: 2000 }),
        { id: 'evidence', type: 'photos', name: { zh: '证据材料', en: 'Evidence' }, options: { max: 20 } },
      ],
      counts: 'note',
    }),
    act('book', '约请老调解员', 'Book a veteran', ['choosing', 'mediating'], mediator, {
      form: [
        { id: 'slot', type: 'slot', name: { zh: '约访时间', en: 'Time' }, required: true, options: { plan: 'dispute.circuit' } },
      ],
    }),
    act('session', '调解记录', 'Record a session', ['mediating'], [...mediator, role('law-veteran')], {
      form: [
        simple('moment', 'heldAt', '调解时间', 'When', { required: true }),
        line('heldWhere', '调解地点', 'Where', { required: true }),
        line('present', '参加人', 'Who was there', { max: 200 }),
        lines('record', { zh: '调解情况', en: 'What was said' }, { required: true, max: 2000 }),
        trend,
      ],
      counts: 'note',
      tone: 'primary',
      tells: [{ what: 'trend', value: 'form.trend' }],
    }),
    act('deliberate', '部分事项转协商议事', 'Part of it to deliberation', ['mediating'], mediator, { ...deliberating, counts: 'note' }),
    act('deliberated', '登记协商结果', 'Record how it came out', ['mediating'], mediator, {
      when: 'matter.tasks.done > 0',
      form: [outcomeOfTalks, lines('basis', { zh: '协商决议与落实，可作调解依据', en: 'What was resolved; mediation may rest on it' }, { required: true })],
      counts: 'note',
      atMost: 2,
      tells: [{ what: 'deliberated', value: 'form.came' }],
    }),
    extension({ from: ['mediating'], who: mediator }, { grants: [role('justice-office')], unit: 'calendar-days', most: 30, atMost: 1 }),
    // 督办: the justice office over the whole course, a promise that is not kept too.
    ...supervision(
      { from: [...beforeAgreement, 'performing', 'performing-late', 'returning'], who: [role('justice-office')] },
      { answers: mediator, within: limit(3, 'working-days') },
    ),
    ...mediationEnds,
  ], // biome-ignore format: a table
  clocks: [
    {
      ...timer('whole', '调解期限', 'Time to settle', beforeAgreement, limit(30, 'calendar-days'), {
        before: [{ limit: 'category' }],
      }),
      main: true,
    },
    timer('accepting', '受理审查时限', 'Time to register', ['registering'], limit(3, 'working-days')),
    timer(
      'confirmable',
      '共同申请司法确认期限',
      'Time in which a court may be asked',
      ['performing'],
      limit(30, 'calendar-days', '《人民调解法》第33条：自协议生效之日起三十日内（未核对原文）'),
      { whenOver: 'confirm-over' },
    ),
  ],
  routing: [],
};
