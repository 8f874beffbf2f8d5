import { blocks, type Effect, type Playbook } from '#engines/case/model';
import { photos, words } from './fields.ts';
import { community, leader, street, system, worker } from './owners.ts';

const { act, answerField, choice, ending, limit, number, simple, stage, timer } = blocks;

/** 直接通知值班领导: those on duty are to acknowledge, those above them next (notice engine). */
const alarm = (minutes: number): Effect => ({
  effect: 'notice.send',
  template: 'matter.urgent',
  to: [{ onDuty: 'street-dispatcher' }, leader],
  values: { minutes: `"${minutes}"` },
});

const level = choice('level', '事件等级', 'Level', [
  ['unknown', '待定', 'Not known yet'],
  ['general', '一般', 'General'],
  ['larger', '较大', 'Larger'],
  ['major', '重大', 'Major'],
  ['extreme', '特别重大', 'Extreme'],
]);
const people = [
  number('dead', '死亡人数', 'Dead', { max: 9999 }),
  number('injured', '受伤人数', 'Injured', { max: 9999 }),
  number('missing', '被困失联人数', 'Trapped or missing', { max: 9999 }),
];

/**
 * 重大事件: first report at once, follow-up reports, a final report (S113, S130). How late the first one was is
 * counted from the time of the event (S120); nobody is asked to compute it.
 */
export const major: Playbook = {
  id: 'grid.major',
  version: 1,
  name: { zh: '重大事件', en: 'Major event' },
  summary: {
    zh: '一键首报、直达值班领导，续报不断线，终报经审定',
    en: 'First report to those on duty at once, follow-ups, an approved final report',
  },
  categories: 'grid.major-events',
  reporters: ['staff', 'system'],
  fields: [
    { ...simple('moment', 'happenedAt', '发生时间', 'When it happened', { required: true }), options: { past: true } },
    words('words', '情况', 'What happens', { max: 300 }),
    ...people,
    photos('photos', '照片', 'Photos'),
  ],
  title: '"【重大】" + category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'first',
  onReport: [alarm(5)],
  tells: [
    { what: 'delay', value: 'date and time(at) - date and time(data.happenedAt)' },
    { what: 'late', value: 'date and time(at) > date and time(data.happenedAt) + duration(category.extra.first)' },
  ],
  stages: [
    stage('first', '首报待核', 'First report', ['已上报', 'Reported'], street),
    stage('following', '处置续报', 'In hand', ['正在处置', 'In hand'], street),
    stage('final', '终报待审', 'Final report', ['正在审定', 'Being approved'], leader),
    ending('closed', '已终报', 'Closed'),
    ending('false', '误报', 'False alarm'),
  ],
  actions: [
    act('confirm', '核实首报', 'Confirm', ['first'], [street], {
      to: 'following',
      form: [{ ...level, required: true }, words('orders', '处置要求', 'What to do', { max: 300 })],
      counts: 'accept',
      tells: [{ what: 'level', value: 'form.level' }],
      effects: [{ effect: 'notice.send', template: 'grid.major-told', to: [leader, community] }],
      tone: 'primary',
    }),
    act('escalate', '超时未核，直报领导', 'Not confirmed: to the leader', ['first'], [system], {
      atMost: 1,
      effects: [alarm(5)],
    }),
    act('explain-late', '说明迟报原因', 'Why it is late', ['first', 'following'], [worker, community], {
      form: [words('why', '迟报原因', 'Why', { required: true, max: 200 })],
      atMost: 1,
      counts: 'note',
    }),
    // Each follow-up says when the next one is due.
    act('follow-up', '续报', 'Follow-up report', ['following'], [worker, community, street], {
      form: [
        words('words', '最新情况', 'How it stands', { required: true, max: 500 }),
        ...people,
        photos('photos', '照片', 'Photos'),
        number('next', '几小时后再报', 'Next report in hours', { min: 1, max: 24, required: true }),
      ],
      does: [{ move: 'extend', clock: 'following', amount: 'next', unit: 'clock-hours' }],
      effects: [{ effect: 'notice.send', template: 'grid.major-told', to: [leader] }],
      counts: 'note',
      tone: 'primary',
    }),
    act('final-report', '终报', 'Final report', ['following'], [community, street], {
      to: 'final',
      form: [
        words('cause', '原因', 'Cause', { required: true }),
        ...people,
        words('measures', '处置与整改措施', 'What was done', { required: true }),
      ],
      counts: 'handle',
    }),
    act('approve', '审定终报', 'Approve', ['final'], [leader], {
      to: 'closed',
      notBy: ['final-report'],
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    act('return-final', '退回补充', 'Send back', ['final'], [leader], {
      to: 'following',
      form: [blocks.reasonField],
      counts: 'return',
    }),
    act('false-alarm', '认定误报', 'False alarm', ['first', 'following'], [street], {
      to: 'false',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    }),
  ],
  clocks: [
    timer('confirming', '核实时限', 'Time to confirm', ['first'], limit(15 / 60, 'clock-hours'), {
      whenOver: 'escalate',
    }),
    timer('following', '续报时限', 'Time of the next report', ['following'], limit(2, 'clock-hours')),
    timer('whole', '终报时限', 'Time to the final report', ['first', 'following', 'final'], limit(5, 'working-days'), {
      main: true,
    }),
  ],
  routing: [],
};
