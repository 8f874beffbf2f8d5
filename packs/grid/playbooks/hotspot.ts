import { blocks, type Move, type Playbook } from '#engines/case/model';
import { photos, words } from './fields.ts';
import { assignee, checker, street } from './owners.ts';

const { act, answerField, bodyField, ending, limit, line, number, stage, timer } = blocks;

/** Four looks, a week apart: the effect is shown over weeks, not by one good day. */
const looks: readonly Move[] = ['一', '二', '三', '四'].map((week, index) => ({
  move: 'give-tasks',
  name: { zh: `第${week}周复查`, en: `Look in week ${index + 1}` },
  doneWithin: limit(7 * (index + 1), 'calendar-days'),
}));

/** 顽疾点位整治 (S679): a place that comes back again and again, with its responsible section and its photos week by week. */
export const hotspot: Playbook = {
  id: 'grid.hotspot',
  version: 2,
  name: { zh: '顽疾点位整治', en: 'A place that is never right' },
  summary: {
    zh: '反复出现的点位定责整治，连续四周复查看实效',
    en: 'Named section, remedy, and four weekly looks at the effect',
  },
  categories: 'grid.hotspots',
  reporters: ['staff', 'system'],
  fields: [
    number('repeats', '近三个月重复次数', 'Times in three months', { min: 2, max: 1000, required: true }),
    line('section', '责任路段或点位', 'Section', { required: true, max: 60 }),
    photos('photos', '整治前照片', 'Photos before'),
  ],
  title: 'category.name + "：" + data.section',
  start: 'listed',
  tells: [{ what: 'repeats', value: 'data.repeats' }],
  stages: [
    stage('listed', '待定责', 'To be given', ['已列入', 'Listed'], street),
    stage('remedy', '整治中', 'In remedy', ['正在整治', 'In remedy'], assignee),
    stage('watching', '四周复查', 'Watched', ['复查中', 'Watched'], checker),
    ending('cured', '已根治', 'Cured'),
  ],
  actions: [
    act('give', '定责', 'Give', ['listed'], [street], {
      to: 'remedy',
      form: [
        bodyField('body', { zh: '责任单位', en: 'Body in charge' }),
        words('target', '整治目标', 'Aim', { required: true, max: 200 }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('done', '整治完成', 'Done', ['remedy'], [assignee], {
      to: 'watching',
      form: [
        words('measures', '措施', 'Measures', { required: true, max: 300 }),
        photos('photos', '整治后照片', 'Photos after'),
      ],
      does: looks,
      counts: 'handle',
      tone: 'primary',
    }),
    act('look', '复查记录', 'Look', ['watching'], [checker], {
      notBy: ['done'],
      form: [
        number('score', '现场评分', 'Score', { max: 100, required: true }),
        words('result', '现场情况', 'What was seen', { required: true, max: 200 }),
        photos('photos', '当周照片', 'Photos of the week'),
      ],
      does: [{ move: 'finish-task', result: 'result' }],
      tells: [{ what: 'score', value: 'form.score' }],
      tone: 'primary',
    }),
    act('again', '反弹，重新整治', 'It is back', ['watching'], [checker], {
      to: 'remedy',
      form: [blocks.reasonField, photos('photos', '反弹照片', 'Photos')],
      atMost: 2,
      counts: 'return',
      tone: 'danger',
    }),
    act('cure', '认定根治', 'Cured', ['watching'], [checker, street], {
      to: 'cured',
      notBy: ['done'],
      form: [answerField],
      answers: 'answer',
      counts: 'close',
    }),
  ],
  clocks: [
    timer('remedy', '整治时限', 'Time to remedy', ['listed', 'remedy'], limit(15, 'working-days')),
    timer('whole', '销号时限', 'Time to cure', ['listed', 'remedy', 'watching'], limit(60, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [
    {
      when: 'list contains(["waste", "trade", "poster"], category.code)',
      bodyKind: 'urban-management',
      assign: 'least-load',
    },
    { when: 'category.code = "parking"', bodyKind: 'traffic-police', assign: 'on-duty' },
    { when: 'category.code = "water"', bodyKind: 'water', assign: 'least-load' },
  ],
};
