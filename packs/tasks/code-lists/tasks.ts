import { blocks } from '#engines/case/model';

const { codeList, items } = blocks;
const list = (id: string, zh: string, en: string, rows: readonly blocks.ItemRow[], source = 'proposed') =>
  codeList(`tasks.${id}`, zh, en, source, items(rows));

const xicheng =
  '北京西城社区减负准入：提前 30 个工作日申请，15 个工作日内审批 https://news.china.com/domesticgd/10000159/20180725/32728215.html';

export const admissionKinds = list(
  'admission-kinds',
  '社区准入事项类型',
  'Kinds of admitted work',
  [
    ['body', '组织机构', 'Bodies to be set up'],
    ['sign', '场所挂牌', 'Signs on the door'],
    ['form', '台账报表', 'Ledgers and forms'],
    ['survey', '调查统计', 'Surveys and statistics'],
    ['inspection', '专项检查', 'Special inspections'],
    ['assessment', '考核评比', 'Assessments and contests'],
    ['certificate', '证明事项', 'Certificates'],
    ['task', '工作任务', 'Tasks'],
  ],
  xicheng,
);
export const orderKinds = list('order-kinds', '交办任务类型', 'Kinds of task orders', [
  ['task', '工作任务', 'Task'],
  ['form', '报表台账', 'Form'],
  ['survey', '调查摸底', 'Survey'],
  ['inspection', '检查迎检', 'Inspection'],
  ['assessment', '考核评比', 'Assessment'],
]);
export const listLevels = list('list-levels', '任务清单层级', 'Levels of task lists', [
  ['county', '县（区）级清单', 'County list'],
  ['street', '街道清单', 'Street list'],
  ['community', '社区清单', 'Community list'],
]);
export const burdenKinds = list('burden-kinds', '基层负担投诉类型', 'Kinds of burden', [
  ['unadmitted', '未经准入下达任务', 'Task without admission'],
  ['repeated', '重复填表报数', 'The same form again'],
  ['certificate', '违规要求出具证明', 'Certificate that is not due'],
  ['assessment', '单独考核检查评比', 'Assessment of its own'],
  ['app', '强制打卡、点赞、留痕', 'Forced check-ins, likes, traces'],
  ['platform', '重复平台、重复上报', 'Another platform for the same'],
]);
export const dutyAreas = list('duty-areas', '权责事项领域', 'Areas of duty', [
  ['safety', '安全监管', 'Safety'],
  ['city', '城市管理', 'City management'],
  ['land', '土地与规划', 'Land and planning'],
  ['welfare', '民生服务', 'Welfare'],
  ['environment', '生态环境', 'Environment'],
  ['enforcement', '行政执法', 'Enforcement'],
]);
export const pilotKinds = list('pilot-kinds', '试点示范类型', 'Pilots', [
  ['demonstration', '治理示范县区', 'Demonstration county'],
  ['zone', '创新实验区', 'Innovation zone'],
  ['reform', '改革试点', 'Reform pilot'],
  ['community', '示范社区', 'Demonstration community'],
]);
export const activityKinds = list('activity-kinds', '主题活动类型', 'Campaigns', [
  ['discussion', '大讨论', 'Discussion'],
  ['four-big', '大学习大调研大落实大提升', 'Four big'],
  ['theme', '主题教育', 'Theme'],
]);
export const documentKinds = list('document-kinds', '上级文件类型', 'Kinds of documents', [
  ['policy', '政策意见', 'Policy'],
  ['notice', '工作通知', 'Notice'],
  ['instruction', '批示交办', 'Instruction'],
  ['standard', '标准规范', 'Standard'],
]);
export const inspectionKinds = list('inspection-kinds', '代表委员活动类型', 'Inspections', [
  ['cppcc', '政协视察', 'CPPCC inspection'],
  ['congress', '人大视察', 'Inspection by deputies'],
  ['proposal', '提案建议', 'Proposal'],
]);
export const researchTopics = list('research-topics', '调研课题类型', 'Research topics', [
  ['governance', '社区治理', 'Governance'],
  ['party', '党建引领', 'Party building'],
  ['service', '为民服务', 'Service'],
  ['safety', '平安建设', 'Safety'],
]);
export const awardKinds = list('award-kinds', '奖补申报类型', 'Awards', [
  ['innovation', '社区治理创新', 'Innovation'],
  ['service', '服务项目', 'Service'],
  ['facility', '设施提升', 'Facility'],
]);
export const meetingKinds = list('meeting-kinds', '会议类型', 'Kinds of meetings', [
  ['joint', '联席会议', 'Joint meeting'],
  ['party-joint', '城市基层党建联席会议', 'Party-building joint meeting'],
  ['coordination', '条块协调会议', 'Coordination'],
  ['grid', '网格工作例会', 'Grid meeting'],
]);
export const purchaseKinds = list('purchase-kinds', '购买服务类型', 'Bought services', [
  ['care', '养老助残', 'Care'],
  ['children', '儿童青少年', 'Children'],
  ['mediation', '矛盾调解', 'Mediation'],
  ['property', '物业与环境', 'Property and surroundings'],
  ['culture', '文体活动', 'Culture'],
  ['professional', '专业社工', 'Social work'],
]);
