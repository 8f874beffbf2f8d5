export * from './account.ts';
export * from './check-roles.ts';
export * from './role.ts';
