import { blocks } from '#engines/case/model';

export const inspector = blocks.role('discipline-inspector');
export const superior = blocks.role('district-inspector');
export const leader = blocks.role('street-leader');
export const street = blocks.role('street-dispatcher');
export const principal = blocks.role('community-principal');
export const community = blocks.role('community-staff');
export const checker = blocks.role('inspector');
export const { assignee, reporter, system, withTask } = blocks;
