import type { Role } from '#engines/organisation/model';

export const roles: readonly Role[] = [
  {
    id: 'window-clerk',
    name: { zh: '全科窗口人员', en: 'Clerk of the one window' },
    level: 'community',
    works: 'range',
    permissions: [
      'case.report',
      'case.read',
      'case.act',
      'slot.attend',
      'slot.manage',
      'applicant.find',
      'territory.read',
      'organisation.read',
      'figure.read',
      'personal.reveal',
    ],
  },
  {
    // 红色代办: goes to people's homes and to the departments for them.
    id: 'service-agent',
    name: { zh: '代办员', en: 'Agent' },
    level: 'community',
    works: 'range',
    permissions: ['case.report', 'case.read', 'case.act', 'territory.read', 'personal.reveal'],
    session: { idleMinutes: 480, hours: 168 },
  },
];
