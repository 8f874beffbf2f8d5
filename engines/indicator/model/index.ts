export * from './check-indicators.ts';
export * from './indicator.ts';
export * from './match.ts';
export * from './rounding.ts';
export * from './text-of.ts';
