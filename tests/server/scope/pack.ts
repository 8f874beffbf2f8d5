import { randomBytes } from 'node:crypto';
import { uuidv7 } from '#kernel/ids';
import type { Pack } from '#kernel/pack';
import { loadPacks } from '#kernel/pack-loader';
import { type Sensitivity } from '#kernel/sensitivity';
import type { Role } from '#engines/organisation/model';
import { readPacks } from '../../../apps/server/packs.ts';
import { sectionCheckers } from '../../../apps/server/section-checkers.ts';
import { mediation, visits } from '../../../engines/case/model/fixtures/labelled.ts';
import { kinds, repair } from '../../../engines/case/model/fixtures/repair.ts';

export const newId = () => uuidv7(Date.now(), randomBytes(10));
export const district = '990101';

/** Codes that begin alike: `g1` beside `g10`, a street beside one whose code it begins, a district beside its neighbour. */
export const tree = [
  ['99.01.01.', 'district'],
  ['99.01.01.001.', 'street'],
  ['99.01.01.001.001.', 'community'],
  ['99.01.01.001.001.g1.', 'grid'],
  ['99.01.01.001.001.g10.', 'grid'],
  ['99.01.01.001.002.', 'community'],
  ['99.01.01.001.002.g1.', 'grid'],
  ['99.01.01.002.', 'street'],
  ['99.01.01.002.001.', 'community'],
  ['99.01.01.002.001.g1.', 'grid'],
  ['99.01.02.', 'district'],
  ['99.01.02.001.', 'street'],
  ['99.01.02.001.001.', 'community'],
] as const;
export const paths = tree.map(([path]) => path);
const everything = [
  'case.report',
  'case.read',
  'case.act',
  'case.export',
  'plate.manage',
  'slot.attend',
  'slot.manage',
  'figure.read',
  'territory.read',
  'organisation.read',
  'personal.reveal',
];
const role = (id: string, more: Partial<Role> = {}): Role => ({
  id,
  name: { zh: id, en: id },
  level: 'street',
  permissions: everything,
  ...more,
});
const testRoles = [
  role('worker'),
  role('dispatcher', { permissions: [...everything, 'export.approve', 'territory.edit', 'duty.manage'] }),
  role('handler', { reads: 'tasks' }),
  role('visitor'),
];
const figureOf = (id: string, sensitivity: Sensitivity, audience?: readonly string[]) => ({
  id: `test.${id}`,
  name: { zh: id, en: id },
  definition: { zh: id, en: id },
  kind: 'count',
  unit: 'cases',
  digits: 0,
  better: 'none',
  period: 'cohort',
  of: { fact: 'case.reported' },
  sensitivity,
  ...(audience && { audience }),
});
const testPack = {
  id: 'test',
  version: 1,
  name: { zh: '测试', en: 'Test' },
  summary: { zh: '测试', en: 'Test' },
  sections: {
    codeLists: [kinds],
    roles: testRoles,
    playbooks: [repair, mediation, visits].map((playbook) => ({ ...playbook, routing: [] })),
    residentDoors: ['test.repair', 'test.mediation'].map((id) => ({ id, closed: { zh: '测试', en: 'Test' } })),
    slotPlans: [
      {
        id: 'test.visit',
        name: { zh: '预约', en: 'Visit' },
        owner: { role: 'worker' },
        openings: [{ weekday: 1, from: '09:00', to: '12:00' }],
        minutes: 60,
        capacity: 2,
        aheadDays: 14,
        cancelHours: 2,
      },
    ],
    indicators: [
      figureOf('plain', 'internal'),
      figureOf('closed', 'sensitive'),
      figureOf('persons', 'key-persons', ['visitor']),
    ],
  },
} as unknown as Pack;
export const packs = loadPacks([...(await readPacks()), testPack], sectionCheckers());
