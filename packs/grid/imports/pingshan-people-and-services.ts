import { main, type, type TypeTree } from './type-tree.ts';

/** Types of the Pingshan file of 2018: labour, market, culture, schools, civil affairs and the rest. Codes and Chinese names are the file’s own. */
export const peopleAndServices: readonly TypeTree[] = [
  type(
    ['t8', '劳动社保', 'Labour and insurance'],
    [
      main(
        ['m34', '劳动就业', 'Employment'],
        [
          ['s208', '无证经营的职业介绍所', 'Unlicensed job agencies'],
          ['s211', '经营者欠薪后逃逸、隐匿，或因欠薪被劳动者投诉', 'Employer absconded owing wages'],
          ['s212', '未妥善处理劳动者工资或经济补偿金问题', 'Wages or compensation unsettled'],
          ['s213', '福利待遇纠纷', 'Dispute over benefits'],
          ['s977', '最低工资标准', 'Minimum wage'],
          ['s978', '住房公积金', 'Housing fund'],
          ['s979', '就业和再就业职业培训', 'Job training'],
        ],
      ),
      main(
        ['m35', '劳动保护', 'Labour protection'],
        [
          ['s214', '未提供必要的劳动环境', 'Lack of proper working conditions'],
          ['s216', '剥夺或损害员工工作时间和休息休假的权利', 'Working hours and rest infringed'],
          ['s217', '为员工缴纳社保不规范', 'Social insurance not paid as due'],
          ['s981', '劳动安全', 'Safety at work'],
        ],
      ),
      main(
        ['m41', '劳动社保', 'Labour and insurance'],
        [
          ['s240', '劳动者的劳动报酬纠纷', 'Dispute over pay'],
          ['s241', '劳动关系纠纷', 'Dispute over employment'],
          ['s987', '职工工伤保险', 'Work injury insurance'],
        ],
      ),
    ],
  ),
  type(
    ['t9', '食药市监', 'Food, medicine and market'],
    [
      main(
        ['m42', '食品安全', 'Food safety'],
        [
          ['s245', '非法加工食品', 'Illegal food making'],
          ['s248', '非法屠宰禽畜', 'Illegal slaughter'],
        ],
      ),
      main(
        ['m44', '药品（医疗器械）监管', 'Medicines and devices'],
        [['s250', '药品（医疗器械）监管', 'Medicines and devices']],
      ),
      main(
        ['m46', '无证无照经营', 'Unlicensed business'],
        [
          ['s254', '无照经营网吧', 'Unlicensed internet café'],
          [
            's255',
            '无照加工厂、无照小作坊、无照维修点、无照废品站、无照商店',
            'Unlicensed workshops, repair and scrap points, shops',
          ],
          ['s258', '无照设立小门店、集贸市场、商场、超市', 'Unlicensed stores, markets and malls'],
          ['s262', '无工业产品生产许可证经营行为', 'Making goods without a production licence'],
        ],
      ),
      main(['m47', '价格监管', 'Prices'], [['s263', '违规收费、价格欺诈', 'Improper charges and price fraud']]),
      main(['m54', '商标管理', 'Trade marks'], [['s276', '商标管理', 'Trade marks']]),
      main(['m55', '市场垄断', 'Monopoly'], [['s277', '市场垄断', 'Monopoly']]),
      main(
        ['m59', '互联网与通讯', 'Internet and telecom'],
        [
          ['s284', '通信保障', 'Telecom service'],
          ['s285', '电信运营商监管', 'Telecom operators'],
        ],
      ),
      main(['m61', '消费维权', 'Consumer rights'], [['s294', '消费维权', 'Consumer rights']]),
      main(['m784', '出入境检验检疫', 'Entry-exit inspection'], [['s785', '出入境检验检疫', 'Entry-exit inspection']]),
      main(
        ['m997', '信息化建设', 'Informatisation'],
        [['s998', '信息产业发展规划', 'Plans for the information industry']],
      ),
      main(
        ['m999', '质监检验检疫', 'Quality inspection'],
        [['s1001', '认证认可标准化', 'Certification and standards']],
      ),
      main(
        ['m1211', '经济违法行为举报', 'Reports of economic offences'],
        [['s1212', '经济违法行为举报', 'Reports of economic offences']],
      ),
    ],
  ),
  type(
    ['t10', '文体旅游', 'Culture, sport and tourism'],
    [
      main(
        ['m68', '文化市场违法行为', 'Offences in the culture market'],
        [['s306', '未经批准的营业性演出活动', 'Shows without approval']],
      ),
      main(['m70', '旅游市场管理', 'Tourism market'], [['s313', '不文明或违法行为', 'Uncivil or unlawful acts']]),
      main(['m72', '体育', 'Sport'], [['s1005', '体育事业', 'Sport']]),
      main(['m1002', '宣传舆论', 'Publicity'], [['s1003', '精神文明建设', 'Civic culture']]),
    ],
  ),
  type(
    ['t11', '教育卫生', 'Education and health'],
    [
      main(
        ['m73', '医疗机构违规经营', 'Irregular medical business'],
        [['s323', '未取医师执业证违法执业', 'Practising without a doctor’s licence']],
      ),
      main(
        ['m74', '医疗机构违规收费', 'Irregular medical charges'],
        [['s326', '医疗机构违规收费', 'Irregular medical charges']],
      ),
      main(
        ['m75', '医患纠纷', 'Patients’ disputes'],
        [
          ['s327', '医疗事故争议', 'Dispute over a medical accident'],
          ['s328', '患者权益', 'Patients’ rights'],
        ],
      ),
      main(
        ['m77', '公共卫生', 'Public health'],
        [
          ['s333', '无卫生许可证擅自营业', 'Business without a health permit'],
          ['s334', '动、植物防疫', 'Animal and plant disease control'],
        ],
      ),
      main(['m78', '违反计生政策', 'Breach of birth policy'], [['s336', '政策外多孩', 'Births beyond the policy']]),
      main(['m79', '招生中的违法行为', 'Enrolment offences'], [['s339', '招生违法行为', 'Enrolment offences']]),
      main(['m80', '教学违规', 'Teaching offences'], [['s340', '乱收费', 'Improper charges']]),
      main(['m83', '教师队伍和待遇', 'Teachers and their pay'], [['s1016', '工资福利', 'Pay and benefits']]),
      main(['m85', '教育收费', 'School fees'], [['s351', '教育收费', 'School fees']]),
      main(
        ['m1007', '医政监管', 'Medical administration'],
        [['s1008', '医疗技术和服务', 'Medical technique and service']],
      ),
      main(
        ['m1009', '人口计生', 'Population and family planning'],
        [
          ['s1011', '计划生育服务管理', 'Family planning service'],
          ['s1014', '计生执法', 'Family planning enforcement'],
        ],
      ),
      main(
        ['m1019', '教育体制', 'Education system'],
        [
          ['s1020', '教育体制改革', 'Education reform'],
          ['s1021', '教育统筹管理', 'Coordination of education'],
          ['s1022', '教育资源配置', 'Allocation of school places and means'],
        ],
      ),
      main(
        ['m1024', '教育行政管理', 'Education administration'],
        [
          ['s1025', '教学管理', 'Teaching'],
          ['s1026', '教育经费管理', 'School funds'],
          ['s1028', '学历学位学籍管理', 'Pupils’ records and degrees'],
        ],
      ),
      main(
        ['m1030', '文化', 'Culture'],
        [
          ['s1034', '文化艺术', 'Arts'],
          ['s1035', '公共文化', 'Public culture'],
          ['s1036', '其他', 'Other'],
        ],
      ),
    ],
  ),
  type(
    ['t12', '组织人事', 'Organisation and staff'],
    [
      main(['m87', '招录辞退', 'Recruitment and dismissal'], [['s1041', '招聘录用', 'Recruitment']]),
      main(['m89', '军转安置', 'Placement of ex-servicemen'], [['s355', '计划安置', 'Planned placement']]),
      main(
        ['m1047', '人力资源', 'Human resources'],
        [
          ['s1048', '人才战略', 'Talent strategy'],
          ['s1049', '人力市场管理', 'Labour market'],
          ['s1052', '职业资格考试', 'Vocational examinations'],
        ],
      ),
    ],
  ),
  type(
    ['t13', '党建群团', 'Party and mass organisations'],
    [
      main(
        ['m92', '党的建设', 'Party building'],
        [
          ['s358', '党的建设', 'Party building'],
          ['s1055', '作风建设', 'Conduct'],
        ],
      ),
      main(['m758', '义工联', 'Volunteers’ federation'], [['s759', '义工联', 'Volunteers’ federation']]),
    ],
  ),
  type(
    ['t14', '党纪政纪', 'Discipline'],
    [
      main(
        ['m100', '行政效能', 'Administrative performance'],
        [
          ['s367', '服务质量', 'Quality of service'],
          ['s369', '工作作风', 'Way of work'],
          ['s370', '服务态度', 'Attitude in service'],
          ['s371', '滥用职权', 'Abuse of power'],
          ['s372', '失职渎职', 'Dereliction of duty'],
        ],
      ),
      main(['m767', '工作纪律', 'Work discipline'], [['s770', '违反工作纪律', 'Breach of work discipline']]),
    ],
  ),
  type(
    ['t15', '民政服务', 'Civil affairs'],
    [
      main(['m107', '社会组织', 'Social organisations'], [['s1076', '社团管理', 'Associations']]),
      main(['m108', '福利慈善', 'Welfare and charity'], [['s1077', '福利事业', 'Welfare']]),
      main(
        ['m795', '双拥优抚', 'Support of the army and families'],
        [
          ['s798', '参战退役人员身份认定', 'Recognition of war veterans'],
          ['s1084', '社区建设', 'Community building'],
          ['s1085', '生活住房医疗', 'Living, housing and medical care'],
          ['s1086', '参试退役人员待遇', 'Benefits of test-site veterans'],
        ],
      ),
      main(
        ['m800', '复退安置', 'Placement of demobilised soldiers'],
        [['s1087', '复员干部安置', 'Placement of demobilised cadres']],
      ),
      main(
        ['m802', '社会救助', 'Social relief'],
        [
          ['s805', '救灾募捐', 'Disaster donations'],
          ['s1090', '医疗救助', 'Medical relief'],
          ['s1091', '救灾管理', 'Disaster relief'],
        ],
      ),
    ],
  ),
  type(
    ['t16', '统一战线', 'United front'],
    [
      main(
        ['m791', '工商经济联络', 'Industry and commerce liaison'],
        [['s792', '工商经济联络', 'Industry and commerce liaison']],
      ),
    ],
  ),
  type(
    ['t17', '社区管理', 'Community management'],
    [
      main(
        ['m117', '物业服务管理监督', 'Supervision of property management'],
        [
          ['s406', '业主委员会与物业管理公司的纠纷', 'Dispute of owners’ committee and property company'],
          ['s407', '小区水、电、气维修', 'Repair of water, power and gas in estates'],
        ],
      ),
      main(
        ['m118', '社区公共管理', 'Public affairs of the community'],
        [['s408', '社区公共管理', 'Public affairs of the community']],
      ),
      main(
        ['m120', '住宅区（园区）或建筑物内安全、环卫问题', 'Safety and cleanliness in estates and buildings'],
        [
          [
            's411',
            '小区内摆放、堆放物品存在安全隐患或影响卫生、通行',
            'Things in the estate that are unsafe, dirty or in the way',
          ],
          ['s414', '道路塌陷、盖板坍塌', 'Collapsed road or cover'],
          ['s415', '小区内垃圾清理', 'Clearing of rubbish in the estate'],
          ['s417', '宣传栏存在倾斜、倒塌、严重破损等安全隐患', 'Notice boards leaning or broken'],
          [
            's774',
            '公共区域摆放、堆放物品存在安全隐患或影响卫生、通行',
            'Things in common areas that are unsafe, dirty or in the way',
          ],
          ['s775', '公共区域大量存放泥土，影响通行和卫生', 'Soil left in common areas'],
          ['s776', '公共区域垃圾清理', 'Clearing of rubbish in common areas'],
        ],
      ),
      main(
        ['m787', '社区建设', 'Community building'],
        [['s788', '居民自治、民主协商', 'Self-government and consultation']],
      ),
    ],
  ),
  type(
    ['t695', '专业事件采集', 'Special collections'],
    [
      main(['m697', '食药监问题', 'Food and medicine'], [['s700', '食药监问题', 'Food and medicine']]),
      main(['m698', '卫生问题', 'Health'], [['s701', '卫生问题', 'Health']]),
      main(['m702', '综合事件采集', 'General collection'], [['s703', '综合事件采集', 'General collection']]),
    ],
  ),
];
