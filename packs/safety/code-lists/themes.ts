import { blocks } from '#engines/case/model';

const { codeList, items, limited } = blocks;

export const driveThemes = codeList(
  'safety.drive-themes',
  '安全整治专题',
  'Themes of safety drives',
  'proposed',
  items([
    ['fire', '消防安全', 'Fire safety'],
    ['work', '安全生产', 'Work safety'],
    ['gas', '城镇燃气安全', 'Gas safety'],
    ['e-bikes', '电动自行车安全隐患', 'E-bikes'],
    ['structures', '自建房与经营性房屋', 'Self-built houses'],
    ['chemicals', '危险化学品', 'Dangerous chemicals'],
    ['flood', '防汛与地质灾害', 'Floods and landslides'],
  ]),
);

export const publicityThemes = codeList(
  'safety.publicity-themes',
  '安全宣传主题',
  'Themes of safety publicity',
  'proposed',
  items([
    ['fraud', '反电信网络诈骗', 'Telephone and network fraud'],
    ['fund-raising', '防范非法集资', 'Illegal fund-raising'],
    ['traffic', '道路交通安全', 'Traffic'],
    ['fire', '消防安全', 'Fire'],
    ['drowning', '防溺水', 'Drowning'],
    ['drugs', '禁毒', 'Drugs'],
  ]),
);

export const clueKinds = codeList(
  'safety.clue-kinds',
  '保密线索类型',
  'Kinds of confidential clues',
  'proposed（参照四川网格化隐患类型）',
  items([
    ['gambling', '聚众赌博、开设赌场', 'Gambling'],
    ['pyramid', '传销', 'Pyramid selling'],
    ['drugs', '吸毒贩毒', 'Drugs'],
    ['prostitution', '卖淫嫖娼', 'Prostitution'],
    ['gang', '涉黑涉恶', 'Gangs'],
    ['stolen', '收赃销赃', 'Stolen goods'],
    ['burglary', '入室盗窃及可疑踩点', 'Burglary and casing'],
    ['other', '其他违法犯罪线索', 'Other clues'],
  ]),
);

export const fraudKinds = codeList(
  'safety.fraud-kinds',
  '电信网络诈骗类型',
  'Kinds of fraud',
  '公安机关反诈宣传高发类型（未核对原文）',
  items([
    ['rebate', '刷单返利', 'Fake orders'],
    ['investment', '虚假网络投资理财', 'False investment'],
    ['customer-service', '冒充电商物流客服', 'False customer service'],
    ['officials', '冒充公检法', 'False police or court'],
    ['loan', '虚假贷款、征信', 'False loans'],
    ['acquaintance', '冒充领导、熟人', 'False acquaintance'],
    ['dating', '网络婚恋交友', 'Dating'],
    ['elderly', '养老诈骗', 'Fraud on the elderly'],
  ]),
);

export const fundRaisingSigns = codeList(
  'safety.fund-raising-signs',
  '非法集资线索类型',
  'Signs of illegal fund-raising',
  '《防范和处置非法集资条例》列举情形（未核对原文）',
  items([
    ['wealth', '投资理财公司承诺保本高息', 'Wealth firms promise safe high returns'],
    ['elderly', '以养老、保健为名预收大额费用', 'Care or health prepaid in large sums'],
    ['equity', '虚拟货币、原始股、区块链', 'Coins, shares, blockchain'],
    ['prepaid', '预付卡、会员费异常优惠', 'Prepaid cards at odd discounts'],
    ['crowd', '赠礼、旅游、讲座聚集老人', 'Gifts, trips, talks for the elderly'],
  ]),
);

export const trafficRisks = codeList(
  'safety.traffic-risks',
  '社区交通隐患类型',
  'Traffic risks in the community',
  'proposed',
  items([
    ['motorcycle', '摩托车、电动车超速', 'Motorcycles speeding', limited(7, 'calendar-days')],
    ['car', '机动车超速、鸣笛', 'Cars speeding', limited(7, 'calendar-days')],
    ['blind', '视线盲区、无警示标志', 'Blind corner, no sign', limited(15, 'calendar-days')],
    ['school', '学校门口人车混行', 'School gate', limited(15, 'calendar-days')],
    ['surface', '路面破损、无照明', 'Broken or dark road', limited(15, 'calendar-days')],
  ]),
);

export const farmlandUses = codeList(
  'safety.farmland-uses',
  '乱占耕地类型',
  'Unlawful uses of farmland',
  '自然资源部、农业农村部农村乱占耕地建房“八不准”（未核对原文）',
  items([
    ['house', '占用耕地建房', 'Building a house'],
    ['basic', '占用永久基本农田', 'Occupying permanent basic farmland'],
    ['hardening', '硬化、堆放、停车', 'Hardening, storing, parking'],
    ['pit', '挖湖造景、取土挖砂', 'Digging ponds or soil'],
    ['waste', '倾倒垃圾、撂荒', 'Dumping, leaving fallow'],
  ]),
);

export const forestKinds = codeList(
  'safety.forest-kinds',
  '森林防火事项',
  'Matters of forest fire',
  '《森林防火条例》（未核对原文）',
  items([
    ['fire', '发现火情烟点', 'Fire or smoke seen', limited(2, 'clock-hours')],
    ['outdoor-fire', '防火期野外违规用火', 'Fire lit in the season', limited(24, 'clock-hours')],
    ['belt', '隔离带、可燃物隐患', 'Fire belt or fuel', limited(7, 'calendar-days')],
  ]),
);

export const burglaryMeasures = codeList(
  'safety.burglary-measures',
  '防盗技防措施',
  'Measures against burglary',
  'proposed',
  items([
    ['door', '单元门禁', 'Entrance control'],
    ['lights', '公共照明', 'Lights'],
    ['cameras', '视频监控', 'Cameras'],
    ['fence', '围墙护栏', 'Walls and fences'],
    ['patrol', '夜间巡防', 'Night patrol'],
  ]),
);

export const watchKinds = codeList(
  'safety.watch-kinds',
  '群防群治巡逻类型',
  'Kinds of resident patrols',
  'proposed',
  items([
    ['evening', '夜间治安巡逻', 'Evening patrol'],
    ['school', '上下学护学', 'School run'],
    ['festival', '节日重点时段巡逻', 'Festivals'],
    ['fire', '防火巡查', 'Fire watch'],
  ]),
);

export const screeningReasons = codeList(
  'safety.screening-reasons',
  '疫情排查类型',
  'Reasons for screening',
  '《中华人民共和国传染病防治法》社区协助义务（未核对原文）',
  items([
    ['household', '入户排查', 'Household check'],
    ['arrival', '重点地区来返人员', 'Arrivals from affected areas'],
    ['contact', '密切接触者协查', 'Close contacts'],
    ['symptoms', '发热等症状报告', 'Symptoms reported'],
  ]),
);
