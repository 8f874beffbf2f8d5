import { blocks, type Playbook } from '#engines/case/model';
import { checker, community, inspector, leader, principal, system } from './owners.ts';

const {
  act,
  answerField,
  choice,
  ending,
  exemption,
  extension,
  limit,
  line,
  lines,
  number,
  photosField,
  simple,
  stage,
  table,
  timer,
} = blocks;

/** 整改清单 (S201): a community's points to clear, each a matter of its own with its photos; progress is how many are done. */
export const rectification: Playbook = {
  id: 'inspection.rectification',
  version: 2,
  name: { zh: '环境整治清单', en: 'List of points to clear' },
  summary: {
    zh: '一社区一清单，一点位一件，进度自动算，逾期自动列入通报拟稿',
    en: 'A list for a community, a matter for each point; progress by itself, and a circular drafted of what is overdue',
  },
  categories: 'inspection.lines',
  reporters: ['staff', 'system'],
  fields: [lines('demand', { zh: '整改要求', en: 'What is wanted' }, { required: true })],
  title: 'place.name + "整治清单"',
  start: 'listing',
  stages: [
    stage('listing', '列清单', 'Listing', ['正在列清单', 'Being listed'], inspector),
    stage('clearing', '逐点清理', 'Being cleared', ['正在清理', 'Being cleared'], principal),
    ending('closed', '清单销号', 'All cleared'),
  ],
  actions: [
    act('list', '列出点位', 'List the points', ['listing'], [inspector], {
      to: 'clearing',
      form: [
        table(
          'points',
          '点位',
          'Points',
          [
            line('where', '位置', 'Where', { required: true, max: 60 }),
            choice('kind', '类别', 'Kind', 'inspection.points', { required: true }),
          ],
          { required: true, max: 50 },
        ),
      ],
      effects: [
        {
          effect: 'case.open',
          playbook: 'inspection.heap',
          category: 'row.kind',
          values: { where: 'row.where' },
          each: 'points',
        },
      ],
      tells: [{ what: 'points', value: 'count(form.points)' }],
      tone: 'primary',
    }),
    blocks.progressNote({ from: ['clearing'], who: [principal] }),
    act('overdue', '逾期列入通报', 'Overdue: for the meeting', ['clearing'], [system], {
      atMost: 1,
      tells: [{ what: 'overdue', value: 'matter.tasks.open' }],
      effects: [
        { effect: 'notice.send', template: 'inspection.overdue', to: [principal, inspector, leader] },
        {
          effect: 'case.open',
          playbook: 'inspection.circular',
          category: '"criticism"',
          values: { subject: '"整治清单逾期：" + category.name', facts: '"整改要求：" + data.demand' },
          apart: true,
        },
      ],
    }),
    act('close', '清单销号', 'All cleared', ['clearing'], [principal, inspector], {
      to: 'closed',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('clearing', '清理时限', 'Time to clear', ['clearing'], limit(10, 'working-days'), { whenOver: 'overdue' }),
    timer('whole', '清单时限', 'Time for the list', ['listing', 'clearing'], limit(12, 'working-days'), { main: true }),
  ],
  routing: [],
};

/** 一个堆积点一件 (S202): place, photos before and after, a recheck by another; overdue is evidence; 据实处理 (S363). */
export const heap: Playbook = {
  id: 'inspection.heap',
  version: 1,
  name: { zh: '整治点位', en: 'A point to clear' },
  summary: {
    zh: '一点一件：清理前后照片、他人复查、逾期留痕',
    en: 'One point: before and after, rechecked by another, overdue on record',
  },
  categories: 'inspection.points',
  reporters: ['system', 'staff'],
  fields: [
    line('where', '位置', 'Where', { required: true, max: 60 }),
    photosField('before', { zh: '清理前照片', en: 'Before' }),
  ],
  title: 'category.name + "：" + data.where',
  start: 'open',
  stages: [
    stage('open', '待清理', 'To be cleared', ['待清理', 'To be cleared'], community),
    stage('checking', '待复查', 'To be rechecked', ['待复查', 'To be rechecked'], checker),
    ending('cleared', '已销号', 'Cleared'),
    ending('not-here', '不属整治点位', 'Not such a point'),
  ],
  actions: [
    act('clear', '清理完成', 'Cleared', ['open'], [community], {
      to: 'checking',
      form: [
        lines('result', { zh: '清理情况', en: 'What was done' }, { required: true }),
        photosField('after', { zh: '清理后照片', en: 'After' }),
      ],
      counts: 'handle',
      tone: 'primary',
    }),
    act('pass', '复查合格，销号', 'Passed', ['checking'], [checker, inspector], {
      to: 'cleared',
      notBy: ['clear'],
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    act('fail', '复查不合格', 'Not cleared', ['checking'], [checker, inspector], {
      to: 'open',
      notBy: ['clear'],
      form: [blocks.reasonField, photosField('photos', { zh: '复查照片', en: 'Photos' })],
      counts: 'return',
      tone: 'danger',
    }),
    act('strike', '不属整治点位', 'Not such a point', ['open'], [inspector], {
      to: 'not-here',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
    act('over', '逾期未清，留痕', 'Overdue', ['open'], [system], {
      atMost: 1,
      tells: [{ what: 'overdue', value: 'true' }],
    }),
    extension({ from: ['open'], who: [community] }, { grants: [inspector], atMost: 1, most: 5 }),
    { ...exemption({ from: ['open', 'checking'], who: [community, principal] }, { grants: [leader] }), atMost: 1 },
  ],
  clocks: [
    {
      id: 'whole',
      name: { zh: '清理时限', en: 'Time to clear' },
      stages: ['open'],
      limits: [{ limit: 'category' }],
      main: true,
      whenOver: 'over',
    },
    timer('checking', '复查时限', 'Time to recheck', ['checking'], limit(1, 'working-days')),
  ],
  routing: [],
};

/** 据实处理 (S363): special circumstances with evidence; the street decides that the item is left out or put right. */
export const exemptionOfItem: Playbook = {
  id: 'inspection.exemption',
  version: 1,
  name: { zh: '考核据实处理', en: 'Exemption of an item' },
  summary: {
    zh: '社区提交特殊情况和佐证，街道核实后剔除或更正，结果在考核表可见',
    en: 'With evidence; the street leaves the item out or puts it right, seen in the sheet',
  },
  categories: 'inspection.circumstances',
  reporters: ['staff'],
  fields: [
    line('entry', '考核项目', 'Item of the scheme', { required: true, max: 60 }),
    line('period', '考核期', 'Period', { required: true, max: 20 }),
    lines('grounds', { zh: '特殊情况', en: 'What was special' }, { required: true, max: 500 }),
    photosField('evidence', { zh: '佐证', en: 'Evidence' }),
  ],
  title: 'data.period + data.entry + "据实处理"',
  start: 'checking',
  stages: [
    stage('checking', '核实', 'Being checked', ['正在核实', 'Being checked'], inspector),
    stage('deciding', '街道决定', 'To be decided', ['待街道决定', 'To be decided'], leader),
    ending('excluded', '剔除不计', 'Left out'),
    ending('corrected', '据实更正', 'Put right'),
    ending('stands', '维持原计', 'Stands'),
  ],
  actions: [
    act('check', '提交核实意见', 'Checked', ['checking'], [inspector], {
      to: 'deciding',
      form: [
        simple('yes-no', 'real', '情况是否属实', 'Is it so', { required: true }),
        lines('finding', { zh: '核实情况', en: 'Finding' }, { required: true }),
      ],
      counts: 'verify',
      tone: 'primary',
    }),
    act('more', '退回补充佐证', 'More evidence', ['checking'], [inspector], {
      form: [blocks.reasonField],
      atMost: 2,
      counts: 'note',
    }),
    act('exclude', '剔除不计', 'Leave it out', ['deciding'], [leader], {
      to: 'excluded',
      notBy: ['check'],
      form: [answerField],
      answers: 'answer',
      does: [{ move: 'exempt', reason: 'answer' }],
      tells: [{ what: 'decision', value: '"excluded"' }],
      counts: 'close',
      tone: 'primary',
    }),
    act('correct', '据实更正', 'Put it right', ['deciding'], [leader], {
      to: 'corrected',
      notBy: ['check'],
      form: [number('value', '更正后得分', 'Right score', { max: 1000, required: true }), answerField],
      answers: 'answer',
      tells: [{ what: 'decision', value: '"corrected"' }],
      counts: 'close',
    }),
    act('stand', '维持原计', 'It stands', ['deciding'], [leader], {
      to: 'stands',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      tells: [{ what: 'decision', value: '"stands"' }],
      counts: 'close',
    }),
  ],
  clocks: [
    timer('whole', '决定时限', 'Time to decide', ['checking', 'deciding'], limit(5, 'working-days'), { main: true }),
  ],
  routing: [],
};
