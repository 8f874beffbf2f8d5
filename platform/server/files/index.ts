export { createFiles, mostFileBytes } from './create-files.ts';
export { sheetTypes } from './magic.ts';
