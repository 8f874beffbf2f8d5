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

/** Terms of a matter: each sign, so that one may be searched for, and each pair of neighbours. */
export const termsOfMatter = (title: string, place: string): readonly string[] => [
  ...new Set([title, place].flatMap(runsOf).flatMap((run) => [...run, ...pairsOf(run)])),
];

/** Terms that a matter must have to hold these words; pairs say more than signs, so signs are asked for alone. */
const termsOfQuery = (words: string): readonly string[] => [
  ...new Set(runsOf(words).flatMap((run) => ([...run].length === 1 ? [run] : pairsOf(run)))),
];

const likeText = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Digits and hyphens may be a number, from its beginning: `261122-48`. */
const looksLikeNumber = /^\d{2,6}(-\d{0,5}){0,2}$/;

/**
 * The condition over `case_file c`: title or place holds the words. Terms find the rows by an index, the text
 * itself decides. What holds neither letter nor digit finds nothing.
 */
export const wordsFilter = (query: string): RawBuilder<unknown> => {
  const words = query.trim();
  const terms = termsOfQuery(words);
  const like = likeText(words);
  const held = raw`(c.title ilike ${like} or c.place ilike ${like})`;
  const byTerms =
    terms.length === 0
      ? raw`false`
      : raw`(exists (select from case_word w where w.district = c.district and w.case_id = c.id
          and w.words @> ${[...terms]}::text[]) and ${held})`;
  return looksLikeNumber.test(words)
    ? raw`(${byTerms} or (c.number >= ${words} and c.number < ${`${words}~`}))`
    : byTerms;
};
