import { label } from '#kernel/label';
import type { Role } from '#engines/organisation/model';

const acts = ['case.report', 'case.read', 'case.act', 'territory.read', 'organisation.read', 'figure.read'] as const;

export const roles: readonly Role[] = [
  {
    id: 'admission-officer',
    name: label('社区减负准入专员', 'Admission officer'),
    level: 'district',
    clearance: 'sensitive',
    permissions: [...acts, 'case.export'],
  },
  {
    id: 'department-liaison',
    name: label('部门联络员', 'Department liaison'),
    level: 'district',
    reads: 'tasks',
    permissions: [...acts],
  },
];
