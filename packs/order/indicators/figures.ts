import { countOfTold, shareOfTold, type Indicator } from '#engines/indicator/model';

export const indicators: readonly Indicator[] = [
  shareOfTold(
    'order.solved_rate',
    ['企业诉求解决率', 'Needs of enterprises solved'],
    ['期内答复的企业诉求中已解决的比例。', 'Share of answered needs of enterprises that were solved.'],
    { playbooks: ['order.enterprise'], what: 'solved', said: ['solved'] },
  ),
  countOfTold(
    'order.unanswered',
    ['超时未接单次数', 'Orders not answered in time'],
    ['期内派出后超时未接、退回重派的次数。', 'How often an order was not answered in time.'],
    { playbooks: ['order.service', 'order.merchant'], what: 'unanswered', said: ['yes'] },
  ),
  {
    id: 'order.merchant_rating',
    name: { zh: '商户服务评分', en: 'Rating of merchants' },
    definition: {
      zh: '期内居民对商户上门服务评价的平均分，按商户看即口碑榜；评价不足五次的不排名。',
      en: 'Average rating of home services; by merchant it is their ranking. Fewer than five ratings are not ranked.',
    },
    kind: 'average',
    unit: 'points',
    digits: 1,
    better: 'higher',
    period: 'at',
    of: { fact: 'case.rated', where: { playbook: ['order.merchant'] } },
    minimum: 5,
  },
  {
    id: 'order.enterprise_hours',
    name: { zh: '企业诉求办结用时中位数', en: 'Hours to answer an enterprise' },
    definition: {
      zh: '期内企业诉求从提出到办结所用小时的中位数。',
      en: 'Median of the hours from asking to answer of the needs of enterprises.',
    },
    kind: 'median',
    unit: 'hours',
    digits: 1,
    better: 'lower',
    period: 'at',
    of: { fact: 'case.finished', where: { playbook: ['order.enterprise'], round: ['1'] } },
  },
  countOfTold(
    'order.policies_told',
    ['惠企政策直达次数', 'Policies told to enterprises'],
    ['期内答复企业诉求时告知适用政策的次数。', 'How often a policy that applies was told to an enterprise.'],
    { playbooks: ['order.enterprise'], what: 'policies-told' },
  ),
  countOfTold(
    'order.complaints',
    ['商户服务投诉', 'Complaints about merchants'],
    ['期内对商户上门服务的投诉次数。', 'Complaints about merchants in the period.'],
    { playbooks: ['order.merchant'], what: 'complaint' },
  ),
  shareOfTold(
    'order.suggestions_taken',
    ['服务建议采纳率', 'Suggestions taken up'],
    ['居民从服务建议中选了服务的比例。', 'Share of lists of suggestions from which a service was chosen.'],
    { playbooks: ['order.suggestion'], what: 'suggestion-taken', said: ['yes'] },
    { better: 'none' },
  ),
];
