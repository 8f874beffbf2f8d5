import { blocks, type Playbook } from '#engines/case/model';
import {
  affairs,
  ballotAwaited,
  candidacy,
  countHolds,
  law,
  leader,
  paperCount,
  secretary,
  turnoutHolds,
} from './common.ts';

const {
  act,
  answerField,
  choice,
  ending,
  line,
  lines,
  limit,
  reasonField,
  simple,
  someBodiesField,
  stage,
  system,
  timer,
} = blocks;

/** Seats of the party committee are filled by its superior; those of the residents' committee only by a vote. */
const ofParty = 'data.position = "party-head" or data.position = "party-deputy" or data.position = "party-member"';

/** Who it is, sealed; and the departments that look at him. */
const nominee = [
  line('who', '人选姓名', 'Who', { required: true, max: 30, privacy: candidacy }),
  lines('record', { zh: '基本情况', en: 'About the person' }, { required: true, privacy: candidacy, max: 800 }),
  someBodiesField('departments', { zh: '联审部门', en: 'Departments' }),
];
const toDepartments = [
  {
    move: 'give-tasks',
    from: 'departments',
    name: { zh: '人选资格联审', en: 'Qualification' },
    doneWithin: limit(5, 'working-days'),
  },
] as const;

/**
 * 补选与选优配齐 (S104): what made the seat free, a nominee out of the reserve or beside it with its reason, looked at by departments,
 * approved by another, appointed or elected, on notice, filed. Who it is stays sealed.
 */
