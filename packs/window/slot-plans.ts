import type { SlotPlan } from '#engines/case/model';

/**
 * 预约办: the counters of a place, in office hours and, out of hours, on Saturday mornings (S245). A district sets the
 * hours and counters of each place by its own.
 */
export const slotPlans: readonly SlotPlan[] = [
  {
    id: 'window.counter',
    name: { zh: '便民服务窗口预约', en: 'Counter by appointment' },
    owner: { role: 'window-clerk' },
    openings: [
      ...[1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, from: '09:00', to: '12:00' },
        { weekday, from: '14:00', to: '18:00' },
      ]),
      { weekday: 6, from: '09:00', to: '12:00', outOfHours: true },
    ],
    minutes: 30,
    capacity: 2,
    aheadDays: 14,
    leastHours: 2,
    cancelHours: 2,
    makeUpDay: 1,
  },
];
