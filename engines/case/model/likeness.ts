/** What is compared of two matters: how far apart, how long apart, what kind, which words. */
export interface Comparison {
  /** Metres between the two places; null when one has no point. */
  readonly metres: number | null;
  readonly hoursApart: number;
  readonly category: 'same' | 'class' | 'other';
  readonly words: readonly [string, string];
}

/** Two matters at least this alike are shown as “perhaps the same”. */
export const ALIKE = 0.45;

const FAR_METRES = 300;
const LONG_HOURS = 72;
const weights = { place: 0.35, time: 0.15, category: 0.25, words: 0.25 } as const;
const ofCategory = { same: 1, class: 0.4, other: 0 } as const;

/**
 * Likeness of two matters, 0..1: nearness in place (0 from 300 m on), in time (0 from 72 h on), the kind of
 * matter, and the words (Dice coefficient of character pairs, which needs no dictionary in Chinese).
 * A matter without a point is compared by the rest, at most 0.65 + half of the place's weight.
 */
export const likeness = ({ metres, hoursApart, category, words }: Comparison): number => {
  const place = metres === null ? 0.5 : Math.max(0, 1 - metres / FAR_METRES);
  const time = Math.max(0, 1 - Math.abs(hoursApart) / LONG_HOURS);
  const sum =
    weights.place * place +
    weights.time * time +
    weights.category * ofCategory[category] +
    weights.words * wordLikeness(...words);
  return Math.round(sum * 1000) / 1000;
};

/** Dice coefficient of the pairs of neighbouring characters, 0..1; marks and spaces do not count. */
export const wordLikeness = (one: string, other: string): number => {
  const left = pairs(one);
  const right = pairs(other);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
};

const pairs = (text: string): ReadonlySet<string> => {
  const characters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
};

/** Metres between two WGS-84 points, good to 0.5 % at the scale of a district. */
export const metresBetween = (
  one: { readonly lng: number; readonly lat: number },
  other: { readonly lng: number; readonly lat: number },
): number => {
  const radian = Math.PI / 180;
  const x = (other.lng - one.lng) * radian * Math.cos(((one.lat + other.lat) / 2) * radian);
  const y = (other.lat - one.lat) * radian;
  return Math.hypot(x, y) * 6_371_000;
};
