import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words; and what staff enter for them, with where they turn instead. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'window.mobile',
    group: 'papers',
    rank: 1,
    name: { zh: '手机上办', en: 'On the phone' },
    summary: { zh: '手机申请、传材料、查进度、领结果', en: 'Apply, upload, follow and receive the result' },
    words: {
      zh: [
        '证明',
        '办证',
        '补贴',
        '社保',
        '医保',
        '低保',
        '高龄津贴',
        '养老',
        '优待证',
        '生育',
        '残疾证',
        '申请',
        '居住证',
      ],
      en: ['certificate', 'allowance', 'insurance', 'pension', 'apply', 'permit'],
    },
    identity: 'phone',
  },
  {
    id: 'window.booking',
    group: 'papers',
    rank: 2,
    name: { zh: '预约到窗口办', en: 'Book the counter' },
    summary: { zh: '选好事项、地点和时间，到点来办，不用排队', en: 'Choose matter, place and time; no queue' },
    words: {
      zh: ['预约', '排队', '窗口', '取号', '约时间', '证明', '办证'],
      en: ['appointment', 'booking', 'queue', 'counter'],
    },
    identity: 'phone',
  },
  {
    id: 'window.agency',
    group: 'papers',
    rank: 3,
    name: { zh: '请人代办', en: 'Let an agent do it' },
    summary: {
      zh: '代办员持您的授权书代为申请，结果当面签收，不收费',
      en: 'An agent applies with your authorisation; free of charge',
    },
    words: {
      zh: ['代办', '帮办', '跑腿', '委托', '替我办'],
      en: ['agent', 'do it for me', 'errand'],
    },
    identity: 'phone',
  },
  {
    id: 'window.home',
    group: 'papers',
    rank: 4,
    name: { zh: '上门办', en: 'At home' },
    summary: {
      zh: '行动不便的，代办员按时上门收材料，结果送到家',
      en: 'For those who cannot come: papers fetched and results brought home',
    },
    words: {
      zh: ['上门', '行动不便', '老人', '卧床', '残疾', '送到家'],
      en: ['home', 'cannot walk', 'bedridden', 'elderly'],
    },
    identity: 'phone',
  },
  {
    id: 'window.matter',
    closed: {
      zh: '窗口受理由窗口工作人员登记。请用“手机上办”或“预约到窗口办”。',
      en: 'Counter matters are entered by the clerk. Please use “On the phone” or “Book the counter”.',
    },
  },
];
