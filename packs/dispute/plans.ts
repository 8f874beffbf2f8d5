import type { Plan } from '#engines/case/model';

/** Matters that come round; a district switches each on. */
export const plans: readonly Plan[] = [
  {
    id: 'dispute.weekly-screening',
    name: { zh: '矛盾纠纷每周排查', en: 'Weekly screening of disputes' },
    summary: { zh: '每周五各网格排查回报，无纠纷零报告', en: 'On Fridays every grid answers, with a zero report too' },
    playbook: 'dispute.screening',
    category: 'regular',
    level: 'grid',
    every: { unit: 'week', on: [5] },
    opensAt: '09:00',
    workingDays: true,
  },
];
