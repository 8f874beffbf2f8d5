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

/** Digits and hyphens may be a number, from its beginning: `261122-48`. */
const looksLikeNumber = /^\d{2,6}(-\d{0,5}){0,2}$/;

/**
 * The condition over `case_file c`: title or place holds the words. Terms find the rows by an index; where pairs alone
 * could mean another order, the text itself decides. What holds neither letter nor digit finds nothing.
 * @param within below this path and nowhere else: the reader's range or the place asked for
 */
export const wordsFilter = (query: string, within: string): RawBuilder<unknown> => {
  const words = query.trim();
  const found = termsOfQuery(words);
  const terms = found.length === 0 ? [] : [...found, ...placeTermsOf(within).slice(-1)];
  const like = likeText(words);
  const runs = runsOf(words);
  const exact = runs.length === 1 && [...(runs[0] ?? '')].length <= 2;
  const held = exact ? raw`true` : raw`(c.title ilike ${like} or c.place ilike ${like})`;
  if (terms.length === 0) return raw`false`;
  if (!looksLikeNumber.test(words))
    return raw`(exists (select from case_word w where w.district = c.district and w.case_id = c.id
      and w.words @> ${[...terms]}::text[]) and ${held})`;
  // Two ways into one set: an `or` would read every row.
  const end = `${words}~`;
  return raw`(c.id in (select w.case_id from case_word w where w.words @> ${[...terms]}::text[]
      union select n.id from case_file n where n.number >= ${words} and n.number < ${end})
    and (${held} or (c.number >= ${words} and c.number < ${end})))`;
};
