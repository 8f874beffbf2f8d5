import { type DateText, plusDays, weekday } from '#kernel/instant';

/** Days of China, `to` exclusive, as the API takes them. */
export interface Period {
  readonly from: DateText;
  readonly to: DateText;
}

export const presets = ['week', 'month', 'last-month', 'days-30', 'year'] as const;
export type Preset = (typeof presets)[number];

const firstOfMonth = (date: DateText): DateText => `${date.slice(0, 7)}-01`;

/** A named period around today. This week, month and year reach to the end of today. */
export const periodOf = (preset: Preset, today: DateText): Period => {
  const tomorrow = plusDays(today, 1);
  const starts: Readonly<Record<Preset, () => Period>> = {
    week: () => ({ from: plusDays(today, 1 - weekday(today)), to: tomorrow }),
    month: () => ({ from: firstOfMonth(today), to: tomorrow }),
    'last-month': () => ({ from: firstOfMonth(plusDays(firstOfMonth(today), -1)), to: firstOfMonth(today) }),
    'days-30': () => ({ from: plusDays(today, -29), to: tomorrow }),
    year: () => ({ from: `${today.slice(0, 4)}-01-01`, to: tomorrow }),
  };
  return starts[preset]();
};

/** The preset that a period is, today. */
export const presetOf = (period: Period, today: DateText): Preset | undefined =>
  presets.find((preset) => {
    const one = periodOf(preset, today);
    return one.from === period.from && one.to === period.to;
  });

const isDate = (text: string | undefined): text is DateText =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** What an address says, or the last thirty days. */
export const periodFrom = (from: string | undefined, to: string | undefined, today: DateText): Period =>
  isDate(from) && isDate(to) && from < to ? { from, to } : periodOf('days-30', today);

const days = ({ from, to }: Period): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Steps of a trend: neither a hedge of bars nor three of them. */
export const stepOf = (period: Period): 'day' | 'week' | 'month' =>
  days(period) <= 45 ? 'day' : days(period) <= 183 ? 'week' : 'month';
