import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words; and what staff enter for them, with where they turn instead. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'care.aid',
    group: 'help',
    rank: 1,
    summary: {
      zh: '有人需要救助，最近的网格员先到。危及生命请先打 120、110、119',
      en: 'The nearest grid worker comes first. In danger of life call 120, 110 or 119',
    },
    words: {
      zh: ['急救', '救命', '晕倒', '走失', '找人', '被困', '反锁', '没地方住', '没钱', '摔倒', '急'],
      en: ['emergency', 'fainted', 'missing', 'locked in', 'shelter', 'fall'],
    },
  },
  {
    id: 'care.elders',
    group: 'help',
    rank: 5,
    name: { zh: '老年人服务', en: 'Services for older people' },
    summary: {
      zh: '助餐、助浴、助洁、助医、陪伴，一次一记，满意不满意老人说了算',
      en: 'Meals, bathing, cleaning, doctor, company; you say whether it was good',
    },
    words: {
      zh: ['老人', '助餐', '送饭', '食堂', '洗澡', '助浴', '打扫', '陪聊', '养老', '看病'],
      en: ['elderly', 'meals', 'bathing', 'cleaning', 'company', 'doctor'],
    },
  },
  {
    id: 'care.legal',
    group: 'disputes',
    rank: 3,
    name: { zh: '问律师（免费）', en: 'Ask a lawyer (free)' },
    summary: { zh: '预约值班律师，当面或电话咨询', en: 'Book the lawyer on duty, in person or by phone' },
    words: {
      zh: ['律师', '法律', '打官司', '合同', '欠薪', '离婚', '继承', '援助'],
      en: ['lawyer', 'law', 'court', 'contract', 'wages', 'divorce', 'inheritance'],
    },
  },
  {
    id: 'care.counselling',
    group: 'help',
    rank: 8,
    name: { zh: '心理咨询（保密）', en: 'Counselling (confidential)' },
    summary: { zh: '一对一预约，谈话记录只有咨询师本人能看', en: 'One to one; only the counsellor sees the notes' },
    words: {
      zh: ['心理', '心情', '失眠', '焦虑', '抑郁', '压力', '孩子叛逆', '想不开'],
      en: ['mood', 'sleep', 'worry', 'depression', 'stress', 'counsellor'],
    },
  },
  {
    id: 'care.youth',
    group: 'help',
    rank: 9,
    name: { zh: '儿童青少年活动报名', en: 'Activities for children' },
    summary: {
      zh: '课后托管、成长小组、安全课、亲子活动；须监护人同意',
      en: 'After school, groups, safety, family days; a guardian agrees',
    },
    words: {
      zh: ['孩子', '课后', '托管', '暑假', '兴趣班', '青少年', '亲子'],
      en: ['children', 'after school', 'holidays', 'youth', 'family'],
    },
  },
  {
    id: 'care.rights',
    group: 'papers',
    rank: 5,
    name: { zh: '查询、更正、删除我的个人信息', en: 'My personal data: see, correct, delete' },
    summary: {
      zh: '核实身份后 15 个工作日内答复',
      en: 'Answered within 15 working days once your identity is checked',
    },
    words: {
      zh: ['个人信息', '隐私', '删除', '更正', '撤回同意', '我的资料'],
      en: ['personal data', 'privacy', 'delete', 'correct', 'consent'],
    },
    identity: 'phone',
  },
  {
    id: 'care.family',
    closed: {
      zh: '特殊家庭增能由社工上门评估后登记。需要帮助请用“找人帮忙”，或直接告诉网格员。',
      en: 'Plans for families are made by a social worker after a visit. Please use “Ask for help”, or tell your grid worker.',
    },
  },
];
