import { type Action, blocks, type Owner, type Playbook } from '#engines/case/model';
import { deliberating, outcomeOfTalks } from './deliberated.ts';
import { brief, parties, trend } from './fields.ts';

const { act, answerField, ending, limit, lines, number, rating, role, stage, system, timer } = blocks;

const source = '“四级七天”调解法（民乐嘉园社区）https://www.rmfzw.org.cn/xinwen/30508.html；各级天数 proposed';

interface Level {
  readonly id: 'building' | 'grid' | 'community' | 'street';
  readonly zh: string;
  readonly en: string;
  readonly who: Owner;
  /** Of the seven; the clock goes on to the next level when they are over. */
  readonly days: number;
  readonly next?: 'grid' | 'community' | 'street';
}

/** Seven days in four levels. */
const levels: readonly Level[] = [
  { id: 'building', zh: '楼栋', en: 'building', who: role('building-chief'), days: 1, next: 'grid' },
  { id: 'grid', zh: '网格', en: 'grid', who: role('grid-worker'), days: 1, next: 'community' },
  { id: 'community', zh: '社区', en: 'community', who: role('community-staff'), days: 2, next: 'street' },
  { id: 'street', zh: '街道', en: 'street', who: role('justice-office'), days: 3 },
];

const stepsOf = ({ id, zh, en, who, next }: Level): readonly Action[] => [
  act(`settle-${id}`, `${zh}化解`, `Settled at the ${en}`, [id], [who], {
    to: 'settled',
    form: [trend, lines('how', { zh: '化解经过', en: 'How' }, { required: true }), answerField],
    answers: 'answer',
    outcome: 'resolved',
    counts: 'close',
    tone: 'primary',
    tells: [
      { what: 'settled-at', value: `"${id}"` },
      { what: 'trend', value: 'form.trend' },
    ],
  }),
  act(`contact-${id}`, '记录接触情况', 'Record a contact', [id], [who], {
    form: [trend, lines('record', { zh: '情况', en: 'What was said' }, { required: true })],
    counts: 'note',
    tells: [{ what: 'trend', value: 'form.trend' }],
  }),
  ...(next
    ? [
        act(
          `up-${id}`,
          `上交${levels.find((one) => one.id === next)?.zh ?? ''}`,
          'Pass up a level',
          [id],
          [who, system],
          {
            to: next,
            form: [lines('tried', { zh: '已做的工作', en: 'What was tried' })],
            counts: 'transfer',
            tells: [{ what: 'beyond', value: `"${id}"` }],
          },
        ),
      ]
    : []),
];

/** 分级化解: small ones never leave the building, hard ones never the community (S166). */
export const graded: Playbook = {
  id: 'dispute.graded',
  version: 2,
  name: { zh: '分级化解（四级七天）', en: 'Settled level by level' },
  summary: {
    zh: '楼栋、网格、社区、街道逐级化解，七天为限；一级到期未结自动上交下一级；涉及多户的转协商议事，结果回到本纠纷',
    en: 'Building, grid, community, street within seven days; when the time of a level is over the next one has it; what concerns many is deliberated, and the result comes back',
  },
  categories: 'dispute.types',
  reporters: ['resident', 'staff', 'system'],
  fields: [parties, brief, number('people', '涉及人数', 'People concerned', { min: 1, max: 5000 })],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'building',
  stages: [
    ...levels.map(({ id, zh, en, who }) =>
      stage(id, `${zh}化解中`, `At the ${en}`, [`${zh}正在化解`, `In hand at the ${en}`], who),
    ),
    stage('deliberating', '协商议事中', 'Being deliberated', ['正在协商议事', 'Being talked over'], role('community-staff')),
    ending('settled', '已化解', 'Settled', ['已化解，等您确认', 'Settled, awaiting your word']),
    ending('rated', '已化解（已评价）', 'Settled and rated', ['已化解', 'Settled']),
    ending('formal', '转人民调解', 'To formal mediation', ['已转人民调解委员会', 'Passed to the mediation committee']),
  ],
  actions: [
    ...levels.flatMap(stepsOf),
    act('to-mediation', '转人民调解', 'To formal mediation', ['community', 'street'], [role('community-staff'), role('justice-office')], {
      to: 'formal',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'transfer',
      effects: [
        {
          effect: 'case.open',
          playbook: 'dispute.mediation',
          category: 'category.code',
          values: { source: '"02"', brief: 'data.brief' },
          apart: true,
        },
      ],
      tells: [{ what: 'settled-at', value: '"mediation"' }],
    }),
    act('deliberate', '转协商议事', 'To deliberation', ['community', 'street'], [role('community-staff'), role('justice-office')], {
      ...deliberating,
      to: 'deliberating',
      counts: 'transfer',
    }),
    blocks.progressNote({ from: ['deliberating'], who: [role('community-staff')] }),
    act('deliberated', '协商有结果', 'The deliberation came out', ['deliberating'], [role('community-staff')], {
      to: [{ when: 'form.came = "agreed"', to: 'settled' }, { to: 'street' }],
      when: 'matter.tasks.open = 0',
      form: [outcomeOfTalks, trend, lines('how', { zh: '协商决议与落实', en: 'What was resolved and done' }, { required: true }), answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tone: 'primary',
      tells: [
        { what: 'deliberated', value: 'form.came' },
        { what: 'settled-at', value: 'if form.came = "agreed" then "deliberation" else null' },
        { what: 'trend', value: 'form.trend' },
      ],
    }),
    act('again', '反复，重新化解', 'It broke: again', ['settled', 'rated'], [role('grid-worker'), role('community-staff')], {
      to: 'grid',
      form: [blocks.reasonField],
      counts: 'reopen',
      atMost: 2,
    }),
    rating({ from: ['settled'], closed: 'rated', again: 'community', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('deliberating', '协商时限', 'Time to deliberate', ['deliberating'], limit(90, 'calendar-days')),
    timer('whole', '化解总时限', 'Seven days in all', levels.map(({ id }) => id), limit(7 * 24, 'clock-hours', source), { main: true }),
    ...levels.map(({ id, zh, en, days, next }) =>
      timer(`at-${id}`, `${zh}化解时限`, `Time of the ${en}`, [id], limit(days * 24, 'clock-hours', source), {
        ...(next && { whenOver: `up-${id}` }),
      }),
    ),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
