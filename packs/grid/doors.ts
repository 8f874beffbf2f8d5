import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words; and what staff enter for them, with where they turn instead. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'grid.snapshot',
    group: 'repair',
    rank: 1,
    name: { zh: '报事（随手拍）', en: 'Report it (with a picture)' },
    words: {
      zh: [
        '垃圾',
        '乱停',
        '占道',
        '噪声',
        '噪音',
        '吵',
        '坏了',
        '堵了',
        '井盖',
        '路灯',
        '违建',
        '脏',
        '臭',
        '拍照',
        '投诉',
        '举报',
        '报事',
      ],
      en: ['rubbish', 'noise', 'broken', 'blocked', 'street light', 'smell', 'picture', 'complain'],
    },
    // Hazards, surroundings, public fixtures, environment, the estate; never quarrels, families or persons.
    neighbours: ['03', '04', '06', '08', '14'],
  },
  {
    id: 'grid.stairwell',
    group: 'repair',
    rank: 2,
    name: { zh: '楼道报修', en: 'Repairs in the stairwell' },
    summary: {
      zh: '电梯、楼道灯、单元门、漏水等，扫码即报，邻居可以附议',
      en: 'Lift, lights, door, leaks: scan and report; neighbours can join in',
    },
    words: {
      zh: [
        '漏水',
        '电梯',
        '停梯',
        '困梯',
        '楼道灯',
        '灯不亮',
        '门禁',
        '单元门',
        '水管',
        '下水',
        '堵',
        '台阶',
        '消防',
        '报修',
        '维修',
        '物业',
      ],
      en: ['leak', 'lift', 'elevator', 'stairwell', 'light', 'door', 'pipe', 'drain', 'repair'],
    },
    neighbours: 'all',
  },
  {
    id: 'grid.opinion',
    group: 'together',
    rank: 2,
    name: { zh: '提意见和建议', en: 'Opinions and suggestions' },
    summary: { zh: '对社区有什么看法，说一说', en: 'What you think of how things go here' },
    words: {
      zh: ['意见', '建议', '想法', '反映', '提意见', '社情民意'],
      en: ['opinion', 'suggestion', 'idea'],
    },
  },
  {
    id: 'grid.appeal',
    closed: {
      zh: '民生诉求由社区和热线入账登记。请用“报事”或“投诉、咨询、建议”，同样会定责任单位和期限。',
      en: 'Appeals are entered by the community and the hotline. Please use “Report it” or “Complaints, questions, suggestions”; they get an owner and a deadline all the same.',
    },
  },
  {
    id: 'grid.urgent-need',
    closed: {
      zh: '急难愁盼清单由社区入户了解后登记。有急事请用“紧急救助”，有困难请用“找人帮忙”。',
      en: 'The list of urgent needs is kept by the community after a visit. In an emergency use “Emergency aid”, otherwise “Ask for help”.',
    },
  },
  {
    id: 'grid.reception',
    closed: {
      zh: '来访由接待的工作人员当场登记。请到社区服务窗口，或用“投诉、咨询、建议”。',
      en: 'Visits are entered by whoever receives you. Please come to the community counter, or use “Complaints, questions, suggestions”.',
    },
  },
  {
    id: 'grid.graded',
    closed: {
      zh: '楼栋小事由楼栋长、网格员登记并逐级化解。请用“报事”或“申请调解”。',
      en: 'Small matters of a building are entered by its head or the grid worker. Please use “Report it” or “Ask for mediation”.',
    },
  },
];
