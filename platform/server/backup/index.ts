export { type BackUp, backUp } from './back-up.ts';
export type { Manifest } from './manifest.ts';
export { restore, type Restored, verifyBackup } from './restore.ts';
