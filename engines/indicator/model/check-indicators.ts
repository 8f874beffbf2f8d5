import type { DefinitionProblem, SectionChecker } from '#kernel/pack-loader';
import type { CodeList } from '#fields/field';
import { rankOf } from '#kernel/sensitivity';
import type { FactFilter, FactIndicator, Indicator, WeightedIndicator } from './indicator.ts';
import { declaredParts, isWeighted } from './weighted.ts';

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

type Say = (path: string, message: string) => DefinitionProblem;

/** What every figure says of itself. */
const describedProblems = (indicator: Indicator, say: Say): readonly DefinitionProblem[] =>
  [
    /^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$/.test(indicator.id) ? [] : say('id', 'has the form <pack>.<name>'),
    isText(indicator.name) ? [] : say('name', 'a text in zh and en is needed'),
    isText(indicator.definition) ? [] : say('definition', 'a text in zh and en is needed'),
    Number.isInteger(indicator.digits) && indicator.digits >= 0 && indicator.digits <= 4
      ? []
      : say('digits', 'a whole number from 0 to 4 is needed'),
    (indicator.sensitivity === 'key-persons') === (indicator.audience ?? []).length > 0
      ? []
      : say('audience', 'a figure of key persons names the roles that may know it, no other does'),
  ].flat();

/** Parts exist, can be added up in points, and are no more secret than the whole. */
const weightedProblems = (
  indicator: WeightedIndicator,
  all: ReadonlyMap<string, Indicator>,
  findList: (id: string) => CodeList | undefined,
): readonly DefinitionProblem[] => {
  const say: Say = (path, message) => ({ id: indicator.id, path, message });
  const parts = declaredParts(indicator, findList);
  return [
    ...describedProblems(indicator, say),
    ...(parts.length === 0 ? [say('parts', 'there is nothing to weigh')] : []),
    ...(new Set(parts.map((part) => part.indicator)).size < parts.length ? [say('parts', 'a part stands twice')] : []),
    ...(indicator.better === 'higher' ? [] : [say('better', 'the more points the better')]),
    ...parts.flatMap(({ indicator: id, weight }, index): DefinitionProblem[] => {
      const part = all.get(id);
      const path = `parts[${index}]`;
      return [
        ...(weight > 0 && Number.isFinite(weight) ? [] : [say(`${path}.weight`, 'a number above nought is needed')]),
        ...(!part || isWeighted(part) ? [say(path, `there is no figure ${id} made of facts`)] : []),
        ...(part && !isWeighted(part) && (part.better !== 'higher' || (part.kind !== 'ratio' && part.unit !== 'points'))
          ? [say(path, `${id} is neither a share nor points of which more is better`)]
          : []),
        ...(part && rankOf(part.sensitivity ?? 'internal') > rankOf(indicator.sensitivity ?? 'internal')
          ? [say(path, `${id} has a higher label than the figure made of it`)]
          : []),
      ];
    }),
  ];
};

const problemsOf = (indicator: FactIndicator, kinds: readonly FactKind[] | undefined): readonly DefinitionProblem[] => {
  const say: Say = (path, message) => ({ id: indicator.id, path, message });
  const ratio = indicator.kind === 'ratio' || indicator.kind === 'sum-ratio';
  return [
    describedProblems(indicator, say),
    ratio === (indicator.over !== undefined) ? [] : say('over', 'a ratio has a denominator, nothing else has'),
    ratio === (indicator.unit === 'percent') ? [] : say('unit', 'a ratio is given in percent, nothing else is'),
    indicator.kind === 'count' && indicator.digits !== 0 ? say('digits', 'a count has no digits after the point') : [],
    indicator.minimum === undefined || (Number.isInteger(indicator.minimum) && indicator.minimum > 0)
      ? []
      : say('minimum', 'a whole number above zero is needed'),
    filterProblems(indicator.of, 'of', kinds, say),
    indicator.over ? filterProblems(indicator.over, 'over', kinds, say) : [],
    (indicator.excluded ?? []).map((exclusion, index) => [
      ...filterProblems(exclusion, `excluded[${index}]`, kinds, say),
      ...(isText(exclusion.reason) ? [] : [say(`excluded[${index}].reason`, 'a text in zh and en is needed')]),
    ]),
  ].flat(2);
};

/**
 * Checker of the section `indicators`; weights may stand in a code list (section `codeLists`).
 * @param kinds of facts; without them filters are not checked against what engines make
 */
export const indicatorChecker =
  (kinds?: readonly FactKind[]): SectionChecker<Indicator> =>
  (indicators, context) => {
    const all = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    const lists = new Map(context.all<CodeList>('codeLists').map((list) => [list.id, list]));
    return indicators.flatMap((indicator) =>
      isWeighted(indicator) ? weightedProblems(indicator, all, (id) => lists.get(id)) : problemsOf(indicator, kinds),
    );
  };
