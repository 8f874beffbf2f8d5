import { blocks, type Playbook } from '#engines/case/model';
import { photos, words } from './fields.ts';
import { worker } from './owners.ts';

const { act, choice, ending, limit, number, stage, timer } = blocks;

/** 政策法规宣传: what was made known to whom; counted once, from the record itself. */
export const publicity: Playbook = {
  id: 'grid.publicity',
  version: 1,
  name: { zh: '政策法规宣传', en: 'Making policies known' },
  summary: { zh: '宣传一次记一次：内容、方式、覆盖人数', en: 'What was told, how, to how many' },
  categories: 'grid.publicity-kinds',
  reporters: ['staff', 'system'],
  fields: [words('theme', '主题', 'Theme', { required: true, max: 100 })],
  title: 'category.name + "：" + data.theme',
  start: 'planned',
  stages: [
    stage('planned', '待开展', 'Planned', ['待开展', 'Planned'], worker),
    ending('done', '已开展', 'Done'),
    ending('dropped', '未开展', 'Not held'),
  ],
  actions: [
    act('record', '宣传记录', 'Record', ['planned'], [worker], {
      to: 'done',
      form: [
        choice(
          'way',
          '方式',
          'How',
          [
            ['door', '入户', 'At the door'],
            ['group', '居民群', 'Chat group'],
            ['lecture', '讲座', 'Lecture'],
            ['board', '公示栏', 'Notice board'],
          ],
          { required: true },
        ),
        number('people', '覆盖人数', 'People reached', { min: 1, max: 100_000, required: true }),
        words('answer', '开展情况', 'How it went', { required: true, max: 300 }),
        photos('photos', '照片', 'Photos'),
      ],
      answers: 'answer',
      tells: [
        { what: 'way', value: 'form.way' },
        { what: 'people', value: 'form.people' },
      ],
      counts: 'close',
      tone: 'primary',
    }),
    act('drop', '不再开展', 'Not held', ['planned'], [worker], {
      to: 'dropped',
      form: [words('answer', '原因', 'Why', { required: true, max: 200 })],
      answers: 'answer',
      outcome: 'withdrawn',
      counts: 'close',
    }),
  ],
  clocks: [timer('whole', '开展时限', 'Time to do it', ['planned'], limit(30, 'calendar-days'), { main: true })],
  routing: [],
};
