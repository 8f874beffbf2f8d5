import { blocks, type Playbook } from '#engines/case/model';
import { community, principal, worker } from './owners.ts';

const { act, answerField, choice, ending, limit, line, lines, number, stage, table, timer } = blocks;

/** 需求征集 (S154): the needs of a grid by theme and households; each is answered (met, planned, cannot), and published. */
export const demand: Playbook = {
  id: 'grid.demand',
  version: 1,
  name: { zh: '居民需求清单', en: 'List of needs' },
  summary: {
    zh: '按网格征集需求，逐条回应：已落实、列计划或办不到及原因',
    en: 'Needs of a grid, each answered: met, planned, or why not',
  },
  categories: 'grid.survey-kinds',
  reporters: ['staff', 'system'],
  fields: [],
  title: 'category.name + "：" + place.name',
  start: 'asking',
  stages: [
    stage('asking', '征集中', 'Asking', ['正在征集', 'Being asked'], worker),
    stage('answering', '逐条回应', 'Answering', ['逐条回应中', 'Being answered'], community),
    stage('publishing', '待公布', 'To be published', ['即将公布', 'To be published'], principal),
    ending('published', '已公布', 'Published'),
  ],
  actions: [
    act('list', '提交需求清单', 'Hand in the list', ['asking'], [worker, community], {
      to: 'answering',
      form: [
        table(
          'needs',
          '需求',
          'Needs',
          [
            line('what', '需求', 'Need', { required: true, max: 60 }),
            choice('theme', '类别', 'Theme', 'grid.need-themes', { required: true }),
            number('households', '户数', 'Households', { min: 1, max: 5000, required: true }),
          ],
          { required: true, max: 50 },
        ),
      ],
      does: [{ move: 'give-tasks', from: 'needs', columns: { name: 'what' } }],
      tells: [
        { what: 'theme', value: 'form.needs.theme' },
        { what: 'households', value: 'sum(form.needs.households)' },
      ],
      tone: 'primary',
    }),
    act('answer-need', '回应一条：已落实或列计划', 'Met or planned', ['answering'], [community], {
      form: [
        choice(
          'how',
          '回应',
          'Answer',
          [
            ['met', '已落实', 'Met'],
            ['planned', '已列计划', 'Planned'],
          ],
          { required: true },
        ),
        lines('result', { zh: '由谁、何时、怎样落实', en: 'By whom, when, how' }, { required: true }),
      ],
      does: [{ move: 'finish-task', result: 'result' }],
      tells: [{ what: 'answered', value: 'form.how' }],
      tone: 'primary',
    }),
    act('cannot', '回应一条：暂办不到', 'Cannot, because', ['answering'], [community], {
      form: [lines('reason', { zh: '原因和替代办法', en: 'Why, and what helps instead' }, { required: true })],
      does: [{ move: 'refuse-task', reason: 'reason' }],
      tells: [{ what: 'answered', value: '"cannot"' }],
    }),
    act('all-answered', '提交公布', 'Hand over to publish', ['answering'], [community], {
      to: 'publishing',
      when: 'matter.tasks.open = 0',
    }),
    act('publish', '公布回应情况', 'Publish', ['publishing'], [principal], {
      to: 'published',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    act('back', '退回补充', 'Send back', ['publishing'], [principal], {
      to: 'asking',
      form: [blocks.reasonField],
      counts: 'return',
      atMost: 2,
    }),
  ],
  clocks: [
    timer('asking', '征集时限', 'Time to ask', ['asking'], limit(15, 'calendar-days')),
    timer(
      'whole',
      '回应公布时限',
      'Time to publish',
      ['asking', 'answering', 'publishing'],
      limit(45, 'calendar-days'),
      {
        main: true,
      },
    ),
  ],
  routing: [],
};
