import { type Id, uuidv7 } from '#kernel/ids';
import { chanceOf } from './chance.ts';

export const demoDistrict = '990101';
export const demoPath = '99.01.01.';

/** Everything of the demo that does not depend on the day it is planted has the age of its first drawing. */
const drawn = Date.parse('2026-09-01T00:00:00.000Z');

/** The same name gives the same id, so that planting again finds what is there. */
export const idOf = (name: string): Id => uuidv7(drawn, chanceOf(`id/${name}`).bytes(10));
