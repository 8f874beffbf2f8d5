export * from './domain-error.ts';
export * from './error-catalogue.ts';
export * from './fact.ts';
export * from './ids.ts';
export * from './instant.ts';
export * from './label.ts';
export * from './pack.ts';
export * from './route.ts';
