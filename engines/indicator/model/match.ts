import type { FactFilter, Indicator } from './indicator.ts';

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

const takesValues = (indicator: Indicator): boolean => indicator.kind === 'average' || indicator.kind === 'median';

/**
 * The parts of a figure that a fact belongs to. What is excluded counts nowhere else; a fact whose value
 * nobody knows is excluded from averages and medians.
 */
export const partsOf = (indicator: Indicator, fact: CountedFact): readonly FigurePart[] => {
  if ((indicator.excluded ?? []).some((exclusion) => matches(exclusion, fact))) return ['excluded'];
  const counted = matches(indicator.of, fact);
  if (takesValues(indicator)) {
    if (!counted) return [];
    return fact.value === null ? ['excluded'] : ['numerator', 'denominator'];
  }
  if (indicator.kind === 'count') return counted ? ['numerator'] : [];
  const below = indicator.over !== undefined && matches(indicator.over, fact);
  return [...(counted ? (['numerator'] as const) : []), ...(below ? (['denominator'] as const) : [])];
};
