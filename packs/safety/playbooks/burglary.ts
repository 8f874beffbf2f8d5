import { blocks, type Playbook } from '#engines/case/model';
import { community, photos, police, street } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
  choice,
  ending,
  givePlan,
  line,
  lines,
  limit,
  milestoneSteps,
  money,
  number,
  planTable,
  stage,
  timer,
} = blocks;

/** 防盗措施 (S192): what residents agree on, done as a project, burglaries counted before and after. */
export const burglary: Playbook = {
  id: 'safety.burglary',
  version: 1,
  name: { zh: '防盗技防建设', en: 'Measures against burglary' },
  summary: {
    zh: '门禁、照明、监控等防盗措施先议后建，建成后与建设前发案数对比',
    en: 'Doors, lights, cameras: agreed upon first, then built; burglaries before and after are compared',
  },
  categories: 'safety.burglary-measures',
  reporters: ['resident', 'staff', 'system'],
  fields: [lines('why', { zh: '提出理由', en: 'Why' }, { required: true }), photos],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'proposed',
  stages: [
    stage('proposed', '待议事', 'To be talked over', ['已列入议题', 'On the agenda'], community),
    stage('building', '建设中', 'Being built', ['正在建设', 'Being built'], assignee),
    stage('accepting', '待验收', 'To be accepted', ['正在验收', 'Being accepted'], community),
    stage(
      'comparing',
      '成效对比',
      'Before and after',
      ['已建成，观察成效', 'Built; the effect is being watched'],
      police,
    ),
    ending('closed', '已建成', 'Built'),
    ending('not-agreed', '未达成一致', 'Not agreed'),
  ],
  actions: [
    act('deliberate', '登记议事结果', 'Record what was agreed', ['proposed'], [community], {
      to: [{ when: 'form.agreed * 2 > form.present', to: 'building' }, { to: 'not-agreed' }],
      form: [
        number('present', '到会人数', 'Present', { required: true, min: 1, max: 10_000 }),
        number('agreed', '同意人数', 'In favour', { required: true, max: 10_000 }),
        number('before', '前 12 个月发案数', 'Burglaries in the last 12 months', { required: true, max: 10_000 }),
        money('budget', '预算', 'Budget', { max: 10_000_000 }),
        line('funds', '资金来源', 'Funds'),
        bodyField('body', { zh: '实施单位', en: 'Who builds' }),
        { ...answerField, name: { zh: '议事结果', en: 'What was decided' } },
      ],
      assigns: 'body',
      answers: 'answer',
      outcome: 'explained',
      counts: 'dispatch',
      tells: [{ what: 'before', value: 'form.before' }],
      tone: 'primary',
    }),
    act('plan', '确定工期', 'Plan', ['building'], [assignee], {
      form: [planTable()],
      does: [givePlan()],
      counts: 'note',
    }),
    ...milestoneSteps({ from: ['building'], who: [assignee] }),
    act('built', '完工', 'Built', ['building'], [assignee], {
      to: 'accepting',
      when: 'matter.tasks.open = 0',
      form: [lines('result', { zh: '建设情况', en: 'What was built' }, { required: true }), photos],
      counts: 'handle',
      tone: 'primary',
    }),
    act('accept', '居民代表验收', 'Accepted by residents', ['accepting'], [community], {
      to: 'comparing',
      notBy: ['built'],
      form: [number('signed', '签字居民代表人数', 'Residents who signed', { required: true, min: 1, max: 1000 })],
      counts: 'verify',
      tone: 'primary',
    }),
    act('reject', '验收不合格', 'Not accepted', ['accepting'], [community], {
      to: 'building',
      form: [lines('reason', { zh: '问题', en: 'What is wrong' }, { required: true })],
      counts: 'return',
      tone: 'danger',
    }),
    act('compare', '登记成效，办结', 'Record the effect', ['comparing'], [police, street], {
      to: 'closed',
      form: [
        number('after', '建成后同期发案数', 'Burglaries since', { required: true, max: 10_000 }),
        choice(
          'enough',
          '是否需要追加措施',
          'More needed',
          [
            ['no', '不需要', 'No'],
            ['yes', '需要', 'Yes'],
          ],
          { required: true },
        ),
        answerField,
      ],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tells: [{ what: 'after', value: 'form.after' }],
      tone: 'primary',
    }),
    act('decline', '不列入议题', 'Not on the agenda', ['proposed'], [community], {
      to: 'not-agreed',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
  ],
  clocks: [
    timer('deliberating', '议事时限', 'Time to talk it over', ['proposed'], limit(15, 'working-days')),
    timer('whole', '建设时限', 'Time to build', ['proposed', 'building', 'accepting'], limit(120, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
