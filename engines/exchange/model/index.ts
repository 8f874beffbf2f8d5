export * from './check-import-map.ts';
export * from './import-map.ts';
export * from './pair-census.ts';
export * from './read-row.ts';
export * from './unit-names.ts';
