import { label } from '#kernel/label';
import type { Action, Clock, Limit, LimitRule, Owner } from '../playbook.ts';

/** An action in one call; what is not said stays absent. */
export const act = (
  id: string,
  zh: string,
  en: string,
  from: readonly string[],
  who: readonly Owner[],
  rest: Omit<Action, 'id' | 'name' | 'from' | 'who'> = {},
): Action => ({ id, name: label(zh, en), from, who, ...rest });

/** A deadline: `limit` for all that no rule of `before` catches. */
export const timer = (
  id: string,
  zh: string,
  en: string,
  stages: readonly string[],
  limit: Limit,
  {
    before = [],
    ...more
  }: Partial<Pick<Clock, 'main' | 'warnAt' | 'whenOver' | 'restartedBy' | 'stoppedBy'>> & {
    readonly before?: readonly LimitRule[];
  } = {},
): Clock => ({ id, name: label(zh, en), stages, limits: [...before, { limit }], ...more });
