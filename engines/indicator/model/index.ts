export * from './check-indicators.ts';
export * from './indicator.ts';
export * from './match.ts';
export * from './rounding.ts';
export * from './told-figures.ts';
export * from './text-of.ts';
export * from './weighted.ts';
