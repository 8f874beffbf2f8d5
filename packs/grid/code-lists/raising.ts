import { blocks } from '#engines/case/model';
import type { CodeItem, CodeList, Json } from '#fields/field';

const { codeList, items } = blocks;
const within = (amount: number, unit: string, source = 'proposed') => ({ limit: { amount, unit, source } });

/** First written report of a major event: how long after it happened. ISO durations, which FEEL reads. */
const first = (duration: string): Readonly<Record<string, Json>> => ({ first: duration });

const major = (code: string, zh: string, en: string, rows: readonly blocks.ItemRow[]): readonly CodeItem[] => [
  { code, name: { zh, en } },
  ...items(rows, code),
];

/** Lists of what is raised to a higher level, or taken up level by level. */
export const raisingLists: readonly CodeList[] = [
  codeList(
    'grid.major-events',
    '重大事件分类',
    'Major events',
    '《突发事件应对法》四类；首报时限 proposed（各地多为 30 分钟内口头、1 小时内书面）',
    [
      ...major('1', '自然灾害', 'Natural disasters', [
        ['11', '暴雨内涝', 'Flood', first('PT30M')],
        ['12', '地质灾害', 'Landslide', first('PT30M')],
        ['13', '森林火灾', 'Forest fire', first('PT30M')],
        ['14', '低温雨雪', 'Frost and snow', first('PT1H')],
      ]),
      ...major('2', '事故灾难', 'Accidents', [
        ['21', '火灾爆炸', 'Fire or explosion', first('PT30M')],
        ['22', '房屋倒塌', 'Collapse of a building', first('PT30M')],
        ['23', '燃气泄漏', 'Gas leak', first('PT30M')],
        ['24', '生产安全事故', 'Accident at work', first('PT1H')],
        ['25', '道路交通事故', 'Traffic accident', first('PT1H')],
      ]),
      ...major('3', '公共卫生', 'Public health', [
        ['31', '聚集性疫情', 'Cluster of infections', first('PT2H')],
        ['32', '食物中毒', 'Food poisoning', first('PT1H')],
      ]),
      ...major('4', '社会安全', 'Public order', [
        ['41', '群体性聚集', 'Crowd', first('PT30M')],
        ['42', '极端个人行为', 'Extreme act of a person', first('PT30M')],
        ['43', '走失人员', 'Missing person', first('PT1H')],
      ]),
    ],
  ),
  codeList(
    'grid.escalation-reasons',
    '超权限原因',
    'Why it is beyond a community',
    'proposed',
    items([
      ['power', '无执法权', 'No power to enforce'],
      ['funds', '无资金来源', 'No funds'],
      ['policy', '政策不明', 'Policy unclear'],
      ['border', '跨辖区', 'Across borders'],
      ['skill', '需专业力量', 'Needs a specialist'],
      ['legacy', '历史遗留问题', 'From the past'],
    ]),
  ),
  codeList(
    'grid.urgent-needs',
    '急难愁盼类别',
    'Urgent and difficult needs',
    'proposed',
    items([
      ['urgent', '急事', 'Urgent', within(24, 'clock-hours')],
      ['hard', '难事', 'Difficult', within(15, 'calendar-days')],
      ['worry', '愁事', 'A worry', within(15, 'calendar-days')],
      ['hope', '盼事', 'A hope', within(60, 'calendar-days')],
    ]),
  ),
  codeList(
    'grid.reception-kinds',
    '来访事由',
    'Why people come',
    'proposed',
    items([
      ['consult', '政策咨询', 'A question'],
      ['service', '办事', 'A service'],
      ['complaint', '反映问题', 'A complaint'],
      ['help', '求助', 'Help'],
    ]),
  ),
  codeList(
    'grid.small-matters',
    '楼栋小事类别',
    'Small matters of a building',
    'proposed',
    items([
      ['noise', '噪声', 'Noise'],
      ['leak', '渗漏', 'Leaks'],
      ['pile', '楼道堆物', 'Things in the stairs'],
      ['pet', '宠物', 'Pets'],
      ['parking', '停车', 'Parking'],
      ['fee', '费用分摊', 'Sharing of costs'],
      ['other', '其他小事', 'Other small matters'],
    ]),
  ),
  codeList(
    'grid.stairwell-things',
    '楼道设施',
    'Things in a stairwell',
    'proposed',
    items([
      ['lift', '电梯', 'Lift', within(24, 'clock-hours')],
      ['lamp', '楼道灯', 'Lamp', within(2, 'working-days')],
      ['door', '单元门', 'Front door', within(2, 'working-days')],
      ['pipe', '公共管道', 'Pipes', within(24, 'clock-hours')],
      ['wall', '墙面台阶', 'Walls and steps', within(10, 'working-days')],
      ['fire', '消防器材', 'Fire equipment', within(1, 'working-days')],
    ]),
  ),
  codeList(
    'grid.hotspots',
    '顽疾点位类别',
    'Places that are never right',
    'proposed',
    items([
      ['waste', '垃圾堆积点', 'Rubbish heaps'],
      ['trade', '占道经营点', 'Trading on the road'],
      ['parking', '乱停放路段', 'Bad parking'],
      ['water', '积水点', 'Standing water'],
      ['poster', '小广告点', 'Fly-posting'],
    ]),
  ),
];
