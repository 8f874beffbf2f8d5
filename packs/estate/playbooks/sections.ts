import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, inspector, photos, refusing, resultField, street, worker } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
  choice,
  ending,
  line,
  lines,
  limit,
  number,
  reasonField,
  simple,
  stage,
  table,
  timer,
} = blocks;

/** 门前三包: agreement with the shop, monthly check, three strikes and the enforcement body. */
export const frontDuty: Playbook = {
  id: 'estate.front-duty',
  version: 1,
  name: { zh: '门前三包责任落实', en: 'Front-of-shop duty' },
  summary: {
    zh: '沿街单位签订门前三包责任书，检查评分，问题限期改正，拒不改正移交执法',
    en: 'Shops sign for the space before their door; checked, scored, mended, and handed on if they refuse',
  },
  categories: 'estate.front-duties',
  reporters: ['staff', 'system'],
  fields: [
    line('shop', '沿街单位', 'Shop', { required: true }),
    line('section', '责任段', 'Section', { required: true }),
    line('signed', '责任书编号', 'Agreement'),
  ],
  title: 'data.shop + "门前三包"',
  start: 'checking',
  stages: [
    stage('checking', '待检查', 'To be checked', ['待检查', 'To be checked'], worker),
    stage('mending', '限期改正', 'To be mended', ['请限期改正', 'Please mend it in time'], community),
    stage('enforcing', '移交执法', 'Enforcement', ['已移交执法', 'With enforcement'], assignee),
    ending('good', '检查合格', 'Good'),
    ending('mended', '改正合格', 'Mended'),
    ending('penalised', '已依法处置', 'Dealt with by law'),
  ],
  actions: [
    act('check', '检查评分', 'Check', ['checking'], [worker, community], {
      to: [{ when: 'form.score >= 90', to: 'good' }, { to: 'mending' }],
      form: [
        number('score', '得分', 'Score', { required: true, max: 100 }),
        choice(
          'problems',
          '问题',
          'Problems',
          [
            ['dirty', '包卫生不到位', 'Not clean'],
            ['order', '占道经营、乱堆放', 'Goods on the street'],
            ['green', '绿化设施损坏', 'Green damaged'],
            ['parking', '车辆乱停', 'Bad parking'],
          ],
          { many: true },
        ),
        photos,
        answerField,
      ],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'handle',
      tells: [
        { what: 'score', value: 'form.score' },
        { what: 'problem', value: 'form.problems' },
      ],
      tone: 'primary',
    }),
    act('mended', '复查改正合格', 'Mended', ['mending'], [community, inspector], {
      ...closing,
      to: 'mended',
      notBy: ['check'],
    }),
    act('hand-over', '拒不改正，移交执法', 'Hand to enforcement', ['mending'], [community, street], {
      to: 'enforcing',
      form: [bodyField('body', { zh: '执法单位', en: 'Enforcement body' }), reasonField],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'danger',
    }),
    act('penalised', '反馈处置结果', 'Tell the result', ['enforcing'], [assignee], {
      ...closing,
      outcome: 'explained',
      to: 'penalised',
    }),
  ],
  clocks: [
    timer('mending', '改正时限', 'Time to mend', ['mending'], limit(3, 'working-days')),
    timer('whole', '办结时限', 'Time to close', ['checking', 'mending', 'enforcing'], limit(15, 'working-days'), {
      main: true,
    }),
  ],
  routing: [{ when: 'true', bodyKind: 'urban-management' }],
};

