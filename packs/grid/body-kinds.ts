import type { BodyKind } from '#engines/organisation/model';

const kind = (id: string, zh: string, en: string, ...levels: readonly string[]): BodyKind => ({
  id,
  name: { zh, en },
  levels,
});

/** Bodies that a district's matters go to; routing rules name them. A district renames them freely. */
export const bodyKinds: readonly BodyKind[] = [
  { ...kind('district-office', '区级治理中心', 'District governance centre', 'district'), administers: true },
  kind('street-office', '街道办事处', 'Street office', 'street'),
  kind('community', '社区居委会', 'Residents’ committee', 'community'),
  kind('property', '物业服务企业', 'Property company', 'community', 'street', 'district'),
  kind('urban-management', '城市管理部门', 'City management', 'district', 'street'),
  kind('housing', '住房和建设部门', 'Housing and building', 'district'),
  kind('planning', '规划和自然资源部门', 'Planning and natural resources', 'district'),
  kind('public-security', '公安机关', 'Police', 'district', 'street'),
  kind('traffic-police', '交警部门', 'Traffic police', 'district'),
  kind('environment', '生态环境部门', 'Environment', 'district'),
  kind('water', '水务部门', 'Water affairs', 'district'),
  kind('transport', '交通运输部门', 'Transport', 'district'),
  kind('market-regulation', '市场监督管理部门', 'Market regulation', 'district', 'street'),
  kind('emergency', '应急管理部门', 'Emergency management', 'district'),
  kind('fire-rescue', '消防救援机构', 'Fire and rescue', 'district'),
  kind('civil-affairs', '民政部门', 'Civil affairs', 'district'),
  kind('human-resources', '人力资源和社会保障部门', 'Labour and social security', 'district'),
  kind('health', '卫生健康部门', 'Health', 'district'),
  kind('education', '教育部门', 'Education', 'district'),
  kind('justice', '司法行政机关', 'Justice', 'district', 'street'),
  kind('utility', '水电气热与通信企业', 'Utility company', 'district'),
  kind('leading-group', '领导小组', 'Leading group', 'district', 'street'),
  kind('grid-alliance', '网格联盟', 'Grid alliance', 'community', 'grid'),
  kind('acting-unit', '处置单位', 'Acting unit', 'district', 'street', 'community'),
];
