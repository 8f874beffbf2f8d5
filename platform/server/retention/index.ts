export { addMonths, createRetention, type Due, type Retention, type RetentionRule } from './create-retention.ts';
export { rowsRule } from './rows-rule.ts';
export { createHolds, type Hold, type Holds, notHeld } from './holds.ts';
