import { blocks } from '#engines/case/model';

export const clerk = blocks.role('hotline-clerk');
export const supervisor = blocks.role('hotline-supervisor');
export const street = blocks.role('street-dispatcher');
export const community = blocks.role('community-staff');
export const principal = blocks.role('community-principal');
export const { assignee, reporter, system, withTask } = blocks;
