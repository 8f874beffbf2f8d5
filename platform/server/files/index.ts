export { createFiles } from './create-files.ts';
export { sheetTypes } from './magic.ts';
export { placesOf } from './places.ts';
