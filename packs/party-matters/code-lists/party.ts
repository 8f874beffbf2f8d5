import { blocks } from '#engines/case/model';

const { codeList, items } = blocks;
const list = (id: string, zh: string, en: string, rows: readonly blocks.ItemRow[], source = 'proposed') =>
  codeList(`party-matters.${id}`, zh, en, source, items(rows));

export const themes = list('themes', '党建＋主题', 'Party+ themes', [
  ['livelihood', '党建＋民生', 'Livelihood'],
  ['service', '党建＋服务', 'Service'],
  ['order', '党建＋综治', 'Order'],
  ['governance', '党建＋治理', 'Governance'],
  ['ecology', '党建＋生态', 'Ecology'],
  ['culture', '党建＋文化', 'Culture'],
]);
export const wishKinds = list('wish-kinds', '微心愿类型', 'Kinds of wishes', [
  ['goods', '生活物品', 'Things'],
  ['study', '学习用品', 'For school'],
  ['repair', '小修小补', 'Small repairs'],
  ['company', '陪伴关爱', 'Company'],
  ['health', '健康关怀', 'Health'],
]);
export const reportPosts = list(
  'report-posts',
  '双报到服务岗位',
  'Posts for reporting members',
  [
    ['organisation', '组织建设', 'Organisation'],
    ['legal', '法律咨询与援助', 'Legal advice'],
    ['helping', '助困扶残与就业援助', 'Helping the poor, disabled and jobless'],
    ['governance', '社区治理', 'Governance'],
    ['health', '健康医疗', 'Health'],
    ['culture', '文化体育', 'Culture and sport'],
    ['safety', '安全宣传与治安巡逻', 'Safety and patrol'],
    ['other', '其他', 'Other'],
  ],
  '中江“双报到”八类岗位 https://www.shaojike.com',
);
export const unitKinds = list('unit-kinds', '驻区单位类型', 'Kinds of units', [
  ['office', '机关', 'Government office'],
  ['institution', '事业单位', 'Institution'],
  ['soe', '国有企业', 'State enterprise'],
  ['private', '非公企业', 'Private enterprise'],
  ['society', '社会组织', 'Social organisation'],
]);
export const helpKinds = list('help-kinds', '帮包需求类型', 'Kinds of help', [
  ['money', '资金', 'Money'],
  ['project', '项目', 'Project'],
  ['problem', '难题协调', 'A problem settled'],
  ['talent', '人才技术', 'People and skill'],
]);
export const deliberationKinds = list('deliberation-kinds', '协商议题类型', 'Topics of deliberation', [
  ['public', '公共事务', 'Public affairs'],
  ['facilities', '设施与环境', 'Facilities'],
  ['conflict', '邻里矛盾', 'Conflicts'],
  ['service', '服务事项', 'Service'],
  ['rules', '规约制度', 'Rules'],
]);
export const covenantKinds = list('covenant-kinds', '规约类型', 'Kinds of covenants', [
  ['residents', '居民公约', 'Residents’ covenant'],
  ['building', '楼栋公约', 'Building covenant'],
  ['custom', '移风易俗规约', 'Custom'],
]);
export const banquetKinds = list(
  'banquet-kinds',
  '红白事类型',
  'Weddings and funerals',
  [
    ['wedding', '婚事', 'Wedding'],
    ['funeral', '丧事', 'Funeral'],
  ],
  '天长平安社区红白理事会标准 https://tcxfw.gov.cn/Info/192190.aspx',
);
export const honours = list('honours', '先进典型类型', 'Honours', [
  ['branch', '先进党组织', 'Advanced organisation'],
  ['member', '优秀共产党员', 'Excellent member'],
  ['neighbour', '最美邻里', 'Good neighbour'],
  ['volunteer', '优秀志愿者', 'Volunteer'],
]);
export const campaignKinds = list('campaign-kinds', '党建活动类型', 'Campaigns', [
  ['excellence', '创先争优', 'Excellence'],
  ['custom', '移风易俗', 'Custom'],
  ['practice', '为民办实事', 'Practice'],
]);
export const transferKinds = list('transfer-kinds', '组织关系转接类型', 'Transfers', [
  ['retired', '离退休党员转入社区', 'Retired member to the community'],
  ['moved', '居住地变更', 'Moved'],
  ['job', '工作单位变更', 'Changed employer'],
]);
export const joiningKinds = list('joining-kinds', '发展党员类别', 'Applicants', [
  ['worker', '社区工作者', 'Community worker'],
  ['resident', '居民', 'Resident'],
  ['new-job', '新就业群体', 'New kinds of work'],
]);
export const roundKinds = list('round-kinds', '设岗类型', 'Rounds of posts', [
  ['yearly', '年度设岗', 'Of the year'],
  ['extra', '增设岗位', 'Further posts'],
]);
export const postKinds = list(
  'post-kinds',
  '党员岗位类型',
  'Posts of members',
  [
    ['education', '教育带头岗', 'Education leader'],
    ['cultivation', '发展党员培养联系岗', 'Contact of applicants'],
    ['integrity', '廉政建设监督岗', 'Integrity'],
    ['retired', '退休职工联系岗', 'Contact of the retired'],
    ['opinions', '民主意见收集岗', 'Opinions of residents'],
    ['family', '计划生育指导监督岗', 'Family planning'],
    ['role', '党员发挥作用监督岗', 'What members do'],
    ['safety', '治安巡逻岗', 'Patrol'],
    ['environment', '环境卫生监督岗', 'Cleanliness'],
  ],
  '社区党员“认岗定责”岗位设置',
);
export const withoutPost = list('without-post', '未认岗原因', 'Why without a post', [
  ['open', '尚未认领', 'Has not claimed one'],
  ['away', '流动外出', 'Away'],
  ['frail', '年老体弱', 'Old or frail'],
  ['other', '其他', 'Other'],
]);
export const projectKinds = list('project-kinds', '党建项目类型', 'Kinds of projects', [
  ['service', '服务群众', 'Service'],
  ['governance', '基层治理', 'Governance'],
  ['team', '队伍建设', 'Building the team'],
  ['brand', '党建品牌', 'A name of its own'],
  ['co-building', '共驻共建', 'Co-building'],
]);
export const retiredSources = list('retired-sources', '摸底来源', 'How it became known', [
  ['visit', '入户走访', 'A visit'],
  ['unit', '原单位移交名单', 'The list of his unit'],
  ['self', '本人提出', 'Himself'],
  ['neighbours', '楼栋邻里', 'Neighbours'],
]);
export const coordinationKinds = list('coordination-kinds', '协调事项类型', 'What is coordinated', [
  ['planning', '规划建设', 'Planning and building'],
  ['enforcement', '执法管理', 'Enforcement'],
  ['service', '公共服务', 'Public service'],
  ['staff', '队伍编制', 'Staff'],
  ['funds', '经费保障', 'Funds'],
  ['co-building', '条块共建', 'Between lines and areas'],
]);
