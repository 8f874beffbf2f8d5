import type { DateText } from '#kernel/instant';

/** A person holds a post from a day on, up to (not on) another. A holding ended on its first day was none. */
export interface Holding {
  readonly from: DateText;
  readonly to: DateText | null;
}

export const holdsOn = (holding: Holding, day: DateText): boolean =>
  holding.from <= day && (holding.to === null || day < holding.to);
