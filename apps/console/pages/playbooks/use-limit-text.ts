import { useCallback } from 'react';
import type { Limit } from '#engines/case/model';
import { useText } from '#platform/web/i18n';
import { words } from './playbook-words.ts';

const units = ['working-hours', 'clock-hours', 'working-days', 'calendar-days'] as const satisfies Limit['unit'][];

export const isLimit = (value: unknown): value is Limit =>
  typeof value === 'object' &&
  value !== null &&
  'amount' in value &&
  typeof value.amount === 'number' &&
  'unit' in value &&
  units.some((unit) => unit === value.unit);

/** A limit as people say it: 3 个工作日. */
export const useLimitText = (): ((limit: Limit) => string) => {
  const t = useText(words);
  return useCallback((limit) => t(limit.unit, { amount: limit.amount }), [t]);
};
