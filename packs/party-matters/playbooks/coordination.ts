import { blocks, type Playbook } from '#engines/case/model';
import { affairs, closing, leader, refusing } from './common.ts';

const {
  act,
  answerField,
  choice,
  ending,
  givePlan,
  line,
  lines,
  limit,
  number,
  planTable,
  simple,
  someBodiesField,
  stage,
  system,
  timer,
  withTask,
} = blocks;

/**
 * 党建协调运行 (S452): the street’s working committee asks field departments for their opinion by a day; who is silent then is counted
 * and the matter goes to a meeting. Its minutes, granted by the leader, become tasks, and the result is what it ends with.
 */
export const coordination: Playbook = {
  id: 'party-matters.coordination',
  version: 1,
  name: { zh: '城市党建协调', en: 'Coordination with departments' },
  summary: {
    zh: '街道党工委提请、部门限期出具意见、协调会议纪要、分工落实、结果反馈',
    en: 'Raised, opinions by a day, minutes of the meeting, tasks, result',
  },
  categories: 'party-matters.coordination-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '协调事项', 'Matter', { required: true, max: 80 }),
    lines('why', { zh: '情况和需要协调的问题', en: 'What has to be settled' }, { required: true, max: 800 }),
  ],
  title: 'data.title',
  start: 'raised',
  stages: [
    stage('raised', '提请', 'Raised', ['已提请', 'Raised'], affairs),
    stage('opinions', '征求部门意见', 'Opinions', ['正在征求部门意见', 'Departments are asked'], affairs),
    stage('meeting', '协调会议', 'Meeting', ['提交协调会议', 'To be settled at a meeting'], affairs),
    stage('carrying-out', '分工落实', 'Carried out', ['正在落实', 'Being carried out'], affairs),
    ending('settled', '已落实', 'Settled'),
    ending('passed-up', '提请区委统筹', 'Passed up'),
    ending('dropped', '不需协调', 'Not needed'),
  ],
  actions: [
    act('ask', '征求部门意见', 'Ask for opinions', ['raised'], [affairs], {
      to: 'opinions',
      form: [
        someBodiesField('departments', { zh: '有关部门', en: 'Departments' }),
        lines('question', { zh: '征求意见的问题', en: 'What they are asked' }, { required: true }),
      ],
      does: [
        {
          move: 'give-tasks',
          from: 'departments',
          name: { zh: '出具意见', en: 'Opinion' },
          doneWithin: limit(5, 'working-days'),
        },
      ],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('drop', '不需协调', 'Not needed', ['raised'], [affairs], { ...refusing, to: 'dropped' }),
    // An opinion that comes late still counts, at the meeting.
    ...blocks
      .taskSteps(
        { from: ['opinions', 'meeting'] },
        {
          finish: {
            id: 'opine',
            name: { zh: '出具意见', en: 'Give the opinion' },
            form: [
              choice(
                'opinion',
                '意见',
                'Opinion',
                [
                  ['agree', '同意', 'Agree'],
                  ['conditions', '有条件同意', 'Agree on conditions'],
                  ['disagree', '不同意', 'Disagree'],
                ],
                { required: true },
              ),
              lines('result', { zh: '依据和说明', en: 'Grounds' }, { required: true, max: 500 }),
            ],
            tells: [{ what: 'opinion', value: 'form.opinion' }],
          },
        },
      )
      .filter((action) => action.id !== 'refuse-task'),
    act('deadline', '意见期限届满，提交会议', 'Time for opinions is over', ['opinions'], [system], {
      to: 'meeting',
      tells: [{ what: 'silent', value: 'matter.tasks.open' }],
    }),
    act('convene', '意见齐备，提交会议', 'All opinions are there', ['opinions'], [affairs], {
      to: 'meeting',
      when: 'matter.tasks.open = 0',
      counts: 'note',
      tone: 'primary',
    }),
    blocks.cardAction(
      'notice',
      { from: ['opinions', 'meeting', 'carrying-out'], who: [affairs, leader] },
      { within: limit(2, 'working-days') },
    ),
    act('answer-card', '回复督办', 'Answer the card', ['opinions', 'meeting', 'carrying-out'], [withTask], {
      when: 'matter.card != "none"',
      form: [lines('reply', { zh: '办理情况', en: 'What was done' }, { required: true })],
      does: [{ move: 'answer-card', words: 'reply' }],
    }),
    act('no-opinion', '到会仍未出具，记为无意见', 'Put down as none', ['meeting'], [affairs], {
      form: [blocks.reasonField],
      does: [{ move: 'refuse-task', reason: 'reason' }],
      tells: [{ what: 'opinion', value: '"none"' }],
    }),
    act('minutes', '形成会议纪要', 'Minutes', ['meeting'], [affairs], {
      to: 'carrying-out',
      when: 'matter.tasks.open = 0',
      needs: { who: [leader] },
      form: [
        line('number', '纪要编号', 'Number', { required: true, max: 60 }),
        simple('date', 'on', '会议日期', 'On', { required: true }),
        number('present', '到会部门数', 'Departments present', { required: true, min: 1, max: 50 }),
        lines('minutes', { zh: '会议纪要', en: 'Minutes' }, { required: true, max: 3000 }),
        planTable(),
      ],
      does: [givePlan()],
      counts: 'handle',
      tells: [{ what: 'decisions', value: 'count(form.plan)' }],
      tone: 'primary',
    }),
    act('finish-part', '完成分工', 'Finish the part', ['carrying-out'], [withTask], {
      form: [lines('result', { zh: '落实情况', en: 'What was done' }, { required: true, max: 500 })],
      does: [{ move: 'finish-task', result: 'result' }],
      counts: 'handle',
    }),
    ...blocks.milestoneSteps({ from: ['carrying-out'], who: [affairs] }),
    act('settle', '确认落实，反馈结果', 'Settled', ['carrying-out'], [affairs, leader], {
      ...closing,
      to: 'settled',
      when: 'matter.tasks.open = 0',
      notBy: ['finish-part'],
      form: [answerField],
      tells: [{ what: 'settled', value: 'category.code' }],
    }),
    act('pass-up', '协调不成，提请区委统筹', 'Pass it up', ['meeting', 'carrying-out'], [affairs], {
      to: 'passed-up',
      needs: { who: [leader] },
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      dropsTasks: true,
    }),
    blocks.progressNote({ from: ['opinions'], who: [affairs] }),
  ],
  clocks: [
    timer('opinions', '意见期限', 'Time for opinions', ['opinions'], limit(5, 'working-days'), {
      whenOver: 'deadline',
    }),
    timer('meeting', '召开期限', 'Time to meet', ['meeting'], limit(10, 'working-days')),
    timer(
      'whole',
      '协调时限',
      'Time to settle',
      ['raised', 'opinions', 'meeting', 'carrying-out'],
      limit(60, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
