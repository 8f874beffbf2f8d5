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
  count(
    'care.visits',
    '走访人次',
    'Visits',
    '期内完成的走访次数，可按走访人、对象类别看。',
    'Visits of the period, by visitor and by class.',
    'visited-by',
  ),
  count(
    'care.missed_visits',
    '逾期未走访',
    'Missed visits',
    '期内到期未走访的次数，点开即名单。',
    'Visits that were missed; opens to the list.',
    'visit-missed',
  ),
  count(
    'care.aid_results',
    '紧急救助件数',
    'Emergency aid',
    '期内完成紧急救助的件数；人次见每件登记。',
    'Emergency aid given in the period.',
    'aid-result',
  ),
  count(
    'care.legal_advice',
    '法律咨询人次',
    'Legal advice',
    '期内法律咨询解答次数。',
    'Legal questions answered.',
    'legal-follow',
  ),
  share(
    'care.elder_content',
    '为老服务满意率',
    'Older people content',
    '服务后老人表示满意的比例。',
    'Share of services that the elder called good.',
    'elder-content',
    ['good'],
  ),
  {
    ...count(
      'care.counselling_sessions',
      '心理服务次数',
      'Counselling sessions',
      '期内会谈次数，不涉及个人；只有咨询师可见。',
      'Sessions of the period, without persons; for counsellors.',
      'counselling-session',
    ),
    sensitivity: 'key-persons',
    audience: ['counsellor'],
  },
];
