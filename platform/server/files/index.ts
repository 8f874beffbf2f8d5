export { createScan, type Scan } from './clamd.ts';
export { createFiles, type KeptFiles } from './create-files.ts';
export { sheetTypes } from './magic.ts';
export { placesOf } from './places.ts';
