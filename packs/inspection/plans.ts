import type { Plan } from '#engines/case/model';

/** Matters that come round; a district switches each on. */
export const plans: readonly Plan[] = [
  {
    id: 'inspection.weekly',
    name: { zh: '街道周督查', en: 'Weekly inspection' },
    summary: { zh: '每周三对社区各业务板块督查', en: 'On Wednesdays the street inspects' },
    playbook: 'inspection.weekly',
    category: 'environment',
    level: 'street',
    every: { unit: 'week', on: [3] },
    opensAt: '09:00',
    workingDays: true,
  },
  {
    id: 'inspection.quarterly',
    name: { zh: '季督导', en: 'Quarterly supervision' },
    summary: { zh: '每季度末月 20 日督导', en: 'On the 20th of the last month of a quarter' },
    playbook: 'inspection.quarterly',
    category: 'quarter',
    level: 'street',
    every: { unit: 'quarter', month: 3, day: 20 },
    opensAt: '09:00',
    workingDays: true,
  },
  {
    id: 'inspection.monthly-reports',
    name: { zh: '月报告', en: 'Monthly reports' },
    summary: { zh: '每月 25 日收集社区月报告', en: 'On the 25th the reports of communities are collected' },
    playbook: 'inspection.reports',
    category: 'work',
    level: 'street',
    every: { unit: 'month', on: [25] },
    opensAt: '09:00',
    workingDays: true,
  },
  {
    id: 'inspection.year-end',
    name: { zh: '年终考核核查', en: 'Check at the end of the year' },
    summary: { zh: '每年 12 月 15 日对各街道核查', en: 'On 15 December in every street' },
    playbook: 'inspection.quarterly',
    category: 'year',
    level: 'street',
    every: { unit: 'year', on: ['12-15'] },
    opensAt: '09:00',
    workingDays: true,
  },
];
