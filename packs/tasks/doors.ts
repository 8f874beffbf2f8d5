import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words; and what staff enter for them, with where they turn instead. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'tasks.burden',
    group: 'together',
    rank: 5,
    words: {
      zh: ['减负', '填表', '任务', '考核', '证明', '打卡'],
      en: ['burden', 'forms', 'assessment'],
    },
    audience: 'staff',
  },
];
