import { blocks, type Playbook } from '#engines/case/model';
import { words } from './fields.ts';
import { community, principal, system, worker } from './owners.ts';

const { act, answerField, choice, ending, limit, line, simple, stage, table, timer } = blocks;

/** 底线工作 (S132): every grid below is asked, and each has to answer, with a zero report if there is nothing. */
export const bottomLine: Playbook = {
  id: 'grid.bottom-line',
  version: 1,
  name: { zh: '底线工作排查', en: 'Bottom-line check' },
  summary: {
    zh: '逐网格下发、逐网格回报，零报告也要报，一格不漏',
    en: 'Each grid is asked and answers, with a zero report too',
  },
  categories: 'grid.bottom-lines',
  reporters: ['staff', 'system'],
  fields: [words('scope', '排查要求', 'What to look at', { max: 300 })],
  title: '"底线排查：" + category.name + "：" + place.name',
  start: 'asking',
  // One matter in every grid below: this one cannot end while one of them is open.
  onReport: [
    {
      effect: 'case.open',
      playbook: 'grid.zero-report',
      category: 'category.code',
      values: { scope: 'data.scope' },
      eachBelow: 'grid',
    },
  ],
  stages: [
    stage('asking', '逐格回报', 'Grids answer', ['逐格回报中', 'Grids answer'], community),
    ending('closed', '全部回报', 'All answered'),
  ],
  actions: [
    act('close', '汇总上报', 'Sum up', ['asking'], [community, principal], {
      to: 'closed',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    blocks.progressNote({ from: ['asking'], who: [community] }),
  ],
  clocks: [timer('whole', '汇总时限', 'Time to sum up', ['asking'], limit(2, 'working-days'), { main: true })],
  routing: [],
};

/** What one grid answers in one period. */
export const zeroReport: Playbook = {
  id: 'grid.zero-report',
  version: 1,
  name: { zh: '网格底线回报', en: 'Answer of a grid' },
  summary: {
    zh: '有情况报情况，无情况零报告，到期未报亮出来',
    en: 'What there is, or a zero report; who did not answer is shown',
  },
  categories: 'grid.bottom-lines',
  reporters: ['system', 'staff'],
  fields: [words('scope', '排查要求', 'What to look at', { max: 300 })],
  title: '"底线回报：" + category.name + "：" + place.name',
  start: 'due',
  stages: [
    stage('due', '待回报', 'Due', ['待回报', 'Due'], worker),
    stage('omitted', '到期未报', 'Overdue', ['到期未报', 'Overdue'], community),
    ending('answered', '已回报', 'Answered'),
  ],
  actions: [
    act('zero', '零报告', 'Zero report', ['due', 'omitted'], [worker, community], {
      to: 'answered',
      form: [
        simple('yes-no', 'looked', '已逐户逐点排查', 'Everything was looked at', { required: true }),
        words('answer', '说明', 'Note', { required: true, max: 200 }),
      ],
      answers: 'answer',
      outcome: 'explained',
      tells: [{ what: 'answer', value: '"zero"' }],
      counts: 'close',
      tone: 'primary',
    }),
    act('findings', '报告情况', 'Report findings', ['due', 'omitted'], [worker, community], {
      to: 'answered',
      form: [
        table(
          'findings',
          '发现情况',
          'Findings',
          [
            choice('category', '类别', 'Category', 'grid.event-categories', { required: true }),
            line('words', '情况', 'What', { required: true, max: 100 }),
          ],
          { required: true, max: 20 },
        ),
        words('answer', '处置情况', 'What was done', { required: true, max: 300 }),
      ],
      effects: [
        {
          effect: 'case.open',
          playbook: 'grid.event',
          category: 'row.category',
          values: { words: 'row.words', source: '"patrol"' },
          each: 'findings',
          apart: true,
        },
      ],
      answers: 'answer',
      tells: [{ what: 'answer', value: '"found"' }],
      counts: 'close',
    }),
    act('omit', '到期未报', 'Overdue', ['due'], [system], {
      to: 'omitted',
      tells: [{ what: 'answer', value: '"omitted"' }],
      effects: [{ effect: 'notice.send', template: 'grid.zero-report-missing', to: [worker, community] }],
    }),
  ],
  clocks: [
    timer('whole', '回报时限', 'Time to answer', ['due', 'omitted'], limit(24, 'clock-hours'), { main: true }),
    timer('due', '到期提示', 'Due', ['due'], limit(24, 'clock-hours'), { whenOver: 'omit' }),
  ],
  routing: [],
};
