import { blocks, type Playbook } from '#engines/case/model';
import { contact, words } from './fields.ts';
import { assignee, community, reporter } from './owners.ts';

const { act, answerField, bodyField, choice, ending, limit, line, stage, timer } = blocks;

/**
 * 来访接待 (S153): the community that was asked first answers for it until somebody has taken it over; the visitor
 * leaves with an answer or a slip, and rates the reception.
 */
export const reception: Playbook = {
  id: 'grid.reception',
  version: 1,
  name: { zh: '来访接待', en: 'Reception of a visitor' },
  summary: {
    zh: '首问负责：当场答复或开转办单，转出未接前仍由首问负责',
    en: 'Whoever is asked first answers, or hands over and stays responsible until it is taken',
  },
  categories: 'grid.reception-kinds',
  reporters: ['resident', 'staff'],
  fields: [words('question', '来访事由', 'What it is about', { required: true, max: 300 }), contact],
  title: 'category.name + "：" + substring(data.question, 1, 20)',
  start: 'receiving',
  stages: [
    stage('receiving', '首问接待', 'First asked', ['正在接待', 'Being received'], community),
    stage(
      'handed',
      '已转，待接',
      'Handed over',
      ['已转责任单位，首问仍负责', 'Handed over, the first asked still answers'],
      community,
    ),
    stage('taken', '责任单位办理', 'Taken over', ['责任单位正在办理', 'In hand'], assignee),
    ending('answered', '已答复', 'Answered', ['已答复，请评价', 'Answered, please rate']),
    ending('rated', '已评价', 'Rated', ['已答复', 'Answered']),
  ],
  actions: [
    act('answer', '当场答复', 'Answer at once', ['receiving', 'handed'], [community], {
      to: 'answered',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tone: 'primary',
    }),
    act('hand-over', '开转办单', 'Hand over with a slip', ['receiving', 'handed'], [community], {
      to: 'handed',
      form: [
        bodyField('body', { zh: '责任单位', en: 'Body' }),
        line('slip', '告知来访人的去处', 'What the visitor was told', { required: true, max: 100 }),
      ],
      assigns: 'body',
      counts: 'dispatch',
    }),
    act('take', '接收', 'Take over', ['handed'], [assignee], { to: 'taken', counts: 'accept', tone: 'primary' }),
    act('not-ours', '不属本单位，退回首问', 'Not ours: back', ['handed', 'taken'], [assignee], {
      to: 'receiving',
      form: [blocks.reasonField],
      atMost: 2,
      counts: 'refuse',
      tone: 'danger',
    }),
    act('reply', '答复', 'Answer', ['taken'], [assignee], {
      to: 'answered',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    act('rate', '评价接待', 'Rate the reception', ['answered'], [reporter], {
      to: 'rated',
      form: [
        {
          id: 'rating',
          type: 'rating',
          name: { zh: '接待满意度', en: 'How you were received' },
          required: true,
          options: { list: 'grid.satisfaction-levels' },
        },
        choice('manner', '态度', 'Manner', [
          ['warm', '主动热情', 'Warm'],
          ['plain', '一般', 'Plain'],
          ['cold', '冷淡推诿', 'Cold'],
        ]),
      ],
      rates: 'rating',
      tells: [{ what: 'manner', value: 'form.manner' }],
      counts: 'rate',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('first', '首问答复时限', 'Time of the first asked', ['receiving', 'handed'], limit(1, 'working-days')),
    timer('whole', '答复时限', 'Time to answer', ['receiving', 'handed', 'taken'], limit(5, 'working-days'), {
      main: true,
    }),
  ],
  routing: [],
};
