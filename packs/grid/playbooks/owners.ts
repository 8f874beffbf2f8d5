import { blocks } from '#engines/case/model';

/** Who has the work, by the roles of this pack. */
export const worker = blocks.role('grid-worker');
export const community = blocks.role('community-staff');
export const principal = blocks.role('community-principal');
export const street = blocks.role('street-dispatcher');
export const leader = blocks.role('street-leader');
export const checker = blocks.role('inspector');
export const chief = blocks.role('building-chief');
export const { assignee, reporter, system, withTask } = blocks;
