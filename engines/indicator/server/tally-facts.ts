import { type RawBuilder, sql as raw } from 'kysely';
import type { Sql } from '#platform/server/parts';
import { type FactIndicator, takesValues } from '#engines/indicator/model';
import {
  conditionOf,
  conditionSql,
  countedSql,
  dimensionsOf,
  type FactCondition,
  fromRow,
  kindsOf,
  type ReadDimension,
  withinKind,
} from './fact-condition.ts';
import { type Axis, axisKey, inSpan, type Span } from './span.ts';

/** A figure without its place. */
export interface Tally {
  readonly numerator: number;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly excluded: number;
}

/** Tallies of one indicator: by key on the axis (null: on none of its places), and of all together. */
export interface Tallies {
  readonly byKey: ReadonlyMap<string | null, Tally>;
  readonly whole: Tally;
}

/**
 * Counts facts for many indicators. The one seam between figures and the table of facts: a kept rollup
 * answers the same question from sums by day, place and dimensions, and counts only what came since.
 */
export type TallyFacts = (
  span: Omit<Span, 'time'>,
  axis: Axis,
  indicators: readonly FactIndicator[],
) => Promise<ReadonlyMap<FactIndicator, Tallies>>;

/** Values of facts that are taken together: all of an indicator's, or those on one side of its line. */
interface Measure {
  readonly indicator: FactIndicator;
  readonly part: 'numerator' | 'denominator';
}

/** What one scan over the facts of a kind found. */
interface KindFound {
  readonly kind: string;
  /** Which column counts a condition, by its JSON. */
  readonly counted: ReadonlyMap<string, number>;
  readonly measured: readonly Measure[];
  readonly rows: readonly KindRow[];
}

interface KindRow {
  readonly key: string | null;
  /** True for the row of all keys together, which averages and medians need: those of keys cannot be added up. */
  readonly whole: boolean;
  readonly counts: readonly number[];
  readonly values: readonly (number | null)[];
}

const aggregates: Readonly<Partial<Record<FactIndicator['kind'], RawBuilder<unknown>>>> = {
  median: raw`percentile_cont(0.5) within group (order by value)`,
  average: raw`avg(value::numeric)`,
};
const sumOf = raw`sum(value::numeric)`;
const aggregateOf = ({ kind }: FactIndicator): RawBuilder<unknown> => aggregates[kind] ?? sumOf;

const measuresOf = (indicator: FactIndicator, kind: string): readonly Measure[] =>
  takesValues(indicator)
    ? [
        ...(indicator.of.fact === kind ? [{ indicator, part: 'numerator' as const }] : []),
        ...(indicator.over?.fact === kind ? [{ indicator, part: 'denominator' as const }] : []),
      ]
    : [];

/** One scan over the facts of one kind, which reads each dimension of a fact once. */
const scanKind = async (
  sql: Sql,
  span: Span,
  axis: Axis,
  kind: string,
  conditions: readonly FactCondition[],
  measured: readonly Measure[],
): Promise<KindFound> => {
  const distinct = new Map(conditions.map((condition) => [JSON.stringify(condition), condition]));
  const asked = [...distinct.values()];
  const dimensions = dimensionsOf(asked);
  const read: ReadDimension = (dimension) => raw.ref(`d${dimensions.indexOf(dimension)}`);
  const axisOf = axisKey(axis, span);
  // One label for all of them, as nearly always: then the rows themselves are bounded.
  const most = Math.max(-1, ...conditions.map((condition) => condition.most));
  const even = conditions.every((condition) => condition.most === most);
  const filterOf = (condition: FactCondition) => (even ? countedSql : conditionSql)(condition, read);
  const takesValue = measured.length > 0 || asked.some(({ any }) => any.some((one) => one.value !== undefined));
  const columns = [
    raw`kind`,
    raw`${axisOf.column} as place`,
    ...(takesValue ? [raw`value`] : []),
    ...(even ? [] : [raw`sensitivity`]),
    ...dimensions.map((dimension) => raw`${fromRow(dimension)} as ${read(dimension)}`),
  ];
  const counts = asked.map((condition) => raw`count(*) filter (where ${filterOf(condition)})`);
  const values = measured.map(({ indicator, part }) => {
    const condition = conditionOf(indicator, part);
    return raw`(${aggregateOf(indicator)} filter (where ${condition ? filterOf(condition) : raw`false`}))::double precision`;
  });
  // Without `offset 0` the columns would be written out, and read from the JSON, wherever they are used.
  const { rows } = await raw<{ key: string | number | null; whole: number } & Pick<KindRow, 'counts' | 'values'>>`
    select key, ${measured.length > 0 ? raw`grouping(key)` : raw`0`} as whole,
      array[${raw.join(counts)}]::integer[] as counts,
      array[${values.length > 0 ? raw.join(values) : raw``}]::double precision[] as values
    from (
      select *, ${axisOf.key(raw.ref('place'))} as key
      from (select ${raw.join(columns)} from fact where ${inSpan(span, [kind])} and sensitivity <= ${most}::int offset 0) as facts
    ) as keyed
    group by ${measured.length > 0 ? raw`grouping sets ((key), ())` : raw`key`}
  `.execute(sql);
  return {
    kind,
    counted: new Map([...distinct.keys()].map((key, index) => [key, index])),
    measured,
    rows: rows.map((row) => ({ ...row, key: axisOf.read(row.key), whole: row.whole === 1 })),
  };
};

