export * from './fill-text.ts';
export * from './formats.ts';
export * from './locale-store.ts';
export * from './messages.ts';
export * from './use-now.ts';
