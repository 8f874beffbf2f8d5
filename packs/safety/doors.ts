import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words; and what staff enter for them, with where they turn instead. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'safety.fire-report',
    group: 'safety',
    rank: 1,
    name: { zh: '森林火情', en: 'Forest fire' },
    summary: {
      zh: '发现烟点、野外用火马上报。火大请先打 119',
      en: 'Smoke or burning outdoors: report at once. A big fire: call 119 first',
    },
    words: {
      zh: ['着火', '火情', '冒烟', '山火', '烧荒', '烧纸'],
      en: ['fire', 'smoke', 'forest', 'burning'],
    },
  },
  {
    id: 'safety.hazard',
    group: 'safety',
    rank: 2,
    name: { zh: '安全隐患', en: 'A hazard' },
    summary: {
      zh: '堵消防通道、电动车进楼、飞线充电等，责令整改、他人复查',
      en: 'Blocked fire lanes, e-bikes indoors, wild charging: rectified and checked again',
    },
    words: {
      zh: ['隐患', '消防通道', '电动车', '飞线', '充电', '灭火器', '堵塞', '外墙', '脱落', '煤气', '燃气'],
      en: ['hazard', 'fire lane', 'e-bike', 'charging', 'extinguisher', 'falling', 'gas'],
    },
    neighbours: 'all',
  },
  {
    id: 'safety.clue',
    group: 'safety',
    rank: 3,
    name: { zh: '违法线索（可匿名）', en: 'Clues to crime (no name needed)' },
    summary: {
      zh: '只由民警办理，凭查询码看反馈。正在发生请打 110',
      en: 'Only the police see it; follow it by code. If it happens now call 110',
    },
    words: {
      zh: ['赌博', '传销', '吸毒', '卖淫', '小偷', '可疑', '举报', '匿名'],
      en: ['gambling', 'pyramid', 'drugs', 'thief', 'suspicious', 'anonymous'],
    },
  },
  {
    id: 'safety.fund-raising',
    group: 'safety',
    rank: 4,
    name: { zh: '可疑的集资、理财', en: 'Suspicious investments' },
    summary: { zh: '保本高息、讲座送礼、预付卡跑路等', en: 'High interest, gifts at lectures, vanished prepaid cards' },
    words: {
      zh: ['集资', '理财', '骗钱', '诈骗', '高息', '养老投资', '会员卡', '保健品'],
      en: ['fund-raising', 'investment', 'fraud', 'interest', 'scam'],
    },
  },
  {
    id: 'safety.traffic',
    group: 'safety',
    rank: 5,
    name: { zh: '社区交通隐患', en: 'Traffic risks' },
    summary: { zh: '超速、盲区、学校门口乱，劝导或加装设施', en: 'Speeding, blind spots, school gates' },
    words: {
      zh: ['超速', '飙车', '路口', '盲区', '斑马线', '减速带', '学校门口'],
      en: ['speeding', 'crossing', 'blind spot', 'school gate', 'speed bump'],
    },
  },
  {
    id: 'safety.farmland',
    group: 'safety',
    rank: 6,
    name: { zh: '乱占耕地', en: 'Unlawful use of farmland' },
    summary: { zh: '占地建房、取土、倾倒等', en: 'Building, digging or dumping on fields' },
    words: {
      zh: ['占耕地', '耕地', '农田', '取土', '倒垃圾', '建房'],
      en: ['farmland', 'field', 'digging', 'dumping', 'building'],
    },
  },
  {
    id: 'safety.burglary',
    group: 'together',
    rank: 4,
    name: { zh: '加装门禁、照明、监控', en: 'Doors, lights, cameras against burglary' },
    summary: { zh: '先商量、再建设，建成后比一比发案数', en: 'Agreed first, then built, then compared' },
    words: {
      zh: ['门禁', '监控', '摄像头', '路灯', '防盗', '围墙', '巡逻'],
      en: ['door control', 'camera', 'lighting', 'fence', 'patrol'],
    },
  },
];
