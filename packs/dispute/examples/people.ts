import type { ExampleStaff } from '#engines/case/model';

/** People whom the examples are told with. */
export const mediator: ExampleStaff = { role: 'mediator', scope: '99.01.01.001.001.' };
export const veteran: ExampleStaff = { role: 'law-veteran', scope: '99.01.01.001.' };
export const justice: ExampleStaff = { role: 'justice-office', scope: '99.01.01.001.' };
export const petitions: ExampleStaff = { role: 'petition-office', scope: '99.01.01.001.' };
export const streetLeader: ExampleStaff = { role: 'street-case-leader', scope: '99.01.01.001.' };
export const districtLeader: ExampleStaff = { role: 'district-case-leader' };
export const chief: ExampleStaff = { role: 'building-chief', scope: '99.01.01.001.001.g01.' };
export const worker: ExampleStaff = { role: 'grid-worker', scope: '99.01.01.001.001.g01.' };
export const community: ExampleStaff = { role: 'community-staff', scope: '99.01.01.001.001.' };
export const governance: ExampleStaff = { role: 'street-dispatcher', scope: '99.01.01.001.' };
export const labour = { id: '019ca5d2-0000-7000-8000-0000000b0003', name: '人力资源和社会保障局' } as const;
export const labourHandler: ExampleStaff = { role: 'petition-handler', body: labour.id };
/** The same person twice. */
export const asOne = (staff: ExampleStaff): ExampleStaff => ({ ...staff, person: 'one' });
