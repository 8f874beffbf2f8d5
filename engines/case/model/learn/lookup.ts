import type { AskedMatter, PastMatter } from './features.ts';

/**
 * The baseline: who had most matters of the same kind in the same street; with too few of them who had most of the
 * kind, then of the wider kind in the street, of the street, of all.
 */
export interface Lookup {
  readonly rank: (matter: AskedMatter, most?: number) => readonly string[];
}

const keysOf = ({ list, kinds, places }: AskedMatter): readonly string[] => {
  const [narrowest = '', wider = narrowest] = kinds;
  const [street = ''] = places;
  return [
    `${list} ${narrowest} ${street}`,
    `${list} ${narrowest}`,
    `${list} ${wider} ${street} wider`,
    `${street} street`,
    'all',
  ];
};

export const makeLookup = (matters: readonly PastMatter[]): Lookup => {
  const counts = new Map<string, Map<string, number>>();
  for (const matter of matters) {
    for (const key of keysOf(matter)) {
      let bodies = counts.get(key);
      if (!bodies) counts.set(key, (bodies = new Map()));
      bodies.set(matter.body, (bodies.get(matter.body) ?? 0) + 1);
    }
  }
  const ranked = new Map(
    [...counts].map(([key, bodies]) => [
      key,
      [...bodies].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([body]) => body),
    ]),
  );
  return {
    rank: (matter, most = 3) => {
      const found: string[] = [];
      for (const key of keysOf(matter)) {
        for (const body of ranked.get(key) ?? []) {
          if (!found.includes(body)) found.push(body);
          if (found.length === most) return found;
        }
      }
      return found;
    },
  };
};
