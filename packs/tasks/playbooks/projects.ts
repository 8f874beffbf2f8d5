import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, officer, refusing, resultField, street, giveOrders, orders } from './common.ts';

const {
  act,
  answerField,
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
  reasonField,
  simple,
  stage,
  table,
  timer,
} = blocks;

/** 试点示范 (S491, S599, S600, S611): applied for, approved, difficulties raised and solved at meetings, accepted by score. */
export const pilot: Playbook = {
  id: 'tasks.pilot',
  version: 1,
  name: { zh: '试点示范项目', en: 'Pilot' },
  summary: {
    zh: '申报、批复、分解任务、难点清单会商解决、自查与专家评分、验收与有效期',
    en: 'Applied for, approved, tasks, difficulties settled at meetings, self-check and expert score, acceptance and expiry',
  },
  categories: 'tasks.pilot-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '试点名称', 'Pilot', { required: true }),
    line('batch', '批次', 'Batch', { required: true }),
    lines('goals', { zh: '目标', en: 'Goals' }, { required: true }),
    number('communities', '涉及社区数', 'Communities', { required: true, min: 1, max: 1000 }),
  ],
  title: 'data.title',
  start: 'applied',
  stages: [
    stage('applied', '待批复', 'To be approved', ['已申报', 'Applied for'], officer),
    stage('running', '实施', 'Running', ['正在实施', 'Running'], street),
    stage('self-check', '自查评估', 'Self-check', ['正在自查', 'Self-check'], officer),
    stage('reviewing', '专家评分', 'Reviewed', ['专家评分', 'Being reviewed'], officer),
    ending('accepted', '通过验收', 'Accepted'),
    ending('refused', '未予批复', 'Not approved'),
    ending('expired', '到期退出', 'Expired'),
  ],
  actions: [
    act('approve', '批复试点', 'Approve', ['applied'], [officer], {
      to: 'running',
      form: [
        money('funds', '支持经费', 'Funds', { max: 1_000_000_000 }),
        simple('date', 'until', '试点期至', 'Until', { required: true }),
        planTable('perCommunity'),
      ],
      does: [givePlan('perCommunity')],
      counts: 'accept',
      tells: [
        { what: 'funds', value: 'form.funds / 100' },
        { what: 'outputs', value: 'count(form.perCommunity)' },
      ],
      tone: 'primary',
    }),
    act('not-approve', '不予批复', 'Not approved', ['applied'], [officer], { ...refusing, to: 'refused' }),
    act('difficulty', '提出难点', 'Raise a difficulty', ['running'], [street, community], {
      form: [
        orders('difficulties', '难点清单', 'Difficulties'),
        lines(
          'wanted',
          { zh: '会商意见与需要的支持', en: 'What the joint meeting said, what would help' },
          { required: true },
        ),
      ],
      does: [giveOrders('difficulties')],
      counts: 'note',
      tells: [{ what: 'difficulty', value: 'count(form.difficulties)' }],
    }),
    ...milestoneSteps({ from: ['running'], who: [street, community] }),
    act('mid-check', '中期检查', 'Mid-check', ['running'], [officer], {
      form: [
        number('percent', '完成进度', 'Progress', { required: true, max: 100, unit: ['%', '%'] }),
        lines('problems', { zh: '问题', en: 'Problems' }, { required: true }),
      ],
      counts: 'verify',
      tells: [{ what: 'mid', value: 'form.percent' }],
    }),
    act('self-check', '提交自查', 'Hand in the self-check', ['running'], [street], {
      to: 'self-check',
      when: 'matter.tasks.open = 0',
      form: [
        table(
          'items',
          '验收指标',
          'Items',
          [
            line('item', '指标', 'Item', { required: true }),
            choice(
              'met',
              '是否达标',
              'Met',
              [
                ['yes', '达标', 'Met'],
                ['no', '未达标', 'Not met'],
              ],
              { required: true },
            ),
            simple('file', 'evidence', '佐证', 'Evidence'),
          ],
          { required: true, max: 50 },
        ),
        resultField,
      ],
      counts: 'handle',
      tone: 'primary',
    }),
    act('score', '专家评分', 'Score', ['self-check'], [officer], {
      to: [{ when: 'form.score >= 80', to: 'reviewing' }, { to: 'running' }],
      form: [
        number('score', '得分', 'Score', { required: true, max: 100, digits: 1 }),
        number('experts', '专家人数', 'Experts', { required: true, min: 3, max: 50 }),
        lines('comments', { zh: '整改意见', en: 'Comments' }, { required: true }),
      ],
      counts: 'verify',
      tells: [{ what: 'score', value: 'form.score' }],
      tone: 'primary',
    }),
    act('accept', '通过验收', 'Accepted', ['reviewing'], [officer], {
      ...closing,
      to: 'accepted',
      notBy: ['score', 'self-check'],
      form: [simple('date', 'expires', '示范有效期至', 'Valid until', { required: true }), answerField],
    }),
    act('expire', '到期退出', 'Expired', ['accepted'], [officer], {
      ...refusing,
      to: 'expired',
      outcome: 'explained',
      dropsTasks: true,
    }),
    ...blocks.holding({ from: ['running'], who: [street] }, { grants: [officer] }),
  ],
  clocks: [
    timer('approving', '批复时限', 'Time to approve', ['applied'], limit(20, 'working-days')),
    timer(
      'whole',
      '试点期',
      'Time of the pilot',
      ['applied', 'running', 'self-check', 'reviewing'],
      limit(730, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};

/** 大讨论与四大活动 (S355, S609): topics, seminars, suggestions, measures taken on, results by unit. */
export const activity: Playbook = {
  id: 'tasks.activity',
  version: 1,
  name: { zh: '主题活动', en: 'Campaign' },
  summary: {
    zh: '学习、调研、研讨、意见征集、采纳措施、成效分单位',
    en: 'Study, research, seminars, suggestions, measures taken on, results by unit',
  },
  categories: 'tasks.activity-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '活动名称', 'Title', { required: true }),
    line('basis', '部署单位、文件', 'Set by', { required: true, max: 200 }),
  ],
  title: 'data.title',
  start: 'planning',
  stages: [
    stage('planning', '制定方案', 'Plan', ['正在制定方案', 'Being planned'], street),
    stage('running', '开展', 'Running', ['正在开展', 'Running'], street),
    ending('summed-up', '已总结', 'Summed up'),
  ],
  actions: [
    act('plan', '公布方案与任务', 'Publish the plan', ['planning'], [street], {
      to: 'running',
      form: [planTable()],
      does: [givePlan()],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('seminar', '登记研讨', 'Record a seminar', ['running'], [street, community], {
      form: [
        line('topic', '研讨题目', 'Topic', { required: true, max: 120 }),
        number('attended', '参加人数', 'Attended', { required: true, min: 1, max: 10_000 }),
        lines('views', { zh: '主要观点', en: 'Views' }, { required: true }),
      ],
      counts: 'note',
      tells: [{ what: 'attended', value: 'form.attended' }],
    }),
    act('suggest', '提出意见建议', 'A suggestion', ['running'], [street, community], {
      form: [
        lines('suggestion', { zh: '意见建议', en: 'Suggestion' }, { required: true }),
        choice(
          'adopted',
          '采纳情况',
          'Adopted',
          [
            ['yes', '采纳', 'Adopted'],
            ['partly', '部分采纳', 'Partly'],
            ['no', '未采纳', 'Not adopted'],
          ],
          { required: true },
        ),
        lines('reason', { zh: '采纳或不采纳理由', en: 'Why' }, { required: true }),
      ],
      counts: 'handle',
      tells: [{ what: 'adopted', value: 'form.adopted' }],
    }),
    ...milestoneSteps({ from: ['running'], who: [street, community] }),
    act('sum-up', '总结成效', 'Sum up', ['running'], [street], {
      ...closing,
      to: 'summed-up',
      form: [
        table(
          'results',
          '成效',
          'Results',
          [
            simple('body', 'unit', '单位', 'Unit', { required: true }),
            number('problems', '解决问题数', 'Problems solved', { required: true, max: 10_000 }),
            number('measures', '形成措施数', 'Measures', { required: true, max: 10_000 }),
          ],
          { required: true, max: 50 },
        ),
        answerField,
      ],
      tells: [{ what: 'solved', value: 'sum(form.results.problems)' }],
    }),
  ],
  clocks: [
    timer('whole', '活动期', 'Time of the campaign', ['planning', 'running'], limit(180, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};

/** 调研课题与征求意见 (S658, S660, S671): outline, places, interviews, opinions by topic, draft with its four parts, adopted or not. */
export const research: Playbook = {
  id: 'tasks.research',
  version: 2,
  name: { zh: '专题调研', en: 'Research topic' },
  summary: {
    zh: '提纲、走访座谈、意见分类、四段式报告初稿、征求意见采纳情况、报送',
    en: 'Outline, visits and seminars, opinions by topic, draft with four parts, comments adopted or not, submitted',
  },
  categories: 'tasks.research-topics',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '课题', 'Topic', { required: true }),
    lines('outline', { zh: '提纲', en: 'Outline' }, { required: true }),
  ],
  title: 'data.title',
  start: 'fielding',
  stages: [
    stage('fielding', '走访座谈', 'Visits', ['正在调研', 'Being researched'], street),
    stage('drafting', '撰写初稿', 'Draft', ['正在撰写', 'Being written'], street),
    stage('commenting', '征求意见', 'Comments', ['正在征求意见', 'Comments are being asked'], street),
    stage('reviewing', '审核报送', 'Review', ['正在审核', 'Being reviewed'], officer),
    ending('submitted', '已报送', 'Submitted'),
  ],
  actions: [
    act('visit', '登记走访座谈', 'Record a visit', ['fielding'], [street, community], {
      form: [
        choice(
          'kind',
          '形式',
          'Kind',
          [
            ['visit', '实地走访', 'Visit'],
            ['seminar', '座谈研讨', 'Seminar'],
            ['survey', '问卷', 'Survey'],
          ],
          { required: true },
        ),
        line('where', '地点', 'Where', { required: true }),
        number('people', '参加人数', 'People', { required: true, min: 1, max: 10_000 }),
        table(
          'opinions',
          '意见',
          'Opinions',
          [
            line('topic', '专题', 'Topic', { required: true }),
            line('opinion', '意见', 'Opinion', { required: true, max: 200 }),
          ],
          { max: 30 },
        ),
      ],
      counts: 'note',
      tells: [
        { what: 'visits', value: '1' },
        { what: 'opinions', value: 'if form.opinions = null then 0 else count(form.opinions)' },
      ],
      tone: 'primary',
    }),
    act('draft', '形成初稿', 'Draft', ['fielding'], [street], {
      to: 'drafting',
      form: [
        lines('facts', { zh: '基本情况', en: 'Facts' }, { required: true, max: 500 }),
        lines('practice', { zh: '主要做法', en: 'Practice' }, { required: true, max: 500 }),
        lines('problems', { zh: '存在问题', en: 'Problems' }, { required: true, max: 500 }),
        lines('suggestions', { zh: '对策建议', en: 'Suggestions' }, { required: true, max: 500 }),
      ],
      counts: 'handle',
      tone: 'primary',
    }),
    act('send-out', '征求意见', 'Ask for comments', ['drafting'], [street], {
      to: 'commenting',
      form: [blocks.someBodiesField('bodies', { zh: '征求单位', en: 'Asked' })],
      does: [
        {
          move: 'give-tasks',
          from: 'bodies',
          name: { zh: '征求意见', en: 'Comment' },
          doneWithin: limit(5, 'working-days'),
        },
      ],
      counts: 'dispatch',
    }),
    act('hear', '登记居民意见', 'Record what residents say', ['commenting'], [street, community], {
      form: [
        line('from', '来自（居民、商户、专家等）', 'From whom', { required: true, max: 20 }),
        number('people', '人数', 'How many', { required: true, min: 1, max: 100_000 }),
        lines('opinion', { zh: '意见要点', en: 'Opinion' }, { required: true }),
      ],
      counts: 'note',
      tells: [{ what: 'heard', value: 'form.people' }],
    }),
    act('comment', '反馈意见', 'Comment', ['commenting'], [blocks.withTask], {
      form: [lines('result', { zh: '意见', en: 'Comment' }, { required: true })],
      does: [{ move: 'finish-task', result: 'result' }],
      tone: 'primary',
    }),
    act('adopt', '登记采纳情况', 'Adopted or not', ['commenting'], [street], {
      to: 'reviewing',
      form: [
        table(
          'opinions',
          '意见采纳表',
          'Comments',
          [
            line('opinion', '意见', 'Comment', { required: true, max: 200 }),
            choice(
              'taken',
              '采纳',
              'Adopted',
              [
                ['yes', '采纳', 'Adopted'],
                ['partly', '部分采纳', 'Partly'],
                ['no', '未采纳', 'Not adopted'],
              ],
              { required: true },
            ),
            line('reason', '理由', 'Reason', { required: true, max: 200 }),
          ],
          { required: true, max: 50 },
        ),
      ],
      counts: 'handle',
      tells: [{ what: 'adopted', value: 'form.opinions.taken' }],
      tone: 'primary',
    }),
    act('submit', '审核并报送', 'Submit', ['reviewing'], [officer], {
      ...closing,
      to: 'submitted',
      notBy: ['draft', 'adopt'],
      form: [line('number', '报送文号', 'Number', { required: true }), answerField],
    }),
    act('send-back', '退回修改', 'Send back', ['reviewing'], [officer], {
      to: 'drafting',
      form: [reasonField],
      counts: 'return',
    }),
  ],
  clocks: [
    timer(
      'whole',
      '完成时限',
      'Time to finish',
      ['fielding', 'drafting', 'commenting', 'reviewing'],
      limit(60, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
