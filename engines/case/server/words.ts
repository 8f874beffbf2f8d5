import { type RawBuilder, sql as raw } from 'kysely';

const fullWidth = /[\uff01-\uff5e]/g;

/** Letters and digits alone, of one width and case, in runs: what stands between them is no part of a word. */
const runsOf = (text: string): string[] =>
  text
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const pairsOf = (run: string): string[] => {
  const signs = [...run];
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
};

/** Steps of a path down to street and community. */
const streetDepth = 4;
const communityDepth = 5;

const begin = (path: string, depth: number): string | undefined => {
  const steps = path.split('.').slice(0, -1);
  return steps.length < depth ? undefined : `@${steps.slice(0, depth).join('.')}.`;
};

/** Terms that say where a matter lies: with them the index itself leaves out other streets and communities. */
export const placeTermsOf = (path: string): readonly string[] =>
  [begin(path, streetDepth), begin(path, communityDepth)].filter((term) => term !== undefined);

/** The same in SQL, for matters that move with the tree. @param column an expression that gives a path */
export const placeTermsSql = (column: RawBuilder<unknown>): RawBuilder<unknown> => raw`(
  select coalesce(array_agg('@' || array_to_string(steps[1:depth], '.') || '.'), '{}')
  from (select string_to_array(rtrim(${column}, '.'), '.') as steps) s, unnest(array[${streetDepth}::int, ${communityDepth}::int]) depth
  where array_length(steps, 1) >= depth)`;

/** Terms of a matter: each sign, so that one may be searched for, each pair of neighbours, and where it lies. */
export const termsOfMatter = (title: string, place: string, path: string): readonly string[] => [
  ...new Set([title, place].flatMap(runsOf).flatMap((run) => [...run, ...pairsOf(run)])),
  ...placeTermsOf(path),
];

/** Terms that a matter must have to hold these words; pairs say more than signs, so signs are asked for alone. */
const termsOfQuery = (words: string): readonly string[] => [
  ...new Set(runsOf(words).flatMap((run) => ([...run].length === 1 ? [run] : pairsOf(run)))),
];

const likeText = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Digits and hyphens may be a number, from its year and month on: `2611`, `261122-48`. */
const looksLikeNumber = /^\d{4,6}(-\d{0,5}){0,2}$/;

/** What is searched for. Every value in its fragments is a parameter. */
export interface WordSearch {
  /** Terms that a matter must have; none: nothing is found by words. */
  readonly terms: readonly string[];
  /** Pairs alone could mean another order: then the text itself decides, as title and place of `h`. */
  readonly held: RawBuilder<unknown>;
  /** Numbers that begin so: from, inclusive, and to, exclusive. */
  readonly numbers: { readonly from: string; readonly to: string } | null;
}

/** Title or place holds each of the words. What holds neither letter nor digit finds nothing. */
export const wordSearchOf = (query: string): WordSearch => {
  const words = query.trim();
  const each = words.split(/\s+/).filter((word) => {
    const runs = runsOf(word);
    return runs.length > 1 || [...(runs[0] ?? '')].length > 2;
  });
  const likes = each.map(likeText).map((like) => raw`(h.title ilike ${like} or h.place ilike ${like})`);
  return {
    terms: termsOfQuery(words),
    held: likes.length === 0 ? raw`true` : raw`(${raw.join(likes, raw` and `)})`,
    numbers: looksLikeNumber.test(words) ? { from: words, to: `${words}~` } : null,
  };
};
