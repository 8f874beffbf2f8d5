import type { Plan } from '#engines/case/model';

/** Meetings that come round; a district switches each on. */
export const plans: readonly Plan[] = [
  {
    id: 'tasks.party-joint-meeting',
    name: { zh: '季度联席会议', en: 'Quarterly joint meeting' },
    summary: { zh: '每季度首月 10 日起向各单位征集议题', en: 'From the 10th of a quarter topics are collected' },
    playbook: 'tasks.meeting',
    category: 'party-joint',
    values: { title: '城市基层党建联席会议' },
    level: 'street',
    every: { unit: 'quarter', month: 1, day: 10 },
    opensAt: '09:00',
    workingDays: true,
  },
  {
    id: 'tasks.grid-meeting',
    name: { zh: '网格员月例会', en: 'Monthly grid meeting' },
    summary: { zh: '每月 1 日起准备网格员学习交流和部署会', en: 'From the 1st the grid workers’ meeting is prepared' },
    playbook: 'tasks.meeting',
    category: 'grid',
    values: { title: '网格员学习交流和工作部署会' },
    level: 'street',
    every: { unit: 'month', on: [1] },
    opensAt: '09:00',
    workingDays: true,
  },
];
