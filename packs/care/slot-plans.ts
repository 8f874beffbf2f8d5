import type { SlotPlan } from '#engines/case/model';

export const slotPlans: readonly SlotPlan[] = [
  {
    id: 'care.lawyer',
    name: { zh: '值班律师时间', en: 'Hours of the lawyer' },
    owner: { bodyKind: 'community' },
    openings: [{ weekday: 3, from: '14:00', to: '17:00' }],
    minutes: 30,
    capacity: 1,
    aheadDays: 14,
    cancelHours: 4,
  },
  {
    // One to one: never two at the same time.
    id: 'care.counsellor',
    name: { zh: '心灵驿站咨询时间', en: 'Hours of the counsellor' },
    owner: { bodyKind: 'community' },
    openings: [
      { weekday: 2, from: '18:30', to: '20:30', outOfHours: true },
      { weekday: 6, from: '09:00', to: '12:00', outOfHours: true },
    ],
    minutes: 60,
    capacity: 1,
    aheadDays: 30,
    cancelHours: 12,
  },
];
