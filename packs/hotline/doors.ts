import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words; and what staff enter for them, with where they turn instead. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'hotline.request',
    group: 'repair',
    rank: 3,
    name: { zh: '投诉、咨询、建议', en: 'Complaints, questions, suggestions' },
    summary: {
      zh: '同打 12345 一样：有人接、限时办、办完回访',
      en: 'The same as calling 12345: taken, handled in time, called back',
    },
    words: {
      zh: [
        '投诉',
        '咨询',
        '建议',
        '举报',
        '求助',
        '热线',
        '12345',
        '停水',
        '停电',
        '停气',
        '停热',
        '暖气',
        '物业费',
        '公交',
        '政策',
      ],
      en: ['complaint', 'question', 'suggestion', 'hotline', 'water', 'power', 'gas', 'heating'],
    },
  },
];
