import { blocks } from '#engines/case/model';
import type { CodeItem, CodeList, Json } from '#fields/field';

const { codeList, items } = blocks;

const feedback = '北京 12345 处理时限：2 小时、24 小时、7 日、15 日 https://www.fudaoke.com/exam/262251.html';
const within = (amount: number, unit: string): Readonly<Record<string, Json>> => ({
  limit: { amount, unit, source: feedback },
});

/** A class with one limit for its items: the time in which the result is fed back. */
const classOf = (
  code: string,
  zh: string,
  en: string,
  limit: Readonly<Record<string, Json>>,
  rows: readonly (readonly [string, string, string])[],
): readonly CodeItem[] => [
  { code, name: { zh, en }, extra: limit },
  ...items(
    rows.map(([step, zhName, enName]) => [code + step, zhName, enName] as const),
    code,
  ),
];

export const codeLists: readonly CodeList[] = [
  codeList(
    'hotline.requests',
    '热线诉求分类',
    'Classes of hotline requests',
    'DB11/T 2021-2022 四类派单口径；小类 proposed，各区按本地派单目录替换',
    [
      ...classOf('E', '突发紧急', 'Emergencies', within(2, 'clock-hours'), [
        ['1', '突发事件', 'Emergency'],
        ['2', '不稳定因素', 'Unrest'],
        ['3', '突发公共卫生', 'Public health'],
        ['4', '危及生命财产', 'Life or property'],
      ]),
      ...classOf('U', '基本民生', 'Lifelines', within(24, 'clock-hours'), [
        ['1', '停水', 'No water'],
        ['2', '停电', 'No power'],
        ['3', '停气', 'No gas'],
        ['4', '停热', 'No heat'],
        ['5', '极端天气', 'Extreme weather'],
      ]),
      ...classOf('N', '一般诉求', 'Ordinary', within(7, 'calendar-days'), [
        ['1', '物业服务', 'Estates'],
        ['2', '市容环卫', 'Cleanliness'],
        ['3', '违法建设', 'Illegal building'],
        ['4', '噪声油烟', 'Noise and fumes'],
        ['5', '停车秩序', 'Parking'],
        ['6', '欠薪社保', 'Wages and insurance'],
        ['7', '消费维权', 'Consumers'],
        ['8', '教育医疗', 'Schools and health'],
        ['9', '办事服务', 'Public services'],
      ]),
      ...classOf('C', '复杂疑难', 'Complex', within(15, 'calendar-days'), [
        ['1', '办证遗留', 'Title deeds'],
        ['2', '拆迁安置', 'Relocation'],
        ['3', '权属不清', 'Unclear ownership'],
        ['4', '预付消费', 'Prepaid cards'],
        ['5', '老旧小区改造', 'Renewal of old estates'],
      ]),
    ],
  ),
  codeList(
    'hotline.kinds',
    '诉求性质',
    'Kinds of requests',
    '《北京市接诉即办工作条例》https://www.bjnews.com.cn/detail/163247571714525.html；表扬为实际系统所见',
    items([
      ['01', '咨询', 'Question'],
      ['02', '求助', 'Help'],
      ['03', '投诉', 'Complaint'],
      ['04', '举报', 'Report of a wrong'],
      ['05', '建议', 'Suggestion'],
      ['06', '表扬', 'Praise'],
    ]),
  ),
  codeList(
    'hotline.weights',
    '三率权重',
    'Weights of the three rates',
    '准格尔旗 30/35/35（http://www.caprane.cn/zixun_detail/445180.html，二手来源）；各区按本地考评办法改',
    // Percent. The scheme of an assessment takes them from here; they are data and nobody's code.
    items([
      ['hotline.response_rate', '响应率权重', 'Weight of response', { weight: 30 }],
      ['hotline.solved_rate', '解决率权重', 'Weight of solved', { weight: 35 }],
      ['hotline.satisfied_rate', '满意率权重', 'Weight of satisfied', { weight: 35 }],
    ]),
  ),
  codeList(
    'hotline.boundary-kinds',
    '划责争议类型',
    'Kinds of disputes about duty',
    'DB11/T 2021-2022：疑难、重复、交叉、权属不清的可到现场核实划责',
    items([
      ['cross', '职责交叉', 'Duties overlap'],
      ['unclear', '权属不清', 'Ownership unclear'],
      ['repeat', '重复诉求', 'Repeated requests'],
      ['border', '跨辖区', 'Across borders'],
    ]),
  ),
  codeList(
    'hotline.topics',
    '每月一题主题',
    'Themes of the month',
    '北京“每月一题”（2021 年起，选题来自诉求大数据）http://www.71.cn/2025/0710/1267011.shtml',
    items([
      ['housing', '住房安居', 'Housing'],
      ['city', '城市管理', 'City'],
      ['traffic', '交通出行', 'Traffic'],
      ['care', '一老一小', 'Old and young'],
      ['trade', '消费秩序', 'Consumption'],
      ['service', '政务服务', 'Public services'],
    ]),
  ),
  codeList(
    'hotline.catalogue-changes',
    '目录调整类型',
    'Kinds of changes',
    'proposed',
    items([
      ['add', '新增事项', 'New item'],
      ['move', '调整单位', 'Another body'],
      ['split', '拆分细化', 'Split'],
      ['drop', '取消事项', 'Dropped'],
    ]),
  ),
];
