export * from './case-schemas.ts';
export * from './case-routes.ts';
export * from './document-routes.ts';
export * from './export-routes.ts';
export * from './learn-routes.ts';
export * from './matter-parts.ts';
export * from './resident-routes.ts';
