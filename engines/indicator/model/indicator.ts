import type { Label } from '#kernel/label';
import type { Sensitivity } from '#kernel/sensitivity';

/** One definition of a figure (指标), used by dashboards, assessments and reports alike. */
export type Indicator = FactIndicator | WeightedIndicator;

/** What every figure says of itself. */
interface Described {
  /** `<pack>.<name>`, such as `grid.overtime_rate`. */
  readonly id: string;
  readonly name: Label;
  /** The rule in a sentence: what is counted, over what, what is left out. */
  readonly definition: Label;
  /** Digits after the point when printed; rounding is half up, on the exact value. */
  readonly digits: number;
  readonly better: 'higher' | 'lower' | 'none';
  /** Stands on the first page of the dashboard; the others are found by their pack. */
  readonly headline?: true;
  /**
   * Label of the figure; `internal` unless told. Facts above it are not counted, and whoever lacks the clearance
   * does not learn that there is such a figure.
   */
  readonly sensitivity?: Sensitivity;
  /** Roles that may know a figure of key persons; needed with that label, and only then. */
  readonly audience?: readonly string[];
}

/**
 * A figure that counts facts; `period` says by which of a fact's two times: `at` (when it happened) or
 * `cohort` (when its matter was reported). Stock figures look at everything up to a moment.
 */
export interface FactIndicator extends Described {
  /**
   * `ratio` counts facts above and below the line; `sum-ratio` adds up their values instead (杠杆率：社会资金 ÷ 财政资金).
   * `sum`, `sum-ratio`, `average` and `median` are made of values, so facts whose value nobody knows stay out.
   */
  readonly kind: 'count' | 'ratio' | 'average' | 'median' | 'sum' | 'sum-ratio';
  readonly unit: 'cases' | 'percent' | 'hours' | 'days' | 'points' | 'people' | 'person-times' | 'yuan';
  readonly period: 'at' | 'cohort';
  /** What is counted; for a ratio the numerator, for what is made of values the facts whose values are taken. */
  readonly of: FactFilter;
  /** The denominator of a `ratio` or `sum-ratio`. */
  readonly over?: FactFilter;
  /**
   * Facts that belong to the subject but are left out, each with its reason; counted and shown. What is
   * excluded counts nowhere else. Figures made of values also leave out facts whose value is not known.
   */
  readonly excluded?: readonly Exclusion[];
  /** Below this denominator the value is shown as “too few to compare”. */
  readonly minimum?: number;
}

/**
 * A figure made of others (综合得分): their weighted mean in points of a hundred, each part a ratio or points where more
 * is better. It has a value only when every part has one; otherwise it says which is missing, and why.
 */
export interface WeightedIndicator extends Described {
  readonly kind: 'weighted';
  readonly unit: 'points';
  /** The code list that holds the weights: each item's code is an indicator, `extra.weight` its weight. Or the parts themselves. */
  readonly parts: string | readonly WeightedPart[];
}

export interface WeightedPart {
  readonly indicator: string;
  /** Above nought; what all come to is the whole, a hundred or not. */
  readonly weight: number;
}

export interface FactFilter {
  readonly fact: string;
  /** Dimension → allowed values; all must hold. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
}

export interface Exclusion extends FactFilter {
  readonly reason: Label;
}

/** Gives an indicator its type and nothing else: it is data. */
export const defineIndicator = (indicator: FactIndicator): FactIndicator => indicator;

/** A figure at one node; what every screen, export and report prints. */
export interface Figure {
  readonly path: string;
  readonly name: string;
  /** Number of facts: of a ratio above the line, of what is made of values those whose values were taken. */
  readonly numerator: number;
  /** Number of facts below the line; null for a count; of a sum, average or median the number of values again. */
  readonly denominator: number | null;
  /** Null when there is nothing to divide by. Ratios are parts of one, not percent; a `sum-ratio` may be above one. */
  readonly value: number | null;
  readonly excluded: number;
}
