import { type Action, blocks, type Effect, type Playbook } from '#engines/case/model';
import { checker, inspector, leader, superior, system, withTask } from './owners.ts';

const { act, answerField, ending, limit, line, lines, number, photosField, simple, stage, table, taskSteps, timer } =
  blocks;

const findings = table(
  'findings',
  '问题和立行立改',
  'Findings',
  [
    line('what', '问题', 'Finding', { required: true, max: 60 }),
    simple('body', 'who', '整改单位', 'Body', { required: true }),
    simple('date', 'by', '整改期限', 'Until', { required: true }),
  ],
  { max: 50 },
);

/** What a body does with a finding, and what the one who looked at it says. */
const mending = (looker: Parameters<typeof act>[4]): readonly Action[] => [
  ...taskSteps({ from: ['mending'] }, { finish: { name: { zh: '整改完成', en: 'Mended' } } }),
  act('not-mended', '复查不合格，再改', 'Not mended', ['mending'], looker, {
    form: [findings],
    does: [blocks.givePlan('findings')],
    counts: 'return',
  }),
];

/** Below this a circular is drafted; below the second an interview is arranged too. Whoever is asked may drop either, and says why. */
const POOR = 80;
const BAD = 60;

const poorly: readonly Effect[] = [
  {
    effect: 'case.open',
    playbook: 'inspection.circular',
    category: '"criticism"',
    values: { subject: '"周督查得分靠后：" + category.name', facts: 'form.evidence' },
    when: `form.score < ${POOR}`,
    apart: true,
  },
  {
    effect: 'case.open',
    playbook: 'inspection.interview',
    category: '"low-score"',
    values: { post: 'place.name + "负责人"', facts: 'form.evidence' },
    when: `form.score < ${BAD}`,
    apart: true,
  },
];

