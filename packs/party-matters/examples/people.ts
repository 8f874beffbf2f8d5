import { cast } from '#engines/case/model';

export const { bodies, bySystem, COMMUNITY, community, handler, leader, reports, step, STREET, worker } = cast;
export const secretary = cast.inCommunity('party-secretary');
export const affairs = cast.inStreet('party-affairs');
/** Hash of a picture that was sent. */
export const photo = 'a'.repeat(64);
