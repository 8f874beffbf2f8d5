import type { Role } from '#engines/organisation/model';

export const roles: readonly Role[] = [
  {
    id: 'lawyer',
    name: { zh: '值班律师（法律顾问）', en: 'Lawyer on duty' },
    level: 'street',
    clearance: 'sensitive',
    permissions: ['case.report', 'case.read', 'case.act', 'territory.read', 'personal.reveal'],
  },
  {
    // The only role that may know of counselling, and each counsellor reads his own notes alone.
    id: 'counsellor',
    name: { zh: '心理咨询师', en: 'Counsellor' },
    level: 'street',
    clearance: 'key-persons',
    permissions: ['case.report', 'case.read', 'case.act', 'personal.reveal'],
  },
  {
    id: 'social-worker',
    name: { zh: '社会工作者', en: 'Social worker' },
    level: 'community',
    works: 'range',
    clearance: 'sensitive',
    permissions: ['case.report', 'case.read', 'case.act', 'territory.read', 'figure.read', 'personal.reveal'],
  },
  {
    // 个人信息保护负责人 answers requests under the law.
    id: 'privacy-officer',
    name: { zh: '个人信息保护专员', en: 'Privacy officer' },
    level: 'district',
    clearance: 'sensitive',
    permissions: ['case.report', 'case.read', 'case.act', 'personal.reveal'],
  },
];
