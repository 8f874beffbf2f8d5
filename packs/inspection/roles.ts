import type { Role } from '#engines/organisation/model';

const permissions = [
  'case.report',
  'case.read',
  'case.act',
  'territory.read',
  'organisation.read',
  'figure.read',
  'personal.reveal',
];

/** Those who inspect hold no work of those they inspect. */
export const roles: readonly Role[] = [
  {
    id: 'discipline-inspector',
    name: { zh: '街道督查员', en: 'Street discipline inspector' },
    level: 'street',
    works: 'range',
    clearance: 'sensitive',
    permissions,
  },
  {
    id: 'district-inspector',
    name: { zh: '区级督查专员', en: 'District inspector' },
    level: 'district',
    clearance: 'sensitive',
    permissions,
  },
];
