import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words; and what staff enter for them, with where they turn instead. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'party-matters.deliberation',
    group: 'together',
    rank: 1,
    name: { zh: '提个议题，大家商量', en: 'Bring a topic to the table' },
    summary: {
      zh: '受理后公告、开会、表决，结果公布，落实有反馈',
      en: 'Announced, met, voted, published, carried out',
    },
    words: {
      zh: ['议题', '开会', '商量', '投票', '表决', '议事', '公约', '小区大事'],
      en: ['topic', 'meeting', 'vote', 'talk over'],
    },
  },
  {
    id: 'party-matters.wish',
    group: 'help',
    rank: 7,
    name: { zh: '微心愿', en: 'A small wish' },
    summary: {
      zh: '说出一个小心愿，隐去姓名后由党员、单位认领',
      en: 'Tell a small wish; it is published without your name and taken up',
    },
    words: {
      zh: ['心愿', '愿望', '轮椅', '书包', '文具', '小心愿'],
      en: ['wish', 'wheelchair', 'school bag'],
    },
  },
  {
    id: 'party-matters.member-report',
    group: 'party',
    rank: 1,
    summary: { zh: '在职党员按居住地报到、认领岗位', en: 'Members in work report where they live and choose a post' },
    words: {
      zh: ['党员', '报到', '双报到', '在职党员'],
      en: ['party member', 'report in'],
    },
    identity: 'phone',
  },
  {
    id: 'party-matters.transfer',
    group: 'party',
    rank: 2,
    name: { zh: '转组织关系', en: 'Transfer of party membership' },
    summary: {
      zh: '申请、介绍信、接收支部，手机上看进度',
      en: 'Application, letter, receiving branch; follow it here',
    },
    words: {
      zh: ['党员', '组织关系', '转党关系', '介绍信', '退休党员'],
      en: ['party member', 'transfer', 'letter of introduction'],
    },
    identity: 'phone',
  },
  {
    id: 'party-matters.banquet',
    group: 'papers',
    rank: 6,
    name: { zh: '红白事报备', en: 'Weddings and funerals' },
    summary: {
      zh: '报一下日期和桌数，理事会帮着操办从简',
      en: 'Tell date and tables; the council helps to keep it simple',
    },
    words: {
      zh: ['红白事', '办酒', '结婚', '丧事', '酒席', '报备'],
      en: ['wedding', 'funeral', 'banquet'],
    },
  },
  {
    id: 'party-matters.help',
    closed: {
      zh: '帮包需求由社区登记后推送单位。请用“找人帮忙”或“微心愿”。',
      en: 'Needs for helper units are entered by the community. Please use “Ask for help” or “A small wish”.',
    },
  },
  {
    id: 'party-matters.model',
    group: 'together',
    rank: 9,
    name: { zh: '推荐身边的好人', en: 'Recommend a neighbour' },
    summary: {
      zh: '推荐先进典型、最美邻里，核查公示后评定',
      en: 'A good neighbour, member, volunteer: looked at, put on notice, chosen',
    },
    words: {
      zh: ['推荐', '好人', '典型', '最美', '先进', '表扬', '评选'],
      en: ['recommend', 'neighbour', 'praise', 'award'],
    },
    identity: 'phone',
  },
];
