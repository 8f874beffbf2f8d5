import { countOfTold, type Indicator } from '#engines/indicator/model';

const cohort = { period: 'cohort' } as const;

/** The board of the street (S098): how many communities came as far as each stage; a community’s own figure is one or none. */
const board = (
  [
    ['election.reached_mobilising', 'mobilising', '已启动动员', 'Mobilising'],
    ['election.reached_forming', 'forming', '已推选选举委员会', 'Forming the committee'],
    ['election.reached_registering', 'registering', '已开始选民登记', 'Registering voters'],
    ['election.reached_nominating', 'nominating', '已进入提名', 'Nominating'],
    ['election.reached_qualifying', 'qualifying', '已进入资格审查', 'Qualification'],
    ['election.reached_published', 'published', '已公布名单', 'Roll published'],
    ['election.reached_voting', 'voting', '已进入投票', 'Voting'],
    ['election.reached_filing', 'filing', '已报备案', 'Filing'],
    ['election.reached_handing_over', 'handing-over', '已进入移交', 'Handing over'],
    ['election.reached_done', 'done', '已完成换届', 'Done'],
  ] as const
).map(([id, stage, zh, en]) =>
  countOfTold(
    id,
    [`${zh}的社区`, `Communities that reached: ${en.toLowerCase()}`],
    [
      `期内立项换届的社区中，${zh}的个数；按社区查看为一或零，即各社区进度。`,
      'Of the communities whose election was opened in the period, how many reached this stage; by community it is one or none.',
    ],
    { playbooks: ['election.term'], what: 'reached', said: [stage] },
    cohort,
  ),
);

const told = (playbook: string, what: string) => ({
  fact: 'case.told',
  where: { playbook: [`election.${playbook}`], what: [what] },
});
const reported = (playbook: string) => ({ fact: 'case.reported', where: { playbook: [`election.${playbook}`] } });

export const indicators: readonly Indicator[] = [
  {
    id: 'election.opened',
    name: { zh: '立项换届的社区', en: 'Elections opened' },
    definition: { zh: '期内立项换届的社区个数。', en: 'Communities whose election was opened in the period.' },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'cohort',
    of: reported('term'),
  },
  ...board,
  {
    id: 'election.filed_rate',
    name: { zh: '备案完成率', en: 'Filed with the county' },
    definition: {
      zh: '期内应备案事项中，组织、民政两部门均已回执的比例；核实不需备案的不计入。未完成的点开分母即见。',
      en: 'Share of what was due in the period that both bodies of the county receipted; what need not be filed is left out.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'cohort',
    of: told('filing', 'filed'),
    over: reported('filing'),
    excluded: [
      {
        fact: 'case.finished',
        where: { playbook: ['election.filing'], outcome: ['declined'] },
        reason: { zh: '核实不需备案', en: 'Need not be filed' },
      },
    ],
  },
  countOfTold(
    'election.not_filed',
    ['逾期未报备案', 'Not filed in time'],
    [
      '期内应备案事项中，逾期未报送而列入未备案名单的件数，点开即名单。',
      'What was due in the period and came on the list of those not filed in time; it opens to the list.',
    ],
    { playbooks: ['election.filing'], what: 'not-filed' },
    { ...cohort, better: 'lower' },
  ),
  {
    id: 'election.vacancies_filled_rate',
    name: { zh: '出缺补齐率', en: 'Vacancies filled' },
    definition: {
      zh: '期内认定的出缺和调整职位中，已补齐到任的比例。',
      en: 'Share of the seats found free in the period that were filled.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'cohort',
    of: told('supplement', 'filled'),
    over: told('supplement', 'vacancy'),
  },
  {
    id: 'election.comments',
    name: { zh: '换届意见件数', en: 'Comments on the election' },
    definition: {
      zh: '期内居民通过换届意见渠道提出的意见件数，不作为考核。',
      en: 'Comments that residents sent in the period; not for assessment.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'cohort',
    of: reported('comment'),
  },
];
