import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, giveOrders, liaison, officer, orders, refusing, street } from './common.ts';

const { act, answerField, choice, ending, line, lines, limit, number, simple, stage, timer } = blocks;

/** 联席会议 (S119, S425, S452, S563): agenda from the units, who came, what was decided, each decision a task with its day. */
export const meeting: Playbook = {
  id: 'tasks.meeting',
  version: 2,
  name: { zh: '联席会议', en: 'Joint meeting' },
  summary: {
    zh: '征集议题、通知参会、签到、议定事项转为任务并跟踪到完成',
    en: 'Agenda collected, invited, attended; decisions become tasks that are followed to their end',
  },
  categories: 'tasks.meeting-kinds',
  reporters: ['staff', 'system'],
  fields: [line('title', '会议名称', 'Title', { required: true }), simple('moment', 'when', '拟定时间', 'Likely time')],
  title: 'data.title',
  start: 'collecting',
  stages: [
    stage('collecting', '征集议题', 'Agenda', ['正在征集议题', 'The agenda is being collected'], street),
    stage('called', '已通知', 'Invited', ['已通知参会', 'Invited'], street),
    stage('following', '跟踪议定事项', 'Decisions', ['议定事项跟踪中', 'Decisions are being followed'], street),
    ending('done', '事项办结', 'Done'),
    ending('cancelled', '会议取消', 'Cancelled'),
  ],
  actions: [
    act('topic', '报送议题', 'Send a topic', ['collecting'], [street, community, liaison], {
      form: [
        line('topic', '议题', 'Topic', { required: true, max: 120 }),
        lines('brief', { zh: '说明', en: 'In words' }, { required: true }),
      ],
      counts: 'note',
      tells: [{ what: 'topic', value: '1' }],
    }),
    act('invite', '确定议程并通知', 'Set the agenda and invite', ['collecting'], [street], {
      to: 'called',
      form: [
        simple('moment', 'at', '会议时间', 'When', { required: true }),
        line('where', '地点', 'Where', { required: true }),
        lines('agenda', { zh: '议程', en: 'Agenda' }, { required: true }),
        blocks.someBodiesField('units', { zh: '参会单位', en: 'Units' }),
      ],
      does: [{ move: 'cc', bodies: 'units' }],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('hold', '登记会议与议定事项', 'Record the meeting', ['called'], [street], {
      to: [{ when: 'form.decisions = null or count(form.decisions) = 0', to: 'done' }, { to: 'following' }],
      form: [
        number('invited', '应到单位', 'Invited', { required: true, min: 1, max: 500 }),
        number('present', '实到单位', 'Came', { required: true, max: 500 }),
        lines('minutes', { zh: '会议纪要', en: 'Minutes' }, { required: true, max: 500 }),
        { ...orders('decisions', '议定事项', 'Decisions'), required: false },
        { ...answerField, name: { zh: '会议结论', en: 'Conclusion' } },
      ],
      does: [giveOrders('decisions')],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'handle',
      dropsTasks: true,
      tells: [
        { what: 'present', value: 'form.present' },
        { what: 'invited', value: 'form.invited' },
        { what: 'decisions', value: 'if form.decisions = null then 0 else count(form.decisions)' },
      ],
      tone: 'primary',
    }),
    ...blocks.taskSteps({ from: ['following'] }),
    act('close', '事项全部办结', 'All are done', ['following'], [street], { ...closing, to: 'done' }),
    act('cancel', '取消会议', 'Cancel', ['collecting', 'called'], [street], {
      ...refusing,
      to: 'cancelled',
      outcome: 'withdrawn',
    }),
    act('amend', '补充议定事项', 'Add a decision', ['following'], [street], {
      form: [orders('decisions', '议定事项', 'Decisions')],
      does: [giveOrders('decisions')],
    }),
  ],
  clocks: [
    timer(
      'whole',
      '事项时限',
      'Time for decisions',
      ['collecting', 'called', 'following'],
      limit(60, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};

/** 政协视察与建议 (S603): the route, what members saw, suggestions with written replies by a day, and whether they are satisfied. */
export const cppcc: Playbook = {
  id: 'tasks.cppcc',
  version: 2,
  name: { zh: '政协视察与建议办理', en: 'CPPCC inspection' },
  summary: {
    zh: '视察线路、委员意见、建议逐条交各部门限期书面答复、委员逐条评价',
    en: 'Route, members, observations; each suggestion answered in writing by a department by a day, and judged',
  },
  categories: 'tasks.inspection-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '主题', 'Subject', { required: true }),
    simple('date', 'day', '日期', 'Day', { required: true }),
    number('members', '委员人数', 'Members', { required: true, min: 1, max: 500 }),
    lines('route', { zh: '视察线路', en: 'Route' }, { required: true }),
  ],
  title: 'data.title',
  start: 'visiting',
  stages: [
    stage('visiting', '视察', 'Visiting', ['正在视察', 'Visiting'], street),
    stage('replying', '部门答复', 'Replies', ['正在办理答复', 'Being answered'], street),
    stage('judging', '委员评价', 'Judged', ['等待委员评价', 'To be judged by the members'], officer),
    ending('closed', '已答复', 'Answered'),
  ],
  actions: [
    act('visit', '登记视察意见，逐条交办', 'Record the visit', ['visiting'], [street, officer], {
      to: 'replying',
      form: [
        lines('seen', { zh: '视察情况', en: 'What was seen' }, { required: true }),
        orders('suggestions', '意见建议、承办部门和答复期限', 'Suggestions, departments, days'),
      ],
      does: [giveOrders('suggestions')],
      counts: 'dispatch',
      tells: [{ what: 'suggestions', value: 'count(form.suggestions)' }],
      tone: 'primary',
    }),
    act('take-task', '签收', 'Take', ['replying'], [blocks.withTask], { does: [{ move: 'take-task' }] }),
    act('reply', '书面答复', 'Reply in writing', ['replying'], [blocks.withTask], {
      form: [
        choice(
          'kind',
          '答复类型',
          'Kind',
          [
            ['done', '已经解决', 'Done'],
            ['planned', '列入计划', 'Planned'],
            ['referred', '转有关方面参考', 'Referred'],
            ['not', '暂不能解决', 'Not now'],
          ],
          { required: true },
        ),
        lines('reply', { zh: '答复内容', en: 'Reply' }, { required: true, max: 500 }),
      ],
      does: [{ move: 'finish-task', result: 'reply' }],
      counts: 'handle',
      tells: [{ what: 'reply', value: 'form.kind' }],
      tone: 'primary',
    }),
    blocks.cardAction('yellow', { from: ['replying'], who: [street] }),
    act('all-replied', '答复齐了，请委员评价', 'All have replied', ['replying'], [street, officer], {
      to: 'judging',
      when: 'matter.tasks.open = 0',
      tone: 'primary',
    }),
    act('judge', '登记委员对一条答复的评价', 'Record the judgement of a reply', ['judging'], [officer], {
      notBy: ['reply'],
      form: [
        simple('rating', 'rating', '委员评价', 'Judgement', {
          required: true,
          hint: { zh: '两星及以下为不满意', en: 'Two stars or fewer: not satisfied' },
        }),
        lines('words', { zh: '委员意见', en: 'In their words' }),
      ],
      does: [{ move: 'rate-task', rating: 'rating' }],
      counts: 'verify',
      tells: [{ what: 'satisfied', value: 'if form.rating > 2 then "yes" else "no"' }],
    }),
    act('again', '不满意的重新答复', 'Answered again', ['judging'], [officer], {
      to: 'replying',
      form: [orders('suggestions', '重新答复的意见建议', 'Suggestions to be answered again')],
      does: [giveOrders('suggestions')],
      counts: 'return',
    }),
    act('close', '评价齐了，办结', 'Close', ['judging'], [officer], {
      ...closing,
      to: 'closed',
      when: 'matter.tasks.rated >= matter.tasks.done',
    }),
    blocks.extension({ from: ['replying'], who: [blocks.withTask] }, { grants: [officer], atMost: 1 }),
  ],
  clocks: [
    timer('replying', '答复时限', 'Time to reply', ['replying'], limit(30, 'working-days')),
    timer('whole', '办结时限', 'Time to close', ['visiting', 'replying', 'judging'], limit(90, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
