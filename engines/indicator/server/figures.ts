import { DomainError } from '#kernel/domain-error';
import { type DateText, type Instant, plusDays, weekday } from '#kernel/instant';
import { label, type Label } from '#kernel/label';
import type { Parts } from '#platform/server/parts';
import type { Figure, Indicator } from '#engines/indicator/model';
import type { FigurePlace, IndicatorPorts } from './ports.ts';
import type { Division } from './span.ts';
import type { TallyFacts } from './tally-facts.ts';
import {
  type AnyTallies,
  type AnyTally,
  countedFor,
  nothingOf,
  type PartsOfFigure,
  talliesOf,
} from './weighted-tallies.ts';

export interface FigureQuestion {
  readonly indicators: readonly Indicator[];
  readonly at: FigurePlace;
  /** Days of China; `to` is exclusive. */
  readonly from: DateText;
  readonly to: DateText;
  /** A territory level below: a row for each of its nodes, also those without any fact. */
  readonly by?: string | undefined;
  readonly trend?: TrendUnit | undefined;
  readonly dimension?: string | undefined;
  /** Under the division in force (default), or each fact where it was recorded. */
  readonly division?: Division | undefined;
}

export type TrendUnit = 'day' | 'week' | 'month';

export interface PlacedFigure extends Figure {
  readonly indicator: Indicator;
  /** Of a weighted figure: what it is made of. Numerator and denominator count them then. */
  readonly parts?: AnyTally['parts'];
  readonly code: string;
  /** Lies at the node itself and in no row below. */
  readonly own: boolean;
}

export interface FigureAnswer {
  readonly asOf: Instant;
  /** At the node itself. */
  readonly whole: readonly PlacedFigure[];
  /** By the level asked for; empty without one. */
  readonly rows: readonly PlacedFigure[];
  readonly trend: readonly { readonly indicator: Indicator; readonly start: DateText; readonly tally: AnyTally }[];
  readonly groups: readonly {
    readonly indicator: Indicator;
    readonly key: string;
    readonly name: Label;
    readonly tally: AnyTally;
  }[];
}

/** Facts at the node itself, or in a part of it that no node of the level covers: rows add up to the whole. */
export const notPlacedBelow = label('未落到下级区域', 'Not placed below');
const notStated = label('未注明', 'Not stated');

/** The first day of the day, week (from Monday) or month that holds a day. */
const startOf = (unit: TrendUnit, day: DateText): DateText => {
  if (unit === 'day') return day;
  return unit === 'week' ? plusDays(day, 1 - weekday(day)) : `${day.slice(0, 8)}01`;
};
const nextStart = (unit: TrendUnit, start: DateText): DateText => {
  if (unit === 'month') return startOf('month', plusDays(start, 31));
  return plusDays(start, unit === 'week' ? 7 : 1);
};
/** Starts of all days, weeks or months that a period touches. */
export const startsIn = (unit: TrendUnit, from: DateText, to: DateText): readonly DateText[] => {
  const starts: DateText[] = [];
  for (let start = startOf(unit, from); start < to; start = nextStart(unit, start)) starts.push(start);
  return starts;
};

/** A longer trend would be a list nobody reads, and a way to keep the server busy. */
const mostPoints = 1100;

const rowsOf = (
  indicator: Indicator,
  tallies: AnyTallies,
  none: AnyTally,
  at: FigurePlace,
  children: readonly FigurePlace[],
): readonly PlacedFigure[] => {
  const rows: PlacedFigure[] = children.map(({ path, code, name }) => ({
    indicator,
    path,
    code,
    name,
    own: false,
    ...(tallies.byKey.get(path) ?? none),
  }));
  const own = tallies.byKey.get(null);
  if (own && own.numerator + (own.denominator ?? 0) + own.excluded > 0)
    rows.push({ indicator, path: at.path, code: at.code, name: notPlacedBelow.zh, own: true, ...own });
  return rows;
};

/** Most first; what nobody stated comes last. */
const inOrder = ([key, one]: [string | null, AnyTally], [otherKey, other]: [string | null, AnyTally]): number => {
  if (!key || !otherKey) return key ? -1 : 1;
  return other.numerator - one.numerator || (key < otherKey ? -1 : 1);
};

/** Nodes of a level: those of today, or all that there were at some time in the period. */
export const childrenOf = (
  ports: Pick<IndicatorPorts, 'childrenAtLevel' | 'childrenBetween'>,
  asked: Pick<FigureQuestion, 'at' | 'from' | 'to'> & { readonly by: string; readonly division: Division },
): Promise<readonly FigurePlace[]> =>
  asked.division === 'now'
    ? ports.childrenAtLevel(asked.at.path, asked.by)
    : ports.childrenBetween(asked.at.path, asked.by, asked.from, asked.to);

export const createFigures =
  (parts: Pick<Parts, 'clock'>, ports: IndicatorPorts, tallyFacts: TallyFacts, partsOf: PartsOfFigure) =>
  async (question: FigureQuestion): Promise<FigureAnswer> => {
    const { indicators, at, from, to, by, trend, dimension, division = 'now' } = question;
    if (from >= to) throw new DomainError('figure.period-empty', {}, { field: 'to' });
    const starts = trend ? startsIn(trend, from, to) : [];
    if (starts.length > mostPoints)
      throw new DomainError('figure.trend-too-long', { most: mostPoints }, { field: 'trend' });
    const asOf = parts.clock();
    const span = { path: at.path, from, to, division };
    const children = by === undefined ? [] : await childrenOf(ports, { at, from, to, by, division });
    const counted = countedFor(indicators, partsOf);
    const [placed, timed, grouped] = await Promise.all([
      tallyFacts(
        span,
        by === undefined ? { by: 'nothing' } : { by: 'place', places: children.map((child) => child.path) },
        counted,
      ),
      trend && tallyFacts(span, { by: 'time', unit: trend }, counted),
      dimension !== undefined ? tallyFacts(span, { by: 'dimension', dimension }, counted) : undefined,
    ]);
    const keys = grouped ? [...grouped.values()].flatMap((one) => [...one.byKey.keys()]) : [];
    const names =
      dimension === undefined
        ? new Map<string, Label>()
        : await ports.namesOfValues(dimension, [...new Set(keys.filter((key): key is string => Boolean(key)))]);

    const over = (indicator: Indicator, found: typeof placed | undefined): AnyTallies =>
      talliesOf(indicator, found ?? new Map(), partsOf);
    return {
      asOf,
      whole: indicators.map((indicator) => ({
        indicator,
        path: at.path,
        code: at.code,
        name: at.name,
        own: false,
        ...over(indicator, placed).whole,
      })),
      rows:
        by === undefined
          ? []
          : indicators.flatMap((one) => rowsOf(one, over(one, placed), nothingOf(one, partsOf), at, children)),
      trend: indicators.flatMap((indicator) => {
        const { byKey } = over(indicator, timed);
        const none = nothingOf(indicator, partsOf);
        // The first part of a period may begin within a week or month.
        return starts.map((start) => ({
          indicator,
          start: start < from ? from : start,
          tally: byKey.get(start) ?? none,
        }));
      }),
      groups: indicators.flatMap((indicator) =>
        [...over(indicator, grouped).byKey]
          .filter(([, tally]) => tally.numerator + (tally.denominator ?? 0) > 0)
          .sort(inOrder)
          .map(([key, tally]) => ({
            indicator,
            key: key ?? '',
            name: key ? (names.get(key) ?? label(key, key)) : notStated,
            tally,
          })),
      ),
    };
  };

export type Figures = ReturnType<typeof createFigures>;
