import { blocks, type Playbook } from '#engines/case/model';
import { supervisor, withTask } from './owners.ts';

const { act, answerField, choice, ending, limit, line, lines, simple, someBodiesField, stage, timer } = blocks;

/** 派单目录调整: the catalogue by which requests find their body is changed only after those concerned were asked. */
export const catalogue: Playbook = {
  id: 'hotline.catalogue',
  version: 1,
  name: { zh: '派单目录调整', en: 'Change of the dispatch catalogue' },
  summary: {
    zh: '提出、征求部门意见、审定、生效，派单依据动态更新',
    en: 'Proposed, commented on, decided, in force from a day',
  },
  categories: 'hotline.catalogue-changes',
  reporters: ['staff', 'system'],
  fields: [
    line('entry', '目录事项', 'Item', { required: true, max: 100 }),
    lines('reason', { zh: '调整理由', en: 'Why' }, { required: true, max: 500 }),
  ],
  title: 'category.name + "：" + data.entry',
  start: 'proposed',
  stages: [
    stage('proposed', '待征求意见', 'Proposed', ['已提出', 'Proposed'], supervisor),
    stage('asking', '征求意见', 'Being asked', ['征求意见中', 'Being asked'], supervisor),
    ending('adopted', '已调整', 'Changed'),
    ending('kept', '维持不变', 'Kept'),
  ],
  actions: [
    act('ask', '征求意见', 'Ask', ['proposed'], [supervisor], {
      to: 'asking',
      form: [someBodiesField('bodies', { zh: '征求单位', en: 'Bodies' })],
      does: [
        {
          move: 'give-tasks',
          from: 'bodies',
          name: { zh: '反馈意见', en: 'Comment' },
          doneWithin: limit(5, 'working-days'),
        },
      ],
      tone: 'primary',
    }),
    act('comment', '反馈意见', 'Comment', ['asking'], [withTask], {
      form: [
        choice(
          'view',
          '意见',
          'View',
          [
            ['agree', '同意', 'Agree'],
            ['change', '建议修改', 'With changes'],
            ['object', '不同意', 'Object'],
          ],
          { required: true },
        ),
        lines('words', { zh: '说明', en: 'Words' }, { required: true }),
      ],
      does: [{ move: 'finish-task', result: 'words' }],
      tells: [{ what: 'view', value: 'form.view' }],
      tone: 'primary',
    }),
    act('adopt', '审定调整', 'Adopt', ['asking'], [supervisor], {
      to: 'adopted',
      form: [
        simple('body', 'body', '调整后承办单位', 'Body in charge', { required: true }),
        simple('date', 'from', '生效日期', 'From', { required: true }),
        answerField,
      ],
      answers: 'answer',
      dropsTasks: true,
      counts: 'close',
      tone: 'primary',
    }),
    act('keep', '维持不变', 'Keep', ['proposed', 'asking'], [supervisor], {
      to: 'kept',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      dropsTasks: true,
      counts: 'close',
    }),
  ],
  clocks: [
    timer('whole', '审定时限', 'Time to decide', ['proposed', 'asking'], limit(15, 'working-days'), { main: true }),
  ],
  routing: [],
};
