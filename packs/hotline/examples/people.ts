import { cast, type ExampleStaff } from '#engines/case/model';

export const { does, reports, say } = cast;
export const housing = cast.namedBody('0021', '住房和建设局');
export const city = cast.namedBody('0022', '城市管理局');
export const water = cast.namedBody('0023', '水务局');

export const clerk: ExampleStaff = { role: 'hotline-clerk' };
export const caller: ExampleStaff = { role: 'hotline-clerk', person: 'who calls back' };
export const supervisor: ExampleStaff = { role: 'hotline-supervisor' };
export const street = cast.inStreet('street-dispatcher');
export const community = cast.inCommunity('community-staff');
export const principal = cast.inCommunity('community-principal');
export const of = cast.ofBody('department-handler');
