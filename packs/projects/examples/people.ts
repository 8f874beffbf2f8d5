import { cast, type ExampleStaff } from '#engines/case/model';

export const { asOne, bodies, reports, step } = cast;
export const community = cast.inCommunity('community-staff');
export const street = cast.inStreet('street-dispatcher');
export const leader = cast.inStreet('street-leader');
export const officer: ExampleStaff = { role: 'admission-officer' };
export const handler = cast.ofBody('department-handler');
export const taskOf = (body: string, task: string, result = '已完成') =>
  step('finish-task', handler(body), { result }, { task });
