import { type Action, blocks, type Owner, type Playbook } from '#engines/case/model';
import { brief, parties, trend } from './fields.ts';

const {
  act,
  answerField,
  choice,
  ending,
  jointHandling,
  limit,
  line,
  lines,
  number,
  reasonField,
  role,
  simple,
  stage,
  supervision,
  timer,
} = blocks;

interface Level {
  readonly id: 'red' | 'orange' | 'yellow';
  readonly zh: string;
  readonly en: string;
  /** Who leads (包案) follows from the level. */
  readonly leader: Owner;
  /** At least one visit in so many days. */
  readonly cadence: number;
}

const levels: readonly Level[] = [
  { id: 'red', zh: '红色', en: 'Red', leader: role('district-case-leader'), cadence: 7 },
  { id: 'orange', zh: '橙色', en: 'Orange', leader: role('street-case-leader'), cadence: 15 },
  { id: 'yellow', zh: '黄色', en: 'Yellow', leader: role('community-staff'), cadence: 30 },
];
const open = levels.map(({ id }) => id);
const office: readonly Owner[] = [role('petition-office')];
const leaders: readonly Owner[] = levels.map(({ leader }) => leader);

const byRisk = [
  { when: 'form.risk = "red"', to: 'red' },
  { when: 'form.risk = "orange" or form.people >= 5', to: 'orange' },
] as const;

const grading = [
  choice('risk', '风险等级', 'Level of risk', 'dispute.risks', { required: true }),
  number('people', '涉及人数', 'People concerned', { min: 1, max: 5000, required: true }),
  lines('why', { zh: '研判依据', en: 'Why' }, { required: true }),
];

/** Visits follow one another: each one done sets the next. */
const nextVisit = ({ zh, en, cadence }: Level) =>
  ({
    move: 'give-tasks',
    name: { zh: `${zh}走访（每 ${cadence} 日）`, en: `${en}: visit every ${cadence} days` },
    doneWithin: limit(cadence, 'calendar-days'),
  }) as const;

const stepsOf = (level: Level): readonly Action[] => [
  act(`lead-${level.id}`, '包案', 'Take the lead', [level.id], [level.leader], {
    form: [
      line('leader', '包案领导', 'Responsible leader', { required: true, max: 40 }),
      lines('measures', { zh: '一案一策', en: 'What will be done' }, { required: true, max: 1000 }),
    ],
    counts: 'accept',
    tone: 'primary',
  }),
  act(`visit-${level.id}`, '走访', 'Visit', [level.id], [level.leader, role('mediator'), ...office], {
    form: [
      simple('moment', 'metAt', '走访时间', 'When', { required: true }),
      trend,
      lines('found', { zh: '走访情况', en: 'What was found' }, { required: true }),
    ],
    does: [{ move: 'finish-task', result: 'found' }, nextVisit(level)],
    counts: 'note',
    tells: [{ what: 'trend', value: 'form.trend' }],
  }),
];

/** 重点纠纷包案: its colour says who leads and how often somebody goes there; it comes back when it breaks. */
export const key: Playbook = {
  id: 'dispute.key',
  version: 2,
  name: { zh: '重点纠纷包案化解', en: 'Key disputes with a responsible leader' },
  summary: {
    zh: '按红橙黄蓝四级研判，红色由区级、橙色由街道、黄色由社区领导包案，蓝色交网格；定期走访，化解后稳控观察',
    en: 'Graded red, orange, yellow, blue: the colour says who leads and how often it is visited; watched after it is settled',
  },
  categories: 'dispute.types',
  reporters: ['staff', 'system'],
  sensitivity: 'sensitive',
  fields: [parties, brief, line('from', '来源事项', 'Where it was found', { max: 60 })],
  title: '"重点纠纷：" + category.name + (if place.text = "" then "" else "（" + place.text + "）")',
  start: 'grading',
  stages: [
    stage('grading', '待研判定级', 'To be graded', ['正在研判', 'Being looked at'], role('petition-office')),
    ...levels.map(({ id, zh, en, leader }) => stage(id, `${zh}包案化解`, en, ['正在化解', 'In hand'], leader)),
    stage('watching', '稳控观察', 'Watched', ['已化解，正在回访', 'Settled, being watched'], role('petition-office')),
    ending('closed', '销号', 'Struck off', ['已办结', 'Closed']),
    ending('handed', '交网格化解', 'Left to the grid', ['已交网格办理', 'Left to the grid']),
  ],
  actions: [
    act('grade', '研判定级', 'Grade', ['grading'], office, {
      to: [...byRisk, { when: 'form.risk = "yellow"', to: 'yellow' }, { to: 'handed' }],
      form: [...grading, answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'dispatch',
      dropsTasks: true,
      does: [{ move: 'give-tasks', name: { zh: '首次走访', en: 'First visit' }, doneWithin: limit(3, 'working-days') }],
      tone: 'primary',
      effects: [
        {
          effect: 'case.open',
          playbook: 'dispute.graded',
          category: 'category.code',
          values: { brief: 'data.brief', people: 'form.people' },
          when: 'form.risk = "blue" and form.people < 5',
          apart: true,
        },
      ],
      tells: [
        { what: 'risk', value: 'form.risk' },
        { what: 'key', value: 'form.risk = "red" or form.risk = "orange" or form.people >= 5' },
      ],
    }),
    ...levels.flatMap(stepsOf),
    act('regrade', '调整等级', 'Change the level', open, [...office, ...leaders], {
      to: [...byRisk, { to: 'yellow' }],
      form: grading,
      needs: { who: [role('district-case-leader'), role('street-case-leader'), ...office] },
      tells: [{ what: 'risk', value: 'form.risk' }],
    }),
    act('resolve', '申报化解', 'Report as settled', open, [...leaders, role('mediator')], {
      to: 'watching',
      form: [lines('result', { zh: '化解情况', en: 'How it was settled' }, { required: true, max: 1000 })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('close', '核实销号', 'Check and strike off', ['watching'], office, {
      to: 'closed',
      notBy: ['resolve'],
      form: [answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      dropsTasks: true,
      tone: 'primary',
      tells: [{ what: 'key-resolved', value: 'true' }],
    }),
    act('relapse', '反复，重新包案', 'It broke: take it up again', ['watching', 'closed'], [...office, role('mediator')], {
      to: [...byRisk, { to: 'yellow' }],
      form: [...grading.slice(0, 2), reasonField],
      counts: 'reopen',
      tells: [{ what: 'relapse', value: 'true' }],
    }),
    // 督办: by the district’s manager and by who keeps the list, answered by whoever leads.
    ...supervision(
      { from: [...open, 'watching'], who: [role('district-manager'), ...office] },
      { answers: leaders, within: limit(2, 'working-days') },
    ),
    ...jointHandling({ from: open, who: leaders }, { takeWithin: limit(1, 'working-days'), doneWithin: limit(15, 'calendar-days') }),
  ],
  clocks: [
    timer('whole', '化解时限', 'Time to settle', ['grading', ...open], limit(60, 'calendar-days'), { main: true }),
    timer('grading', '研判时限', 'Time to grade', ['grading'], limit(2, 'working-days')),
    timer('leading', '落实包案时限', 'Time to take the lead', open, limit(2, 'working-days'), {
      stoppedBy: levels.map(({ id }) => `lead-${id}`),
    }),
    timer('watch', '稳控观察期', 'Time of watching', ['watching'], limit(30, 'calendar-days')),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
