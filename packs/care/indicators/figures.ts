import { countOfTold, shareOfTold, type Indicator } from '#engines/indicator/model';

export const indicators: readonly Indicator[] = [
  countOfTold(
    'care.visits',
    ['走访人次', 'Visits'],
    ['期内完成的走访次数，可按走访人、对象类别看。', 'Visits of the period, by visitor and by class.'],
    { playbooks: ['care.visit'], what: 'visited-by' },
  ),
  countOfTold(
    'care.missed_visits',
    ['逾期未走访', 'Missed visits'],
    ['期内到期未走访的次数，点开即名单。', 'Visits that were missed; opens to the list.'],
    { playbooks: ['care.visit'], what: 'visit-missed' },
  ),
  countOfTold(
    'care.aid_results',
    ['紧急救助件数', 'Emergency aid'],
    ['期内完成紧急救助的件数，一件计一次；人次另计。', 'Emergency aid given in the period.'],
    { playbooks: ['care.aid'], what: 'aid-result' },
  ),
  countOfTold(
    'care.legal_advice',
    ['法律咨询人次', 'Legal advice'],
    ['期内法律咨询解答次数。', 'Legal questions answered.'],
    { playbooks: ['care.legal'], what: 'legal-follow' },
  ),
  shareOfTold(
    'care.elder_content',
    ['为老服务满意率', 'Older people content'],
    ['服务后老人表示满意的比例。', 'Share of services that the elder called good.'],
    { playbooks: ['care.elders'], what: 'elder-content', said: ['good'] },
  ),
  {
    ...countOfTold(
      'care.counselling_sessions',
      ['心理服务次数', 'Counselling sessions'],
      ['期内会谈次数，不涉及个人；只有咨询师可见。', 'Sessions of the period, without persons; for counsellors.'],
      { playbooks: ['care.counselling'], what: 'counselling-session' },
    ),
    sensitivity: 'key-persons',
    audience: ['counsellor'],
  },
  {
    id: 'care.aided',
    name: { zh: '紧急救助人次', en: 'People helped in need' },
    definition: {
      zh: '期内紧急救助登记的救助人次之和。',
      en: 'Person-times helped in emergencies in the period, added up.',
    },
    kind: 'sum',
    unit: 'person-times',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.told', where: { playbook: ['care.aid'], what: ['aided'] } },
  },
  {
    id: 'care.visit_fees',
    name: { zh: '委托探访费用', en: 'Fees of contracted visits' },
    definition: {
      zh: '期内受托机构探访登记的费用之和，单位元，点开按项目看。',
      en: 'What contracted visits of the period cost, in yuan; opens to the projects.',
    },
    kind: 'sum',
    unit: 'yuan',
    digits: 2,
    better: 'none',
    period: 'at',
    of: { fact: 'case.told', where: { playbook: ['care.visit'], what: ['visit-fee'] } },
  },
];
