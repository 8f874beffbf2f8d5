import { blocks } from '#engines/case/model';
import type { CodeList } from '#fields/field';

const { codeList, items } = blocks;
const within = (amount: number, unit: string, source = 'proposed') => ({ limit: { amount, unit, source } });
const report = '种子报告 000：奖惩考核与周督查';

export const codeLists: readonly CodeList[] = [
  codeList(
    'inspection.lines',
    '督查业务板块',
    'Lines of business inspected',
    report,
    items([
      ['party', '党建', 'Party building'],
      ['livelihood', '民生服务', 'Livelihood'],
      ['order', '综治信访', 'Order'],
      ['environment', '人居环境', 'Surroundings'],
      ['safety', '安全生产', 'Safety'],
      ['window', '窗口作风', 'Conduct at counters'],
    ]),
  ),
  codeList(
    'inspection.points',
    '整治点位类别',
    'Points to clear',
    report,
    items([
      ['waste', '垃圾堆积点', 'Rubbish heap', within(2, 'working-days')],
      ['rubble', '建筑垃圾点', 'Builders’ rubble', within(2, 'working-days', '数字化城市管理立案、结案标准（事件类）')],
      ['clutter', '乱堆乱放点', 'Clutter', within(3, 'working-days')],
      ['water', '污水坑塘', 'Foul water', within(10, 'working-days')],
      ['wall', '残垣断壁', 'Ruined walls', within(10, 'working-days')],
    ]),
  ),
  codeList(
    'inspection.circular-kinds',
    '通报类型',
    'Kinds of circulars',
    report,
    items([
      ['criticism', '通报批评', 'Criticism'],
      ['situation', '情况通报', 'Situation'],
      ['praise', '通报表扬', 'Praise'],
    ]),
  ),
  codeList(
    'inspection.causes',
    '问责事由',
    'Causes',
    report,
    items([
      ['overdue', '任务逾期', 'Overdue'],
      ['low-score', '考核靠后', 'Low score'],
      ['shirking', '推诿扯皮', 'Buck-passing'],
      ['false', '弄虚作假', 'Falsehood'],
      ['conduct', '作风不实', 'Conduct'],
    ]),
  ),
  codeList(
    'inspection.circumstances',
    '特殊情况',
    'Special circumstances',
    report,
    items([
      ['disaster', '自然灾害', 'Disaster'],
      ['epidemic', '疫情管控', 'Epidemic'],
      ['assigned', '上级抽调任务', 'Drawn off by superiors'],
      ['owner', '权属或第三方原因', 'Ownership or others'],
      ['data', '数据有误', 'Wrong data'],
    ]),
  ),
  codeList(
    'inspection.terms',
    '督导期次',
    'Terms of supervision',
    '种子报告 004：“月报告、季督导、年终考核”',
    items([
      ['quarter', '季度督导', 'Quarterly'],
      ['half', '半年督导', 'Half-yearly'],
      ['year', '年终考核核查', 'Check at the end of the year'],
    ]),
  ),
  codeList(
    'inspection.report-months',
    '月报告类别',
    'Monthly reports',
    '种子报告 004',
    items([
      ['work', '工作月报', 'Work'],
      ['pilot', '试点月报', 'Pilot'],
    ]),
  ),
  codeList(
    'inspection.guidance-kinds',
    '督查指导类型',
    'Kinds of guidance',
    '种子报告 001：督查指导',
    items([
      ['check', '专项督查', 'Check'],
      ['guide', '调研指导', 'Guidance'],
      ['follow', '回访督导', 'Follow-up'],
    ]),
  ),
  codeList(
    'inspection.meeting-kinds',
    '汇报会类型',
    'Kinds of meetings',
    '种子报告 003、004',
    items([
      ['stage', '阶段工作汇报', 'Stage report'],
      ['dispatch', '工作调度会', 'Dispatch meeting'],
      ['topic', '专题汇报', 'On one subject'],
    ]),
  ),
  codeList(
    'inspection.rewards',
    '奖励形式',
    'Kinds of rewards',
    report,
    items([
      ['commend', '通报表扬', 'Commendation'],
      ['bonus', '奖金', 'Bonus'],
      ['points', '积分', 'Points'],
    ]),
  ),
];
