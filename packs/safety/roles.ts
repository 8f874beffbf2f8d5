import { label } from '#kernel/label';
import type { Role } from '#engines/organisation/model';

export const roles: readonly Role[] = [
  {
    id: 'community-police',
    name: label('社区民警', 'Community police'),
    level: 'street',
    clearance: 'sensitive',
    permissions: ['case.report', 'case.read', 'case.act', 'territory.read', 'figure.read', 'personal.reveal'],
    session: { idleMinutes: 480, hours: 168 },
  },
];
