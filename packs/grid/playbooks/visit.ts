import { blocks, type Playbook } from '#engines/case/model';
import { words } from './fields.ts';
import { community, worker } from './owners.ts';

const { act, choice, ending, line, privacyOf, simple, stage, table } = blocks;

const household = line('household', '走访户（门牌、户主）', 'Household', {
  max: 60,
  privacy: privacyOf('安排和记录走访', 'To plan and record visits', 'duty'),
});

/**
 * 定期走访 (S123): the class says how often; a visit counts only with its record. Needs that are found become appeals,
 * what the registers know is confirmed, never asked again.
 */
export const visit: Playbook = {
  id: 'grid.visit',
  version: 1,
  name: { zh: '定期走访', en: 'Periodic visit' },
  summary: { zh: '按户分类定频次，见面有记录才算走访', en: 'Frequency by class of household; only a record counts' },
  categories: 'grid.visit-classes',
  reporters: ['system', 'staff'],
  fields: [household],
  title: '"走访：" + category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'due',
  stages: [
    stage('due', '待走访', 'Due', ['待走访', 'Due'], worker),
    stage('away', '未遇，待再访', 'Nobody at home', ['未遇', 'Nobody at home'], worker),
    ending('visited', '已走访', 'Visited'),
    ending('excused', '本期未访（有说明）', 'Not visited, explained'),
  ],
  actions: [
    act('record', '走访记录', 'Record the visit', ['due', 'away'], [worker, community], {
      to: 'visited',
      form: [
        choice(
          'way',
          '方式',
          'How',
          [
            ['door', '上门见面', 'At the door'],
            ['phone', '电话视频', 'By phone'],
            ['elsewhere', '约见', 'Elsewhere'],
          ],
          { required: true },
        ),
        simple('yes-no', 'current', '底账信息是否仍然准确', 'Are the records still right', { required: true }),
        words('answer', '走访情况', 'How it was', { required: true, max: 300 }),
        table(
          'needs',
          '需求和诉求',
          'Needs',
          [
            choice('topic', '主题', 'Topic', 'grid.appeal-topics', { required: true }),
            line('words', '内容', 'What', { required: true, max: 60 }),
          ],
          { max: 5 },
        ),
      ],
      effects: [
        {
          effect: 'case.open',
          playbook: 'grid.appeal',
          category: 'row.topic',
          values: { words: 'row.words', source: '"visit"' },
          each: 'needs',
          apart: true,
        },
      ],
      answers: 'answer',
      tells: [
        { what: 'visited', value: 'form.way' },
        { what: 'records-current', value: 'form.current' },
      ],
      counts: 'close',
      tone: 'primary',
    }),
    act('not-home', '未遇', 'Nobody at home', ['due', 'away'], [worker], {
      to: 'away',
      form: [words('note', '何时再访', 'When again', { max: 100 })],
      atMost: 3,
      counts: 'note',
    }),
    act('excuse', '本期不能走访，说明原因', 'Cannot be visited', ['due', 'away'], [worker, community], {
      to: 'excused',
      needs: { who: [community] },
      form: [words('answer', '原因', 'Why', { required: true, max: 200 })],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
    }),
  ],
  clocks: [
    {
      id: 'whole',
      name: { zh: '走访期限', en: 'Time to visit' },
      stages: ['due', 'away'],
      limits: [{ limit: 'category' }],
      main: true,
    },
  ],
  routing: [],
};
