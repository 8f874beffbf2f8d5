import { cast, type ExampleStaff } from '#engines/case/model';

/** People whom the examples are told with. */
export const { asOne } = cast;
export const worker = cast.inGrid('grid-worker');
export const community = cast.inCommunity('community-staff');
export const mediator = cast.inCommunity('mediator');
export const veteran = cast.inStreet('law-veteran');
export const justice = cast.inStreet('justice-office');
export const petitions = cast.inStreet('petition-office');
export const streetLeader = cast.inStreet('street-case-leader');
export const districtLeader: ExampleStaff = { role: 'district-case-leader' };
export const chief = cast.inGrid('building-chief');
export const governance = cast.inStreet('street-dispatcher');
export const labour = { id: '019ca5d2-0000-7000-8000-0000000b0003', name: '人力资源和社会保障局' } as const;
export const labourHandler: ExampleStaff = { role: 'petition-handler', body: labour.id };
