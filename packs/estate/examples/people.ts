import { cast } from '#engines/case/model';

export const { bodies, community, handler, inspector, step, street, worker } = cast;
