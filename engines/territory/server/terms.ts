import { pinyin } from 'pinyin-pro';

/** Endings that say what a place is, not which: a term never begins inside one. */
const generic =
  /(特别行政区|自治区|自治州|自治县|开发区|办事处|居委会|网格|街道|社区|小区|地区|嘎查|省|市|盟|旗|区|县|镇|乡|村|号楼|栋|幢|楼)$/;

const fullWidth = /[\uff01-\uff5e]/g;

/** What is left of a name or a query when case, width, spaces and marks are taken away. */
export const plain = (text: string): string =>
  text
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const longestTerm = 24;

/**
 * The terms of a node: its name and every ending of it that has at least two characters and begins before
 * what kind of place it is (坪山社区 → 坪山社区, 山社区), its pinyin and its initials (pingshanshequ, pssq),
 * and the official name where that begins otherwise. A query is the beginning of a term.
 */
export const termsOf = (name: string, officialName: string | null): string[] => {
  const short = plain(name);
  const characters = [...short];
  const tail = generic.exec(short)?.[0] ?? '';
  const starts = Math.max(1, characters.length - Math.max(1, [...tail].length));
  const terms = new Set<string>();
  for (let start = 0; start < starts; start += 1) terms.add(characters.slice(start).join('').slice(0, longestTerm));
  const syllables = pinyin(short, { toneType: 'none', type: 'array', v: true });
  terms.add(plain(syllables.join('')).slice(0, longestTerm));
  terms.add(plain(syllables.map((one) => one[0] ?? '').join('')).slice(0, longestTerm));
  const official = plain(officialName ?? '');
  if (official && !official.startsWith(short) && !short.startsWith(official)) terms.add(official.slice(0, longestTerm));
  terms.delete('');
  return [...terms];
};

export const tierOf = (levelRank: number): number =>
  levelRank <= 30 ? 0 : levelRank <= 40 ? 1 : levelRank <= 50 ? 2 : 3;
export const tiers = [0, 1, 2, 3] as const;

/** Words of a query, without marks; 「坪山 六联」 are two. */
export const wordsOf = (query: string): string[] =>
  query
    .split(/[\s,，、·/]+/)
    .map(plain)
    .filter(Boolean)
    .slice(0, 4);

/** The first text after all that begin with the term, in byte order. */
export const afterPrefix = (term: string): string => `${term}\u{10ffff}`;
