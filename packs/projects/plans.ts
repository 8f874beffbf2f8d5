import type { Plan } from '#engines/case/model';

/** Matters that come round; a district switches each on. */
export const plans: readonly Plan[] = [
  {
    id: 'projects.yearly-purchase',
    name: { zh: '年度购买服务计划', en: 'Purchase plan of the year' },
    summary: { zh: '每年十月编制下年购买服务计划', en: 'In October the plan of the next year is made' },
    playbook: 'projects.purchase-plan',
    category: 'year',
    level: 'street',
    every: { unit: 'year', on: ['10-08'] },
    opensAt: '09:00',
    workingDays: true,
  },
];
