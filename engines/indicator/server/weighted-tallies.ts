import { type FactIndicator, type Indicator, isWeighted, type WeighedPart, weigh } from '#engines/indicator/model';
import type { Tallies, Tally } from './tally-facts.ts';

/** A tally of any figure; of a weighted one it counts parts: how many have a value, of how many. */
export interface AnyTally extends Tally {
  readonly parts?: readonly WeighedPart<Tally>[];
}

export interface AnyTallies {
  readonly byKey: ReadonlyMap<string | null, AnyTally>;
  readonly whole: AnyTally;
}

/** What a figure is made of, with weights. */
export type PartsOfFigure = (
  indicator: Indicator,
) => readonly { readonly indicator: FactIndicator; readonly weight: number }[];

export const emptyTally = ({ kind }: FactIndicator): Tally => ({
  numerator: 0,
  denominator: kind === 'count' ? null : 0,
  value: kind === 'count' || kind === 'sum' ? 0 : null,
  excluded: 0,
});

/** The figures that facts have to be counted for: those asked for, and the parts of weighted ones. */
export const countedFor = (indicators: readonly Indicator[], partsOf: PartsOfFigure): readonly FactIndicator[] => [
  ...new Set(
    indicators.flatMap((indicator) =>
      isWeighted(indicator) ? partsOf(indicator).map((part) => part.indicator) : [indicator],
    ),
  ),
];

/** The tallies of any figure from those of what facts were counted for: at each key on which one of its parts has any. */
export const talliesOf = (
  indicator: Indicator,
  counted: ReadonlyMap<FactIndicator, Tallies>,
  partsOf: PartsOfFigure,
): AnyTallies => {
  if (!isWeighted(indicator))
    return counted.get(indicator) ?? { byKey: new Map<string | null, Tally>(), whole: emptyTally(indicator) };
  const parts = partsOf(indicator);
  const weighed = (tallyOf: (part: FactIndicator) => Tally | undefined): AnyTally => {
    const { value, parts: all } = weigh(
      parts.map((part) => ({ ...part, figure: tallyOf(part.indicator) ?? emptyTally(part.indicator) })),
    );
    const numerator = all.filter((part) => part.missing === null).length;
    return { numerator, denominator: all.length, value, excluded: 0, parts: all };
  };
  const keys = new Set(parts.flatMap((part) => [...(counted.get(part.indicator)?.byKey.keys() ?? [])]));
  return {
    byKey: new Map([...keys].map((key) => [key, weighed((part) => counted.get(part)?.byKey.get(key))])),
    whole: weighed((part) => counted.get(part)?.whole),
  };
};

/** Where nothing was counted. */
export const nothingOf = (indicator: Indicator, partsOf: PartsOfFigure): AnyTally =>
  talliesOf(indicator, new Map(), partsOf).whole;
