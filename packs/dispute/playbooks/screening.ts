import { blocks, type Owner, type Playbook } from '#engines/case/model';

const { act, answerField, choice, ending, limit, line, lines, number, role, simple, stage, system, table, timer } =
  blocks;

const office: readonly Owner[] = [role('petition-office'), role('justice-office')];
const grid: readonly Owner[] = [role('grid-worker'), role('community-staff')];

/** 排查行动: every grid answers, a zero report included; what is found becomes a matter by its grade. */
export const campaign: Playbook = {
  id: 'dispute.campaign',
  version: 1,
  name: { zh: '矛盾纠纷排查行动', en: 'Screening campaign' },
  summary: {
    zh: '按期部署，每个网格都要答复（含零报告），排查出的纠纷分级落到人，未答复的列名单',
    en: 'Each grid answers for the period, zero reports included; what was found is graded and given to somebody; those who did not answer are listed',
  },
  categories: 'dispute.screenings',
  reporters: ['staff', 'system'],
  fields: [
    line('period', '排查周期', 'Period', {
      required: true,
      max: 40,
      hint: { zh: '如 2026 年 3 月', en: 'Such as March 2026' },
    }),
    simple('date', 'until', '答复截止日期', 'Answers until', { required: true }),
    lines('focus', { zh: '排查重点', en: 'What to look for' }, { required: true }),
  ],
  title: 'category.name + "：" + data.period',
  start: 'running',
  stages: [
    stage('running', '排查中', 'Running', ['各网格正在排查', 'The grids are screening'], role('petition-office')),
    ending('closed', '已完成', 'Done'),
  ],
  actions: [
    act('remind', '催报', 'Remind', ['running'], office, {
      form: [lines('words', { zh: '催报说明', en: 'Words' }, { required: true })],
      does: [{ move: 'card', level: 'notice', words: 'words', within: limit(1, 'working-days') }],
    }),
    act('close', '汇总办结', 'Close', ['running'], office, {
      to: 'closed',
      when: 'matter.tasks.open = 0',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      tells: [{ what: 'grids-answered', value: 'matter.tasks.done' }],
    }),
    act('close-with-gaps', '有网格未答复，说明后办结', 'Close although some did not answer', ['running'], office, {
      to: 'closed',
      form: [
        lines('gaps', { zh: '未答复网格及原因', en: 'Who did not answer, and why' }, { required: true }),
        answerField,
      ],
      needs: { who: [role('street-case-leader'), role('district-case-leader')] },
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      dropsTasks: true,
      tells: [
        { what: 'grids-answered', value: 'matter.tasks.done' },
        { what: 'grids-missing', value: 'matter.tasks.open' },
      ],
    }),
  ],
  onReport: [
    {
      effect: 'case.open',
      playbook: 'dispute.screening',
      category: 'category.code',
      values: { period: 'data.period', until: 'data.until', focus: 'data.focus' },
      eachBelow: 'grid',
    },
  ],
  clocks: [timer('whole', '排查期限', 'Time of the campaign', ['running'], limit(15, 'calendar-days'), { main: true })],
  routing: [],
};

/** 网格排查: the answer of one grid. */
export const screening: Playbook = {
  id: 'dispute.screening',
  version: 1,
  name: { zh: '网格矛盾纠纷排查', en: 'Screening of a grid' },
  summary: {
    zh: '网格按期排查并答复：没有的报零，有的逐条登记等级，红橙黄色报包案，蓝色就地化解',
    en: 'The grid answers: nothing found, or each dispute with its grade; red, orange and yellow get a leader, blue is settled on the spot',
  },
  categories: 'dispute.screenings',
  reporters: ['system', 'staff'],
  fields: [
    line('period', '排查周期', 'Period', { max: 40 }),
    simple('date', 'until', '答复截止日期', 'Answer until'),
    lines('focus', { zh: '排查重点', en: 'What to look for' }),
  ],
  title: '"矛盾纠纷排查" + (if data.period = null then "" else "：" + data.period)',
  start: 'asked',
  stages: [
    stage('asked', '待网格答复', 'The grid is asked', ['正在排查', 'Being screened'], role('grid-worker')),
    stage('late', '逾期未答复', 'Late', ['正在排查', 'Being screened'], role('community-staff')),
    ending('zero', '零报告', 'Nothing found'),
    ending('answered', '已答复', 'Answered'),
  ],
  actions: [
    act('zero', '零报告', 'Nothing found', ['asked', 'late'], grid, {
      to: 'zero',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      batch: true,
      tells: [{ what: 'screened', value: '"zero"' }, { what: 'found', value: '0' }],
    }),
    act('found', '登记排查结果', 'Enter what was found', ['asked', 'late'], grid, {
      to: 'answered',
      form: [
        table('found', '排查出的纠纷', 'What was found', [
          choice('type', '类型', 'Type', 'dispute.types', { required: true }),
          choice('risk', '等级', 'Grade', 'dispute.risks', { required: true }),
          number('people', '人数', 'People', { min: 1, max: 5000 }),
          line('brief', '简要情况（不写个人信息）', 'In short, nothing personal', { required: true, max: 200 }),
        ], { required: true, max: 30 }),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      effects: [
        {
          effect: 'case.open',
          playbook: 'dispute.key',
          category: 'row.type',
          values: { brief: 'row.brief', from: '"矛盾纠纷排查"' },
          each: 'found',
          when: 'row.risk != "blue"',
          apart: true,
        },
        {
          effect: 'case.open',
          playbook: 'dispute.graded',
          category: 'row.type',
          values: { brief: 'row.brief', people: 'row.people' },
          each: 'found',
          when: 'row.risk = "blue"',
          apart: true,
        },
      ],
      tells: [
        { what: 'screened', value: '"found"' },
        { what: 'found', value: 'count(form.found)' },
        { what: 'found-risk', value: 'form.found.risk' },
      ],
    }),
    act('missed', '逾期转社区', 'Late: to the community', ['asked'], [system], { to: 'late', tells: [{ what: 'screened', value: '"late"' }] }),
  ],
  clocks: [
    timer('whole', '答复时限', 'Time to answer', ['asked', 'late'], limit(10, 'calendar-days'), { main: true }),
    timer('answering', '网格答复时限', 'Time of the grid', ['asked'], limit(5, 'working-days'), { whenOver: 'missed' }),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
