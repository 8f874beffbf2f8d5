import { label } from '#kernel/label';
import { blocks, type Playbook } from '#engines/case/model';
import { affairs, closing, refusing, resultField, secretary, themeField } from './common.ts';

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
  privacyOf,
  reasonField,
  simple,
  stage,
  system,
  table,
  timer,
} = blocks;

const times = [
  ['evening', '工作日晚上', 'Evenings'],
  ['weekend', '周末', 'Weekends'],
  ['any', '均可', 'Any'],
] as const;

/** Small tasks for one time of the week; those who are not free then are not offered them. */
const offer = (slot: 'evening' | 'weekend', zh: string, en: string, other: 'evening' | 'weekend') =>
  act(`offer-${slot}`, zh, en, ['serving'], [secretary], {
    when: `data.free != "${other}"`,
    form: [
      table(
        'tasks',
        '小任务',
        'Small tasks',
        [
          line('what', '做什么', 'What', { required: true, max: 60 }),
          line('skill', '所需专长', 'Skill', { max: 40 }),
          number('hours', '约需时长', 'About', { required: true, min: 0.5, max: 3, digits: 1, unit: ['小时', 'h'] }),
          simple('date', 'by', '日期', 'On', { required: true }),
        ],
        { required: true, max: 10 },
      ),
    ],
    does: [{ move: 'give-tasks', from: 'tasks', columns: { name: 'what', due: 'by' } }],
    counts: 'dispatch',
    tells: [{ what: 'offered', value: `for one in form.tasks return "${slot}"` }],
  });

/**
 * 在职党员报到 (S389, S434): expected from his unit’s list or come by himself, received to a post that fits, offered small tasks at the
 * time he is free, reminded through his unit, and told to it each year. Active: four services or more.
 */
