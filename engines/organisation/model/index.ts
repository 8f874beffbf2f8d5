export * from './account.ts';
export * from './check-roles.ts';
export * from './holding.ts';
export * from './role.ts';