/** 周督查 (S359, S358): some lines of business of some communities are sampled, findings are put right, the score is from evidence. */
export const weekly: Playbook = {
  id: 'inspection.weekly',
  version: 2,
  name: { zh: '周督查', en: 'Weekly inspection' },
  summary: {
    zh: '按周抽查业务板块，问题立行立改，复查销号，评分有据；低于 80 分拟通报，低于 60 分另行约谈',
    en: 'Sampled lines, findings put right and looked at again, a score with evidence; below 80 a circular, below 60 an interview too',
  },
  categories: 'inspection.lines',
  reporters: ['staff', 'system'],
  fields: [],
  title: 'category.name + "周督查：" + place.name',
  start: 'sampling',
  stages: [
    stage('sampling', '抽样', 'Sampling', ['正在抽样', 'Being sampled'], inspector),
    stage('looking', '现场督查', 'On site', ['现场督查', 'On site'], inspector),
    stage('mending', '立行立改', 'Being put right', ['正在整改', 'Being put right'], inspector),
    ending('closed', '督查办结', 'Closed'),
  ],
  actions: [
    act('sample', '确定抽查对象', 'Draw the sample', ['sampling'], [inspector], {
      to: 'looking',
      form: [
        table(
          'sample',
          '抽查对象',
          'Sample',
          [
            line('unit', '社区或点位', 'Community or point', { required: true, max: 60 }),
            line('content', '抽查内容', 'What', { max: 60 }),
          ],
          { required: true, max: 30 },
        ),
        line('rule', '抽样办法', 'How it was drawn', { required: true, max: 60 }),
      ],
      tone: 'primary',
    }),
    act('record', '记录督查情况和评分', 'Record and score', ['looking'], [inspector], {
      to: 'mending',
      form: [
        number('score', '评分', 'Score', { max: 100, required: true }),
        lines('evidence', { zh: '评分依据', en: 'Evidence' }, { required: true, max: 500 }),
        findings,
        photosField('photos', { zh: '现场照片', en: 'Photos' }),
      ],
      does: [blocks.givePlan('findings')],
      effects: poorly,
      tells: [
        { what: 'score', value: 'form.score' },
        { what: 'findings', value: 'count(form.findings)' },
      ],
      counts: 'verify',
      tone: 'primary',
    }),
    ...mending([inspector]),
    act('close', '复查销号', 'Looked at again, close', ['mending'], [inspector], {
      to: 'closed',
      notBy: ['finish-task'],
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('whole', '督查时限', 'Time for it', ['sampling', 'looking', 'mending'], limit(7, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};

const checklist = table(
  'checklist',
  '督导清单',
  'Checklist',
  [
    line('point', '督导内容', 'Item', { required: true, max: 60 }),
    simple('yes-no', 'met', '是否达标', 'Met', { required: true }),
    line('note', '说明', 'Note', { max: 100 }),
  ],
  { required: true, max: 50 },
);

/** 季督导 (S379): by the district, with a checklist; findings are put right and rechecked. */
export const quarterly: Playbook = {
  id: 'inspection.quarterly',
  version: 1,
  name: { zh: '季督导', en: 'Quarterly supervision' },
  summary: {
    zh: '按清单督导，问题整改复查，期末核查同用一表',
    en: 'By a checklist, findings mended and rechecked; the same at the end of the year',
  },
  categories: 'inspection.terms',
  reporters: ['staff', 'system'],
  fields: [],
  title: 'category.name + "：" + place.name',
  start: 'visiting',
  stages: [
    stage('visiting', '实地督导', 'Visit', ['实地督导', 'Visit'], superior),
    stage('mending', '整改中', 'Being put right', ['正在整改', 'Being put right'], superior),
    ending('closed', '督导办结', 'Closed'),
    ending('no-findings', '未发现问题', 'Nothing found'),
  ],
  actions: [
    act('visit', '填写督导清单和问题', 'Checklist and findings', ['visiting'], [superior], {
      to: [{ when: 'count(form.findings) > 0', to: 'mending' }, { to: 'no-findings' }],
      form: [checklist, findings, answerField],
      does: [blocks.givePlan('findings')],
      answers: 'answer',
      tells: [
        { what: 'met', value: 'form.checklist.met' },
        { what: 'findings', value: 'if form.findings = null then 0 else count(form.findings)' },
      ],
      counts: 'verify',
      tone: 'primary',
    }),
    ...mending([superior, checker]),
    act('recheck', '复查销号', 'Rechecked, close', ['mending'], [superior], {
      to: 'closed',
      notBy: ['finish-task'],
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    blocks.cardAction('yellow', { from: ['mending'], who: [superior] }),
    act('extend', '延长整改', 'More time', ['mending'], [withTask], {
      form: [
        number('more', '延长工作日', 'More working days', { min: 1, max: 20, required: true }),
        blocks.reasonField,
      ],
      needs: { who: [superior] },
      does: [{ move: 'extend', amount: 'more', unit: 'working-days' }],
      atMost: 1,
    }),
  ],
  clocks: [
    timer('whole', '督导时限', 'Time for it', ['visiting', 'mending'], limit(30, 'working-days'), { main: true }),
  ],
  routing: [],
};

/** 上级督查指导 (S377): list, findings, opinions; the county answers each, and the superior says whether that will do. */
export const guidance: Playbook = {
  id: 'inspection.guidance',
  version: 2,
  name: { zh: '上级督查指导', en: 'Guidance from above' },
  summary: {
    zh: '督查清单、问题和指导意见下达，逐条回应，上级认可',
    en: 'List, findings and opinions; each answered and accepted',
  },
  categories: 'inspection.guidance-kinds',
  reporters: ['staff'],
  fields: [
    line('from', '督查单位', 'By whom', { required: true, max: 60 }),
    lines('list', { zh: '督查清单', en: 'List' }, { required: true, max: 500 }),
  ],
  title: 'data.from + category.name',
  start: 'looking',
  stages: [
    stage('looking', '督查中', 'Under way', ['督查中', 'Under way'], superior),
    stage('mending', '逐条回应', 'Being answered', ['逐条回应中', 'Being answered'], leader),
    stage('judging', '上级认可', 'To be accepted', ['待上级认可', 'To be accepted'], superior),
    ending('closed', '已认可', 'Accepted'),
  ],
  actions: [
    act('opine', '下达问题和指导意见', 'Findings and opinions', ['looking'], [superior], {
      to: 'mending',
      form: [
        { ...findings, required: true },
        lines('opinion', { zh: '指导意见', en: 'Opinion' }, { required: true, max: 1000 }),
      ],
      does: [blocks.givePlan('findings')],
      tone: 'primary',
    }),
    ...taskSteps({ from: ['mending'] }, { finish: { name: { zh: '回应并落实', en: 'Answer' } } }),
    blocks.progressNote({ from: ['mending'], who: [leader] }),
    act('remind', '逾期未报进展，提醒', 'No progress told: reminded', ['mending'], [system], {
      tells: [{ what: 'silent', value: 'true' }],
      effects: [{ effect: 'notice.send', template: 'inspection.silent', to: [leader, withTask] }],
    }),
    act('respond', '提交总体回应', 'Hand in the response', ['mending'], [leader], {
      to: 'judging',
      when: 'matter.tasks.open = 0',
      form: [answerField],
      answers: 'answer',
      counts: 'handle',
      tone: 'primary',
    }),
    act('accept', '认可', 'Accept', ['judging'], [superior], { to: 'closed', counts: 'verify', tone: 'primary' }),
    act('not-enough', '回应不到位', 'Not enough', ['judging'], [superior], {
      to: 'mending',
      form: [blocks.reasonField],
      counts: 'return',
    }),
  ],
  clocks: [
    // Seven days of silence, counted afresh from each word of progress, and from each reminder.
    timer('progress', '进展报告时限', 'Time to tell progress', ['mending'], limit(7, 'calendar-days'), {
      restartedBy: ['note', 'take-task', 'finish-task', 'remind'],
      whenOver: 'remind',
    }),
    timer('whole', '回应时限', 'Time to answer', ['looking', 'mending', 'judging'], limit(30, 'working-days'), {
      main: true,
    }),
  ],
  routing: [],
};
