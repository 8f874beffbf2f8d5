import { type RawBuilder, sql as raw } from 'kysely';
import { rankOf } from '#kernel/sensitivity';
import { areApart, type FactFilter, type FactIndicator, type FigurePart, takesValues } from '#engines/indicator/model';

/**
 * Which facts are a part of a figure, for SQL: one of `any`, and none of `none`. Figures and their
 * drill-down are made from the same conditions, so that they cannot differ.
 */
export interface FactCondition {
  readonly any: readonly { readonly filter: FactFilter; readonly value?: 'known' | 'unknown' }[];
  readonly none: readonly FactFilter[];
  /** Rank of the highest label that is counted. */
  readonly most: number;
}

/** Facts above the figure's own label are not counted. */
export const mostOf = (indicator: FactIndicator): number => rankOf(indicator.sensitivity ?? 'internal');

/** Null when the figure has no such part. See `partsOf` in the model for the rule in plain words. */
export const conditionOf = (indicator: FactIndicator, part: FigurePart): FactCondition | null => {
  const exclusions = indicator.excluded ?? [];
  const most = mostOf(indicator);
  const without = (filter: FactFilter): readonly FactFilter[] =>
    exclusions.filter((exclusion) => !areApart(exclusion, filter));
  if (part === 'excluded') {
    const taken = [indicator.of, ...(indicator.over ? [indicator.over] : [])];
    const unknown = takesValues(indicator) ? taken.map((filter) => ({ filter, value: 'unknown' as const })) : [];
    const any = [...exclusions.map((filter) => ({ filter })), ...unknown];
    return any.length > 0 ? { any, none: [], most } : null;
  }
  const below = indicator.over ?? (takesValues(indicator) ? indicator.of : undefined);
  const filter = part === 'numerator' ? indicator.of : below;
  if (!filter) return null;
  const known = takesValues(indicator) ? { value: 'known' as const } : {};
  return { any: [{ filter, ...known }], none: without(filter), most };
};

export const kindsOf = (conditions: readonly (FactCondition | null)[]): readonly string[] => [
  ...new Set(conditions.flatMap((condition) => condition?.any.map((one) => one.filter.fact) ?? [])),
];

/** How a dimension is read, as SQL: from the row, or from a column that has it already. */
export type ReadDimension = (dimension: string) => RawBuilder<unknown>;

export const fromRow: ReadDimension = (dimension) => raw`coalesce(dims ->> ${dimension}, '')`;

const filterSql = ({ fact, where }: FactFilter, read: ReadDimension): RawBuilder<boolean> =>
  raw<boolean>`(${raw.join(
    [
      raw`kind = ${fact}`,
      ...Object.entries(where ?? {}).map(([dimension, [first = '', ...more]]) =>
        more.length === 0
          ? raw`${read(dimension)} = ${first}`
          : raw`${read(dimension)} = any(${[first, ...more]}::text[])`,
      ),
    ],
    raw` and `,
  )})`;

const valueSql = { known: raw` and value is not null`, unknown: raw` and value is null` };

/** The condition over the columns kind, dims, value, sensitivity of `fact`. Never null in the sense of SQL. */
export const conditionSql = (condition: FactCondition, read: ReadDimension = fromRow): RawBuilder<boolean> =>
  raw<boolean>`(${countedSql(condition, read)} and sensitivity <= ${condition.most}::int)`;

/** As `conditionSql`, of facts that are known to have no higher label. */
export const countedSql = (condition: FactCondition, read: ReadDimension = fromRow): RawBuilder<boolean> => {
  const any = condition.any.map(
    ({ filter, value }) => raw`(${filterSql(filter, read)}${value ? valueSql[value] : raw``})`,
  );
  const some = raw<boolean>`(${raw.join(any, raw` or `)})`;
  if (condition.none.length === 0) return some;
  const none = condition.none.map((filter) => filterSql(filter, read));
  return raw<boolean>`(${some} and not (${raw.join(none, raw` or `)}))`;
};

/** What of a condition facts of one kind can meet; null when they never do. */
export const withinKind = (condition: FactCondition | null, kind: string): FactCondition | null => {
  const any = condition?.any.filter(({ filter }) => filter.fact === kind) ?? [];
  if (any.length === 0) return null;
  return { any, none: condition?.none.filter((filter) => filter.fact === kind) ?? [], most: condition?.most ?? -1 };
};

export const dimensionsOf = (conditions: readonly FactCondition[]): readonly string[] => [
  ...new Set(
    conditions
      .flatMap(({ any, none }) => [...any.map((one) => one.filter), ...none])
      .flatMap((filter) => Object.keys(filter.where ?? {})),
  ),
];
