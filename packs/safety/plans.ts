import type { Plan } from '#engines/case/model';

/** Matters that come round; a district switches each on. */
export const plans: readonly Plan[] = [
  {
    id: 'safety.monthly-estates',
    name: { zh: '住宅小区每月检查', en: 'Monthly check of estates' },
    summary: { zh: '每月 15 日检查住宅小区消防与公共设施', en: 'On the 15th: fire safety and facilities of estates' },
    playbook: 'safety.check',
    category: '01',
    level: 'community',
    every: { unit: 'month', on: [15] },
    opensAt: '09:00',
    workingDays: true,
  },
  {
    id: 'safety.quarterly-shops',
    name: { zh: '九小场所每季检查', en: 'Quarterly check of small places' },
    summary: {
      zh: '每季度首月 10 日检查沿街商铺与九小场所',
      en: 'On the 10th of the first month of a quarter: shops and small places',
    },
    playbook: 'safety.check',
    category: '02',
    level: 'community',
    every: { unit: 'quarter', month: 1, day: 10 },
    opensAt: '09:00',
    workingDays: true,
  },
];
