import type { Indicator } from '#engines/indicator/model';

const { count, share } = {
  /** How often a form said something; `said` left out: anything. */
  count: (
    id: string,
    zh: string,
    en: string,
    defZh: string,
    defEn: string,
    what: string,
    said?: readonly string[],
  ): Indicator => ({
    id,
    name: { zh, en },
    definition: { zh: defZh, en: defEn },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.told', where: { what: [what], ...(said && { said }) } },
  }),
  /** Of all that were told, how many said one of `said`. */
  share: (
    id: string,
    zh: string,
    en: string,
    defZh: string,
    defEn: string,
    what: string,
    said: readonly string[],
    better: Indicator['better'] = 'higher',
  ): Indicator => ({
    id,
    name: { zh, en },
    definition: { zh: defZh, en: defEn },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better,
    period: 'at',
    of: { fact: 'case.told', where: { what: [what], said } },
    over: { fact: 'case.told', where: { what: [what] } },
    minimum: 10,
  }),
};

export const indicators: readonly Indicator[] = [
  share(
    'order.solved_rate',
    '企业诉求解决率',
    'Needs of enterprises solved',
    '期内答复的企业诉求中已解决的比例。',
    'Share of answered needs of enterprises that were solved.',
    'solved',
    ['solved'],
  ),
  count(
    'order.unanswered',
    '超时未接单次数',
    'Orders not answered in time',
    '期内派出后超时未接、退回重派的次数。',
    'How often an order was not answered in time.',
    'unanswered',
    ['yes'],
  ),
  count(
    'order.complaints',
    '商户服务投诉',
    'Complaints about merchants',
    '期内对商户上门服务的投诉次数。',
    'Complaints about merchants in the period.',
    'complaint',
  ),
  share(
    'order.suggestions_taken',
    '服务建议采纳率',
    'Suggestions taken up',
    '居民从服务建议中选了服务的比例。',
    'Share of lists of suggestions from which a service was chosen.',
    'suggestion-taken',
    ['yes'],
    'none',
  ),
];
