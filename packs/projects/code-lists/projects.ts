import { blocks } from '#engines/case/model';

const { codeList, items } = blocks;
const list = (id: string, zh: string, en: string, rows: readonly blocks.ItemRow[], source = 'proposed') =>
  codeList(`projects.${id}`, zh, en, source, items(rows));

export const themes = list('themes', '社区服务项目主题', 'Themes of community projects', [
  ['elders', '为老服务', 'Older people'],
  ['children', '儿童青少年', 'Children and youth'],
  ['families', '困难家庭与残障', 'Families in need'],
  ['health', '健康与心理', 'Health'],
  ['mediation', '矛盾调处与法律', 'Disputes and law'],
  ['culture', '文体与邻里', 'Culture and neighbours'],
  ['environment', '环境与设施', 'Surroundings'],
  ['volunteers', '志愿服务组织', 'Volunteering'],
]);
export const organisationKinds = list(
  'organisation-kinds',
  '社区社会组织类型',
  'Kinds of community organisations',
  [
    ['service', '公益慈善类', 'Charity'],
    ['life', '生活服务类', 'Daily services'],
    ['affairs', '社区事务类', 'Community affairs'],
    ['culture', '文体活动类', 'Culture and sports'],
  ],
  '民政部《关于大力培育发展社区社会组织的意见》（民发〔2017〕191 号）的四类（未核对原文）',
);
export const joiningWays = list('joining-ways', '社会力量参与方式', 'Ways of joining', [
  ['invest', '投资', 'Investment'],
  ['found', '兴办实体', 'Founding an entity'],
  ['product', '提供产品', 'Products'],
  ['service', '提供服务', 'Services'],
]);
export const partnershipKinds = list('partnership-kinds', '政企合作项目类型', 'Public–private projects', [
  ['care', '养老托育', 'Care'],
  ['parking', '停车充电', 'Parking and charging'],
  ['market', '便民商业', 'Shops'],
  ['renewal', '老旧小区改造运营', 'Renewal of old estates'],
  ['culture', '文体空间', 'Culture and sports'],
]);
export const planYears = list('plan-kinds', '购买服务计划类型', 'Purchase plans', [
  ['year', '年度计划', 'Of the year'],
  ['extra', '年中追加', 'Added during the year'],
]);
export const renewalKinds = list('renewal-kinds', '补短板行动类型', 'Closing of gaps', [
  ['old', '老旧社区补短板', 'Old communities'],
  ['shanty', '棚户区改造配套', 'Shanty areas'],
  ['village', '城中村、城郊社区', 'Villages in the city'],
]);
