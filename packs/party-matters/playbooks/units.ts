import { blocks, type Playbook } from '#engines/case/model';
import { affairs, closing, community, refusing, resultField, secretary } from './common.ts';

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
  money,
  number,
  reasonField,
  simple,
  stage,
  system,
  table,
  timer,
} = blocks;

/** 共建协议 (S430, S435): what the unit promised, a contact each quarter, support that the unit confirms, silence that shows. */
export const agreement: Playbook = {
  id: 'party-matters.agreement',
  version: 1,
  name: { zh: '共建协议与履约台账', en: 'Co-building agreement' },
  summary: {
    zh: '共建事项分解、季度联系对接、单位支持台账经单位确认，久未联系的提醒',
    en: 'Items of the agreement, quarterly contact, support confirmed by the unit, silence reminded',
  },
  categories: 'party-matters.unit-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('unit', '共建单位', 'Unit', { required: true }),
    simple('date', 'until', '协议期至', 'Until', { required: true }),
  ],
  title: 'data.unit + "共建协议"',
  start: 'signing',
  stages: [
    stage('signing', '协商签订', 'Being signed', ['正在协商', 'Being agreed'], secretary),
    stage('keeping', '履约', 'Being kept', ['正在履约', 'Being kept'], secretary),
    stage('silent', '久未联系', 'Silent', ['久未联系，请对接', 'Silent for long'], affairs),
    ending('kept', '期满评议', 'Term over'),
    ending('ended', '终止', 'Ended'),
  ],
  actions: [
    act('sign', '签订，分解共建事项', 'Sign', ['signing'], [secretary], {
      to: 'keeping',
      form: [
        bodyField('body', { zh: '共建单位', en: 'Unit' }),
        table(
          'promises',
          '共建事项',
          'Items',
          [
            line('what', '事项', 'Item', { required: true, max: 60 }),
            simple('date', 'by', '期限', 'Until', { required: true }),
          ],
          { required: true, max: 20 },
        ),
      ],
      assigns: 'body',
      does: [{ move: 'give-tasks', from: 'promises', columns: { name: 'what', due: 'by' } }],
      counts: 'dispatch',
      tells: [{ what: 'promises', value: 'count(form.promises)' }],
      tone: 'primary',
    }),
    act('contact', '登记季度对接', 'Quarterly contact', ['keeping', 'silent'], [secretary, assignee], {
      to: 'keeping',
      form: [
        line('topic', '议题', 'Topic', { required: true }),
        lines('outcome', { zh: '结果', en: 'Outcome' }, { required: true }),
      ],
      counts: 'note',
      tells: [{ what: 'contact', value: '1' }],
    }),
    act('support', '登记单位支持', 'Record support', ['keeping'], [secretary], {
      form: [
        choice(
          'kind',
          '支持方式',
          'Kind',
          [
            ['days', '人员工作日', 'Days released'],
            ['funds', '资金', 'Funds'],
            ['project', '项目', 'Project'],
          ],
          { required: true },
        ),
        number('days', '工作日', 'Days', { max: 1000 }),
        money('funds', '金额', 'Amount', { max: 100_000_000 }),
        line('support', '内容', 'What', { required: true, max: 60 }),
      ],
      does: [{ move: 'give-tasks', name: { zh: '单位确认支持', en: 'Unit confirms' } }],
      counts: 'note',
      tells: [{ what: 'support', value: 'form.kind' }],
    }),
    act('confirm-support', '单位确认', 'The unit confirms', ['keeping'], [assignee], {
      form: [resultField],
      does: [{ move: 'finish-task', result: 'result' }],
      counts: 'verify',
      tells: [{ what: 'confirmed', value: '1' }],
    }),
    act('silence', '久未联系，街道提醒', 'Silent for long', ['keeping'], [affairs], {
      to: 'silent',
      form: [lines('demand', { zh: '提醒内容', en: 'What is wanted' }, { required: true })],
      does: [{ move: 'card', level: 'notice', words: 'demand' }],
      tells: [{ what: 'silent', value: 'data.unit' }],
    }),
    act('review', '期满评议', 'Term over', ['keeping', 'silent'], [secretary, affairs], {
      ...closing,
      to: 'kept',
      dropsTasks: true,
      form: [number('kept', '已兑现事项', 'Kept', { required: true, max: 100 }), answerField],
      tells: [{ what: 'kept', value: 'form.kept' }],
    }),
    act('end', '终止协议', 'End', ['signing', 'keeping', 'silent'], [secretary], {
      ...refusing,
      to: 'ended',
      dropsTasks: true,
    }),
  ],
  clocks: [
    timer('whole', '协议期', 'Term', ['signing', 'keeping', 'silent'], limit(365, 'calendar-days'), { main: true }),
  ],
  routing: [],
};

