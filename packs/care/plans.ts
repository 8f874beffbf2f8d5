import type { Plan } from '#engines/case/model';

/** Matters that come round; a district switches each on. */
export const plans: readonly Plan[] = [
  {
    id: 'care.weekly-alone',
    name: { zh: '独居高龄老人每周探访', en: 'Weekly visits to old people alone' },
    summary: { zh: '每周二探访 80 岁以上独居、空巢老人', en: 'On Tuesdays: people over 80 who live alone' },
    playbook: 'care.visit',
    category: '101',
    values: { project: '守护银发，同行相伴' },
    level: 'grid',
    every: { unit: 'week', on: [2] },
    opensAt: '08:30',
  },
  {
    id: 'care.monthly-disabled',
    name: { zh: '重度残疾人每月探访', en: 'Monthly visits to disabled people' },
    summary: { zh: '每月 10 日探访重度残疾人', en: 'On the 10th: people with severe disabilities' },
    playbook: 'care.visit',
    category: '203',
    level: 'grid',
    every: { unit: 'month', on: [10] },
    opensAt: '08:30',
    workingDays: true,
  },
];