export const supplement: Playbook = {
  id: 'election.supplement',
  version: 1,
  name: { zh: '补选与选优配齐', en: 'By-election' },
  summary: {
    zh: '出缺认定、后备库择选、联审、审批、任命或补选、公示备案，参差不齐的班子选优配齐',
    en: 'Vacancy, nominee from the reserve, review, approval, appointment or vote, notice and filing',
  },
  categories: 'election.vacancy-kinds',
  reporters: ['staff', 'system'],
  fields: [
    choice('position', '职务', 'Seat', 'election.positions', { required: true }),
    lines('why', { zh: '出缺或调整情况', en: 'What happened' }, { required: true }),
    simple('date', 'since', '出缺日期', 'Free since'),
  ],
  title: 'category.name + "补选"',
  start: 'raised',
  stages: [
    stage('raised', '出缺认定', 'Is it free', ['正在认定', 'Being looked at'], affairs),
    stage('choosing', '择选人选', 'Choosing', ['正在择选', 'Choosing'], secretary),
    stage('reviewing', '资格联审', 'Review', ['正在联审', 'Being looked at'], affairs),
    stage('approving', '党工委审批', 'To be approved', ['正在审批', 'Being decided'], leader),
    stage(
      'appointing',
      '任命或补选',
      'Appointed or elected',
      ['正在履行程序', 'Being appointed or elected'],
      secretary,
    ),
    stage('noticed', '公示', 'On notice', ['公示中', 'On notice'], affairs),
    stage('filing', '备案', 'Filing', ['正在备案', 'Being filed'], affairs),
    ending('filled', '已补齐', 'Filled'),
    ending('kept', '不予调整', 'Not changed'),
  ],
  actions: [
    act('confirm', '认定出缺，启动补选', 'Free: begin', ['raised'], [affairs], {
      to: 'choosing',
      form: [lines('finding', { zh: '认定情况', en: 'Finding' }, { required: true })],
      counts: 'accept',
      tells: [{ what: 'vacancy', value: 'category.code' }],
      tone: 'primary',
    }),
    act('keep', '不予调整', 'Leave as it is', ['raised'], [affairs], {
      to: 'kept',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    }),
    act('choose', '从后备库择选', 'Out of the reserve', ['choosing'], [secretary, affairs], {
      to: 'reviewing',
      form: [line('reserve', '后备库编号', 'Number in the reserve', { required: true, max: 40 }), ...nominee],
      does: toDepartments,
      counts: 'handle',
      tells: [{ what: 'source', value: '"reserve"' }],
      tone: 'primary',
    }),
    // Beside the reserve only with a reason.
    act('choose-beside', '库外推荐人选', 'Beside the reserve', ['choosing'], [secretary, affairs], {
      to: 'reviewing',
      form: [
        choice('source', '人选来源', 'Where from', 'election.candidate-sources', { required: true }),
        lines('beside', { zh: '不从后备库择选的理由', en: 'Why not out of the reserve' }, { required: true }),
        ...nominee,
      ],
      does: toDepartments,
      counts: 'handle',
      tells: [{ what: 'source', value: 'form.source' }],
    }),
    blocks.progressNote({ from: ['reviewing', 'noticed', 'filing'], who: [affairs] }),
    ...blocks.taskSteps({ from: ['reviewing'] }),
    act('conclude', '汇总联审，报审批', 'Conclude the review', ['reviewing'], [affairs], {
      to: [{ when: 'form.fit = "yes"', to: 'approving' }, { to: 'choosing' }],
      when: 'matter.tasks.open = 0',
      form: [
        choice(
          'fit',
          '联审结论',
          'Conclusion',
          [
            ['yes', '符合资格', 'Qualified'],
            ['no', '不符合资格', 'Not qualified'],
          ],
          { required: true },
        ),
        lines('opinion', { zh: '联审意见汇总', en: 'What departments said' }, { required: true }),
      ],
      counts: 'verify',
      tone: 'primary',
    }),
    act('another', '不予批准，另择人选', 'Somebody else', ['approving'], [leader], {
      to: 'choosing',
      form: [reasonField],
      counts: 'return',
    }),
    act('approve', '批准', 'Approve', ['approving'], [leader], {
      to: 'appointing',
      notBy: ['choose', 'conclude'],
      form: [line('minutes', '党工委会议纪要', 'Minutes', { required: true, max: 60 })],
      effects: ballotAwaited,
      counts: 'verify',
      tone: 'primary',
    }),
    act('appoint', '任命党组织职务', 'Appoint', ['appointing'], [affairs], {
      to: 'noticed',
      when: ofParty,
      form: [line('document', '任职文号', 'Document', { required: true, max: 60 })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('elect', '录入补选计票', 'Enter the count', ['appointing'], [secretary], {
      to: [
        { when: `${countHolds} and ${turnoutHolds} and form.agreed * 2 > form.collected`, to: 'noticed' },
        { when: `${countHolds} and ${turnoutHolds}`, to: 'choosing' },
        { to: 'appointing' },
      ],
      when: `not(${ofParty})`,
      form: [...paperCount, blocks.number('agreed', '得票', 'Votes for', { required: true, max: 100_000 })],
      counts: 'handle',
      tells: [
        {
          what: 'elected',
          value: `if not(${countHolds} and ${turnoutHolds}) then "no-count" else if form.agreed * 2 > form.collected then "yes" else "no"`,
        },
      ],
      tone: 'primary',
    }),
    act('contest', '公示有异议属实，另择人选', 'Objection upheld', ['noticed'], [affairs], {
      to: 'choosing',
      form: [reasonField],
      counts: 'return',
    }),
    act('notice-over', '公示期满，报备案', 'Notice is over', ['noticed'], [system], {
      to: 'filing',
      effects: [
        {
          effect: 'case.open',
          playbook: 'election.filing',
          category: '"supplement"',
          values: { about: 'category.name + "补选结果"' },
        },
      ],
    }),
    act('fill', '到任，班子配齐', 'In office', ['filing'], [affairs], {
      to: 'filled',
      when: 'matter.tasks.open = 0',
      form: [simple('date', 'from', '到任日期', 'In office from', { required: true }), answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      effects: [
        {
          effect: 'register.write',
          awaits: 'register',
          about: {
            zh: '任职写入班子名册，后备库相应更新',
            en: 'The office in the register, the reserve brought up to date',
          },
        },
      ],
      tells: [{ what: 'filled', value: 'data.position' }],
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('noticed', '公示期', 'Time of the notice', ['noticed'], limit(5, 'working-days'), {
      whenOver: 'notice-over',
    }),
    timer(
      'whole',
      '补齐时限',
      'Time to fill it',
      ['raised', 'choosing', 'reviewing', 'approving', 'appointing', 'noticed', 'filing'],
      limit(90, 'calendar-days', law),
      { main: true },
    ),
  ],
  routing: [],
};
