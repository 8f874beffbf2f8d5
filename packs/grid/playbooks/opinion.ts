import { blocks, type Playbook } from '#engines/case/model';
import { words } from './fields.ts';
import { community } from './owners.ts';

const { act, answerField, choice, ending, limit, number, stage, timer } = blocks;

/** 社情民意 (S109): what people say and feel; summed up every week by topic, what needs doing becomes an appeal. */
export const opinion: Playbook = {
  id: 'grid.opinion',
  version: 1,
  name: { zh: '社情民意', en: 'Opinion of residents' },
  summary: {
    zh: '收集群众议论，按周按主题汇总，需要办的转为诉求',
    en: 'What people say, summed up weekly by topic; what needs doing becomes an appeal',
  },
  categories: 'grid.opinion-topics',
  reporters: ['resident', 'staff'],
  fields: [
    words('words', '内容', 'What is said', { required: true, max: 500 }),
    number('people', '涉及人数', 'How many people', { min: 1, max: 100_000 }),
    choice('feeling', '情绪', 'Feeling', [
      ['calm', '平稳', 'Calm'],
      ['concerned', '关切', 'Concerned'],
      ['angry', '不满', 'Discontented'],
      ['fierce', '激烈', 'Fierce'],
    ]),
  ],
  title: 'category.name + "：" + substring(data.words, 1, 20)',
  start: 'collected',
  tells: [
    { what: 'people', value: 'data.people' },
    { what: 'feeling', value: 'data.feeling' },
  ],
  stages: [
    stage('collected', '待研判', 'To be looked at', ['已收到', 'Received'], community),
    stage('acting', '转办中', 'Being acted on', ['正在办理', 'In hand'], community),
    ending('used', '已采纳汇总', 'Noted', ['已采纳', 'Noted']),
    ending('answered', '已办复', 'Answered'),
  ],
  actions: [
    act('note', '汇总采纳', 'Note', ['collected'], [community], {
      to: 'used',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      batch: true,
      tone: 'primary',
    }),
    act('act', '转为民生诉求办理', 'Make it an appeal', ['collected'], [community], {
      to: 'acting',
      form: [choice('topic', '诉求主题', 'Topic', 'grid.appeal-topics', { required: true })],
      effects: [
        {
          effect: 'case.open',
          playbook: 'grid.appeal',
          category: 'form.topic',
          values: { words: 'data.words', source: '"visit"' },
        },
      ],
      counts: 'accept',
    }),
    act('answer', '办理情况反馈', 'Tell what came of it', ['acting'], [community], {
      to: 'answered',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('weekly', '按周研判', 'Weekly', ['collected'], limit(7, 'calendar-days'), { main: true }),
    timer('acting', '转办时限', 'Time to act', ['acting'], limit(20, 'calendar-days')),
  ],
  routing: [],
};
