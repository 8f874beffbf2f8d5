import { cast } from '#engines/case/model';

export const { bodies, community, handler, inspector, step, street, worker } = cast;
export const police = cast.inStreet('community-police');
