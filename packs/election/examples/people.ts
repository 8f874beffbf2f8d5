import { cast } from '#engines/case/model';

export const { asOne, bySystem, COMMUNITY, photo, reports, step, STREET } = cast;
export const secretary = cast.inCommunity('party-secretary');
export const affairs = cast.inStreet('party-affairs');
export const leader = cast.inStreet('street-leader');
export const handler = cast.ofBody('department-handler');
/** The two bodies of the county with which elections are filed. */
export const party = cast.bodies.owner;
export const civil = cast.bodies.land;
