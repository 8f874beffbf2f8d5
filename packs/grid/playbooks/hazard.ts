import { blocks, type Playbook } from '#engines/case/model';
import { photos, words } from './fields.ts';
import { community, street, worker } from './owners.ts';

const { act, answerField, choice, ending, limit, stage, timer } = blocks;

/** 安全隐患: the grid worker's entry; what is a hazard goes over to the pack of safety, and is watched until it is mended. */
export const hazard: Playbook = {
  id: 'grid.hazard',
  version: 1,
  name: { zh: '安全隐患上报', en: 'Hazard found by a grid worker' },
  summary: {
    zh: '网格员发现即报，先采取临时措施，转安全整治，盯到销号',
    en: 'Reported at once, made safe, handed to safety, watched until mended',
  },
  categories: 'safety.check-items',
  reporters: ['staff'],
  fields: [
    words('what', '隐患情况', 'What is wrong', { required: true, max: 300 }),
    choice(
      'level',
      '初判等级',
      'Level at first sight',
      [
        ['ordinary', '一般', 'Ordinary'],
        ['major', '重大', 'Major'],
      ],
      { required: true },
    ),
    photos('photos', '照片', 'Photos'),
  ],
  title: 'category.name + "：" + substring(data.what, 1, 20)',
  start: 'found',
  stages: [
    stage('found', '待转办', 'Found', ['已发现', 'Found'], worker),
    stage('watching', '跟踪整改', 'Watched', ['已转安全整治', 'With safety'], community),
    ending('mended', '隐患消除', 'Mended'),
    ending('none', '不属隐患', 'No hazard'),
  ],
  actions: [
    act('hand-over', '采取临时措施，转安全整治', 'Make safe and hand over', ['found'], [worker, community], {
      to: 'watching',
      form: [words('measure', '临时措施（警示、隔离、断电等）', 'What was done at once', { required: true, max: 200 })],
      effects: [
        {
          effect: 'case.open',
          playbook: 'safety.hazard',
          category: 'category.code',
          values: { what: 'data.what', level: 'data.level' },
        },
      ],
      counts: 'accept',
      tone: 'primary',
    }),
    act('watch', '跟踪记录', 'Note', ['watching'], [worker, community], {
      form: [words('progress', '现场情况', 'How it stands', { required: true, max: 200 })],
      counts: 'note',
    }),
    act('close', '核实消除', 'Mended', ['watching'], [community, street], {
      to: 'mended',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    act('not-a-hazard', '不属隐患', 'No hazard', ['found'], [community], {
      to: 'none',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
  ],
  clocks: [
    timer('handing', '转办时限', 'Time to hand over', ['found'], limit(4, 'clock-hours')),
    timer('whole', '消除时限', 'Time to mend', ['found', 'watching'], limit(15, 'working-days'), { main: true }),
  ],
  routing: [],
};
