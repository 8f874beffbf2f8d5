import { cast } from '#engines/case/model';

export const { asOne, bodies, bySystem, reports, step } = cast;
export const community = cast.inCommunity('community-staff');
export const street = cast.inStreet('street-dispatcher');
/** Of the building in which the tasks of the examples lie. */
export const chief = cast.inGrid('building-chief');
export const handler = cast.ofBody('department-handler');
export const grant = step('approval.grant', street);
export const opened = (id: string) => ({ other: { opened: id } }) as const;
export const ended = (id: string, words: string) => ({ other: { ended: id, words } }) as const;
