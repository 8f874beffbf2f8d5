import { blocks } from '#engines/case/model';
import type { CodeList } from '#fields/field';

const { codeList, items } = blocks;
const source = '吹哨报到三类哨 https://www.beijing.gov.cn/zhengce/zcjd/zcwd/csbd';

export const codeLists: readonly CodeList[] = [
  codeList(
    'whistle.daily-kinds',
    '日常哨事项',
    'Daily whistles',
    source,
    items([
      ['estate', '物业管理', 'Estates'],
      ['environment', '环境秩序', 'Surroundings'],
      ['facility', '公共设施', 'Facilities'],
      ['order', '街面秩序', 'Street order'],
      ['other', '其他日常哨', 'Other daily matters'],
    ]),
  ),
  codeList(
    'whistle.tackle-kinds',
    '攻坚哨事项',
    'Whistles for hard matters',
    source,
    items([
      ['building', '违法建设', 'Illegal building'],
      ['law', '综合执法', 'Joint enforcement'],
      ['renewal', '老旧小区整治', 'Renewal of old estates'],
      ['legacy', '历史遗留', 'From the past'],
      ['safety', '重大隐患', 'Grave hazards'],
    ]),
  ),
  codeList(
    'whistle.emergency-kinds',
    '应急哨事项',
    'Emergency whistles',
    source,
    items([
      ['pipe', '管道爆裂', 'Burst pipe'],
      ['road', '路面塌陷', 'Collapsed road'],
      ['power', '停水停电', 'No water or power'],
      ['fire', '火情', 'Fire'],
      ['gas', '燃气泄漏', 'Gas leak'],
      ['flood', '内涝险情', 'Flood'],
    ]),
  ),
  codeList(
    'whistle.consult-stages',
    '会商环节',
    'Stages of consultation',
    '种子报告 001：规划、建设和移交等环节的部门会商联动机制',
    items([
      ['planning', '规划', 'Planning'],
      ['building', '建设', 'Building'],
      ['acceptance', '验收', 'Acceptance'],
      ['handover', '移交', 'Hand-over'],
    ]),
  ),
];