const valueOf = (indicator: FactIndicator, numerator: number, denominator: number): number | null => {
  if (indicator.kind === 'count') return numerator;
  return denominator === 0 ? null : numerator / denominator;
};

/** What was measured, as one value: nothing adds up to nought, and nothing can be divided by nought. */
const measuredValue = ({ kind }: FactIndicator, valueAt: (part: Measure['part']) => number | null): number | null => {
  const above = valueAt('numerator');
  if (kind === 'sum') return above ?? 0;
  if (kind !== 'sum-ratio') return above;
  const below = valueAt('denominator');
  return below ? (above ?? 0) / below : null;
};

/** The tally of an indicator from what the scans of the kinds found: at a key, or of all (`undefined`). */
const tallyOf = (indicator: FactIndicator, found: readonly KindFound[], key: string | null | undefined): Tally => {
  const count = (part: 'numerator' | 'denominator' | 'excluded'): number => {
    const condition = conditionOf(indicator, part);
    let total = 0;
    for (const { kind, counted, rows } of found) {
      const column = counted.get(JSON.stringify(withinKind(condition, kind)));
      if (column === undefined) continue;
      for (const row of rows)
        if (!row.whole && (key === undefined || row.key === key)) total += row.counts[column] ?? 0;
    }
    return total;
  };
  const [numerator, denominator, excluded] = [count('numerator'), count('denominator'), count('excluded')];
  if (!takesValues(indicator)) {
    const value = valueOf(indicator, numerator, denominator);
    return { numerator, denominator: indicator.kind === 'count' ? null : denominator, value, excluded };
  }
  const valueAt = (part: Measure['part']): number | null => {
    const isIt = (one: Measure): boolean => one.indicator === indicator && one.part === part;
    const scan = found.find((one) => one.measured.some(isIt));
    const row = scan?.rows.find((one) => (key === undefined ? one.whole : !one.whole && one.key === key));
    return row?.values[scan?.measured.findIndex(isIt) ?? -1] ?? null;
  };
  const value = measuredValue(indicator, valueAt);
  return { numerator, denominator, value, excluded };
};

const parts = ['numerator', 'denominator', 'excluded'] as const;

/** Straight from the facts: one scan for each kind of fact, by each of its two times, that the indicators look at. */
export const createTallyFacts =
  (sql: Sql): TallyFacts =>
  async (span, axis, indicators) => {
    const tallyBy = async (time: Span['time']): Promise<readonly (readonly [FactIndicator, Tallies])[]> => {
      const asked = indicators.filter((indicator) => indicator.period === time);
      const conditions = asked.flatMap((indicator) => parts.map((part) => conditionOf(indicator, part)));
      const found = await Promise.all(
        kindsOf(conditions).map((kind) =>
          scanKind(
            sql,
            { ...span, time },
            axis,
            kind,
            conditions.flatMap((condition) => withinKind(condition, kind) ?? []),
            asked.flatMap((indicator) => measuresOf(indicator, kind)),
          ),
        ),
      );
      const keys = new Set(found.flatMap(({ rows }) => rows.filter((row) => !row.whole).map((row) => row.key)));
      return asked.map((indicator) => [
        indicator,
        {
          byKey: new Map([...keys].map((key) => [key, tallyOf(indicator, found, key)])),
          whole: tallyOf(indicator, found, undefined),
        },
      ]);
    };
    return new Map((await Promise.all([tallyBy('at'), tallyBy('cohort')])).flat());
  };
