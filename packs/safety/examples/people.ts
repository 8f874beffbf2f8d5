import { cast } from '#engines/case/model';

export const { bodies, step } = cast;
export const worker = cast.inGrid('grid-worker');
export const community = cast.inCommunity('community-staff');
export const street = cast.inStreet('street-dispatcher');
export const inspector = cast.inStreet('inspector');
export const police = cast.inStreet('community-police');
export const handler = cast.ofBody('department-handler');
