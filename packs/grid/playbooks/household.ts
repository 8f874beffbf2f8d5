import { blocks, type Playbook } from '#engines/case/model';
import { words } from './fields.ts';
import { community, principal, worker } from './owners.ts';

const { act, answerField, ending, limit, line, milestoneSteps, number, simple, stage, table, timer } = blocks;

/** 下小区了解住户情况 (S176): what a team learned of an estate, the problems it found, what it promised and by when. */
export const household: Playbook = {
  id: 'grid.household',
  version: 1,
  name: { zh: '进小区知民情', en: 'Into the estate' },
  summary: {
    zh: '干部、网格员、党员进小区，问题现场登记，承诺逐条兑现',
    en: 'Cadres, grid workers and members go into an estate; problems noted, promises kept one by one',
  },
  categories: 'grid.household-teams',
  reporters: ['staff'],
  fields: [
    line('estate', '小区', 'Estate', { required: true, max: 60 }),
    words('team', '参加人员（职务）', 'Team', { max: 200 }),
  ],
  title: 'data.estate + "：" + category.name',
  start: 'visiting',
  stages: [
    stage('visiting', '走访中', 'Visiting', ['走访中', 'Visiting'], worker),
    stage('promised', '兑现承诺', 'Keeping promises', ['正在兑现承诺', 'Promises being kept'], community),
    ending('kept', '承诺兑现', 'Kept'),
    ending('understood', '已了解，无需整改', 'Nothing to do'),
  ],
  actions: [
    act('record', '登记了解情况和问题', 'Record', ['visiting'], [worker, community], {
      to: 'promised',
      form: [
        number('households', '了解户数', 'Households', { min: 1, max: 5000, required: true }),
        words('situation', '住户总体情况', 'How people live', { required: true }),
        table(
          'promises',
          '问题与承诺',
          'Problems and promises',
          [
            line('what', '问题和承诺', 'Problem and promise', { required: true, max: 60 }),
            simple('date', 'by', '兑现日期', 'Until', { required: true }),
          ],
          { required: true, max: 20 },
        ),
      ],
      does: [{ move: 'give-tasks', from: 'promises', columns: { name: 'what', due: 'by' } }],
      tells: [
        { what: 'households', value: 'form.households' },
        { what: 'promises', value: 'count(form.promises)' },
      ],
      tone: 'primary',
    }),
    act('nothing', '未发现问题', 'Nothing found', ['visiting'], [worker, community], {
      to: 'understood',
      form: [number('households', '了解户数', 'Households', { min: 1, max: 5000, required: true }), answerField],
      answers: 'answer',
      tells: [{ what: 'households', value: 'form.households' }],
      outcome: 'explained',
      counts: 'close',
    }),
    ...milestoneSteps({ from: ['promised'], who: [community] }),
    act('report-back', '向住户反馈', 'Tell the households', ['promised'], [community, principal], {
      to: 'kept',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('whole', '兑现时限', 'Time to keep them', ['visiting', 'promised'], limit(30, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
