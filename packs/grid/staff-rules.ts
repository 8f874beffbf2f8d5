import type { StaffRule } from '#engines/organisation/model';

/** 每万城镇常住人口拥有社区工作者 18 人: what was set nationally for 2025. */
export const staffRules: readonly StaffRule[] = [
  {
    id: 'community-staff-per-10000',
    role: 'community-staff',
    people: 18,
    residents: 10_000,
    source: '《“十四五”城乡社区服务体系建设规划》（国办发〔2021〕56号）',
  },
];
