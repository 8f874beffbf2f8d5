export * from './case-schemas.ts';
export * from './case-routes.ts';
