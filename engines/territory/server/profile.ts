import type { DateText } from '#kernel/instant';

/** Profile values at rest: every value that an entry had and the day it began to hold, oldest first. */
export type ProfileAtRest = Readonly<Record<string, readonly DatedValue[]>>;
export interface DatedValue {
  readonly value: unknown;
  readonly from: DateText;
}

/** The values that hold on a day; an entry whose value is null has ended. */
export const profileOn = (profile: ProfileAtRest, day: DateText): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const [key, history] of Object.entries(profile)) {
    const held = history.filter((one) => one.from <= day).at(-1);
    if (held && held.value !== null) values[key] = held.value;
  }
  return values;
};

/** Writes values that hold from a day on; what was said of that same day is replaced, an equal value adds nothing. */
export const withProfile = (
  profile: ProfileAtRest,
  values: Readonly<Record<string, unknown>>,
  from: DateText,
): ProfileAtRest => {
  const next: Record<string, readonly DatedValue[]> = { ...profile };
  for (const [key, value] of Object.entries(values)) {
    const kept = (next[key] ?? []).filter((one) => one.from !== from);
    const before = kept.filter((one) => one.from < from).at(-1);
    if (JSON.stringify(before?.value ?? null) === JSON.stringify(value)) next[key] = kept;
    else next[key] = [...kept, { value, from }].sort((a, b) => (a.from < b.from ? -1 : 1));
  }
  return next;
};
