import { cast, type ExampleStaff } from '#engines/case/model';

export const { bodies, step } = cast;
export const community = cast.inCommunity('community-staff');
export const street = cast.inStreet('street-dispatcher');
export const officer: ExampleStaff = { role: 'admission-officer' };
export const handler = cast.ofBody('department-handler');
