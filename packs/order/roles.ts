import type { Role } from '#engines/organisation/model';

export const roles: readonly Role[] = [
  {
    // Of a merchant, a co-building unit, a social organisation or a volunteer team: sees what it was given, nothing else.
    id: 'service-provider',
    name: { zh: '服务提供方联系人', en: 'Contact of a service provider' },
    level: 'community',
    reads: 'tasks',
    permissions: ['case.read', 'case.act', 'personal.reveal'],
    session: { idleMinutes: 480, hours: 168 },
  },
];
