import type { PairCensus } from './pair-census.ts';

/**
 * Names of the units of a file, by their codes: the most frequent spelling each. Where two units would
 * bear one name (two 城建办), each takes the spelling that says more, or its code behind the name.
 */
export const unitNames = (census: PairCensus, isMissing: (name: string) => boolean): ReadonlyMap<string, string> => {
  const chosen = new Map<string, string>();
  for (const code of census.codes) {
    const name = census.spellingsOf(code).find((one) => !isMissing(one));
    if (name !== undefined) chosen.set(code, name);
  }
  const bearers = new Map<string, string[]>();
  for (const [code, name] of chosen) bearers.set(name, [...(bearers.get(name) ?? []), code]);
  for (const [name, codes] of bearers) {
    if (codes.length < 2) continue;
    for (const code of codes) {
      const longer = census.spellingsOf(code).find((one) => one !== name && one.startsWith(name));
      chosen.set(code, longer ?? `${name}（${code}）`);
    }
  }
  return chosen;
};
