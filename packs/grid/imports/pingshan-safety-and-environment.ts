import { main, type, type TypeTree } from './type-tree.ts';

/** Types of the Pingshan file of 2018: hazards, public order, environment. Codes and Chinese names are the file’s own. */
export const safetyAndEnvironment: readonly TypeTree[] = [
  type(
    ['t1', '安全隐患', 'Hazards'],
    [
      main(
        ['m18', '安全生产', 'Work safety'],
        [
          ['s428', '企业资质证照', 'Company licences'],
          ['s436', '企业隐患自查自治', 'Companies’ own hazard checks'],
          ['s439', '粉尘涉爆隐患', 'Dust explosion hazard'],
        ],
      ),
      main(
        ['m21', '建筑消防安全', 'Fire safety of buildings'],
        [
          ['s528', '人均租住建筑面积低于六平方米', 'Let space under six square metres a person'],
          ['s536', '墙体安全隐患', 'Unsafe wall'],
          ['s537', '危房安全隐患', 'Dangerous house'],
        ],
      ),
      main(
        ['m22', '消防设施安全', 'Fire-fighting equipment'],
        [
          ['s554', '消防设备配备不全', 'Equipment incomplete'],
          ['s556', '消防通道堵塞', 'Blocked fire lane'],
          ['s727', '消防设施无法正常使用', 'Equipment out of use'],
        ],
      ),
      main(
        ['m23', '线路消防安全', 'Wiring and fire'],
        [
          ['s579', '电动车存消防安全隐患', 'E-bikes stored at a fire risk'],
          ['s580', '危险用电', 'Dangerous use of power'],
          ['s723', '临时线路隐患', 'Makeshift wiring'],
        ],
      ),
      main(['m24', '燃气安全', 'Gas safety'], [['s713', '燃气经营与服务', 'Gas trade and service']]),
      main(
        ['m26', '危险化学品安全', 'Dangerous chemicals'],
        [
          ['s692', '居住场所内存放危险性物品', 'Dangerous goods in a dwelling'],
          ['s717', '易燃易爆危险品', 'Inflammables and explosives'],
        ],
      ),
      main(
        ['m27', '道路交通安全', 'Road traffic safety'],
        [
          ['s223', '机动车非法营运', 'Unlicensed motor transport for hire'],
          ['s224', '黑车拉客', 'Unlicensed cabs touting'],
          ['s226', '非机动车非法营运', 'Unlicensed cycle transport for hire'],
          ['s230', '车行道内兜售商品', 'Hawking between lanes'],
          ['s231', '交通拥堵', 'Traffic jam'],
          ['s232', '交通事故', 'Traffic accident'],
          ['s233', '机动车和驾驶员管理', 'Vehicles and drivers'],
          ['s234', '指示牌及红绿灯设置', 'Signs and traffic lights'],
          ['s716', '道路路面塌陷、凹陷', 'Sunken or collapsed road'],
        ],
      ),
      main(['m38', '校园安全', 'School safety'], [['s269', '校园周边安全隐患', 'Hazards around schools']]),
      main(
        ['m49', '建设工程质量', 'Quality of building works'],
        [
          ['s289', '擅自开工建设', 'Works begun without leave'],
          ['s290', '擅自进行改建工程', 'Rebuilding without leave'],
          ['s291', '房屋质量安全隐患', 'Unsafe building'],
          ['s292', '施工安全隐患', 'Unsafe works'],
        ],
      ),
      main(
        ['m60', '地质安全', 'Ground safety'],
        [
          ['s314', '建筑工地存在安全隐患', 'Hazards on a building site'],
          ['s318', '危险山塘、水库', 'Dangerous pond or reservoir'],
          ['s320', '暗渠化河道和地下排水管渠', 'Covered channels and underground drains'],
          ['s733', '路肩墙、路堤墙、路垫墙、山坡墙隐患', 'Unsafe retaining walls'],
          ['s734', '非建筑类边坡安全隐患', 'Unsafe slopes other than of buildings'],
        ],
      ),
      main(
        ['m82', '其他公共安全隐患', 'Other public hazards'],
        [['s736', '违规使用直排式热水器、强排式热水器', 'Unflued water heaters']],
      ),
    ],
  ),
  type(
    ['t2', '治安维稳', 'Public order'],
    [
      main(
        ['m93', '社会治安', 'Public security'],
        [
          ['s376', '涉嫌从事色情活动', 'Suspected prostitution'],
          ['s377', '涉嫌聚众赌博', 'Suspected gambling'],
          ['s383', '居住人员隐患', 'Hazard from residents'],
        ],
      ),
      main(
        ['m115', '人口房屋', 'People and housing'],
        [
          [
            's418',
            '门窗长期关闭或贴纸的出租屋拒绝或妨碍消防检查',
            'Let rooms with covered windows, or refusing fire checks',
          ],
          ['s426', '申报登记信息明显与实际信息不符', 'Registered particulars clearly untrue'],
        ],
      ),
      main(['m121', '民间纠纷', 'Civil disputes'], [['s737', '邻里纠纷', 'Neighbours’ dispute']]),
      main(
        ['m122', '经济纠纷', 'Economic disputes'],
        [
          ['s440', '合同纠纷', 'Contract dispute'],
          ['s441', '消费者权益纠纷', 'Consumer rights dispute'],
          ['s442', '房屋征收过程中产生的安置补偿等问题或纠纷', 'Compensation for house taking'],
          ['s443', '股份合作公司纠纷', 'Joint-stock cooperative dispute'],
          ['s446', '工程欠款', 'Unpaid building works'],
        ],
      ),
      main(['m125', '普法教育', 'Legal education'], [['s449', '普法教育', 'Legal education']]),
      main(['m129', '警务督察', 'Police supervision'], [['s918', '警务执法', 'Police enforcement']]),
      main(['m130', '刑案侦破', 'Criminal investigation'], [['s922', '案件侦破', 'Case investigation']]),
      main(
        ['m131', '户籍证件', 'Household papers'],
        [
          ['s455', '户籍证件', 'Household papers'],
          ['s923', '户籍管理', 'Household registration'],
          ['s925', '流动人口管理', 'Floating population'],
        ],
      ),
      main(
        ['m937', '经济管理', 'Economic management'],
        [
          ['s941', '能源开发供应', 'Energy supply'],
          ['s943', '新能源产品研发与推广', 'New energy products'],
        ],
      ),
      main(
        ['m938', '表达情感', 'Feelings expressed'],
        [
          ['s944', '致敬致谢', 'Thanks and respect'],
          ['s945', '其他', 'Other'],
        ],
      ),
    ],
  ),
  type(
    ['t3', '环保水务', 'Environment and water'],
    [
      main(
        ['m132', '工业噪声', 'Industrial noise'],
        [
          ['s460', '工业红线内噪声', 'Industrial noise inside the plot line'],
          ['s461', '工业红线外噪声', 'Industrial noise outside the plot line'],
        ],
      ),
      main(
        ['m133', '建筑施工噪声', 'Building noise'],
        [
          ['s462', '建筑运输噪声', 'Noise of site transport'],
          ['s463', '施工噪音', 'Noise of works'],
          ['s742', '超时施工', 'Works beyond hours'],
        ],
      ),
      main(
        ['m134', '商业经营噪声', 'Noise of trade'],
        [
          ['s465', '商业经营红线内噪声', 'Trade noise inside the plot line'],
          ['s466', '商业经营红线外噪声', 'Trade noise outside the plot line'],
          ['s467', '噪音设施安装', 'Noisy installations'],
        ],
      ),
      main(
        ['m135', '营业性文化娱乐噪声', 'Noise of entertainment'],
        [
          ['s468', '文化娱乐红线内噪声', 'Entertainment noise inside the plot line'],
          ['s469', '文化娱乐红线外噪声', 'Entertainment noise outside the plot line'],
          ['s470', '未许可经营噪声', 'Noise of unlicensed business'],
        ],
      ),
      main(
        ['m136', '交通运输噪声', 'Traffic noise'],
        [
          ['s471', '交通设施噪声', 'Noise of traffic facilities'],
          ['s472', '机动车噪声', 'Vehicle noise'],
        ],
      ),
      main(
        ['m137', '社会生活噪声', 'Noise of daily life'],
        [
          ['s475', '敏感区域卸货', 'Unloading in quiet areas'],
          ['s476', '公共场所噪声', 'Noise in public places'],
          ['s477', '室内噪声', 'Indoor noise'],
          ['s478', '假日住宅楼噪声', 'Holiday noise in dwellings'],
          ['s479', '空调噪声', 'Air-conditioner noise'],
          ['s480', '宠物扰民', 'Noise of pets'],
        ],
      ),
      main(
        ['m138', '禽畜养殖污染', 'Pollution by livestock'],
        [
          ['s482', '饲养宠物家禽扰民', 'Nuisance from pets and poultry'],
          ['s483', '养殖废气', 'Smells of livestock'],
        ],
      ),
      main(
        ['m139', '工业、住宅废气扰民', 'Industrial and household fumes'],
        [
          ['s484', '工业废气', 'Industrial fumes'],
          ['s485', '住宅废气', 'Household fumes'],
        ],
      ),
      main(
        ['m140', '服务行业废气扰民', 'Fumes of services'],
        [
          ['s486', '油烟污染', 'Cooking fumes'],
          ['s487', '服务行业经营废气', 'Fumes of service trades'],
          ['s488', '机动车尾气超标', 'Vehicle exhaust above the limit'],
          ['s490', '垃圾处理场臭味扰民', 'Smell of a waste plant'],
          ['s491', '垃圾臭味扰民', 'Smell of rubbish'],
          ['s492', '非指定场所焚烧垃圾产生气味及烟雾', 'Smoke of rubbish burnt in the open'],
          ['s493', '焚烧垃圾、树叶', 'Burning of rubbish and leaves'],
        ],
      ),
      main(
        ['m141', '水污染', 'Water pollution'],
        [
          ['s495', '非公共区域违规排污', 'Discharge outside public areas'],
          ['s496', '道路污水', 'Sewage on roads'],
          ['s497', '生活污水集污沟渠裸露黑臭', 'Foul open sewers'],
          ['s498', '生活污水乱排放', 'Household sewage let out'],
          ['s499', '地下管道堵塞', 'Blocked underground pipe'],
          ['s500', '工业污水偷排直排', 'Industrial sewage discharged in secret'],
          ['s502', '河道污染', 'Polluted river'],
        ],
      ),
      main(
        ['m142', '扬尘污染', 'Dust'],
        [
          ['s508', '房屋拆除、建设扬尘', 'Dust of demolition and building'],
          ['s509', '市政工程扬尘', 'Dust of municipal works'],
          ['s510', '社会投资建设工地施工扬尘', 'Dust of private building sites'],
          ['s511', '公共场所扬尘', 'Dust in public places'],
        ],
      ),
      main(
        ['m143', '危险废物、化学品污染', 'Hazardous waste and chemicals'],
        [['s514', '其他污染', 'Other pollution']],
      ),
      main(['m145', '固体废物', 'Solid waste'], [['s516', '固体废物', 'Solid waste']]),
      main(['m147', '核安全', 'Nuclear safety'], [['s518', '核安全', 'Nuclear safety']]),
      main(['m148', '环保标志管理', 'Environmental labels'], [['s519', '环保标志管理', 'Environmental labels']]),
      main(
        ['m150', '生态破坏', 'Harm to nature'],
        [['s743', '野生动、植物病虫害', 'Pests of wild animals and plants']],
      ),
      main(
        ['m151', '跨河桥、河堤、河道破损', 'Damaged bridges, banks and channels'],
        [['s525', '跨河桥、河堤、河道破损', 'Damaged bridges, banks and channels']],
      ),
      main(
        ['m152', '供、排水及水质问题', 'Water supply, drains and water quality'],
        [
          ['s538', '下水道堵塞或破损', 'Blocked or broken sewer'],
          ['s539', '供水设施故障', 'Water supply failure'],
          ['s540', '自来水水质发黄等水质问题', 'Discoloured tap water'],
        ],
      ),
      main(['m744', '面源污染隐患', 'Diffuse pollution'], [['s747', '工业垃圾堆放', 'Heaps of industrial waste']]),
      main(
        ['m812', '小散乱污', 'Small scattered polluting firms'],
        [['s813', '小散乱污企业', 'Small scattered polluting firms']],
      ),
      main(['m948', '野生资源管理', 'Wild resources'], [['s949', '其他野生资源管理', 'Other wild resources']]),
      main(
        ['m954', '环保管理', 'Environmental management'],
        [
          ['s956', '环境监测', 'Environmental monitoring'],
          ['s957', '环境执法', 'Environmental enforcement'],
        ],
      ),
    ],
  ),
];
