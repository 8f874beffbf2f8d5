import { cast } from '#engines/case/model';

export const { bodies, bySystem, COMMUNITY, photo, reports, step, STREET } = cast;
export const worker = cast.inGrid('grid-worker');
export const community = cast.inCommunity('community-staff');
export const secretary = cast.inCommunity('party-secretary');
export const affairs = cast.inStreet('party-affairs');
export const leader = cast.inStreet('street-leader');
export const handler = cast.ofBody('department-handler');