/** 单位帮包 (S445, S719, S720): needs go to the helper at one touch; help counts only when the community says it is solved. */
export const help: Playbook = {
  id: 'party-matters.help',
  version: 2,
  name: { zh: '单位帮包社区', en: 'Unit helps a community' },
  summary: {
    zh: '需求一键推送帮包单位，走访不算数，社区确认解决才算数，可匿名评价',
    en: 'Needs go to the helper at one touch; visits do not count, problems solved by the community’s word do',
  },
  categories: 'party-matters.help-kinds',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    lines('need', { zh: '需求', en: 'The need' }, { required: true }),
    line('unit', '帮包单位', 'Helper unit', { required: true }),
  ],
  title: 'data.unit + "：" + category.name',
  start: 'asked',
  stages: [
    stage('asked', '待推送', 'To be sent', ['已收到需求', 'Received'], affairs),
    stage('helping', '帮包中', 'In hand', ['已推送帮包单位', 'Sent to the helper'], assignee),
    stage('reminded', '系统提醒', 'Reminded', ['已提醒帮包单位', 'The helper was reminded'], assignee),
    stage('judging', '社区确认', 'To be confirmed', ['等待社区确认', 'To be confirmed'], community),
    ending('solved', '已解决', 'Solved'),
    ending('not-solved', '未解决', 'Not solved'),
  ],
  actions: [
    act('send', '推送帮包单位', 'Send to the helper', ['asked'], [affairs], {
      to: 'helping',
      form: [bodyField('body', { zh: '帮包单位', en: 'Helper' })],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('visit', '登记走访', 'Record a visit', ['helping', 'reminded'], [assignee], {
      form: [lines('talk', { zh: '走访情况', en: 'What was talked about' }, { required: true })],
      counts: 'note',
      tells: [{ what: 'visit', value: '1' }],
    }),
    act('remind', '到期系统提醒', 'Reminded by the system', ['helping'], [system], { to: 'reminded' }),
    act('done', '报告已办', 'Say it is done', ['helping', 'reminded'], [assignee], {
      to: 'judging',
      form: [resultField, money('spent', '投入资金', 'Spent', { max: 100_000_000 })],
      counts: 'handle',
      tells: [{ what: 'spent', value: 'if form.spent = null then null else form.spent / 100' }],
      tone: 'primary',
    }),
    act('judge', '社区确认并评价', 'The community says', ['judging'], [community, secretary], {
      ...closing,
      to: [
        { when: 'form.solved = "yes"', to: 'solved' },
        { to: 'not-solved', outcome: 'explained' },
      ],
      notBy: ['done'],
      form: [
        choice(
          'solved',
          '是否解决',
          'Solved',
          [
            ['yes', '已解决', 'Solved'],
            ['no', '未解决', 'Not solved'],
          ],
          { required: true },
        ),
        number('score', '评分（不显示评价人）', 'Score, without a name', { required: true, min: 1, max: 5 }),
        answerField,
      ],
      tells: [
        { what: 'solved', value: 'form.solved' },
        { what: 'score', value: 'form.score' },
      ],
    }),
    act('again', '再帮包', 'Again', ['not-solved'], [affairs], {
      to: 'helping',
      form: [reasonField],
      counts: 'reopen',
    }),
  ],
  clocks: [
    timer('helping', '响应时限', 'Time to respond', ['helping'], limit(15, 'working-days'), { whenOver: 'remind' }),
    timer(
      'whole',
      '办结时限',
      'Time to close',
      ['asked', 'helping', 'reminded', 'judging'],
      limit(60, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