/** 沟渠清理责任段 (S197): sections with whoever answers for each and a day; every section is checked and recorded. */
export const ditch: Playbook = {
  id: 'estate.ditch',
  version: 1,
  name: { zh: '沟渠清淤除草责任段', en: 'Ditches and verges' },
  summary: {
    zh: '按户或责任段排期清沟除草，逐段记录，逐段检查，未完成的补做',
    en: 'Ditches and verges by section and day, each recorded, each checked, the missing ones done later',
  },
  categories: 'estate.ditch-kinds',
  reporters: ['staff', 'system'],
  fields: [simple('date', 'month', '本轮开始日期', 'Round from', { required: true })],
  title: 'category.name',
  start: 'planning',
  stages: [
    stage('planning', '排期', 'Schedule', ['正在排期', 'Being scheduled'], community),
    stage('doing', '清理中', 'Being done', ['正在清理', 'Being done'], community),
    stage('checking', '逐段检查', 'Checked by section', ['正在检查', 'Being checked'], inspector),
    ending('done', '本轮完成', 'Round done'),
  ],
  actions: [
    act('schedule', '排定责任段', 'Schedule the sections', ['planning'], [community], {
      to: 'doing',
      form: [
        table(
          'sections',
          '责任段',
          'Sections',
          [
            line('section', '沟段、路段', 'Section', { required: true }),
            line('household', '责任户（组）', 'Household or group', { required: true }),
            simple('date', 'by', '完成日期', 'Until', { required: true }),
          ],
          { required: true, max: 60 },
        ),
      ],
      does: [{ move: 'give-tasks', from: 'sections', columns: { name: 'section', due: 'by' } }],
      counts: 'dispatch',
      tells: [{ what: 'sections', value: 'count(form.sections)' }],
      tone: 'primary',
    }),
    ...blocks.milestoneSteps({ from: ['doing'], who: [community, worker] }),
    act('finish', '全部清理完成', 'All done', ['doing'], [community], {
      to: 'checking',
      when: 'matter.tasks.open = 0',
      form: [resultField],
      counts: 'handle',
      tone: 'primary',
    }),
    act('check', '登记检查结果', 'Record the check', ['checking'], [inspector, street], {
      ...closing,
      to: [{ when: 'form.failed = 0', to: 'done' }, { to: 'planning' }],
      notBy: ['finish'],
      form: [
        table(
          'checked',
          '逐段检查',
          'Each section',
          [
            line('section', '沟段、路段', 'Section', { required: true }),
            choice(
              'ok',
              '结果',
              'Result',
              [
                ['yes', '合格', 'Good'],
                ['no', '不合格', 'Not good'],
              ],
              { required: true },
            ),
          ],
          { required: true, max: 60 },
        ),
        number('failed', '不合格段数', 'Sections that failed', { required: true, max: 60 }),
        answerField,
      ],
      tells: [{ what: 'failed', value: 'form.failed' }],
    }),
  ],
  clocks: [
    timer('whole', '完成时限', 'Time to finish', ['planning', 'doing', 'checking'], limit(20, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};

/** 清洁行动 (S207): a clean-up with its spots, volunteers, amounts, before and after. */
export const cleanUp: Playbook = {
  id: 'estate.clean-up',
  version: 1,
  name: { zh: '环境大清扫行动', en: 'Clean-up' },
  summary: {
    zh: '点位、志愿者、清运量和前后对比照片，结果公布',
    en: 'Spots, volunteers, amount removed, pictures before and after, published',
  },
  categories: 'estate.appearance',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '行动名称', 'Title', { required: true }),
    simple('date', 'day', '日期', 'Day', { required: true }),
  ],
  title: 'data.title',
  start: 'preparing',
  stages: [
    stage('preparing', '确定点位', 'Spots', ['正在准备', 'Being prepared'], community),
    stage('cleaning', '清扫中', 'Cleaning', ['正在清扫', 'Cleaning'], community),
    ending('done', '已完成', 'Done'),
    ending('cancelled', '已取消', 'Cancelled'),
  ],
  actions: [
    act('spots', '确定点位', 'Name the spots', ['preparing'], [community], {
      to: 'cleaning',
      form: [
        table('spots', '点位', 'Spots', [line('spot', '点位', 'Spot', { required: true })], {
          required: true,
          max: 50,
        }),
        photos,
      ],
      does: [{ move: 'give-tasks', from: 'spots', columns: { name: 'spot' } }],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('cleaned', '完成一处', 'A spot is clean', ['cleaning'], [worker, community], {
      form: [
        number('volunteers', '参加人数', 'Volunteers', { required: true, min: 1, max: 10_000 }),
        number('amount', '清运量', 'Removed', { required: true, max: 10_000, digits: 2, unit: ['吨', 't'] }),
        blocks.photosField('before', { zh: '清理前照片', en: 'Before' }),
        blocks.photosField('after', { zh: '清理后照片', en: 'After' }),
        lines('result', { zh: '清理情况', en: 'What was done' }, { required: true }),
      ],
      does: [{ move: 'finish-task', result: 'result' }],
      counts: 'handle',
      tells: [
        { what: 'removed', value: 'form.amount' },
        { what: 'volunteers', value: 'form.volunteers' },
      ],
      tone: 'primary',
    }),
    act('publish', '公布结果', 'Publish', ['cleaning'], [community], { ...closing, to: 'done' }),
    act('cancel', '取消', 'Cancel', ['preparing', 'cleaning'], [community], {
      ...refusing,
      to: 'cancelled',
      outcome: 'withdrawn',
      dropsTasks: true,
    }),
  ],
  clocks: [
    timer('whole', '完成时限', 'Time to finish', ['preparing', 'cleaning'], limit(15, 'calendar-days'), { main: true }),
  ],
  routing: [],
};
