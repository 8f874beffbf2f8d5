import {
  chinaDate,
  chinaInstant,
  chinaMinuteOfDay,
  type Instant,
  plusDays,
  plusMillis,
  weekday,
} from '#kernel/instant';
import type { Json } from '#fields/field';

/** When the district's staff are at work; people do not keep office hours to the minute, so neither does this. */
const span = (date: string): { readonly from: number; readonly to: number } =>
  weekday(date) <= 5 ? { from: 8 * 60 + 35, to: 17 * 60 + 50 } : { from: 9 * 60 + 30, to: 16 * 60 };

const minute = 60_000;

/** The moment `minutes` of duty after another; at night and early in the morning nothing happens. */
export const afterDuty = (start: Instant, minutes: number): Instant => {
  let left = minutes;
  let date = chinaDate(start);
  let from = chinaMinuteOfDay(start);
  for (;;) {
    const day = span(date);
    const begin = Math.max(from, day.from);
    if (begin + left <= day.to) return chinaInstant(date, begin + left);
    left -= Math.max(0, day.to - begin);
    date = plusDays(date, 1);
    from = 0;
  }
};

export const afterClock = (start: Instant, minutes: number): Instant => plusMillis(start, minutes * minute);

/** How long a category's limit is, and whether the clock runs day and night. */
export interface Pace {
  readonly minutes: number;
  readonly roundTheClock: boolean;
}

const dutyDay = 9 * 60;
const minutesOfUnit: Readonly<Record<string, number>> = {
  'clock-hours': 60,
  'working-hours': 60,
  'working-days': dutyDay,
  // Two days of seven are weekend.
  'calendar-days': (dutyDay * 5.9) / 7,
};

export const paceOf = (limit: Json | undefined): Pace => {
  if (typeof limit !== 'object' || limit === null || Array.isArray(limit))
    return { minutes: 3 * dutyDay, roundTheClock: false };
  const { amount, unit } = limit as { readonly amount?: Json; readonly unit?: Json };
  const each = minutesOfUnit[String(unit)] ?? dutyDay;
  const long = unit === 'clock-hours' && Number(amount) > 12;
  // A day's limit by the clock is kept in hours of duty all the same.
  return long
    ? { minutes: (Number(amount) / 24) * dutyDay, roundTheClock: false }
    : { minutes: Number(amount) * each, roundTheClock: unit === 'clock-hours' };
};

export const afterPace = (start: Instant, minutes: number, pace: Pace): Instant =>
  pace.roundTheClock ? afterClock(start, minutes) : afterDuty(start, minutes);
