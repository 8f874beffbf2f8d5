import { type Action, blocks, type Clock, type Owner, type Playbook, type Stage } from '#engines/case/model';
import { contact, words } from './fields.ts';
import { chief, community, reporter, street, system, worker } from './owners.ts';

const { act, answerField, ending, limit, stage, timer } = blocks;

interface Level {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly owner: Owner;
  readonly above?: string;
  readonly days: number;
}

/** 小问题不出楼栋，难事不出社区: each level has its days; what it cannot settle by then goes up by itself. */
const levels: readonly Level[] = [
  { id: 'building', zh: '楼栋', en: 'Building', owner: chief, above: 'grid', days: 1 },
  { id: 'grid', zh: '网格', en: 'Grid', owner: worker, above: 'community', days: 2 },
  { id: 'community', zh: '社区', en: 'Community', owner: community, above: 'street', days: 5 },
  { id: 'street', zh: '街道', en: 'Street', owner: street, days: 7 },
];

const stages = levels.map(
  ({ id, zh, en, owner }): Stage =>
    stage(
      id,
      `${zh}化解`,
      `Settled by the ${en.toLowerCase()}`,
      [`${zh}正在办理`, `With the ${en.toLowerCase()}`],
      owner,
    ),
);

const stepsOf = ({ id, zh, owner, above }: Level): readonly Action[] => [
  act(`settle-${id}`, `${zh}化解`, 'Settle', [id], [owner], {
    to: 'confirming',
    form: [answerField],
    answers: 'answer',
    tells: [{ what: 'settled-at', value: `"${id}"` }],
    counts: 'handle',
    tone: 'primary',
  }),
  ...(above === undefined
    ? []
    : [
        act(`up-${id}`, '化解不了，上交一级', 'Pass up', [id], [owner], {
          to: above,
          form: [words('tried', '已做工作和上交原因', 'What was tried', { required: true, max: 300 })],
          counts: 'transfer',
        }),
        act(`over-${id}`, '到期自动上交', 'Over time: passed up', [id], [system], { to: above, counts: 'transfer' }),
      ]),
];

const clockOf = ({ id, zh, en, above, days }: Level): Clock =>
  timer(
    id,
    `${zh}时限`,
    `Time of the ${en.toLowerCase()}`,
    [id],
    limit(days, 'working-days'),
    above === undefined ? {} : { whenOver: `over-${id}` },
  );

/** 分级化解 (S166): building → grid → community → street, with a limit at each; where each was settled is counted. */
export const graded: Playbook = {
  id: 'grid.graded',
  version: 1,
  name: { zh: '楼栋小事分级办', en: 'Graded settlement' },
  summary: {
    zh: '楼栋—网格—社区—街道逐级化解，到期自动上交，当事人确认',
    en: 'Building, grid, community, street: passed up when time is over; confirmed by who asked',
  },
  categories: 'grid.small-matters',
  reporters: ['resident', 'staff'],
  fields: [words('words', '情况', 'What it is', { required: true, max: 300 }), contact],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'building',
  stages: [
    ...stages,
    stage(
      'confirming',
      '待当事人确认',
      'To be confirmed',
      ['已化解，等您确认', 'Settled, awaiting your word'],
      reporter,
    ),
    ending('closed', '已化解', 'Settled'),
  ],
  actions: [
    ...levels.flatMap(stepsOf),
    act('confirm', '确认化解', 'Yes, settled', ['confirming'], [reporter], {
      to: 'closed',
      counts: 'verify',
      tone: 'primary',
    }),
    act('not-settled', '没有化解，交社区', 'No: to the community', ['confirming'], [reporter], {
      to: 'community',
      form: [words('why', '原因', 'Why', { max: 200 })],
      atMost: 1,
      counts: 'return',
    }),
    act('silent', '三日未回复，视为化解', 'No word for three days', ['confirming'], [system], { to: 'closed' }),
  ],
  clocks: [
    ...levels.map(clockOf),
    timer(
      'whole',
      '化解时限',
      'Time to settle',
      ['building', 'grid', 'community', 'street'],
      limit(15, 'working-days'),
      { main: true },
    ),
    timer('confirming', '确认时限', 'Time to confirm', ['confirming'], limit(3, 'calendar-days'), {
      whenOver: 'silent',
    }),
  ],
  routing: [],
};