export const memberReport: Playbook = {
  id: 'party-matters.member-report',
  version: 2,
  name: { zh: '在职党员报到', en: 'Member reporting in' },
  summary: {
    zh: '应到名单、报到认岗、晚间周末小任务、服务记录、未报到提醒、年度反馈单位',
    en: 'Expected, reported, offered small tasks that fit, reminded; a card goes to his unit each year',
  },
  categories: 'party-matters.report-posts',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    simple('person', 'member', '党员', 'Member', {
      privacy: privacyOf('党员到社区报到', 'To report in', 'consent', 'sensitive', 36),
    }),
    line('unit', '所在单位', 'Unit', { required: true }),
    choice('free', '可服务时段', 'Free', times),
    line('skill', '专长', 'Skill'),
    {
      ...line('ref', '单位名单序号', 'Number in the unit’s list', { max: 20 }),
      hint: label('由单位名单带入，本人报到不用填', 'Comes with the unit’s list'),
    },
  ],
  title: '"党员报到：" + category.name',
  start: 'expected',
  stages: [
    stage('expected', '待报到接收', 'Expected', ['请到社区报到', 'Please report in'], secretary),
    stage('reminded', '逾期未报到', 'Not reported', ['请尽快到社区报到', 'Please report in soon'], affairs),
    stage('serving', '服务中', 'Serving', ['已认领岗位', 'Serving'], secretary),
    ending('fed-back', '已反馈单位', 'Told his unit'),
    ending('moved', '转出或核销', 'Moved away, or struck off'),
  ],
  actions: [
    act('receive', '接收并认领岗位', 'Receive and choose a post', ['expected', 'reminded'], [secretary], {
      to: 'serving',
      form: [line('post', '认领岗位', 'Post', { required: true })],
      counts: 'accept',
      tells: [
        { what: 'reported', value: 'data.unit' },
        { what: 'came', value: 'if data.ref = null then "self" else "list"' },
      ],
      tone: 'primary',
    }),
    act('overdue', '逾期未报到，列入提醒', 'Not reported in time', ['expected'], [system], {
      to: 'reminded',
      tells: [{ what: 'overdue', value: 'data.unit' }],
    }),
    act('remind', '提醒本人并告知单位', 'Remind, and tell the unit', ['reminded'], [affairs], {
      form: [lines('demand', { zh: '提醒内容', en: 'What is wanted' }, { required: true })],
      does: [{ move: 'card', level: 'notice', words: 'demand' }],
      counts: 'note',
      tells: [{ what: 'reminder', value: 'data.unit' }],
    }),
    offer('evening', '推送晚间小任务', 'Offer evening tasks', 'weekend'),
    offer('weekend', '推送周末小任务', 'Offer weekend tasks', 'evening'),
    act('served', '完成一项任务', 'A task is done', ['serving'], [secretary], {
      form: [resultField, number('hours', '时长', 'Hours', { required: true, max: 24, digits: 1 }), themeField],
      does: [{ move: 'finish-task', result: 'result' }],
      counts: 'handle',
      tells: [
        { what: 'service', value: '1' },
        { what: 'hours', value: 'form.hours' },
        { what: 'theme', value: 'form.theme' },
      ],
      tone: 'primary',
    }),
    act('not-taken', '党员未接任务', 'Not taken', ['serving'], [secretary], {
      form: [reasonField],
      does: [{ move: 'refuse-task', reason: 'reason' }],
    }),
    act('record', '登记自主服务', 'Record a service of his own', ['serving'], [secretary], {
      form: [
        line('what', '服务内容', 'What', { required: true }),
        number('hours', '时长', 'Hours', { required: true, max: 24, digits: 1 }),
        themeField,
      ],
      counts: 'handle',
      tells: [
        { what: 'service', value: '1' },
        { what: 'hours', value: 'form.hours' },
        { what: 'theme', value: 'form.theme' },
      ],
    }),
    act('feed-back', '填写年度反馈卡', 'Yearly card to the unit', ['serving'], [secretary], {
      ...closing,
      to: 'fed-back',
      dropsTasks: true,
      form: [
        number('times', '全年服务次数', 'Services', { required: true, max: 1000 }),
        choice(
          'grade',
          '社区评价',
          'Judgement',
          [
            ['good', '好', 'Good'],
            ['fair', '较好', 'Fair'],
            ['average', '一般', 'Average'],
          ],
          { required: true },
        ),
        answerField,
      ],
      tells: [
        { what: 'active', value: 'if form.times >= 4 then "yes" else "no"' },
        { what: 'grade', value: 'form.grade' },
      ],
    }),
    act(
      'moved',
      '迁出、注销或名单有误',
      'Moved away, or listed by mistake',
      ['expected', 'reminded', 'serving'],
      [secretary, affairs],
      {
        ...refusing,
        to: 'moved',
        outcome: 'withdrawn',
        dropsTasks: true,
      },
    ),
  ],
  tells: [{ what: 'expected', value: 'if data.ref = null then null else data.unit' }],
  clocks: [
    // Who came by himself is not late; the list of his unit is what he may be late for.
    timer('reporting', '报到时限', 'Time to report in', ['expected'], limit(365, 'calendar-days'), {
      before: [{ when: 'data.ref != null', limit: limit(30, 'calendar-days') }],
      whenOver: 'overdue',
    }),
    timer('receiving', '接收时限', 'Time to receive', ['expected'], limit(3, 'working-days'), {
      before: [{ when: 'data.ref != null', limit: limit(30, 'calendar-days') }],
    }),
    timer('whole', '年度', 'The year', ['expected', 'reminded', 'serving'], limit(365, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};

/**
 * 单位在职党员应到名单 (S434): a unit tells whom it has in this community, by numbers and not by names; each opens a reporting-in that is
 * expected from then on. The unit sees expected and reported, and receipts the yearly sheet.
 */
export const memberList: Playbook = {
  id: 'party-matters.member-list',
  version: 1,
  name: { zh: '单位在职党员应到名单', en: 'A unit’s members, expected' },
  summary: {
    zh: '单位报送应到名单、逐人立项、应到已到对照、年度反馈单位并签收',
    en: 'The list of a unit, each member expected, reported against expected, the yearly sheet receipted',
  },
  categories: 'party-matters.unit-kinds',
  reporters: ['staff', 'system'],
  fields: [line('unit', '单位', 'Unit', { required: true })],
  title: 'data.unit + "在职党员应到名单"',
  start: 'asked',
  stages: [
    stage('asked', '待报名单', 'List to come', ['请报送名单', 'Please send the list'], secretary),
    stage('following', '报到服务中', 'Under way', ['正在报到服务', 'Under way'], secretary),
    stage('with-unit', '待单位签收', 'With the unit', ['已反馈单位', 'Told the unit'], assignee),
    ending('receipted', '单位已签收', 'Receipted'),
    ending('none', '无在职党员居住', 'None lives here'),
  ],
  actions: [
    act('list', '录入应到名单', 'Enter the list', ['asked'], [secretary], {
      to: 'following',
      form: [
        bodyField('body', { zh: '所在单位', en: 'Unit' }),
        table(
          'members',
          '应到党员',
          'Members expected',
          [
            line('ref', '名单序号', 'Number', { required: true, max: 20 }),
            choice('post', '意向岗位', 'Post', 'party-matters.report-posts', { required: true }),
            choice('free', '可服务时段', 'Free', times),
            line('skill', '专长', 'Skill', { max: 40 }),
          ],
          { required: true, max: 200 },
        ),
      ],
      assigns: 'body',
      effects: [
        {
          effect: 'case.open',
          playbook: 'party-matters.member-report',
          category: 'row.post',
          values: { ref: 'row.ref', unit: 'data.unit', free: 'row.free', skill: 'row.skill' },
          each: 'members',
        },
      ],
      counts: 'dispatch',
      tells: [{ what: 'listed', value: 'count(form.members)' }],
      tone: 'primary',
    }),
    act('none', '核实无人居住', 'None lives here', ['asked'], [secretary], {
      ...refusing,
      to: 'none',
      outcome: 'explained',
    }),
    act('remind-unit', '提醒单位动员', 'Remind the unit', ['following'], [secretary, affairs], {
      form: [
        number('missing', '尚未报到人数', 'Not reported yet', { required: true, min: 1, max: 1000 }),
        lines('demand', { zh: '提醒内容', en: 'What is wanted' }, { required: true }),
      ],
      does: [{ move: 'card', level: 'notice', words: 'demand' }],
      counts: 'note',
      tells: [{ what: 'unit-reminded', value: 'data.unit' }],
    }),
    act('answer-card', '单位回复', 'The unit answers', ['following'], [assignee], {
      when: 'matter.card != "none"',
      form: [lines('reply', { zh: '动员情况', en: 'What was done' }, { required: true })],
      does: [{ move: 'answer-card', words: 'reply' }],
    }),
    act('feed-back', '年度反馈单位', 'Yearly sheet to the unit', ['following'], [secretary], {
      to: 'with-unit',
      when: 'matter.tasks.open = 0',
      form: [
        number('active', '服务四次以上人数', 'Active members', { required: true, max: 1000 }),
        lines('remarks', { zh: '社区评价', en: 'Remarks' }, { required: true }),
      ],
      counts: 'handle',
      tells: [
        { what: 'sheet-expected', value: 'matter.tasks.all' },
        { what: 'sheet-reported', value: 'matter.tasks.done' },
        { what: 'sheet-active', value: 'form.active' },
      ],
      tone: 'primary',
    }),
    act('receipt', '单位签收', 'Receipt of the unit', ['with-unit'], [assignee], {
      ...closing,
      to: 'receipted',
      form: [answerField],
    }),
  ],
  clocks: [
    timer('asked', '报送时限', 'Time to send it', ['asked'], limit(15, 'working-days')),
    timer('whole', '年度', 'The year', ['asked', 'following', 'with-unit'], limit(400, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
