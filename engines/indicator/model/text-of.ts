import { label, type Label } from '#kernel/label';
import type { Figure, Indicator } from './indicator.ts';
import { decimalOf, roundHalfUp, type Fraction } from './rounding.ts';

/** 单位 after a number; English knows one and many. */
const units: Readonly<Record<Indicator['unit'], { readonly zh: string; readonly one: string; readonly many: string }>> =
  {
    cases: { zh: '件', one: 'case', many: 'cases' },
    percent: { zh: '%', one: '%', many: '%' },
    hours: { zh: '小时', one: 'hour', many: 'hours' },
    days: { zh: '天', one: 'day', many: 'days' },
    points: { zh: '分', one: 'point', many: 'points' },
    people: { zh: '人', one: 'person', many: 'people' },
    'person-times': { zh: '人次', one: 'person-time', many: 'person-times' },
    yuan: { zh: '元', one: 'yuan', many: 'yuan' },
  };

/** What a figure is printed from, wherever it lies. */
export type FigureNumbers = Pick<Figure, 'numerator' | 'denominator' | 'value'>;

/** Below the indicator's minimum a value is shown as too few to compare. */
export const isFew = (indicator: Indicator, figure: Pick<Figure, 'numerator' | 'denominator'>): boolean =>
  indicator.kind !== 'weighted' &&
  indicator.minimum !== undefined &&
  (figure.denominator ?? figure.numerator) < indicator.minimum;

/** The exact value: a ratio of two counts keeps both, so that rounding never sees a binary fraction. */
const exactValue = (indicator: Indicator, figure: FigureNumbers): Fraction | null => {
  if (figure.value === null) return null;
  if (indicator.kind === 'ratio')
    return figure.denominator
      ? { numerator: BigInt(figure.numerator) * 100n, denominator: BigInt(figure.denominator) }
      : null;
  const value = decimalOf(figure.value);
  return indicator.kind === 'sum-ratio' ? { ...value, numerator: value.numerator * 100n } : value;
};

const nothing = label('—', '—');

/**
 * A figure as every screen, export and report prints it: `10.3 %`, `1,951 件`, `36.5 小时`; `—` when there is
 * nothing to divide by. Rounding is half up on the exact value.
 */
export const textOf = (indicator: Indicator, figure: FigureNumbers): Label => {
  const value = exactValue(indicator, figure);
  if (value === null) return nothing;
  if (isFew(indicator, figure)) {
    const { numerator, denominator } = figure;
    return 'over' in indicator && indicator.over
      ? label(`数量过少（${numerator}/${denominator}）`, `too few (${numerator} of ${denominator})`)
      : label(`数量过少（${numerator}）`, `too few (${numerator})`);
  }
  const text = roundHalfUp(value, indicator.digits);
  const unit = units[indicator.unit];
  return label(`${text} ${unit.zh}`, `${text} ${text === '1' ? unit.one : unit.many}`);
};
