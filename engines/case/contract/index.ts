export * from './case-schemas.ts';
export * from './case-routes.ts';
export * from './export-routes.ts';
