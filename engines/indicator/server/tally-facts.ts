import { sql as raw } from 'kysely';
import type { Sql } from '#platform/server/parts';
import type { Indicator } from '#engines/indicator/model';
import { conditionOf, conditionSql, type FactCondition, kindsOf, takesValues } from './fact-condition.ts';
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
  indicators: readonly Indicator[],
) => Promise<ReadonlyMap<Indicator, Tallies>>;

const ratioOf = (numerator: number, denominator: number | null): number | null =>
  denominator ? numerator / denominator : null;

const countTally = (indicator: Indicator, numerator: number, denominator: number, excluded: number): Tally =>
  indicator.kind === 'ratio'
    ? { numerator, denominator, value: ratioOf(numerator, denominator), excluded }
    : { numerator, denominator: null, value: numerator, excluded };

/** Counts and ratios: one scan for all of them, each part a filtered count; equal parts are counted once. */
const tallyCounts = async (
  sql: Sql,
  span: Span,
  axis: Axis,
  indicators: readonly Indicator[],
): Promise<ReadonlyMap<Indicator, Tallies>> => {
  const conditions = new Map<string, FactCondition>();
  const columnOf = (condition: FactCondition | null): number => {
    if (!condition) return -1;
    const key = JSON.stringify(condition);
    conditions.set(key, condition);
    return [...conditions.keys()].indexOf(key);
  };
  const columns = indicators.map((indicator) =>
    (['numerator', 'denominator', 'excluded'] as const).map((part) => columnOf(conditionOf(indicator, part))),
  );
  const asked = [...conditions.values()];
  const counts = asked.map((condition) => raw`count(*) filter (where ${conditionSql(condition)})`);
  const { rows } = await raw<{ key: string | null; counts: readonly number[] }>`
    select ${axisKey(axis, span)} as key, array[${raw.join(counts)}]::integer[] as counts
    from fact where ${inSpan(span, kindsOf(asked))} group by 1
  `.execute(sql);
  return new Map(
    indicators.map((indicator, index) => {
      const [numerator = -1, denominator = -1, excluded = -1] = columns[index] ?? [];
      const tally = (from: readonly (readonly number[])[]): Tally => {
        const sum = (column: number): number => from.reduce((total, row) => total + (row[column] ?? 0), 0);
        return countTally(indicator, sum(numerator), sum(denominator), sum(excluded));
      };
      return [
        indicator,
        {
          byKey: new Map(rows.map((row) => [row.key, tally([row.counts])])),
          whole: tally(rows.map((row) => row.counts)),
        },
      ];
    }),
  );
};

/** Averages and medians cannot be added up, so the whole is computed beside the keys, in the same scan. */
const tallyValues = async (sql: Sql, span: Span, axis: Axis, indicator: Indicator): Promise<Tallies> => {
  const taken = conditionOf(indicator, 'numerator');
  const left = conditionOf(indicator, 'excluded');
  if (!taken || !left) throw new Error(`${indicator.id} takes no values`);
  const value =
    indicator.kind === 'median'
      ? raw`percentile_cont(0.5) within group (order by value) filter (where taken)`
      : raw`(avg(value::numeric) filter (where taken))::double precision`;
  const { rows } = await raw<{ key: string | null; whole: number; n: number; excluded: number; value: number | null }>`
    select key, grouping(key) as whole, count(*) filter (where taken) as n, count(*) filter (where left_out) as excluded,
      ${value} as value
    from (
      select ${axisKey(axis, span)} as key, value, ${conditionSql(taken)} as taken, ${conditionSql(left)} as left_out
      from fact where ${inSpan(span, kindsOf([taken, left]))}
    ) as found
    group by grouping sets ((key), ())
  `.execute(sql);
  const tally = (row: (typeof rows)[number] | undefined): Tally => ({
    numerator: row?.n ?? 0,
    denominator: row?.n ?? 0,
    value: row?.value ?? null,
    excluded: row?.excluded ?? 0,
  });
  return {
    byKey: new Map(rows.filter((row) => row.whole === 0).map((row) => [row.key, tally(row)])),
    whole: tally(rows.find((row) => row.whole === 1)),
  };
};

/** Straight from the facts: one scan for all counts and ratios that go by the same time, one for each average or median. */
export const createTallyFacts =
  (sql: Sql): TallyFacts =>
  async (span, axis, indicators) => {
    const found = await Promise.all([
      ...(['at', 'cohort'] as const).map((time) => {
        const counted = indicators.filter((one) => !takesValues(one) && one.period === time);
        return counted.length > 0 ? tallyCounts(sql, { ...span, time }, axis, counted) : new Map<Indicator, Tallies>();
      }),
      ...indicators
        .filter(takesValues)
        .map(
          async (indicator) =>
            new Map([[indicator, await tallyValues(sql, { ...span, time: indicator.period }, axis, indicator)]]),
        ),
    ]);
    return new Map(found.flatMap((map) => [...map]));
  };
