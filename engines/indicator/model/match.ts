import type { FactFilter, FactIndicator, Indicator } from './indicator.ts';

/** A fact as far as filters look at it. */
export interface CountedFact {
  readonly kind: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly value: number | null;
}

/** What a fact is to a figure; each opens to its facts. */
export type FigurePart = 'numerator' | 'denominator' | 'excluded';

export const matches = (filter: FactFilter, fact: Pick<CountedFact, 'kind' | 'dims'>): boolean =>
  fact.kind === filter.fact &&
  Object.entries(filter.where ?? {}).every(([dimension, values]) => values.includes(fact.dims[dimension] ?? ''));

/** True when no fact can match both, as far as the filters themselves tell. */
export const areApart = (one: FactFilter, other: FactFilter): boolean =>
  one.fact !== other.fact ||
  Object.entries(one.where ?? {}).some(([dimension, values]) => {
    const others = other.where?.[dimension];
    return others !== undefined && !values.some((value) => others.includes(value));
  });

/** Whether a figure is made of the values of facts, not of their number. */
export const takesValues = ({ kind }: Pick<Indicator, 'kind'>): boolean => kind !== 'count' && kind !== 'ratio';

/**
 * The parts of a figure that a fact belongs to. What is excluded counts nowhere else; a fact whose value
 * nobody knows is excluded from figures that are made of values.
 */
export const partsOf = (indicator: FactIndicator, fact: CountedFact): readonly FigurePart[] => {
  if ((indicator.excluded ?? []).some((exclusion) => matches(exclusion, fact))) return ['excluded'];
  const counted = matches(indicator.of, fact);
  const below = indicator.over ? matches(indicator.over, fact) : takesValues(indicator) && counted;
  if (takesValues(indicator) && fact.value === null) return counted || below ? ['excluded'] : [];
  return [...(counted ? (['numerator'] as const) : []), ...(below ? (['denominator'] as const) : [])];
};
