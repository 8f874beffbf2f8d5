import { blocks, type Playbook } from '#engines/case/model';
import { photos, words } from './fields.ts';
import { community, system, worker } from './owners.ts';

const { act, choice, ending, limit, line, simple, stage, table, timer } = blocks;

const round = table('points', '巡查点', 'Points', [
  line('point', '点位', 'Point', { required: true, max: 60 }),
  simple('yes-no', 'well', '是否正常', 'In order', { required: true }),
  line('note', '备注', 'Note', { max: 60 }),
]);

/**
 * 每日巡查 (S116): opened by the plan each morning; begins and ends with a step, so hours are known without a clock of
 * presence, and no track is asked for (国办函〔2026〕12号). Grids without a patrol are listed at the set hour.
 */
export const patrol: Playbook = {
  id: 'grid.patrol',
  version: 1,
  name: { zh: '网格巡查', en: 'Patrol' },
  summary: {
    zh: '每日一巡，发现问题随手转事件；到点未巡的列出提醒社区',
    en: 'A patrol a day; findings become events; what was not patrolled by the hour is listed',
  },
  categories: 'grid.patrol-kinds',
  reporters: ['system', 'staff'],
  fields: [],
  title: 'category.name + "：" + place.name',
  start: 'due',
  stages: [
    stage('due', '待巡查', 'Due', ['今日待巡查', 'Due today'], worker),
    stage('walking', '巡查中', 'On the way', ['正在巡查', 'On the way'], worker),
    stage('missed', '到点未巡', 'Not done in time', ['今日未巡查', 'Not done today'], community),
    ending('done', '已巡查', 'Done'),
    ending('excused', '未巡查（有说明）', 'Not done, explained'),
  ],
  actions: [
    act('begin', '开始巡查', 'Begin', ['due', 'missed'], [worker], {
      to: 'walking',
      counts: 'accept',
      tone: 'primary',
    }),
    act('found', '发现问题，转网格事件', 'Found something', ['walking'], [worker], {
      form: [
        choice('category', '类别', 'Category', 'grid.event-categories', { required: true }),
        words('words', '情况', 'What was seen', { required: true, max: 300 }),
        photos('photos', '照片', 'Photos'),
      ],
      effects: [
        {
          effect: 'case.open',
          playbook: 'grid.event',
          category: 'form.category',
          values: { words: 'form.words', source: '"patrol"' },
          apart: true,
        },
      ],
      tells: [{ what: 'found', value: 'true' }],
      counts: 'note',
    }),
    act('finish', '结束巡查', 'Finish', ['walking'], [worker], {
      to: 'done',
      form: [round, words('answer', '巡查小结', 'In short', { required: true, max: 300 })],
      answers: 'answer',
      counts: 'close',
      tells: [{ what: 'points', value: 'count(form.points)' }],
      tone: 'primary',
    }),
    act('miss', '到点未巡，列入提醒', 'Not done by the hour', ['due'], [system], {
      to: 'missed',
      tells: [{ what: 'missed', value: 'true' }],
      effects: [{ effect: 'notice.send', template: 'grid.patrol-missed', to: [worker, community] }],
    }),
    act('excuse', '说明未巡原因', 'Say why not', ['due', 'missed'], [community], {
      to: 'excused',
      form: [words('answer', '未巡查原因及补救', 'Why, and what was done instead', { required: true, max: 200 })],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
    }),
  ],
  clocks: [
    timer('hour', '当日巡查时点', 'Hour of the day', ['due'], limit(8, 'clock-hours'), { whenOver: 'miss' }),
    timer('whole', '当日完成', 'Today', ['due', 'walking', 'missed'], limit(10, 'clock-hours'), { main: true }),
  ],
  routing: [],
};
