import type { Role } from '#engines/organisation/model';

/** Permissions are those that the route tables ask for; scope belongs to the post, not to the role. */
export const roles: readonly Role[] = [
  {
    id: 'grid-worker',
    name: { zh: '网格员', en: 'Grid worker' },
    level: 'grid',
    permissions: ['case.report', 'case.read', 'case.act', 'territory.read', 'figure.read'],
    // A phone in the field: signing in again at every staircase would be the burden itself.
    session: { idleMinutes: 240, hours: 12 },
  },
  {
    id: 'community-staff',
    name: { zh: '社区工作者', en: 'Community staff' },
    level: 'community',
    permissions: [
      'case.report',
      'case.read',
      'case.act',
      'case.export',
      'plate.manage',
      'territory.read',
      'organisation.read',
      'figure.read',
    ],
  },
  {
    id: 'street-dispatcher',
    name: { zh: '街道派单员', en: 'Street dispatcher' },
    level: 'street',
    permissions: [
      'case.report',
      'case.read',
      'case.act',
      'case.export',
      'plate.manage',
      'territory.read',
      'organisation.read',
      'figure.read',
    ],
  },
  {
    id: 'department-handler',
    name: { zh: '部门承办人', en: 'Department handler' },
    level: 'district',
    reads: 'tasks',
    permissions: ['case.read', 'case.act', 'case.export', 'territory.read', 'organisation.read', 'figure.read'],
  },
  {
    id: 'inspector',
    name: { zh: '核查员', en: 'Inspector' },
    level: 'street',
    permissions: ['case.report', 'case.read', 'case.act', 'territory.read', 'figure.read'],
    session: { idleMinutes: 240, hours: 12 },
  },
  {
    id: 'district-manager',
    name: { zh: '区级管理员', en: 'District manager' },
    level: 'district',
    permissions: [
      'case.report',
      'case.read',
      'case.export',
      'plate.manage',
      'territory.read',
      'territory.edit',
      'organisation.read',
      'figure.read',
      'import.run',
    ],
  },
  {
    id: 'system-admin',
    name: { zh: '系统管理员', en: 'System administrator' },
    level: 'district',
    // Sees no business data: neither matters nor figures.
    permissions: [
      'organisation.read',
      'organisation.edit',
      'territory.read',
      'territory.edit',
      'settings.read',
      'settings.edit',
    ],
    grants: [
      'grid-worker',
      'community-staff',
      'street-dispatcher',
      'department-handler',
      'inspector',
      'district-manager',
    ],
    firstAdministrator: true,
  },
];
