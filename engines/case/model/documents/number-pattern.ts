import { fill } from '#kernel/label';
import type { CaseDocument, DocumentNumber } from './document.ts';

/** Id under which a document is counted: its own, or that of the series whose number it shares. */
export const seriesOf = (document: Pick<CaseDocument, 'id' | 'number'>): string =>
  document.number?.series ?? document.id;

/** `（2026）槐荫社区人调字第3号`. */
export const numberText = (
  { pattern }: DocumentNumber,
  { year, place, n }: { readonly year: number; readonly place: string; readonly n: number },
): string => fill(pattern, { year, place, n });

const known = new Set(['year', 'place', 'n']);

export const patternProblems = ({ pattern, per }: DocumentNumber): readonly string[] => {
  const holes = [...pattern.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name);
  return [
    holes.includes('n') ? [] : ['the pattern needs {n}'],
    holes.includes('year') ? [] : ['the pattern needs {year}: counting begins anew each year'],
    // Two bodies would give the same number to two matters.
    per === 'district' || holes.includes('place') ? [] : [`counted per ${per}, the pattern needs {place}`],
    holes.filter((hole) => !known.has(hole)).map((hole) => `unknown hole {${hole}}`),
  ].flat();
};
