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
