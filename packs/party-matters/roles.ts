import { label } from '#kernel/label';
import type { Role } from '#engines/organisation/model';

const acts = [
  'case.report',
  'case.read',
  'case.act',
  'territory.read',
  'organisation.read',
  'figure.read',
  'personal.reveal',
] as const;

export const roles: readonly Role[] = [
  {
    id: 'party-secretary',
    name: label('社区党组织书记', 'Community party secretary'),
    level: 'community',
    clearance: 'sensitive',
    permissions: [...acts, 'case.export'],
  },
  {
    id: 'party-affairs',
    name: label('街道党建干部', 'Party affairs officer'),
    level: 'street',
    clearance: 'sensitive',
    permissions: [...acts, 'case.export'],
  },
];
