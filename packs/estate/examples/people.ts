import { cast } from '#engines/case/model';

export const { bodies, community, handler, inspector, leader, step, street, worker } = cast;
