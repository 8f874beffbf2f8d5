import { blocks, type Playbook } from '#engines/case/model';
import { civilisedPlaceCodes } from '../code-lists/civilised.ts';
import { closing, community, inspector, resultField, street } from './common.ts';

const { act, answerField, choice, ending, line, limit, number, simple, stage, table, timer } = blocks;

const problems = table(
  'problems',
  '问题清单',
  'Problems',
  [
    line('what', '测评项与问题', 'Item and problem', { required: true }),
    simple('body', 'who', '整改单位', 'Body'),
    simple('date', 'by', '整改期限', 'Until', { required: true }),
  ],
  { max: 50 },
);
const scoring = civilisedPlaceCodes.map(({ place }) => `score-${place}`);

/** 文明创建 (S209): each type of place has its own test items; a score of one's own, problems with terms, a mock inspection by another. */
export const civilised: Playbook = {
  id: 'estate.civilised',
  version: 2,
  name: { zh: '文明创建点位自查', en: 'Civilised city: self-check' },
  summary: {
    zh: '按点位类型对照测评项逐项自查评分，问题逐项限期整改，模拟测评通过后销号',
    en: 'Item by item by the sheet for the type of place; each problem has a term; passed at a mock inspection',
  },
  categories: 'estate.civilised-places',
  reporters: ['staff', 'system'],
  fields: [line('spot', '点位', 'Place', { required: true })],
  title: 'data.spot + "文明创建自查"',
  start: 'self-checking',
  stages: [
    stage('self-checking', '自查评分', 'Self-check', ['正在自查', 'Being checked'], community),
    stage('mending', '问题整改', 'Problems', ['正在整改', 'Being mended'], community),
    stage('mock', '模拟测评', 'Mock inspection', ['正在模拟测评', 'Mock inspection'], inspector),
    ending('ready', '达标', 'Ready'),
  ],
  actions: [
    ...civilisedPlaceCodes.map(({ place, list, zh }) =>
      act(
        `score-${place}`,
        `登记自查（${zh.replace('测评项', '')}）`,
        'Record the self-check',
        ['self-checking'],
        [community],
        {
          to: [{ when: 'count(form.problems) > 0', to: 'mending' }, { to: 'mock' }],
          when: `category.code = "${place}"`,
          form: [
            table(
              'items',
              '逐项自查',
              'Item by item',
              [
                choice('item', '测评项', 'Item', list, { required: true }),
                simple('yes-no', 'met', '是否达标', 'Met', { required: true }),
              ],
              { required: true, min: 1, max: 30 },
            ),
            number('score', '自查得分', 'Score', { required: true, max: 100 }),
            problems,
          ],
          does: [{ move: 'give-tasks', from: 'problems', columns: { name: 'what', body: 'who', due: 'by' } }],
          counts: 'handle',
          tells: [
            { what: 'score', value: 'form.score' },
            { what: 'item-met', value: 'form.items.met' },
          ],
          tone: 'primary',
        },
      ),
    ),
    ...blocks.milestoneSteps({ from: ['mending'], who: [community] }),
    act('mended', '整改完毕，申请测评', 'All mended', ['mending'], [community], {
      to: 'mock',
      when: 'matter.tasks.open = 0',
      form: [resultField],
      counts: 'handle',
      tone: 'primary',
    }),
    act('inspect', '登记模拟测评', 'Mock inspection', ['mock'], [inspector, street], {
      ...closing,
      to: [{ when: 'form.score >= 90', to: 'ready' }, { to: 'self-checking' }],
      notBy: [...scoring, 'mended'],
      form: [number('score', '测评得分', 'Score', { required: true, max: 100 }), answerField],
      tells: [{ what: 'mock', value: 'form.score' }],
    }),
  ],
  clocks: [
    timer('whole', '达标时限', 'Time to be ready', ['self-checking', 'mending', 'mock'], limit(30, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
