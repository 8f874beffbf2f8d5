import type { DateText } from '#kernel/instant';

/** A person holds a post from a day on, up to (not on) another. A holding ended on its first day was none. */
export interface Holding {
  readonly from: DateText;
  readonly to: DateText | null;
}

export const holdsOn = (holding: Holding, day: DateText): boolean =>
  holding.from <= day && (holding.to === null || day < holding.to);

/** Does a territory path lie in one of the scopes? Trailing dots keep siblings apart. */
export const isInside = (path: string, scopes: readonly string[]): boolean =>
  scopes.some((scope) => path.startsWith(scope));

/** The path itself and all above it, nearest first: `44.03.10.001.` → itself, `44.03.10.`, `44.03.`, `44.`. */
export const upwards = (path: string): readonly string[] => {
  const steps = path.split('.').slice(0, -1);
  return steps.map((_, index) => `${steps.slice(0, steps.length - index).join('.')}.`);
};
