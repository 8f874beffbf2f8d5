import { blocks, type Playbook } from '#engines/case/model';
import { community, contact, photos, street, worker } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
  ending,
  line,
  lines,
  limit,
  number,
  simple,
  someBodiesField,
  stage,
  table,
  timer,
} = blocks;

/** 防火期值守 (S182): a season with its roster of patrols and checkpoints, and the red flag days that are told to all. */
export const fireSeason: Playbook = {
  id: 'safety.fire-season',
  version: 1,
  name: { zh: '森林防火期值守', en: 'Forest fire season' },
  summary: {
    zh: '防火期内巡护和卡口排班、交界地段责任共担、高火险日通知、期末总结',
    en: 'Roster of patrols and checkpoints in the season, shared borders, red flag days, summary at its end',
  },
  categories: 'safety.watch-kinds',
  reporters: ['staff', 'system'],
  fields: [
    simple('date', 'from', '防火期开始', 'From', { required: true }),
    simple('date', 'until', '防火期结束', 'Until', { required: true }),
  ],
  title: '"森林防火期值守"',
  start: 'preparing',
  stages: [
    stage('preparing', '排班备勤', 'Roster', ['正在排班', 'The roster is being made'], street),
    stage('watching', '防火期内', 'In the season', ['防火期内禁止野外用火', 'No fire outdoors'], street),
    ending('over', '防火期结束', 'Season over'),
  ],
  actions: [
    act('roster', '公布值守排班', 'Publish the roster', ['preparing', 'watching'], [street], {
      to: 'watching',
      form: [
        table(
          'posts',
          '卡口与巡护班次',
          'Posts and patrols',
          [
            line('where', '卡口或线路', 'Where', { required: true }),
            simple('body', 'body', '责任单位', 'Body', { required: true }),
            simple('date', 'until', '责任期至', 'Until'),
          ],
          { required: true, max: 60 },
        ),
      ],
      does: [{ move: 'give-tasks', from: 'posts', columns: { name: 'where', body: 'body', due: 'until' } }],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('share-border', '确定交界地段共管', 'Share a border plot', ['watching'], [street], {
      form: [
        line('plot', '交界地段', 'Plot', { required: true }),
        someBodiesField('bodies', { zh: '共同负责单位', en: 'Bodies that share it' }),
      ],
      does: [{ move: 'give-tasks', from: 'bodies', name: { zh: '交界地段共管', en: 'Shared border' } }],
    }),
    act('red-flag', '发布高火险日通知', 'Red flag day', ['watching'], [street, community], {
      form: [
        simple('date', 'day', '日期', 'Day', { required: true }),
        lines('words', { zh: '要求', en: 'What is asked' }, { required: true }),
      ],
      effects: [
        {
          effect: 'notice.send',
          template: 'safety.red-flag',
          to: [street, worker, { onDuty: 'street-dispatcher' }],
          values: { day: 'form.day', words: 'form.words' },
        },
      ],
      counts: 'note',
    }),
    ...blocks.taskSteps({ from: ['watching'] }),
    act('end', '防火期结束，总结', 'End of the season', ['watching'], [street], {
      to: 'over',
      form: [
        number('fires', '期内火情起数', 'Fires', { required: true }),
        { ...answerField, name: { zh: '总结', en: 'Summary' } },
      ],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      dropsTasks: true,
      tells: [{ what: 'fires', value: 'form.fires' }],
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('preparing', '排班时限', 'Time to make the roster', ['preparing'], limit(5, 'working-days')),
    timer('whole', '防火期', 'The season', ['preparing', 'watching'], limit(212, 'calendar-days'), { main: true }),
  ],
  routing: [],
};

/** 火情报告 (S182): told at once, handled by whoever answers for the plot, on a border by all whose border it is. */
export const fireReport: Playbook = {
  id: 'safety.fire-report',
  version: 1,
  name: { zh: '森林火情与火患报告', en: 'Forest fire report' },
  summary: {
    zh: '发现火情烟点、违规用火立即报告，交界地段各方同时出动，扑灭后核查',
    en: 'Fire, smoke or unlawful fire is reported at once; on a border all sides move; checked when it is out',
  },
  categories: 'safety.forest-kinds',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    simple('point', 'point', '火点位置', 'Point'),
    lines('what', { zh: '情况', en: 'What is seen' }, { required: true }),
    simple('yes-no', 'border', '是否位于交界地段', 'On a border'),
    photos,
    contact,
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'reported',
  stages: [
    stage('reported', '待出动', 'To be answered', ['已收到，正在调度', 'Received, help is on its way'], street),
    stage('handling', '处置中', 'In hand', ['正在处置', 'In hand'], assignee),
    stage('watching', '看守余火、核查', 'Watched and checked', ['正在看守核查', 'Being watched'], community),
    ending('out', '已处置', 'Out', ['已处置，感谢报告', 'Out. Thank you for reporting']),
    ending('false', '误报', 'False alarm', ['经核实未发生火情', 'No fire was found']),
  ],
  actions: [
    act('send', '调度出动', 'Send', ['reported'], [street], {
      to: 'handling',
      form: [
        bodyField('body', { zh: '牵头处置单位', en: 'Lead' }),
        { ...someBodiesField('others', { zh: '交界地段共同处置单位', en: 'Others on the border' }), required: false },
      ],
      assigns: 'body',
      does: [
        {
          move: 'give-tasks',
          from: 'others',
          name: { zh: '交界地段共同处置', en: 'Act on the border' },
          takeWithin: limit(30 / 60, 'clock-hours'),
        },
      ],
      counts: 'dispatch',
      tone: 'danger',
    }),
    act('false-alarm', '核实为误报', 'False alarm', ['reported', 'handling'], [street, assignee], {
      to: 'false',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      dropsTasks: true,
    }),
    ...blocks.taskSteps({ from: ['handling'] }),
    blocks.progressNote({ from: ['handling'], who: [assignee] }),
    act('out', '明火扑灭', 'Fire out', ['handling'], [assignee], {
      to: 'watching',
      form: [
        simple('moment', 'outAt', '扑灭时间', 'Out at', { required: true }),
        number('area', '过火面积', 'Area burnt', { required: true, max: 1_000_000, digits: 2, unit: ['公顷', 'ha'] }),
        lines('result', { zh: '处置情况', en: 'What was done' }, { required: true }),
      ],
      counts: 'handle',
      tells: [{ what: 'burnt', value: 'form.area' }],
      tone: 'primary',
    }),
    act('close', '无复燃，办结', 'No rekindling, close', ['watching'], [community, street], {
      to: 'out',
      notBy: ['out'],
      form: [lines('cause', { zh: '起火原因', en: 'Cause' }), answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tone: 'primary',
    }),
    act('rekindled', '复燃', 'Rekindled', ['watching'], [community, street, worker], {
      to: 'handling',
      form: [lines('note', { zh: '情况', en: 'What happened' }, { required: true })],
      counts: 'return',
      tone: 'danger',
    }),
  ],
  clocks: [
    timer('sending', '出动时限', 'Time to send', ['reported'], limit(10 / 60, 'clock-hours')),
    timer('whole', '处置时限', 'Time to close', ['reported', 'handling', 'watching'], limit(3, 'calendar-days'), {
      before: [{ limit: 'category' }],
      main: true,
    }),
  ],
  routing: [{ when: 'category.code = "fire"', bodyKind: 'emergency' }],
  onReport: [
    {
      effect: 'notice.send',
      template: 'safety.fire-point',
      to: [{ role: 'street-dispatcher' }, { onDuty: 'street-dispatcher' }],
      values: { place: 'place.text' },
    },
  ],
};
