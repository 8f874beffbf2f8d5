export { sha256 } from './sha256.ts';
export * from './shrink-photo.ts';
