import { blocks, type Playbook } from '#engines/case/model';
import { affairs, closing, refusing, resultField, secretary, themeField } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
  ending,
  givePlan,
  line,
  lines,
  limit,
  milestoneSteps,
  money,
  number,
  planTable,
  privacyOf,
  reasonField,
  simple,
  stage,
  timer,
} = blocks;

/** 党建工作项目 (S413): applied for, reviewed with its budget, milestones, mid-check, acceptance, promoted. */
export const project: Playbook = {
  id: 'party-matters.project',
  version: 1,
  name: { zh: '党建工作项目', en: 'Party-building project' },
  summary: {
    zh: '申报、评审、预算、里程碑、中期检查、验收、推广',
    en: 'Application, review, budget, milestones, mid-check, acceptance, promotion',
  },
  categories: 'party-matters.project-kinds',
  reporters: ['staff'],
  fields: [
    line('title', '项目名称', 'Title', { required: true, max: 60 }),
    line('branch', '申报党组织', 'Branch', { required: true }),
    lines('goals', { zh: '解决的问题和目标', en: 'What it is for' }, { required: true }),
    money('budget', '申请经费', 'Budget asked for', { required: true, max: 5_000_000 }),
    themeField,
  ],
  title: 'data.title',
  start: 'reviewing',
  stages: [
    stage('reviewing', '评审', 'Review', ['正在评审', 'Being reviewed'], affairs),
    stage('planning', '制定计划', 'Planning', ['已立项，正在制定计划', 'Approved'], secretary),
    stage('first-half', '实施（前期）', 'First half', ['正在实施', 'Under way'], secretary),
    stage('mid-check', '中期检查', 'Mid-check', ['正在中期检查', 'Mid-check'], affairs),
    stage('second-half', '实施（后期）', 'Second half', ['正在实施', 'Under way'], secretary),
    stage('accepting', '验收', 'Acceptance', ['正在验收', 'Being accepted'], affairs),
    ending('accepted', '通过验收', 'Accepted'),
    ending('promoted', '已推广', 'Promoted'),
    ending('rejected', '不予立项', 'Not approved'),
    ending('stopped', '中止', 'Stopped'),
  ],
  actions: [
    act('approve', '评审立项，核定预算', 'Approve with its budget', ['reviewing'], [affairs], {
      to: [{ when: 'form.score >= 80 and form.granted <= data.budget', to: 'planning' }, { to: 'reviewing' }],
      form: [
        number('score', '评审得分', 'Score', { required: true, max: 100 }),
        money('granted', '核定经费', 'Granted', { required: true, max: 5_000_000 }),
        lines('opinion', { zh: '评审意见', en: 'Opinion' }, { required: true }),
      ],
      counts: 'accept',
      tells: [
        { what: 'score', value: 'form.score' },
        { what: 'approved', value: 'if form.score >= 80 and form.granted <= data.budget then data.theme else null' },
      ],
      tone: 'primary',
    }),
    act('reject', '不予立项', 'Do not approve', ['reviewing'], [affairs], { ...refusing, to: 'rejected' }),
    act('plan', '分解里程碑，启动', 'Milestones', ['planning'], [secretary], {
      to: 'first-half',
      form: [planTable()],
      does: [givePlan()],
      effects: [
        {
          effect: 'ledger.post',
          awaits: 'ledger',
          about: { zh: '核定经费列入党建经费账', en: 'The granted budget into the account for party building' },
        },
      ],
      counts: 'dispatch',
      tone: 'primary',
    }),
    ...milestoneSteps({ from: ['first-half', 'second-half'], who: [secretary] }),
    act('spend', '登记支出', 'Record spending', ['first-half', 'second-half'], [secretary], {
      form: [
        line('what', '用途', 'For what', { required: true, max: 60 }),
        money('amount', '金额', 'Amount', { required: true, max: 5_000_000 }),
        blocks.photosField('receipt', { zh: '票据照片', en: 'Photo of the receipt' }),
      ],
      tells: [{ what: 'spent', value: 'form.amount / 100' }],
    }),
    act('mid-report', '提交中期报告', 'Mid-term report', ['first-half'], [secretary], {
      to: 'mid-check',
      form: [
        lines('progress', { zh: '进展和问题', en: 'How it stands' }, { required: true }),
        money('spent', '累计支出', 'Spent so far', { required: true, max: 5_000_000 }),
      ],
      counts: 'handle',
      tone: 'primary',
    }),
    act('mid-pass', '中期检查通过', 'Pass the mid-check', ['mid-check'], [affairs], {
      to: 'second-half',
      notBy: ['mid-report'],
      form: [lines('finding', { zh: '检查意见', en: 'Finding' }, { required: true })],
      counts: 'verify',
      tells: [{ what: 'mid', value: '"pass"' }],
      tone: 'primary',
    }),
    act('mid-rectify', '限期整改', 'To be put right', ['mid-check'], [affairs], {
      to: 'first-half',
      notBy: ['mid-report'],
      form: [reasonField],
      counts: 'return',
      tells: [{ what: 'mid', value: '"rectify"' }],
    }),
    act('hand-in', '申请验收', 'Ask for acceptance', ['second-half'], [secretary], {
      to: 'accepting',
      when: 'matter.tasks.open = 0',
      form: [resultField, money('spent', '决算', 'Spent in all', { required: true, max: 5_000_000 })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('accept', '验收通过', 'Accept', ['accepting'], [affairs], {
      ...closing,
      to: 'accepted',
      notBy: ['hand-in'],
      form: [number('people', '受益人数', 'People helped', { required: true, max: 1_000_000 }), answerField],
      tells: [
        { what: 'accepted', value: 'data.theme' },
        { what: 'people', value: 'form.people' },
      ],
    }),
    act('rework', '验收不通过，整改', 'Not accepted', ['accepting'], [affairs], {
      to: 'second-half',
      notBy: ['hand-in'],
      form: [reasonField],
      counts: 'return',
    }),
    act('promote', '列入推广', 'Promote', ['accepted'], [affairs], {
      to: 'promoted',
      form: [
        lines('practice', { zh: '可推广的做法', en: 'What others can take from it' }, { required: true, max: 1000 }),
      ],
      effects: [
        {
          effect: 'knowledge.publish',
          awaits: 'knowledge',
          about: { zh: '做法收入案例库', en: 'The practice into the library of cases' },
        },
      ],
      tells: [{ what: 'promoted', value: 'data.theme' }],
      tone: 'primary',
    }),
    act('stop', '中止项目', 'Stop', ['planning', 'first-half', 'mid-check', 'second-half'], [affairs], {
      ...refusing,
      to: 'stopped',
      dropsTasks: true,
    }),
  ],
  clocks: [
    timer('reviewing', '评审时限', 'Time to review', ['reviewing'], limit(15, 'working-days')),
    timer('mid', '中期检查期限', 'Until the mid-check', ['first-half'], limit(180, 'calendar-days')),
    timer(
      'whole',
      '项目期',
      'Time of the project',
      ['reviewing', 'planning', 'first-half', 'mid-check', 'second-half', 'accepting'],
      limit(365, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};

const mentor = privacyOf('结对指导孵化项目', 'To guide a project', 'consent', 'personal', 36);

/**
 * 项目孵化 (S414): the street takes a promising project up, gives it a mentor and seed money, sees whether it ripens, and offers it to
 * every community below; each takes it or says why not. The copies are tasks of it: how many were made is what it ends with.
 */
export const incubation: Playbook = {
  id: 'party-matters.incubation',
  version: 1,
  name: { zh: '党建项目孵化', en: 'Incubated project' },
  summary: {
    zh: '择优孵化、导师结对、种子资金、成熟评估、各社区复制，复制数可见',
    en: 'A mentor and seed money, judged ripe, copied by other branches; copies are counted',
  },
  categories: 'party-matters.project-kinds',
  reporters: ['staff'],
  fields: [
    line('title', '项目名称', 'Title', { required: true, max: 60 }),
    line('source', '原项目编号', 'Number of the project', { required: true, max: 40 }),
    lines('promise', { zh: '孵化理由', en: 'Why it is promising' }, { required: true }),
  ],
  title: 'data.title + "孵化"',
  start: 'choosing',
  stages: [
    stage('choosing', '择优', 'Choosing', ['正在评估', 'Being judged'], affairs),
    stage('growing', '孵化中', 'Growing', ['正在孵化', 'Growing'], assignee),
    stage('judging', '成熟评估', 'Is it ripe', ['正在评估', 'Being judged'], affairs),
    stage('ripe', '可复制', 'Ripe', ['孵化成功', 'Ripe'], affairs),
    stage('spreading', '各社区复制', 'Being copied', ['正在推广', 'Being copied'], affairs),
    ending('spread', '推广完成', 'Spread'),
    ending('ended', '终止孵化', 'Ended'),
  ],
  actions: [
    act('support', '配导师和种子资金', 'Mentor and seed money', ['choosing'], [affairs], {
      to: 'growing',
      form: [
        bodyField('body', { zh: '承担党组织', en: 'Branch in charge' }),
        line('mentor', '导师姓名', 'Mentor', { required: true, max: 30, privacy: mentor }),
        line('mentorUnit', '导师所在单位', 'Mentor’s unit', { required: true }),
        money('seed', '种子资金', 'Seed money', { required: true, max: 500_000 }),
        simple('date', 'until', '孵化期至', 'Until', { required: true }),
      ],
      assigns: 'body',
      effects: [
        {
          effect: 'ledger.post',
          awaits: 'ledger',
          about: { zh: '种子资金拨付承担党组织', en: 'Seed money to the branch in charge' },
        },
      ],
      counts: 'dispatch',
      tells: [{ what: 'seed', value: 'form.seed / 100' }],
      tone: 'primary',
    }),
    act('guide', '登记导师指导', 'Record guidance', ['growing'], [assignee, affairs], {
      form: [
        simple('date', 'on', '日期', 'On', { required: true }),
        lines('advice', { zh: '指导意见', en: 'Advice' }, { required: true }),
      ],
      counts: 'note',
      tells: [{ what: 'guidance', value: '"yes"' }],
    }),
    act('ripen', '申请成熟评估', 'Say it is ripe', ['growing'], [assignee], {
      to: 'judging',
      form: [resultField, money('spent', '已用种子资金', 'Spent', { required: true, max: 500_000 })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('not-ripe', '继续孵化', 'Not ripe yet', ['judging'], [affairs], {
      to: 'growing',
      form: [reasonField],
      counts: 'return',
    }),
    act('pass', '评估通过，可复制', 'Ripe', ['judging'], [affairs], {
      to: 'ripe',
      notBy: ['ripen'],
      form: [
        lines(
          'practice',
          { zh: '可复制的做法和条件', en: 'What to copy, and what it takes' },
          { required: true, max: 1000 },
        ),
      ],
      counts: 'verify',
      tells: [{ what: 'ripe', value: 'category.code' }],
      tone: 'primary',
    }),
    act('spread', '推送各社区复制', 'Offer it to all', ['ripe'], [affairs], {
      to: 'spreading',
      form: [line('how', '复制要点', 'How to copy it', { required: true, max: 100 })],
      effects: [
        {
          effect: 'case.open',
          playbook: 'party-matters.project-copy',
          category: 'category.code',
          values: { title: 'data.title', source: 'data.source', how: 'form.how' },
          eachBelow: 'community',
        },
        {
          effect: 'knowledge.publish',
          awaits: 'knowledge',
          about: { zh: '做法和条件收入案例库', en: 'The practice and what it takes into the library' },
        },
      ],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('sum-up', '汇总复制情况', 'Sum up', ['spreading'], [affairs], {
      ...closing,
      to: 'spread',
      when: 'matter.tasks.open = 0',
      tells: [
        { what: 'copies', value: 'matter.tasks.done' },
        { what: 'declined', value: 'matter.tasks.refused' },
      ],
    }),
    act('end', '终止孵化', 'End', ['choosing', 'growing', 'judging', 'ripe'], [affairs], { ...refusing, to: 'ended' }),
    blocks.progressNote({ from: ['spreading'], who: [affairs] }),
  ],
  clocks: [
    timer('growing', '孵化期', 'Time to grow', ['growing'], limit(180, 'calendar-days')),
    timer(
      'whole',
      '孵化推广期',
      'Time in all',
      ['choosing', 'growing', 'judging', 'ripe', 'spreading'],
      limit(540, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};

/** 项目复制 (S414): another branch takes a project over, fits it to its place, and is confirmed by the street: then it is a copy. */
export const projectCopy: Playbook = {
  id: 'party-matters.project-copy',
  version: 1,
  name: { zh: '党建项目复制', en: 'Copy of a project' },
  summary: {
    zh: '社区承接复制或说明不复制的原因，街道确认后计入复制数',
    en: 'Taken over or declined with its reason; counted when the street confirms it',
  },
  categories: 'party-matters.project-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '项目名称', 'Title', { required: true, max: 60 }),
    line('source', '原项目编号', 'Number of the project', { required: true, max: 40 }),
    line('how', '复制要点', 'How to copy it', { required: true, max: 100 }),
  ],
  title: 'data.title + "（复制）：" + place.name',
  start: 'offered',
  stages: [
    stage('offered', '待承接', 'Offered', ['已推送', 'Offered'], secretary),
    stage('copying', '复制中', 'Being copied', ['正在复制', 'Being copied'], secretary),
    stage('confirming', '待确认', 'To be confirmed', ['等待确认', 'To be confirmed'], affairs),
    ending('copied', '已复制', 'Copied'),
    ending('declined', '不复制', 'Not copied'),
  ],
  actions: [
    act('take', '承接', 'Take it over', ['offered'], [secretary], {
      to: 'copying',
      form: [lines('fit', { zh: '结合本社区的调整', en: 'How it is fitted to this place' }, { required: true })],
      counts: 'accept',
      tone: 'primary',
    }),
    act('decline', '不复制并说明', 'Decline', ['offered'], [secretary], { ...refusing, to: 'declined' }),
    act('done', '报告成效', 'Say what came of it', ['copying'], [secretary], {
      to: 'confirming',
      form: [resultField, number('people', '受益人数', 'People helped', { max: 1_000_000 })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('not-yet', '未见成效，继续', 'Not yet', ['confirming'], [affairs], {
      to: 'copying',
      form: [reasonField],
      counts: 'return',
    }),
    act('confirm', '确认复制', 'Confirm', ['confirming'], [affairs], {
      ...closing,
      to: 'copied',
      notBy: ['done'],
      tells: [{ what: 'copied', value: 'data.source' }],
    }),
    act('give-up', '复制中止', 'Give up', ['copying'], [secretary], { ...refusing, to: 'declined' }),
  ],
  clocks: [
    timer('offered', '承接时限', 'Time to take it over', ['offered'], limit(20, 'working-days')),
    timer('whole', '复制期', 'Time to copy it', ['offered', 'copying', 'confirming'], limit(240, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
