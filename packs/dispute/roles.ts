import type { Role } from '#engines/organisation/model';

/** Whoever reads and acts on disputes of a range. */
const acting = ['case.report', 'case.read', 'case.act', 'territory.read', 'figure.read', 'personal.reveal'] as const;

export const roles: readonly Role[] = [
  {
    id: 'mediator',
    name: { zh: '人民调解员', en: 'People’s mediator' },
    level: 'community',
    works: 'range',
    clearance: 'sensitive',
    permissions: acting,
  },
  {
    // 政法“五老”: former judges, prosecutors, police, justice staff and lawyers who mediate on a circuit.
    id: 'law-veteran',
    name: { zh: '政法“五老”调解员', en: 'Veteran mediator' },
    level: 'street',
    clearance: 'sensitive',
    permissions: [...acting, 'slot.attend'],
  },
  {
    id: 'justice-office',
    name: { zh: '司法所工作人员', en: 'Justice office staff' },
    level: 'street',
    clearance: 'sensitive',
    permissions: [...acting, 'organisation.read', 'case.export'],
  },
  {
    id: 'petition-office',
    name: { zh: '信访工作人员', en: 'Petition office staff' },
    level: 'street',
    clearance: 'sensitive',
    permissions: [...acting, 'organisation.read', 'case.export'],
  },
  {
    // Of a department: sees what its body was given, and no other department's petitions.
    id: 'petition-handler',
    name: { zh: '部门信访承办人', en: 'Petition handler of a department' },
    level: 'district',
    reads: 'tasks',
    clearance: 'sensitive',
    permissions: ['case.read', 'case.act', 'territory.read', 'organisation.read', 'personal.reveal'],
  },
  {
    id: 'district-case-leader',
    name: { zh: '区级包案领导', en: 'Responsible leader of the district' },
    level: 'district',
    clearance: 'sensitive',
    permissions: ['case.read', 'case.act', 'territory.read', 'organisation.read', 'figure.read'],
  },
  {
    id: 'street-case-leader',
    name: { zh: '街道包案领导', en: 'Responsible leader of the street' },
    level: 'street',
    clearance: 'sensitive',
    permissions: ['case.read', 'case.act', 'territory.read', 'organisation.read', 'figure.read'],
  },
];
