import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words; and what staff enter for them, with where they turn instead. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'dispute.mediation',
    group: 'disputes',
    rank: 1,
    name: { zh: '申请调解', en: 'Ask for mediation' },
    summary: {
      zh: '人民调解员听双方说，一般一个月内调结，不收费',
      en: 'A mediator hears both sides; usually within a month; free',
    },
    words: {
      zh: ['调解', '吵架', '邻居', '漏水', '噪声', '赡养', '离婚', '欠钱', '宠物', '纠纷', '家暴', '分家'],
      en: ['mediation', 'quarrel', 'neighbour', 'leak', 'noise', 'debt', 'divorce', 'pets'],
    },
  },
  {
    id: 'dispute.circuit',
    group: 'disputes',
    rank: 2,
    name: { zh: '约老调解员', en: 'Book a veteran mediator' },
    summary: {
      zh: '老法官、老民警等到社区坐班，预约或请到家里',
      en: 'Retired judges and police come to the community, or to you',
    },
    words: {
      zh: ['老法官', '老民警', '五老', '老调解员', '出主意'],
      en: ['veteran', 'judge', 'mediator', 'advice'],
    },
  },
  {
    id: 'dispute.oral',
    closed: {
      zh: '口头协议由主持调解的楼栋长、网格员登记。需要调解请用“申请调解”。',
      en: 'Oral agreements are entered by whoever mediated. Please use “Ask for mediation”.',
    },
  },
  {
    id: 'dispute.graded',
    closed: {
      zh: '分级化解由楼栋长、网格员登记，到期自动上交。需要调解请用“申请调解”。',
      en: 'Disputes settled level by level are entered by the head of the building or the grid worker. Please use “Ask for mediation”.',
    },
  },
  {
    id: 'dispute.petition',
    closed: {
      zh: '信访请到街道综治中心窗口，或通过国家网上信访平台提出；社区能办的请用“报事”或“投诉、咨询、建议”。',
      en: 'Petitions are taken at the governance centre of the street or on the national petition platform. What the community can do: “Report it” or “Complaints, questions, suggestions”.',
    },
  },
];
