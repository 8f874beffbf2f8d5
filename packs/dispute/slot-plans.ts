import type { SlotPlan } from '#engines/case/model';

/** The veterans' circuit (S164): each community has its own hours, which the district sets place by place. */
export const slotPlans: readonly SlotPlan[] = [
  {
    id: 'dispute.circuit',
    name: { zh: '老调解员巡回约访', en: 'Circuit of veteran mediators' },
    owner: { role: 'law-veteran' },
    openings: [
      { weekday: 2, from: '09:00', to: '11:30' },
      { weekday: 4, from: '14:30', to: '17:00' },
    ],
    minutes: 30,
    capacity: 1,
    aheadDays: 21,
    leastHours: 4,
    cancelHours: 12,
  },
];
