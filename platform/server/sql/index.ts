export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
export { createLine, type Line } from './line.ts';
export { migrate, type Migration, migrationLock, migrationTable, readMigrations } from './migrate.ts';
export { type OpenSql, openSql, poolOf } from './open.ts';
