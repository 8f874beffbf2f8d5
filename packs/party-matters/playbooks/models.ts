import { blocks, type Playbook } from '#engines/case/model';
import { affairs, closing, leader, refusing, secretary } from './common.ts';

const {
  act,
  answerField,
  choice,
  ending,
  line,
  lines,
  limit,
  privacyOf,
  simple,
  someBodiesField,
  stage,
  system,
  timer,
} = blocks;

const nominee = privacyOf('评选先进典型', 'To choose models', 'consent', 'personal', 24);

/**
 * 先进典型评选 (S329): recommended, looked at by departments at the same time, on public notice for five working days that only the
 * clock ends, every objection looked into, decided by another, and told as a story.
 */
export const model: Playbook = {
  id: 'party-matters.model',
  version: 2,
  name: { zh: '先进典型评选', en: 'Choosing models' },
  summary: {
    zh: '推荐、部门同时核查、公示五个工作日、异议核实、审定、典型事迹',
    en: 'Recommended, verified in parallel, five working days of notice, objections, decision, story',
  },
  categories: 'party-matters.honours',
  reporters: ['resident', 'staff'],
  fields: [
    line('who', '被推荐人（单位）名称', 'Who', { required: true, max: 40, privacy: nominee }),
    lines(
      'deeds',
      { zh: '主要事迹（不写姓名）', en: 'What for, without names' },
      { required: true, max: 800, privacy: nominee },
    ),
    line('branch', '推荐党组织或居民小组', 'Recommended by', { max: 60 }),
  ],
  title: 'category.name + "推荐"',
  start: 'recommended',
  stages: [
    stage('recommended', '资格初审', 'First look', ['正在初审', 'Being looked at'], affairs),
    stage('verifying', '部门核查', 'Verified', ['正在核查', 'Being verified'], affairs),
    stage('noticed', '公示', 'On notice', ['公示中，有异议请反映', 'On notice: tell us of objections'], affairs),
    stage('deciding', '审定', 'To be decided', ['正在审定', 'Being decided'], leader),
    ending('chosen', '已评定', 'Chosen'),
    ending('told', '事迹已宣传', 'Its story is told'),
    ending('not-chosen', '未评定', 'Not chosen'),
  ],
  actions: [
    act('verify', '送部门核查', 'To the departments', ['recommended'], [affairs], {
      to: 'verifying',
      form: [someBodiesField('departments', { zh: '核查部门', en: 'Departments' })],
      does: [
        {
          move: 'give-tasks',
          from: 'departments',
          name: { zh: '守法诚信核查', en: 'Is there anything against it' },
          doneWithin: limit(5, 'working-days'),
        },
      ],
      counts: 'accept',
      tone: 'primary',
    }),
    act('not-eligible', '不符合条件', 'Not eligible', ['recommended'], [affairs], { ...refusing, to: 'not-chosen' }),
    ...blocks.taskSteps(
      { from: ['verifying'] },
      {
        finish: {
          name: { zh: '反馈核查意见', en: 'Give the finding' },
          form: [
            choice(
              'finding',
              '核查结论',
              'Finding',
              [
                ['clear', '无问题', 'Nothing against it'],
                ['against', '有问题', 'Something against it'],
              ],
              { required: true },
            ),
            lines('result', { zh: '说明', en: 'Note' }, { required: true }),
          ],
          tells: [{ what: 'finding', value: 'form.finding' }],
        },
      },
    ),
    blocks.progressNote({ from: ['verifying', 'noticed', 'deciding'], who: [affairs, leader] }),
    act('publish', '公示', 'Put on notice', ['verifying'], [affairs], {
      to: 'noticed',
      when: 'matter.tasks.open = 0 and matter.tasks.done > 0',
      form: [
        lines(
          'words',
          { zh: '公示内容（经本人同意）', en: 'As published, with consent' },
          { required: true, max: 500, privacy: nominee },
        ),
        line('where', '公示地点和异议渠道', 'Where, and how to object', { required: true }),
      ],
      counts: 'verify',
      tone: 'primary',
    }),
    act('fail', '核查不通过', 'Not verified', ['verifying'], [affairs], {
      ...refusing,
      to: 'not-chosen',
      when: 'matter.tasks.open = 0',
    }),
    act('object', '登记异议', 'Record an objection', ['noticed'], [affairs, secretary], {
      form: [
        lines(
          'objection',
          { zh: '异议内容', en: 'Objection' },
          { required: true, hint: { zh: '只写事由，不写当事人', en: 'What it is about, nobody’s name' } },
        ),
      ],
      does: [
        {
          move: 'give-tasks',
          name: { zh: '核实异议', en: 'Look into the objection' },
          doneWithin: limit(3, 'working-days'),
        },
      ],
      counts: 'note',
      tells: [{ what: 'objection', value: 'category.code' }],
    }),
    ...blocks.milestoneSteps({ from: ['noticed', 'deciding'], who: [affairs] }),
    act('notice-over', '公示期满', 'Notice is over', ['noticed'], [system], {
      to: 'deciding',
      effects: [
        {
          effect: 'ballot.open',
          awaits: 'ballot',
          about: { zh: '需要票决的，组织评选票决', en: 'Where it is voted on, the vote' },
        },
      ],
    }),
    act('decide', '审定', 'Decide', ['deciding'], [leader], {
      ...closing,
      to: [
        { when: 'form.chosen = "yes"', to: 'chosen' },
        { to: 'not-chosen', outcome: 'declined' },
      ],
      when: 'matter.tasks.open = 0',
      notBy: ['verify', 'publish'],
      form: [
        choice(
          'chosen',
          '审定结果',
          'Decision',
          [
            ['yes', '评定', 'Chosen'],
            ['no', '不评定', 'Not chosen'],
          ],
          { required: true },
        ),
        answerField,
      ],
      tells: [{ what: 'decided', value: 'form.chosen' }],
    }),
    act('story', '整理典型事迹', 'Tell the story', ['chosen'], [affairs, secretary], {
      to: 'told',
      form: [
        line('headline', '标题', 'Headline', { required: true, max: 60 }),
        lines(
          'story',
          { zh: '事迹材料（经本人同意公开）', en: 'The story, with consent' },
          { required: true, max: 3000, privacy: nominee },
        ),
        simple('date', 'on', '宣传日期', 'On', { required: true }),
      ],
      effects: [
        {
          effect: 'knowledge.publish',
          awaits: 'knowledge',
          about: { zh: '事迹收入典型库', en: 'The story into the library of models' },
        },
      ],
      tells: [{ what: 'story', value: 'category.code' }],
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('noticed', '公示期', 'Time of the notice', ['noticed'], limit(5, 'working-days'), {
      whenOver: 'notice-over',
    }),
    timer(
      'whole',
      '评选时限',
      'Time to choose',
      ['recommended', 'verifying', 'noticed', 'deciding'],
      limit(45, 'working-days'),
      { main: true },
    ),
  ],
  routing: [],
};
