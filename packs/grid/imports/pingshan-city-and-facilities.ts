import { main, type, type TypeTree } from './type-tree.ts';

/** Types of the Pingshan file of 2018: building, city appearance, facilities, transport. Codes and Chinese names are the file’s own. */
export const cityAndFacilities: readonly TypeTree[] = [
  type(
    ['t4', '规土城建', 'Planning, land and building'],
    [
      main(['m153', '土地资源管理', 'Land resources'], [['s958', '土地规划', 'Land-use planning']]),
      main(['m154', '征转地审批', 'Approval of land taking'], [['s544', '征转地审批', 'Approval of land taking']]),
      main(
        ['m158', '违法建筑与用地行为', 'Illegal building and land use'],
        [
          ['s548', '违法在建建筑', 'Illegal building in progress'],
          ['s549', '规划和土地违法行为', 'Offences against planning and land law'],
          ['s550', '违法已建建筑', 'Illegal building completed'],
        ],
      ),
      main(['m159', '房屋征收', 'House taking'], [['s551', '房屋征收', 'House taking']]),
      main(['m161', '城乡规划', 'Town planning'], [['s960', '规划方案', 'Planning schemes']]),
      main(
        ['m162', '住房保障和房地产', 'Housing support and property market'],
        [
          ['s559', '房地产', 'Property market'],
          ['s565', '房屋安全鉴定', 'Building safety appraisal'],
        ],
      ),
      main(
        ['m163', '建筑市场', 'Building market'],
        [
          ['s962', '工程招投标', 'Tenders for works'],
          ['s963', '企业资质和执业资格', 'Firms’ and persons’ qualifications'],
        ],
      ),
      main(['m165', '建筑设计', 'Building design'], [['s570', '建筑设计', 'Building design']]),
      main(['m166', '建筑安装', 'Building installation'], [['s571', '建筑安装', 'Building installation']]),
      main(
        ['m964', '城市建设和市政管理', 'City building and management'],
        [['s965', '城市公共设施', 'Public facilities of the city']],
      ),
      main(
        ['m966', '集体土地上房屋拆迁与补偿', 'Demolition on collective land'],
        [
          ['s967', '房屋拆迁', 'Demolition'],
          ['s970', '安置补偿', 'Resettlement and compensation'],
        ],
      ),
      main(
        ['m971', '国有土地上房屋征收与补偿', 'House taking on state land'],
        [
          ['s972', '审批手续', 'Approval procedure'],
          ['s974', '城镇危房改造', 'Rebuilding of dangerous houses'],
        ],
      ),
    ],
  ),
  type(
    ['t5', '市容环卫', 'City appearance'],
    [
      main(
        ['m172', '垃圾问题', 'Rubbish'],
        [
          ['s581', '暴露垃圾', 'Exposed rubbish'],
          ['s582', '门店外扫垃圾', 'Rubbish swept out of doors'],
          ['s583', '乱丢乱吐', 'Littering and spitting'],
        ],
      ),
      main(
        ['m173', '渣土问题', 'Rubble'],
        [
          ['s584', '积存垃圾渣土', 'Heaped rubble'],
          ['s749', '公共场所渣土倾倒', 'Rubble dumped in public places'],
          ['s750', '国有土地渣土倾倒', 'Rubble dumped on state land'],
        ],
      ),
      main(
        ['m174', '道路保洁', 'Street cleaning'],
        [
          ['s586', '道路遗撒', 'Spillage on roads'],
          ['s587', '道路保洁', 'Street cleaning'],
        ],
      ),
      main(
        ['m175', '公共设施保洁', 'Cleaning of public facilities'],
        [['s588', '路灯杆、街边建筑等乱张贴', 'Fly-posting on lamp posts and buildings']],
      ),
      main(
        ['m176', '绿化养护', 'Greenery'],
        [
          ['s589', '树木养护', 'Care of trees'],
          ['s590', '公共绿地养护', 'Care of public green'],
          ['s591', '绿化带养护', 'Care of green belts'],
          ['s593', '私自砍伐、迁移城市树木', 'City trees felled or moved without leave'],
          ['s595', '行道树倒压占路', 'Street trees fallen over the road'],
          ['s596', '绿地保洁', 'Cleaning of green space'],
          ['s597', '绿地设施维护', 'Upkeep of green facilities'],
          ['s857', '行道树', 'Street trees'],
          ['s860', '绿地', 'Green space'],
          ['s864', '绿地护栏', 'Green space railings'],
          ['s904', '其它园林绿化管理问题', 'Other greenery'],
        ],
      ),
      main(
        ['m177', '废弃物堆放', 'Discarded things'],
        [
          ['s598', '住宅区域内废弃家具设备', 'Old furniture in housing areas'],
          ['s599', '住宅区域内堆放施工废弃料', 'Building waste in housing areas'],
          ['s600', '废弃车辆', 'Abandoned vehicles'],
          ['s601', '动物尸体清理', 'Dead animals'],
          ['s751', '其他区域废弃家具', 'Old furniture elsewhere'],
          ['s752', '其他区域堆放施工废弃料', 'Building waste elsewhere'],
        ],
      ),
      main(
        ['m178', '占道经营', 'Trading on the road'],
        [
          ['s602', '无照经营游商', 'Unlicensed hawkers'],
          ['s603', '店外经营', 'Trading outside the shop'],
          ['s604', '占道废品收购', 'Scrap buying on the road'],
        ],
      ),
      main(
        ['m179', '车辆乱停放', 'Bad parking'],
        [
          ['s605', '机动车乱停放', 'Cars parked badly'],
          ['s606', '非机动车乱停放', 'Bicycles parked badly'],
        ],
      ),
      main(
        ['m180', '宣传广告违法行为', 'Advertising offences'],
        [
          ['s607', '街头张贴广告', 'Posters in the street'],
          ['s608', '街头散发小广告', 'Handbills in the street'],
          ['s609', '未经批准设置广告牌', 'Hoardings without leave'],
          ['s610', '广告招牌破损', 'Broken signs'],
          ['s611', '悬挂横幅标语、', 'Banners'],
          ['s1266', '广告牌匾', 'Advertising boards'],
        ],
      ),
      main(
        ['m181', '其他市容违法行为或影响市容事件', 'Other offences against appearance'],
        [
          ['s613', '露天烧烤', 'Open-air barbecue'],
          ['s614', '沿街门面装修', 'Refitting along the street'],
          ['s615', '乱堆物堆料', 'Things heaped up'],
          ['s616', '未经批准燃放烟花爆竹', 'Fireworks without leave'],
          ['s617', '非装饰性树挂', 'Things hung on trees'],
          ['s619', '蚊蝇孳生', 'Flies and mosquitoes'],
          ['s621', '擅自饲养家禽家畜', 'Poultry and livestock kept without leave'],
          ['s806', '其他市容环境问题', 'Other appearance matters'],
          ['s807', '其它宣传广告问题', 'Other advertising matters'],
          ['s808', '施工占道', 'Works occupying the road'],
          ['s902', '私搭乱建', 'Unlicensed building'],
          ['s1265', '沿街晾挂', 'Washing hung along the street'],
        ],
      ),
      main(
        ['m1159', '市容城管', 'City management'],
        [
          ['s1160', '市容环卫', 'Cleanliness'],
          ['s1161', '城市管理', 'City management'],
          ['s1162', '综合执法', 'Joint enforcement'],
          ['s1163', '违法建设', 'Illegal building'],
          ['s1164', '乱摆卖', 'Unlicensed stalls'],
        ],
      ),
    ],
  ),
  type(
    ['t6', '市政设施', 'Municipal facilities'],
    [
      main(
        ['m182', '环卫设施设置及维护', 'Sanitation facilities'],
        [
          ['s625', '环卫设施不洁', 'Dirty sanitation facilities'],
          ['s626', '环卫设施隐患', 'Unsafe sanitation facilities'],
          ['s849', '公共厕所', 'Public toilet'],
          ['s850', '化粪池', 'Septic tank'],
          ['s852', '垃圾站(楼)', 'Waste transfer station'],
          ['s853', '垃圾箱', 'Litter bin'],
          ['s854', '灯箱霓虹灯', 'Light boxes and neon signs'],
          ['s1267', '垃圾收集点', 'Waste collection point'],
        ],
      ),
      main(
        ['m183', '交通设施', 'Traffic facilities'],
        [
          ['s830', '停车场', 'Car park'],
          ['s832', '交通信号灯', 'Traffic lights'],
          ['s833', '交通信号设施', 'Signal equipment'],
          ['s834', '道路信息显示屏', 'Road information display'],
        ],
      ),
      main(
        ['m184', '道路设施', 'Road facilities'],
        [
          ['s829', '道路隔音屏', 'Noise barrier'],
          ['s836', '公交站亭', 'Bus shelter'],
          ['s838', '过街天桥', 'Footbridge'],
          ['s842', '交通标志牌', 'Traffic sign'],
          ['s843', '交通护栏', 'Traffic railing'],
          ['s844', '存车支架', 'Bicycle stand'],
          ['s845', '路名牌', 'Street name sign'],
        ],
      ),
      main(
        ['m185', '公用部件', 'Public fixtures'],
        [
          ['s629', '上水井盖', 'Water main cover'],
          ['s630', '下水井盖', 'Sewer cover'],
          ['s631', '自来水管破裂', 'Burst water pipe'],
          ['s632', '电力井盖', 'Electricity cover'],
          ['s633', '路灯(灯光)井盖', 'Lighting cover'],
          ['s634', '通讯井盖', 'Telecom cover'],
          ['s638', '公安井盖', 'Police cover'],
          ['s639', '消防设施', 'Fire-fighting facility'],
          ['s640', '无主井盖', 'Cover without owner'],
          ['s641', '通讯交接箱', 'Telecom cabinet'],
          ['s642', '电力设施', 'Electrical facility'],
          ['s643', '电力设施故障', 'Electrical facility out of order'],
          ['s644', '防撞柱', 'Bollard'],
          ['s647', '景观灯', 'Decorative lamp'],
          ['s648', '报刊亭', 'News-stand'],
          ['s652', '健身设施', 'Outdoor gym'],
          ['s656', '高压线铁塔', 'High-voltage pylon'],
          ['s658', '监控电子眼', 'Traffic camera'],
          ['s659', '治安岗亭', 'Police booth'],
          ['s660', '有线电视箱', 'Cable TV box'],
          ['s819', '雨水井盖', 'Storm-drain cover'],
          ['s820', '雨水箅子', 'Storm-drain grating'],
          ['s822', '立杆', 'Pole'],
          ['s823', '路灯', 'Street lamp'],
          ['s871', '河湖堤坝', 'River dyke'],
          ['s884', '电梯', 'Lift'],
          ['s889', '环卫工具房', 'Cleaners’ tool hut'],
          ['s892', '毒鼠屋', 'Rat-bait station'],
          ['s896', '交通电子告示牌', 'Electronic traffic sign'],
          ['s899', '路灯(灯光)配电箱', 'Lighting cabinet'],
          ['s900', '饰灯', 'Festive lights'],
        ],
      ),
      main(
        ['m186', '市政、公共设施设置及维护', 'Setting up and upkeep of facilities'],
        [
          ['s661', '市政公园设施隐患', 'Unsafe park facilities'],
          ['s662', '侵占绿地', 'Green space occupied'],
          ['s665', '道路破损', 'Broken road'],
          ['s666', '道路桥梁设施隐患', 'Unsafe bridges and roads'],
          ['s667', '无证掘路', 'Road opened without permit'],
          ['s753', '社区公园设施隐患', 'Unsafe community park facilities'],
          ['s809', '其他施工管理问题', 'Other works matters'],
        ],
      ),
      main(
        ['m187', '城市公共资源管理', 'Public resources of the city'],
        [
          ['s669', '垃圾填埋场管理', 'Landfill management'],
          ['s670', '违法收运餐厨垃圾', 'Kitchen waste collected illegally'],
          ['s671', '道路积水', 'Standing water on roads'],
          ['s672', '架空线缆损坏', 'Damaged overhead cables'],
          ['s815', '乱设架空管线', 'Cables strung without leave'],
        ],
      ),
    ],
  ),
  type(
    ['t7', '交通运输', 'Transport'],
    [
      main(
        ['m189', '道路规划建设', 'Road planning and building'],
        [['s674', '道路规划建设', 'Road planning and building']],
      ),
      main(['m193', '公共交通管理', 'Public transport'], [['s681', '公共交通管理', 'Public transport']]),
      main(['m1202', '交通管理', 'Traffic management'], [['s1203', '道路和公路交通安全', 'Road traffic safety']]),
    ],
  ),
];
