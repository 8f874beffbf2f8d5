import type { Instant } from '#kernel/instant';

/**
 * What is known of a matter before anybody has dispatched it, and nothing else: what is learnt from what comes later
 * (in time or overtime, steps, the answer) would be worth nothing when it is asked for.
 */
export interface AskedMatter {
  /** Id of the code list, so that equal codes of two lists stay apart. */
  readonly list: string;
  /** The category and what stands above it, narrowest first. */
  readonly kinds: readonly string[];
  /** Paths below the district, widest first: street, community, grid. */
  readonly places: readonly string[];
  /** Playbook, channel, kind of reporter and short values of the report, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** Free words of the report. */
  readonly words: string;
}

/** A closed matter: who had it in the end, and the working hours that it took. */
export interface PastMatter extends AskedMatter {
  readonly at: Instant;
  readonly body: string;
  /** Null when they are not known. */
  readonly hours: number | null;
}

export type FeaturePart =
  | { readonly of: 'kind'; readonly code: string }
  | { readonly of: 'place'; readonly path: string }
  | { readonly of: 'value'; readonly field: string; readonly value: string }
  | { readonly of: 'words'; readonly text: string };

export interface Feature {
  readonly key: string;
  /** What it says, for whoever asks why; empty for the one that every matter has. */
  readonly parts: readonly FeaturePart[];
  /** 1 unless many of a kind stand for one thing. */
  readonly weight: number;
  /** Rarer than this it is not learnt, so that no single report can be read out of the model. */
  readonly atLeast: number;
}

/** Signs of a text that are looked at; the rest adds time and no sense. */
const MOST_SIGNS = 300;
const RARE = 5;

const pairsOf = (text: string): readonly string[] => {
  const signs = [...text.slice(0, MOST_SIGNS).replace(/[\s\p{P}\p{N}]+/gu, ' ')];
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < signs.length; at += 1) {
    const pair = `${signs[at]}${signs[at + 1]}`;
    if (!pair.includes(' ')) pairs.add(pair);
  }
  return [...pairs];
};

/**
 * Kinds and places, each kind in its street, what the report says beside, and pairs of signs of its words. Hour and
 * weekday, kinds in communities and kinds by source were measured, and made it worse.
 */
export const featuresOf = (matter: AskedMatter): readonly Feature[] => {
  const { list, kinds, places, values, words } = matter;
  const [street] = places;
  const features: Feature[] = [{ key: '', parts: [], weight: 1, atLeast: 1 }];
  const add = (key: string, parts: readonly FeaturePart[], atLeast = 1, weight = 1): void => {
    features.push({ key, parts, atLeast, weight });
  };
  for (const code of kinds) add(`k ${list} ${code}`, [{ of: 'kind', code }]);
  for (const path of places) add(`p ${path}`, [{ of: 'place', path }]);
  if (street !== undefined)
    for (const code of kinds)
      add(`kp ${list} ${code} ${street}`, [
        { of: 'kind', code },
        { of: 'place', path: street },
      ]);
  for (const [field, value] of Object.entries(values))
    add(`v ${field} ${value}`, [{ of: 'value', field, value }], RARE);
  const pairs = pairsOf(words);
  for (const text of pairs) add(`w ${text}`, [{ of: 'words', text }], RARE, 1 / Math.sqrt(pairs.length));
  return features;
};

/**
 * Bodies that do the same in another place are a family: 坪山街道综合执法队 and 龙田街道综合执法队. What is learnt of
 * one helps to know the other.
 * @param places names of streets and communities, with or without their ending
 */
export const familyOf = (name: string, places: readonly string[]): string => {
  const bare = [...new Set(places.map((place) => place.replace(/(街道|社区|镇|乡|村|居委会|村委会)$/, '')))]
    .filter((place) => place.length > 1)
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  const found = bare.find((place) => name.includes(place));
  const rest = name.replace(/[（(].*[）)]$/, '').trim();
  if (found === undefined) return rest;
  return rest.replace(found, '').replace(/^(街道|镇|乡)?(办事处|街道办事处)?(街道)?/, '') || rest;
};
