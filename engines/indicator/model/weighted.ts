import { type Label, label } from '#kernel/label';
import type { CodeList } from '#fields/field';
import type { FactIndicator, Indicator, WeightedIndicator, WeightedPart } from './indicator.ts';
import { decimalOf, type Fraction, roundHalfUp } from './rounding.ts';
import { type FigureNumbers, isFew } from './text-of.ts';

export const isWeighted = (indicator: Indicator): indicator is WeightedIndicator => indicator.kind === 'weighted';

/** The parts with their weights: as declared, or as the code list holds them. Unknown lists and weights that are none give none. */
export const declaredParts = (
  { parts }: Pick<WeightedIndicator, 'parts'>,
  findList: (id: string) => CodeList | undefined,
): readonly WeightedPart[] => {
  if (typeof parts !== 'string') return parts;
  return (findList(parts)?.items ?? []).map(({ code, extra }) => ({
    indicator: code,
    weight: typeof extra?.['weight'] === 'number' ? extra['weight'] : Number.NaN,
  }));
};

/** A part with its own figure, and why it cannot be weighed. */
export interface WeighedPart<Numbers extends FigureNumbers = FigureNumbers> {
  readonly indicator: FactIndicator;
  readonly weight: number;
  readonly figure: Numbers;
  /** Null when it has a value. */
  readonly missing: Label | null;
}

const missingOf = (indicator: FactIndicator, figure: FigureNumbers): Label | null => {
  const { numerator, denominator, value } = figure;
  if (value === null) return label('没有可以计算的数据', 'nothing to count');
  if (!isFew(indicator, figure)) return null;
  const n = denominator ?? numerator;
  return label(
    `数量过少（${n} 件，至少 ${indicator.minimum} 件）`,
    `too few (${n}, at least ${indicator.minimum} are needed)`,
  );
};

/** In points of a hundred: a ratio from its two counts, points as they are. */
const pointsOf = (indicator: FactIndicator, { numerator, denominator, value }: FigureNumbers): Fraction =>
  indicator.kind === 'ratio'
    ? { numerator: BigInt(numerator) * 100n, denominator: BigInt(denominator ?? 1) }
    : decimalOf(value ?? 0);

/** Digits that are kept of the weighted mean: more than any figure prints. */
const KEPT = 10;

/**
 * The weighted mean of figures that belong together.
 * @returns null as value when a part has none; the parts say why
 */
export const weigh = <Numbers extends FigureNumbers>(
  parts: readonly { readonly indicator: FactIndicator; readonly weight: number; readonly figure: Numbers }[],
): { readonly value: number | null; readonly parts: readonly WeighedPart<Numbers>[] } => {
  const weighed = parts.map((part) => ({ ...part, missing: missingOf(part.indicator, part.figure) }));
  if (weighed.length === 0 || weighed.some(({ missing }) => missing !== null)) return { value: null, parts: weighed };
  let above: Fraction = { numerator: 0n, denominator: 1n };
  let whole: Fraction = { numerator: 0n, denominator: 1n };
  for (const { indicator, weight, figure } of weighed) {
    const share = decimalOf(weight);
    const points = pointsOf(indicator, figure);
    above = sum(above, {
      numerator: share.numerator * points.numerator,
      denominator: share.denominator * points.denominator,
    });
    whole = sum(whole, share);
  }
  const mean = { numerator: above.numerator * whole.denominator, denominator: above.denominator * whole.numerator };
  return { value: Number(roundHalfUp(mean, KEPT).replaceAll(',', '')), parts: weighed };
};

const sum = (one: Fraction, other: Fraction): Fraction => ({
  numerator: one.numerator * other.denominator + other.numerator * one.denominator,
  denominator: one.denominator * other.denominator,
});
