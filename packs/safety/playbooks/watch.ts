import { blocks, type Playbook } from '#engines/case/model';
import { community, worker } from './common.ts';

const { act, answerField, choice, ending, line, lines, limit, number, simple, stage, table, timer } = blocks;

/** 居民义务巡逻 (S194): a team, its shift and route; who came, what was seen, hours for the volunteers; clues go to the police. */
export const watch: Playbook = {
  id: 'safety.watch',
  version: 1,
  name: { zh: '居民治安巡逻', en: 'Resident patrol' },
  summary: {
    zh: '巡逻队排班、路线、到岗登记，线索转民警，时长记入志愿服务',
    en: 'Teams with shifts and routes; clues go to the police, hours to the volunteers',
  },
  categories: 'safety.watch-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('team', '巡逻队', 'Team', { required: true }),
    line('route', '巡逻路线', 'Route', { required: true, max: 200 }),
    simple('moment', 'starts', '开始时间', 'Starts', { required: true }),
    simple('moment', 'ends', '结束时间', 'Ends', { required: true }),
  ],
  title: 'data.team + "：" + data.route',
  start: 'planned',
  stages: [
    stage('planned', '待出勤', 'To go out', ['已排班', 'On the roster'], worker),
    stage(
      'confirming',
      '待确认时长',
      'Hours to be confirmed',
      ['正在确认服务时长', 'Hours are being confirmed'],
      community,
    ),
    ending('done', '已完成', 'Done'),
    ending('cancelled', '已取消', 'Cancelled'),
  ],
  actions: [
    act('return', '收队登记', 'Back from patrol', ['planned'], [worker, community], {
      to: 'confirming',
      form: [
        number('people', '到岗人数', 'Who came', { required: true, min: 1, max: 200 }),
        number('hours', '每人时长', 'Hours each', { required: true, max: 24, digits: 1, unit: ['小时', 'h'] }),
        table(
          'clues',
          '发现的线索',
          'Clues',
          [
            choice('kind', '类型', 'Kind', 'safety.clue-kinds', { required: true }),
            line('what', '情况', 'What was seen', { required: true, max: 300 }),
          ],
          {
            max: 20,
            hint: {
              zh: '没有的不填；填写的转民警保密办理',
              en: 'Leave empty when there are none; they go to the police in confidence',
            },
          },
        ),
        lines('note', { zh: '其他情况', en: 'Anything else' }),
      ],
      counts: 'handle',
      effects: [
        {
          effect: 'case.open',
          playbook: 'safety.clue',
          each: 'clues',
          category: 'row.kind',
          values: { what: 'row.what' },
          apart: true,
        },
      ],
      tone: 'primary',
    }),
    act('confirm', '确认服务时长', 'Confirm the hours', ['confirming'], [community], {
      to: 'done',
      notBy: ['return'],
      form: [
        number('total', '计入志愿服务总时长', 'Hours in all', {
          required: true,
          max: 4800,
          digits: 1,
          unit: ['小时', 'h'],
        }),
        answerField,
      ],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tells: [{ what: 'hours', value: 'form.total' }],
      effects: [
        {
          effect: 'ledger.post',
          awaits: 'ledger',
          about: { zh: '志愿服务时长记入每位队员的时间账户', en: 'Hours go to each volunteer’s account of time' },
        },
      ],
      tone: 'primary',
    }),
    act('dispute', '时长有误，退回', 'Hours wrong', ['confirming'], [community], {
      to: 'planned',
      form: [lines('reason', { zh: '问题', en: 'What is wrong' }, { required: true })],
      counts: 'return',
    }),
    act('cancel', '取消本次巡逻', 'Cancel', ['planned'], [worker, community], {
      to: 'cancelled',
      form: [answerField],
      answers: 'answer',
      outcome: 'withdrawn',
      counts: 'close',
    }),
  ],
  clocks: [
    timer('whole', '登记时限', 'Time to record', ['planned', 'confirming'], limit(7, 'calendar-days'), { main: true }),
  ],
  routing: [],
};
