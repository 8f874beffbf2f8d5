import type { SlotPlan } from '#engines/case/model';

/** 反向预约: when the staff of a community can come, from their own calendar (S257). */
export const slotPlans: readonly SlotPlan[] = [
  {
    id: 'order.staff-visits',
    name: { zh: '工作人员上门时间', en: 'When staff can come' },
    owner: { role: 'community-staff' },
    openings: [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, from: '09:30', to: '11:30' },
      { weekday, from: '14:30', to: '17:30' },
    ]),
    minutes: 60,
    capacity: 2,
    aheadDays: 7,
    leastHours: 4,
    cancelHours: 4,
    makeUpDay: 1,
  },
];
