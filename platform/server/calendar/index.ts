import {
  type CalendarYear,
  calendarProblems,
  defaultCalendar,
  withYears,
  type WorkingCalendar,
} from '#kernel/working-calendar';
import type { Settings } from '#platform/server/parts';
import { publishedYears } from './published-years.ts';

/** Settings that shape the calendar. A year is loaded by adding a `CalendarYear` to `calendar.years`. */
export const calendarSettings = { years: 'calendar.years', hours: 'calendar.hours' } as const;

type Hours = Pick<WorkingCalendar, 'week' | 'makeUpDay'>;

const isYear = (value: unknown): value is CalendarYear => {
  const one = value as CalendarYear | null;
  return (
    typeof one === 'object' &&
    one !== null &&
    Number.isInteger(one.year) &&
    isNames(one.holidays) &&
    isNames(one.makeUpDays)
  );
};

const isNames = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((name) => typeof (name as { zh?: unknown } | null)?.zh === 'string');

const isHours = (value: unknown): value is Hours => {
  const hours = value as Hours | null;
  return (
    typeof hours === 'object' &&
    hours !== null &&
    Array.isArray(hours.week) &&
    hours.week.every(Array.isArray) &&
    Array.isArray(hours.makeUpDay)
  );
};

/**
 * The published years, the years somebody added, and the district's own hours if it has set some.
 * @returns the calendar, or what is wrong in the two settings
 */
export const calendarFrom = (
  years: unknown,
  hours: unknown,
): { readonly calendar: WorkingCalendar } | { readonly problems: readonly string[] } => {
  if (!Array.isArray(years) || !years.every(isYear)) {
    return { problems: [`${calendarSettings.years}: a list of {year, holidays, makeUpDays} is needed`] };
  }
  if (hours !== null && !isHours(hours)) {
    return { problems: [`${calendarSettings.hours}: {week, makeUpDay} is needed`] };
  }
  const calendar = withYears({ ...defaultCalendar, ...hours, years: publishedYears }, years);
  const problems = calendarProblems(calendar);
  return problems.length > 0 ? { problems } : { calendar };
};

/**
 * The calendar in force. The same settings give the same object, so what it has looked up stays looked up.
 * Settings that are wrong stop every computation with them rather than give a wrong due time.
 */
export const createCalendar = (settings: Settings): (() => Promise<WorkingCalendar>) => {
  let text = '';
  let calendar = defaultCalendar;
  return async () => {
    const years = await settings.get<unknown>(calendarSettings.years, []);
    const hours = await settings.get<unknown>(calendarSettings.hours, null);
    const now = JSON.stringify([years, hours]);
    if (now === text) return calendar;
    const made = calendarFrom(years, hours);
    if ('problems' in made) throw new Error(`the working calendar cannot be read: ${made.problems.join('; ')}`);
    [text, calendar] = [now, made.calendar];
    return calendar;
  };
};
