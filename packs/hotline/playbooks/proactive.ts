import { blocks, type Playbook } from '#engines/case/model';
import { community, principal, street } from './owners.ts';

const { act, answerField, ending, limit, lines, milestoneSteps, number, stage, timer } = blocks;

/** 未诉先办: what is asked again and again in one place is taken up before the next call, by residents' own deliberation. */
export const proactive: Playbook = {
  id: 'hotline.proactive',
  version: 1,
  name: { zh: '未诉先办', en: 'Before the next call' },
  summary: {
    zh: '重复诉求点位主动治理：议事协商、定措施、比前后',
    en: 'Repeated requests of a place: deliberated, acted on, compared before and after',
  },
  categories: 'hotline.topics',
  reporters: ['staff', 'system'],
  fields: [
    lines('pattern', { zh: '诉求规律', en: 'What is asked again and again' }, { required: true }),
    number('before', '近三个月诉求件数', 'Requests in three months', { min: 2, required: true }),
  ],
  title: 'category.name + "未诉先办：" + substring(data.pattern, 1, 20)',
  start: 'found',
  tells: [{ what: 'before', value: 'data.before' }],
  stages: [
    stage('found', '待研判', 'Found', ['已发现', 'Found'], street),
    stage('deliberating', '议事协商', 'Deliberated', ['正在议事', 'Deliberated'], principal),
    stage('acting', '落实措施', 'Acted on', ['正在落实', 'Acted on'], community),
    stage('looking', '回头看', 'Looked at again', ['回头看', 'Looked at again'], street),
    ending('closed', '已治理', 'Done'),
    ending('dropped', '不需治理', 'Not needed'),
  ],
  actions: [
    act('take-up', '列入主动治理', 'Take it up', ['found'], [street], {
      to: 'deliberating',
      counts: 'accept',
      tone: 'primary',
    }),
    act('drop', '不列入', 'Do not', ['found'], [street], {
      to: 'dropped',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
    act('decide', '记录议事结果和措施', 'Record what was decided', ['deliberating'], [principal], {
      to: 'acting',
      form: [
        number('people', '参加议事人数', 'People who took part', { min: 1, max: 10_000, required: true }),
        lines('decision', { zh: '议事结果', en: 'Decision' }, { required: true, max: 1000 }),
        blocks.planTable('measures'),
      ],
      does: [blocks.givePlan('measures')],
      tells: [{ what: 'people', value: 'form.people' }],
      tone: 'primary',
    }),
    ...milestoneSteps({ from: ['acting'], who: [community] }),
    act('done', '措施落实', 'All done', ['acting'], [community], {
      to: 'looking',
      when: 'matter.tasks.open = 0',
      counts: 'handle',
      tone: 'primary',
    }),
    act('close', '回头看，公布前后对比', 'Compare and close', ['looking'], [street], {
      to: 'closed',
      form: [
        number('after', '治理后三个月诉求件数', 'Requests in three months after', { required: true }),
        answerField,
      ],
      answers: 'answer',
      tells: [{ what: 'after', value: 'form.after' }],
      counts: 'close',
      tone: 'primary',
    }),
    act('again', '反弹，再议', 'It is back', ['looking'], [street], {
      to: 'deliberating',
      form: [blocks.reasonField],
      atMost: 2,
      counts: 'return',
    }),
  ],
  clocks: [
    timer('deliberating', '议事时限', 'Time to deliberate', ['deliberating'], limit(15, 'working-days')),
    timer(
      'whole',
      '治理周期',
      'Time for it',
      ['found', 'deliberating', 'acting', 'looking'],
      limit(180, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
