/** Chance that repeats itself: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  /** Whole number, both ends included. */
  readonly whole: (low: number, high: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly weighed: <T>(from: readonly (readonly [T, number])[]) => T;
  /** Skewed to the right, as durations are; its median is `median`. */
  readonly duration: (median: number, spread?: number) => number;
  readonly bytes: (count: number) => Uint8Array;
  /** An own stream, so that one more draw here changes nothing there. */
  readonly fork: (name: string) => Chance;
}

const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const mark of text) hash = Math.imul(hash ^ (mark.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
};

/** mulberry32: 32 bits of state, good enough for people who do not exist. */
export const chanceOf = (seed: string): Chance => {
  let state = hashOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const chance: Chance = {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: (probability) => next() < probability,
    pick: (from) => {
      const one = from[Math.floor(next() * from.length)];
      if (one === undefined) throw new RangeError('nothing to pick from');
      return one;
    },
    weighed: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) if ((left -= weight) < 0) return value;
      const last = from.at(-1);
      if (!last) throw new RangeError('nothing to pick from');
      return last[0];
    },
    duration: (median, spread = 0.7) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * normal);
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(next() * 256)),
    fork: (name) => chanceOf(`${seed}/${name}`),
  };
  return chance;
};
