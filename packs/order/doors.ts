import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words; and what staff enter for them, with where they turn instead. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'order.service',
    group: 'help',
    rank: 2,
    name: { zh: '找人帮忙', en: 'Ask for help' },
    summary: {
      zh: '说清要帮什么，社区派给合适的人，办完您来评',
      en: 'Say what is needed; the community sends somebody suitable; you rate it',
    },
    words: {
      zh: ['帮忙', '志愿者', '修家电', '修电脑', '理发', '量血压', '打扫', '助老', '助残', '跑腿', '点单'],
      en: ['help', 'volunteer', 'repair', 'haircut', 'cleaning', 'errand'],
    },
  },
  {
    id: 'order.reverse-visit',
    group: 'help',
    rank: 3,
    name: { zh: '约工作人员上门', en: 'Staff come to you' },
    summary: { zh: '选一个时间，工作人员来您家或店里', en: 'Choose a time; staff come to your home or shop' },
    words: {
      zh: ['上门', '约时间', '走访', '来我家', '咨询'],
      en: ['visit', 'come to me', 'appointment'],
    },
  },
  {
    id: 'order.mutual-help',
    group: 'help',
    rank: 4,
    summary: {
      zh: '搬个东西、照看一会儿、借个工具，小区里有人帮',
      en: 'Carry, look after, lend: somebody in the estate helps',
    },
    words: {
      zh: ['邻居', '搬东西', '借工具', '照看', '接孩子', '遛狗', '互助', '时间银行'],
      en: ['neighbour', 'carry', 'borrow', 'look after', 'time bank'],
    },
    identity: 'phone',
  },
  {
    id: 'order.merchant',
    group: 'help',
    rank: 6,
    name: { zh: '约商家上门（明码标价）', en: 'Book a merchant (fixed prices)' },
    summary: {
      zh: '入驻商家上门服务，有投诉由社区处理',
      en: 'Registered merchants come to you; the community sees to complaints',
    },
    words: {
      zh: ['家电', '维修', '保洁', '开锁', '理发', '商家', '上门', '疏通'],
      en: ['merchant', 'repair', 'cleaning', 'locksmith', 'haircut', 'plumber'],
    },
  },
  {
    id: 'order.suggestion',
    group: 'help',
    rank: 10,
    name: { zh: '看看我家适合哪些服务', en: 'Which services suit my household' },
    summary: {
      zh: '您同意后，社区按家庭情况给建议；用不用由您定，同意可随时撤回',
      en: 'With your consent the community suggests; you decide, and may withdraw',
    },
    words: {
      zh: ['福利', '待遇', '能享受什么', '补贴', '新生儿', '独居', '残疾', '新搬来'],
      en: ['benefits', 'what am I entitled to', 'newborn', 'living alone', 'new here'],
    },
  },
  {
    id: 'order.enterprise',
    group: 'enterprise',
    rank: 1,
    name: { zh: '企业、商户提诉求', en: 'Requests of companies and shops' },
    summary: { zh: '一个入口，街道派到部门，限时办结', en: 'One entrance; passed to the department, done in time' },
    words: {
      zh: ['企业', '公司', '商户', '店', '开店', '用工', '招工', '融资', '贷款', '政策', '场地', '执照'],
      en: ['company', 'shop', 'licence', 'workers', 'loan', 'policy', 'premises'],
    },
  },
  {
    id: 'order.two-way',
    group: 'enterprise',
    rank: 2,
    name: { zh: '发布和寻找岗位、场地、优惠', en: 'Jobs, premises, offers: give and find' },
    summary: { zh: '您提供什么、需要什么，社区帮着对接', en: 'What you offer, what you need; the community matches' },
    words: {
      zh: ['招聘', '岗位', '场地', '优惠', '找工作', '出租', '对接'],
      en: ['jobs', 'premises', 'offers', 'find work', 'match'],
    },
  },
  {
    id: 'order.enterprise-visit',
    group: 'enterprise',
    rank: 3,
    name: { zh: '企业自查自报', en: 'Self-declaration of a company' },
    summary: { zh: '走访没到之前，可先线上自报', en: 'Before the visit you may declare online' },
    words: {
      zh: ['自查', '自报', '安全自查', '企业'],
      en: ['self-check', 'declare', 'company'],
    },
  },
];
