export * from './deciding.ts';
export * from './reporter.ts';
export * from './steps.ts';
export * from './supervising.ts';
export * from './tasks.ts';
export * from './words.ts';
export * from './writing.ts';
