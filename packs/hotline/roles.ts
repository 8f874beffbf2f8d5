import type { Role } from '#engines/organisation/model';

const permissions = [
  'case.report',
  'case.read',
  'case.act',
  'case.export',
  'territory.read',
  'organisation.read',
  'figure.read',
  'personal.reveal',
];

/** The district's hotline desk: whoever dispatches is not whoever rules on exits and appeals. */
export const roles: readonly Role[] = [
  {
    id: 'hotline-clerk',
    name: { zh: '热线受理回访员', en: 'Hotline clerk' },
    level: 'district',
    clearance: 'sensitive',
    permissions,
  },
  {
    id: 'hotline-supervisor',
    name: { zh: '热线审核督办员', en: 'Hotline supervisor' },
    level: 'district',
    clearance: 'sensitive',
    permissions: [...permissions, 'export.approve'],
  },
];
