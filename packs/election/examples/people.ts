import { cast } from '#engines/case/model';

export const { asOne, bodies, bySystem, COMMUNITY, community, handler, leader, reports, step, STREET } = cast;
export const secretary = cast.inCommunity('party-secretary');
export const affairs = cast.inStreet('party-affairs');
/** The two bodies of the county with which elections are filed. */
export const party = bodies.owner;
export const civil = bodies.land;
/** Hash of a picture that was sent. */
export const photo = 'a'.repeat(64);
