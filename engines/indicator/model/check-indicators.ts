import type { DefinitionProblem, SectionChecker } from '#kernel/pack-loader';
import type { FactFilter, Indicator } from './indicator.ts';

/** Kinds of facts that engines make, with the dimensions of each. */
export interface FactKind {
  readonly kind: string;
  readonly dims: readonly string[];
}

const filterProblems = (
  filter: FactFilter,
  path: string,
  kinds: readonly FactKind[] | undefined,
  say: (path: string, message: string) => DefinitionProblem,
): readonly DefinitionProblem[] => {
  const kind = kinds?.find((one) => one.kind === filter.fact);
  if (kinds && !kind) return [say(`${path}.fact`, `no engine makes facts of the kind ${filter.fact}`)];
  return Object.entries(filter.where ?? {}).flatMap(([dimension, values]) => [
    ...(kind && !kind.dims.includes(dimension)
      ? [say(`${path}.where.${dimension}`, `facts of the kind ${filter.fact} have no dimension ${dimension}`)]
      : []),
    ...(values.length === 0 ? [say(`${path}.where.${dimension}`, 'no value is allowed, so nothing is counted')] : []),
  ]);
};

const isText = (text: { zh: string; en: string } | undefined): boolean => Boolean(text?.zh && text.en);

const problemsOf = (indicator: Indicator, kinds: readonly FactKind[] | undefined): readonly DefinitionProblem[] => {
  const say = (path: string, message: string): DefinitionProblem => ({ id: indicator.id, path, message });
  const ratio = indicator.kind === 'ratio' || indicator.kind === 'sum-ratio';
  return [
    /^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$/.test(indicator.id) ? [] : say('id', 'has the form <pack>.<name>'),
    isText(indicator.name) ? [] : say('name', 'a text in zh and en is needed'),
    isText(indicator.definition) ? [] : say('definition', 'a text in zh and en is needed'),
    ratio === (indicator.over !== undefined) ? [] : say('over', 'a ratio has a denominator, nothing else has'),
    ratio === (indicator.unit === 'percent') ? [] : say('unit', 'a ratio is given in percent, nothing else is'),
    Number.isInteger(indicator.digits) && indicator.digits >= 0 && indicator.digits <= 4
      ? []
      : say('digits', 'a whole number from 0 to 4 is needed'),
    indicator.kind === 'count' && indicator.digits !== 0 ? say('digits', 'a count has no digits after the point') : [],
    indicator.minimum === undefined || (Number.isInteger(indicator.minimum) && indicator.minimum > 0)
      ? []
      : say('minimum', 'a whole number above zero is needed'),
    (indicator.sensitivity === 'key-persons') === (indicator.audience ?? []).length > 0
      ? []
      : say('audience', 'a figure of key persons names the roles that may know it, no other does'),
    filterProblems(indicator.of, 'of', kinds, say),
    indicator.over ? filterProblems(indicator.over, 'over', kinds, say) : [],
    (indicator.excluded ?? []).map((exclusion, index) => [
      ...filterProblems(exclusion, `excluded[${index}]`, kinds, say),
      ...(isText(exclusion.reason) ? [] : [say(`excluded[${index}].reason`, 'a text in zh and en is needed')]),
    ]),
  ].flat(2);
};

/**
 * Checker of the section `indicators`.
 * @param kinds of facts; without them filters are not checked against what engines make
 */
export const indicatorChecker =
  (kinds?: readonly FactKind[]): SectionChecker<Indicator> =>
  (indicators) =>
    indicators.flatMap((indicator) => problemsOf(indicator, kinds));
