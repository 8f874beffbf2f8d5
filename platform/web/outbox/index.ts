export * from './command.ts';
export * from './drafts.ts';
export * from './outbox.ts';
export * from './start-outbox.ts';
export * from './store.ts';
export * from './use-outbox.ts';
