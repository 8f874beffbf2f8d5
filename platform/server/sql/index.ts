export { ensureAppRole, findProtection, grantToApp, type Protection } from './app-role.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
export { createLine, type Line } from './line.ts';
export { migrate, type Migration, migrationLock, migrationTable, readMigrations } from './migrate.ts';
export { type DatabaseUrls, prepareDatabase } from './prepare.ts';
export { type OpenSql, openSql, poolOf } from './open.ts';
export { type PathPairs, pathPairs } from './paths-in.ts';
