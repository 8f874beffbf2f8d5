import { cast, type ExampleStaff } from '#engines/case/model';

export const { bodies, community, handler, step, street } = cast;
export const officer: ExampleStaff = { role: 'admission-officer' };
