import { blocks } from '#engines/case/model';
import type { CodeList } from '#fields/field';

const { codeList, items } = blocks;
const within = (amount: number, unit: string, source = 'proposed') => ({ limit: { amount, unit, source } });
const visits =
  '内蒙古探访关爱意见：高风险每周、重点每月、一般每季度 http://szb.northnews.cn/bfxb/html/2022-06/23/content_37070_184039.htm';

/** Lists of the matters that a grid and a community have day by day. A district puts its own in their place. */
export const dailyLists: readonly CodeList[] = [
  codeList(
    'grid.worker-duties',
    '网格员职责清单',
    'Duties of a grid worker',
    '九项职责（种子报告 002：制定网格员工作职责任务清单）',
    // `every`: how often (proposed); `indicator`: the figure that counts it from facts; nobody fills in a table for it.
    items([
      ['01', '基础信息采集', 'Keep records current', { indicator: 'grid.duty_records', every: '每季度走访时核对' }],
      ['02', '社情民意收集', 'Collect opinions', { indicator: 'grid.duty_opinions', every: '每周汇总' }],
      ['03', '安全隐患巡查', 'Look for hazards', { indicator: 'grid.duty_hazards', every: '每日一巡' }],
      ['04', '矛盾纠纷调解', 'Settle disputes', { indicator: 'grid.duty_disputes', every: '随发生随调处' }],
      ['05', '政策法规宣传', 'Make policies known', { indicator: 'grid.duty_publicity', every: '每月一次' }],
      [
        '06',
        '特殊人群帮教',
        'Care for special groups',
        { indicator: 'grid.duty_special_groups', every: '高风险每周、重点每月' },
      ],
      ['07', '重大事件上报', 'Report major events', { indicator: 'grid.duty_major_events', every: '即时首报' }],
      ['08', '疫情排查管控', 'Epidemic checks', { indicator: 'grid.duty_epidemic', every: '按通知，一日一报' }],
      ['09', '完成交办事项', 'Do what is assigned', { indicator: 'grid.duty_assignments', every: '按交办期限' }],
    ]),
  ),
  codeList(
    'grid.opinion-topics',
    '社情民意主题',
    'Topics of opinions',
    'proposed',
    items([
      ['01', '物业与环境', 'Estates and surroundings'],
      ['02', '停车与出行', 'Parking and traffic'],
      ['03', '教育与托育', 'Schools and child care'],
      ['04', '医疗与养老', 'Health and old age'],
      ['05', '就业与收入', 'Work and income'],
      ['06', '治安与安全', 'Order and safety'],
      ['07', '政策执行', 'How policies are carried out'],
      ['08', '干部作风', 'Conduct of officials'],
      ['09', '其他社情', 'Other opinions'],
    ]),
  ),
  codeList(
    'grid.appeal-topics',
    '民生诉求主题',
    'Topics of livelihood appeals',
    '四川网格化系统“民生服务”小类归并（proposed）',
    items([
      ['01', '住房与物业', 'Housing and estates', within(7, 'calendar-days')],
      ['02', '水电气热', 'Water, power, gas, heat', within(24, 'clock-hours', '北京 12345 处理时限：水电气热 24 小时')],
      ['03', '就业社保', 'Work and social security', within(7, 'calendar-days')],
      ['04', '医疗健康', 'Health', within(7, 'calendar-days')],
      ['05', '教育入学', 'Schools', within(7, 'calendar-days')],
      ['06', '养老托幼', 'Care of old and young', within(7, 'calendar-days')],
      ['07', '出行停车', 'Traffic and parking', within(15, 'calendar-days', '北京 12345 处理时限：复杂疑难 15 日')],
      ['08', '困难救助', 'Hardship', within(3, 'working-days')],
      ['09', '证照办理', 'Papers and permits', within(3, 'working-days')],
      ['10', '其他民生', 'Other livelihood', within(7, 'calendar-days')],
    ]),
  ),
  codeList(
    'grid.appeal-sources',
    '诉求来源',
    'Sources of appeals',
    '种子报告 004：走访、群、窗口、热线',
    items([
      ['visit', '走访', 'Visit'],
      ['group', '居民群', 'Chat group'],
      ['window', '窗口', 'Counter'],
      ['hotline', '热线', 'Hotline'],
      ['meeting', '议事会', 'Residents’ meeting'],
    ]),
  ),
  codeList(
    'grid.need-themes',
    '需求类别',
    'Themes of needs',
    'proposed',
    items([
      ['elder', '为老服务', 'For the old'],
      ['child', '儿童青少年', 'For children'],
      ['repair', '设施维修', 'Repairs'],
      ['green', '环境绿化', 'Surroundings'],
      ['parking', '停车充电', 'Parking and charging'],
      ['culture', '文体活动', 'Culture and sport'],
      ['help', '家政助餐', 'Meals and household help'],
      ['other', '其他需求', 'Other needs'],
    ]),
  ),
  codeList(
    'grid.survey-kinds',
    '需求征集方式',
    'Ways to ask for needs',
    'proposed',
    items([
      ['door', '入户征集', 'From door to door'],
      ['meeting', '议事征集', 'At a meeting'],
      ['online', '线上征集', 'Online'],
    ]),
  ),
  codeList(
    'grid.patrol-kinds',
    '巡查类别',
    'Kinds of patrol',
    'proposed',
    items([
      ['day', '日常巡查', 'Daily'],
      ['night', '夜间巡查', 'At night'],
      ['special', '重点时段巡查', 'In a special period'],
    ]),
  ),
  codeList(
    'grid.visit-classes',
    '走访对象类别',
    'Classes of households visited',
    visits,
    items([
      ['high', '高风险户', 'At high risk', within(7, 'calendar-days', visits)],
      ['special', '特殊人群户', 'Special groups', within(30, 'calendar-days', visits)],
      ['key', '重点关爱户', 'To be cared for', within(30, 'calendar-days', visits)],
      ['ordinary', '一般户', 'Ordinary', within(90, 'calendar-days', visits)],
    ]),
  ),
  codeList(
    'grid.household-teams',
    '下沉力量',
    'Who goes into the estate',
    '种子报告 002',
    items([
      ['cadre', '机关干部', 'Cadres'],
      ['worker', '网格员', 'Grid workers'],
      ['member', '在职党员', 'Party members'],
    ]),
  ),
  codeList(
    'grid.bottom-lines',
    '底线工作清单',
    'Bottom lines',
    '种子报告 004：确保底线工作“一网打尽”',
    items([
      ['safety', '安全生产', 'Safety'],
      ['stability', '社会稳定', 'Stability'],
      ['epidemic', '疫情防控', 'Epidemics'],
      ['persons', '特殊人群', 'Special persons'],
    ]),
  ),
  codeList(
    'grid.assignment-grades',
    '交办缓急',
    'Urgency of assignments',
    'proposed',
    items([
      ['urgent', '特急', 'Urgent', within(4, 'clock-hours')],
      ['soon', '急件', 'Soon', within(1, 'working-days')],
      ['ordinary', '平件', 'Ordinary', within(5, 'working-days')],
      ['long', '专项', 'Long', within(20, 'working-days')],
    ]),
  ),
  codeList(
    'grid.task-order-kinds',
    '街道任务类别',
    'Kinds of street tasks',
    'proposed',
    items([
      ['party', '党建', 'Party building'],
      ['livelihood', '民生', 'Livelihood'],
      ['safety', '平安', 'Order and safety'],
      ['city', '城管', 'City appearance'],
      ['census', '普查统计', 'Surveys and statistics'],
    ]),
  ),
  codeList(
    'grid.publicity-kinds',
    '宣传内容',
    'What is made known',
    'proposed',
    items([
      ['law', '法律法规', 'Law'],
      ['policy', '惠民政策', 'Benefits'],
      ['safety', '安全防范', 'Safety'],
      ['fraud', '反诈防骗', 'Fraud'],
      ['manners', '移风易俗', 'Customs'],
    ]),
  ),
];
