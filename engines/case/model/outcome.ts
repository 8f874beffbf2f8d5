import { type Label, label, type Locale } from '#kernel/label';

/**
 * How a matter ended: a dimension of the closing fact. `explained`: it was dealt with, and what was wanted did not come of
 * it, or need not. `declined` (not taken on, not granted) stays out of the valid matters, and is a refused task to a
 * parent, as `withdrawn` is.
 */
export type Outcome = 'resolved' | 'explained' | 'declined' | 'withdrawn';

export const outcomeNames: Readonly<Record<Outcome, Label>> = {
  resolved: label('已解决', 'Resolved'),
  explained: label('已解释说明', 'Explained'),
  declined: label('不予受理', 'Declined'),
  withdrawn: label('已撤回', 'Withdrawn'),
};

export const outcomeText = (outcome: Outcome, locale: Locale): string => outcomeNames[outcome]?.[locale] ?? outcome;
