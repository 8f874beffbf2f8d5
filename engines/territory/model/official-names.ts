/**
 * The statistical list gives the committee's name (「六联社区居委会」); people say the place (「六联社区」).
 * The rule, first ending that fits wins: the ending is replaced, unless nothing would be left of the place.
 */
const shortEndings: readonly { readonly ends: string; readonly becomes: string }[] = [
  { ends: '社区居民委员会', becomes: '社区' },
  { ends: '社区村民委员会', becomes: '社区' },
  { ends: '社区居委会', becomes: '社区' },
  { ends: '社区村委会', becomes: '社区' },
  { ends: '嘎查村民委员会', becomes: '嘎查' },
  { ends: '嘎查村委会', becomes: '嘎查' },
  { ends: '村村民委员会', becomes: '村' },
  { ends: '村村委会', becomes: '村' },
  { ends: '村民委员会', becomes: '村' },
  { ends: '村委会', becomes: '村' },
  { ends: '居民委员会', becomes: '居委会' },
];

/** 「六联社区居委会」 → 「六联社区」, 「石门村委会」 → 「石门村」, 「东街居民委员会」 → 「东街居委会」. */
export const shortName = (official: string): string => {
  for (const { ends, becomes } of shortEndings)
    if (official.endsWith(ends) && official.length > ends.length) return official.slice(0, -ends.length) + becomes;
  return official;
};

/**
 * Kind of an official node by its own three digits (统计用区划代码和城乡划分代码编制规则, 国家统计局 2009):
 * streets 001–099, towns 100–199, townships 200–399, 400–599 areas that are like a street (开发区, 保税区, 农场);
 * communities 001–199, villages 200–399, 400–499 like a community, 500–599 like a village; 498 and 598 are virtual.
 */
export const officialKind = (code: string): string => {
  const own = Number(code.slice(-3));
  if (code.length === 9) return own < 100 ? 'street' : own < 200 ? 'town' : own < 400 ? 'township' : 'special';
  if (code.length === 12) {
    if (own === 498 || own === 598) return 'virtual';
    return own < 200 || (own >= 400 && own < 500) ? 'urban' : 'rural';
  }
  return 'ordinary';
};
