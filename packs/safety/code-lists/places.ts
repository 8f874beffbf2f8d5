import { blocks } from '#engines/case/model';

const { codeList, items, limited } = blocks;

const atOnce = limited(24, 'clock-hours');
const days3 = limited(3, 'working-days');
const days7 = limited(7, 'working-days');
const days15 = limited(15, 'working-days');

/** One checklist for each type of place: what is looked at there. A district puts its own in its place. */
export const checklists = [
  {
    code: '01',
    name: ['住宅小区', 'Housing estates'],
    checks: [
      ['0101', '消防车通道、疏散楼梯被占用堵塞', 'Fire lane or stairs blocked', atOnce],
      ['0102', '电动自行车进楼入户停放充电', 'E-bikes parked or charged indoors', atOnce],
      ['0103', '消火栓无水、灭火器失效', 'Hydrant dry, extinguisher expired', days7],
      ['0104', '飞线充电、电表箱裸露', 'Flying leads, open meter boxes', days3],
      ['0105', '外墙脱落、悬挂物松动', 'Loose façade or hanging objects', days7],
      ['0106', '电梯带病运行、逾期未检', 'Lift faulty or not inspected in time', atOnce],
    ],
  },
  {
    code: '02',
    name: ['沿街商铺与九小场所', 'Shops and small premises'],
    checks: [
      ['0201', '住宿与经营未有效分隔（三合一）', 'Living and trading not separated', days7],
      ['0202', '安全出口锁闭、数量不足', 'Exit locked or missing', atOnce],
      ['0203', '私拉乱接电线、超负荷用电', 'Unsafe wiring or overload', days3],
      ['0204', '未配备灭火器材', 'No extinguisher', days3],
      ['0205', '违规设置铁栅栏、广告牌遮挡逃生窗口', 'Bars or signs before escape windows', days15],
    ],
  },
  {
    code: '03',
    name: ['餐饮场所', 'Restaurants'],
    checks: [
      ['0301', '未安装燃气泄漏报警或切断装置', 'No gas alarm or shut-off', days3],
      ['0302', '瓶装液化气存放、软管不符合要求', 'Gas bottles or hoses not as required', atOnce],
      ['0303', '油烟管道未定期清洗', 'Fume duct not cleaned', days7],
      ['0304', '厨房无灭火毯、灭火器', 'No fire blanket or extinguisher in the kitchen', days3],
      ['0305', '疏散通道堆放杂物', 'Goods in the escape route', atOnce],
    ],
  },
  {
    code: '04',
    name: ['出租房屋', 'Rented housing'],
    checks: [
      ['0401', '群租、违规隔断', 'Overcrowding, unlawful partitions', days7],
      ['0402', '燃气热水器安装在卧室或浴室内', 'Gas heater in bedroom or bathroom', atOnce],
      ['0403', '无独立式感烟报警器', 'No smoke alarm', days7],
      ['0404', '房屋结构开裂、倾斜', 'Cracked or leaning structure', days3],
    ],
  },
  {
    code: '05',
    name: ['生产经营企业与仓库', 'Enterprises and stores'],
    checks: [
      ['0501', '未落实全员安全生产责任制', 'No duties of work safety laid down', days15],
      ['0502', '有限空间、动火等危险作业未审批', 'Dangerous work without permit', atOnce],
      ['0503', '危险化学品违规储存', 'Chemicals stored unlawfully', atOnce],
      ['0504', '特种设备未检、人员无证上岗', 'Equipment not inspected, staff not certified', days7],
      ['0505', '粉尘、涉爆场所除尘不到位', 'Dust not removed', days7],
      ['0506', '消防设施停用、擅自改变用途', 'Fire systems off, use changed', days7],
    ],
  },
  {
    code: '06',
    name: ['建筑工地', 'Building sites'],
    checks: [
      ['0601', '临边洞口防护缺失', 'Edges and openings unguarded', atOnce],
      ['0602', '脚手架、起重机械不符合要求', 'Scaffold or crane not as required', atOnce],
      ['0603', '工棚用电、住宿不安全', 'Unsafe huts', days3],
      ['0604', '深基坑支护监测不到位', 'Deep pit not shored or monitored', atOnce],
    ],
  },
  {
    code: '07',
    name: ['学校、幼儿园与养老机构', 'Schools, kindergartens, care homes'],
    checks: [
      ['0701', '微型消防站、值班制度未落实', 'No fire post or duty', days7],
      ['0702', '门禁、监控、一键报警失效', 'Doors, cameras, alarm buttons out of order', days3],
      ['0703', '食堂明厨亮灶、留样不到位', 'Kitchen not open to view, no samples kept', days3],
      ['0704', '校车、接送车辆隐患', 'Unsafe school buses', atOnce],
      ['0705', '楼梯护栏、阳台窗户无防护', 'Stairs, balconies, windows unguarded', days7],
    ],
  },
  {
    code: '08',
    name: ['人员密集与公共场所', 'Crowded and public places'],
    checks: [
      ['0801', '超员、应急疏散预案未演练', 'Too many people, no drill', days7],
      ['0802', '易燃可燃材料装修', 'Flammable lining', days15],
      ['0803', '临水、临崖无警示防护', 'Water or cliff edge unguarded', days7],
      ['0804', '大型游乐、健身器材损坏', 'Rides or sports equipment broken', days3],
    ],
  },
] as const;

export const placeTypes = codeList(
  'safety.place-types',
  '检查场所类型',
  'Types of places checked',
  'proposed（参照消防安全、安全生产日常检查分类，各区按本地清单替换）',
  items(checklists.map(({ code, name: [zh, en] }) => [code, zh, en] as const)),
);

/** The checklists as one list: the class is the type of place, the item what is wrong there and how soon it is to be mended. */
export const checkItems = codeList(
  'safety.check-items',
  '安全隐患检查项',
  'Items of safety checks',
  'proposed（整改期限：立即整改类 24 小时，其余按整改难度 3—15 个工作日）',
  checklists.flatMap(({ code, name: [zh, en], checks }) => [...items([[code, zh, en]]), ...items(checks, code)]),
);
