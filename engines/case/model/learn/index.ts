export * from './durations.ts';
export * from './features.ts';
export * from './grading.ts';
export * from './hold-out.ts';
export * from './lookup.ts';
export * from './suggest.ts';
export * from './train.ts';
export * from './weights.ts';
