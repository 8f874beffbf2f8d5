import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'neighbours.service-wish',
    group: 'together',
    rank: 3,
    name: { zh: '想要什么服务和活动', en: 'A service or activity you would like' },
    summary: { zh: '写下来，邻居可以附议，试办了告诉您', en: 'Neighbours may join; you are told when it is tried' },
    words: {
      zh: ['愿望', '活动', '课程', '助餐', '义诊', '夏令营', '健身', '想要'],
      en: ['wish', 'activity', 'class', 'meals', 'sports'],
    },
    neighbours: 'all',
  },
  {
    id: 'neighbours.entry',
    group: 'together',
    rank: 4,
    name: { zh: '参加评比（美丽阳台、最美楼道）', en: 'Take part in a contest' },
    summary: { zh: '拍照就能参赛，评委打分，结果告诉您', en: 'Send a photo; a jury scores it; the result is told' },
    words: {
      zh: ['阳台', '花', '评比', '比赛', '参赛', '庭院', '楼道'],
      en: ['balcony', 'contest', 'flowers', 'garden'],
    },
  },
  {
    id: 'neighbours.time-bank',
    group: 'help',
    rank: 5,
    name: { zh: '时间银行（存、取、转让时长）', en: 'Time bank' },
    summary: { zh: '登记帮人的时长，支取换服务，转给家人', en: 'Enter hours, use them, give them to your family' },
    words: {
      zh: ['时间银行', '时长', '志愿', '互助', '存折', '转让'],
      en: ['time bank', 'hours', 'volunteer', 'transfer'],
    },
    identity: 'phone',
  },
];
