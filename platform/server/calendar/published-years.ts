import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarYear } from '#kernel/working-calendar';
import { type Label, label } from '#kernel/label';

/** `New Year's Day,元旦,1`: English, Chinese, number of days. */
const holidayName = (text: string): Label => {
  const [en, zh] = text.split(',');
  return label(zh ?? text, en ?? text);
};

const ofYear = (dates: Readonly<Record<string, string>>, year: number): Record<string, Label> =>
  Object.fromEntries(
    Object.entries(dates)
      .filter(([date]) => date.startsWith(`${year}-`))
      .map(([date, text]): [string, Label] => [date, holidayName(text)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/**
 * A year counts as known when the State Council's list for it is published; such a list always reaches
 * from New Year to the National Day. Single days of a year that is not published yet do not make it known.
 */
const isPublished = (year: CalendarYear): boolean => {
  const dates = Object.keys(year.holidays);
  return dates.some((date) => date.slice(5, 7) === '01') && dates.some((date) => date.slice(5, 7) === '10');
};

/** Holidays and 调休 make-up days of the years in `chinese-days`: the first fill of the calendar. */
export const publishedYears: readonly CalendarYear[] = [
  ...new Set(Object.keys(days.holidays).map((date) => Number(date.slice(0, 4)))),
]
  .sort((a, b) => a - b)
  .map((year) => ({
    year,
    holidays: ofYear(days.holidays, year),
    makeUpDays: ofYear(days.workdays, year),
    source: '国务院办公厅节假日安排通知',
  }))
  .filter(isPublished);
