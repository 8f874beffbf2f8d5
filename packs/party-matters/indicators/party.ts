import type { Indicator } from '#engines/indicator/model';

const told = (playbook: string, what: string, ...said: readonly string[]) => ({
  fact: 'case.told',
  where: { playbook: [`party-matters.${playbook}`], what: [what], ...(said.length > 0 && { said }) },
});

export const indicators: readonly Indicator[] = [
  {
    id: 'party-matters.wishes_true',
    name: { zh: '微心愿实现数', en: 'Wishes come true' },
    definition: {
      zh: '期内经他人确认实现的微心愿个数。',
      en: 'Wishes that came true in the period, confirmed by another.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'at',
    of: told('wish', 'fulfilled'),
  },
  {
    id: 'party-matters.members_active_rate',
    name: { zh: '报到党员作用发挥率', en: 'Members who serve' },
    definition: {
      zh: '期内年度反馈的报到党员中，全年服务满四次的比例。',
      en: 'Share of the members fed back in the period who served four times or more.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'at',
    of: told('member-report', 'active', 'yes'),
    over: told('member-report', 'active'),
    minimum: 5,
  },
  {
    id: 'party-matters.help_solved_rate',
    name: { zh: '帮包解决率', en: 'Help that solved it' },
    definition: {
      zh: '期内社区确认的帮包需求中，实际解决的比例；走访不计。',
      en: 'Share of the needs that communities judged in the period which were solved; visits do not count.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'at',
    of: told('help', 'solved', 'yes'),
    over: told('help', 'solved'),
    minimum: 5,
  },
  {
    id: 'party-matters.help_visits',
    name: { zh: '帮包走访次数', en: 'Visits of helpers' },
    definition: {
      zh: '期内帮包单位登记的走访次数，与解决数对照查看，不作为考核。',
      en: 'Visits that helper units recorded in the period, to be looked at beside the problems solved; not for assessment.',
    },
    kind: 'count',
    unit: 'person-times',
    digits: 0,
    better: 'none',
    period: 'at',
    of: told('help', 'visit'),
  },
  {
    id: 'party-matters.departures',
    name: { zh: '协商程序例外次数', en: 'Departures from procedure' },
    definition: {
      zh: '期内协商议事缩短公告期的次数，每次均有理由和批准人。',
      en: 'How often the notice of a deliberation was shortened in the period; each has its reason and who granted it.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'lower',
    period: 'at',
    of: told('deliberation', 'departure'),
  },
];
