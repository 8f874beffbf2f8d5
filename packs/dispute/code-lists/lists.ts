import type { CodeList } from '#fields/field';
import { blocks } from '#engines/case/model';

const { codeList, items } = blocks;

const sources = codeList(
  'dispute.sources',
  '纠纷来源',
  'How a dispute came to mediation',
  '司法部人民调解统计口径 7 类（公开系统实现所见）',
  items([
    ['01', '依申请调解', 'On application'],
    ['02', '主动调解', 'Of its own accord'],
    ['03', '法院委托移送', 'Sent by a court'],
    ['04', '检察院委托移送', 'Sent by the procuratorate'],
    ['05', '公安机关委托移送', 'Sent by the police'],
    ['06', '信访部门委托移送', 'Sent by a petition office'],
    ['07', '其他部门委托移送', 'Sent by another body'],
  ]),
);

/** Who leads follows from the level. */
const risks = codeList(
  'dispute.risks',
  '矛盾风险等级',
  'Levels of risk',
  '沂源一至四级（红橙黄蓝）http://news.whykw.com.cn/zx/20230825/1209535.html；修水四色 http://www.jjcbw.com/News/news/id/281969.html',
  items([
    ['red', '红色（一级，区级领导包案）', 'Red: a leader of the district'],
    ['orange', '橙色（二级，街道领导包案）', 'Orange: a leader of the street'],
    ['yellow', '黄色（三级，社区包案）', 'Yellow: the community'],
    ['blue', '蓝色（四级，网格化解）', 'Blue: the grid'],
  ]),
);

const trends = codeList(
  'dispute.trends',
  '矛盾动态',
  'How a dispute develops',
  'proposed（S165）',
  items([
    ['rising', '有激化苗头', 'Getting worse'],
    ['stable', '平稳', 'Stable'],
    ['resolved', '已化解', 'Resolved'],
  ]),
);

const petitionKinds = codeList(
  'dispute.petition-kinds',
  '信访事项类别',
  'Kinds of petitions',
  '《信访工作条例》建议意见、检举控告、申诉求决三类（未核对原文）',
  items([
    ['advice', '建议意见', 'Advice'],
    ['complaint', '检举控告', 'Complaint against officials'],
    ['remedy', '申诉求决', 'Asking for a remedy'],
  ]),
);

/** S170: what beside people's mediation may settle a dispute. */
const channels = codeList(
  'dispute.channels',
  '多元化解渠道',
  'Ways to settle a dispute',
  'proposed（S170：人民调解、行政调解、行业调解、司法调解、法律援助、心理疏导、仲裁）',
  items([
    ['administrative', '行政调解', 'Administrative mediation'],
    ['trade', '行业性专业性调解', 'Mediation of a trade'],
    ['judicial', '司法调解', 'Mediation by a court'],
    ['legal-aid', '法律援助', 'Legal aid'],
    ['counselling', '心理疏导', 'Psychological help'],
    ['arbitration', '仲裁', 'Arbitration'],
  ]),
);

const screenings = codeList(
  'dispute.screenings',
  '排查种类',
  'Kinds of screening',
  'proposed（S172、S173）',
  items([
    ['regular', '定期排查', 'Regular'],
    ['key-days', '重要时段排查', 'Before important days'],
    ['special', '专项排查', 'On one subject'],
  ]),
);

const veteranTopics = codeList(
  'dispute.veteran-topics',
  '约访事由',
  'What a veteran is asked about',
  'proposed（S164）',
  items([
    ['mediate', '请老调解员调解纠纷', 'To mediate'],
    ['advise', '请老调解员出主意', 'To advise'],
  ]),
);

const buildingLogs = codeList(
  'dispute.building-logs',
  '楼栋月记种类',
  'Monthly log of a building',
  'proposed（S171）',
  items([['month', '每月一记', 'Each month']]),
);

export const lists: readonly CodeList[] = [
  sources,
  risks,
  trends,
  petitionKinds,
  channels,
  screenings,
  veteranTopics,
  buildingLogs,
];
