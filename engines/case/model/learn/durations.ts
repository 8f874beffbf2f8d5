import type { AskedMatter, PastMatter } from './features.ts';

/** Working hours that closed matters of a kind took: half of them at most `median`, four of five at most `most`. */
export interface TimeTaken {
  readonly median: number;
  readonly most: number;
  readonly matters: number;
}

/** By the key of a kind: in its street first, then anywhere, then of the wider kinds. */
export type TimesTaken = Readonly<Record<string, TimeTaken>>;

const FEWEST = 10;

interface Kind {
  readonly key: string;
  readonly kind: string;
  readonly inStreet: boolean;
}

const kindsOf = ({ list, kinds: [narrowest, ...wider], places: [street] }: AskedMatter): readonly Kind[] => {
  if (narrowest === undefined) return [];
  const whole = (kind: string): Kind => ({ key: `${list} ${kind}`, kind, inStreet: false });
  const here = { key: `${list} ${narrowest} ${street ?? ''}`, kind: narrowest, inStreet: true };
  return [...(street === undefined ? [] : [here]), ...[narrowest, ...wider].map(whole)];
};

/** The value that this part (0..1) of the sorted values do not exceed (nearest rank). */
const rank = (sorted: readonly number[], part: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;

export const timesTaken = (matters: readonly PastMatter[]): TimesTaken => {
  const hours = new Map<string, number[]>();
  for (const matter of matters) {
    if (matter.hours === null) continue;
    for (const { key } of kindsOf(matter)) {
      const known = hours.get(key);
      if (known) known.push(matter.hours);
      else hours.set(key, [matter.hours]);
    }
  }
  const round = (value: number): number => Math.round(value * 10) / 10;
  const times = [...hours].flatMap(([key, values]) => {
    if (values.length < FEWEST) return [];
    const sorted = values.sort((one, other) => one - other);
    return [
      [key, { median: round(rank(sorted, 0.5)), most: round(rank(sorted, 0.8)), matters: sorted.length }] as const,
    ];
  });
  return Object.fromEntries(times);
};

/** Of the narrowest kind of which enough is known; `kind` is its code, `inStreet` whether of the street alone. */
export const findTime = (
  times: TimesTaken,
  matter: AskedMatter,
): (TimeTaken & { readonly kind: string; readonly inStreet: boolean }) | undefined => {
  for (const { key, kind, inStreet } of kindsOf(matter)) {
    const found = Object.hasOwn(times, key) ? times[key] : undefined;
    if (found) return { ...found, kind, inStreet };
  }
  return undefined;
};
