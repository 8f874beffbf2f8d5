import { DAY, type DayNumber, dayOfDate, getDay, type WorkingCalendar } from './calendar-day.ts';
import { DomainError } from './domain-error.ts';
import { CHINA_OFFSET_MINUTES, type DateText, type Instant, instantOf, millisOf } from './instant.ts';
import type { Label } from './label.ts';
import {
  calendarDaysArithmetic,
  clockHoursArithmetic,
  type UsedSpan,
  workingDaysArithmetic,
  workingHoursArithmetic,
} from './working-arithmetic.ts';

export {
  type CalendarYear,
  calendarProblems,
  defaultCalendar,
  withYears,
  type WorkingCalendar,
  type WorkingSpan,
} from './calendar-day.ts';

/**
 * How a limit is counted (`docs/decisions/20261122-working-time.md` gives the reasons):
 *
 * - Spans of working time are half open: the opening minute is in, the closing minute is out.
 * - `working-hours` (工作时): only working time counts. A start outside it counts from the next opening,
 *   a start at exactly closing time too. A limit that is used up at closing time is due at closing time.
 * - `clock-hours` (紧急工作时): every hour counts, day and night; needs no calendar.
 * - `working-days` (工作日): the day of the start does not count; due at closing time of the N-th working
 *   day after it (民法典 art. 201, 203). A start on a day of rest changes nothing in that.
 * - `calendar-days` (自然日): the day of the start does not count; due at 24:00 of the N-th day after it,
 *   whatever day that is; needs no calendar.
 *
 * So a later start never gives an earlier due time. A computation that meets a day of an unknown year
 * is refused with `calendar.year-unknown`; one that stays before it is not.
 */
export type LimitUnit = 'working-hours' | 'clock-hours' | 'working-days' | 'calendar-days';

export interface TimeLimit {
  /** More than 0; whole numbers for days. */
  readonly amount: number;
  readonly unit: LimitUnit;
}

export interface Deadline {
  readonly due: Instant;
  /** The computation line by line, as a person can check it; written when it is looked at. */
  readonly arithmetic: readonly Label[];
}

/** What is wrong with a limit that a pack declares; empty when it is right. */
export const limitProblems = (limit: TimeLimit): readonly string[] => {
  const units: readonly string[] = ['working-hours', 'clock-hours', 'working-days', 'calendar-days'];
  if (!units.includes(limit.unit)) return [`unknown unit ${limit.unit}`];
  if (!Number.isFinite(limit.amount) || limit.amount <= 0) return [`the amount ${limit.amount} is not more than 0`];
  if (limit.unit.endsWith('days') && !Number.isInteger(limit.amount))
    return [`${limit.amount} is not a whole number of days`];
  return [];
};

const HOUR = 3_600_000;
const OFFSET = CHINA_OFFSET_MINUTES * 60_000;
/** Milliseconds as a clock on a Chinese wall counts them: days begin at multiples of `DAY`. */
const wall = (instant: Instant): number => millisOf(instant) + OFFSET;
const fromWall = (millis: number): Instant => instantOf(millis - OFFSET);
const dayOf = (millis: number): DayNumber => Math.floor(millis / DAY);

/** Lays `amount` milliseconds of working time from `start` on; the last span ends when it is due. */
const layWorkingTime = (calendar: WorkingCalendar, start: number, amount: number): readonly UsedSpan[] => {
  const used: UsedSpan[] = [];
  let left = amount;
  for (let day = dayOf(start); ; day += 1) {
    const begin = start - day * DAY;
    for (const span of getDay(calendar, day).spans) {
      const from = Math.max(span.from, begin);
      if (from >= span.to) continue;
      const to = Math.min(span.to, from + left);
      used.push({ day, from, to });
      left -= to - from;
      if (left <= 0) return used;
    }
  }
};

const endOf = (used: readonly UsedSpan[]): number => {
  const last = used[used.length - 1] as UsedSpan;
  return last.day * DAY + last.to;
};

const addWorkingHours = (calendar: WorkingCalendar, start: number, amount: number): Deadline => {
  const used = layWorkingTime(calendar, start, Math.round(amount * HOUR));
  const due = endOf(used);
  return {
    due: fromWall(due),
    get arithmetic() {
      return workingHoursArithmetic(calendar, start, used);
    },
  };
};

const addWorkingDays = (calendar: WorkingCalendar, start: number, amount: number): Deadline => {
  const counted: DayNumber[] = [];
  let day = dayOf(start);
  while (counted.length < amount) {
    day += 1;
    if (getDay(calendar, day).total > 0) counted.push(day);
  }
  const closing = getDay(calendar, day).spans.at(-1)?.to ?? DAY;
  return {
    due: fromWall(day * DAY + closing),
    get arithmetic() {
      return workingDaysArithmetic(calendar, start, counted, closing);
    },
  };
};

const sums: Readonly<Record<LimitUnit, (calendar: WorkingCalendar, start: number, amount: number) => Deadline>> = {
  'working-hours': addWorkingHours,
  'working-days': addWorkingDays,
  'clock-hours': (_calendar, start, amount) => {
    const due = start + Math.round(amount * HOUR);
    return {
      due: fromWall(due),
      get arithmetic() {
        return clockHoursArithmetic(start, due);
      },
    };
  },
  'calendar-days': (_calendar, start, amount) => {
    const last = dayOf(start) + amount;
    return {
      due: fromWall((last + 1) * DAY),
      get arithmetic() {
        return calendarDaysArithmetic(start, amount);
      },
    };
  },
};

/** Gives back the refusal that a computation met; anything else is a fault and goes on. */
const orRefusal = <Result>(compute: () => Result): Result | DomainError => {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

const checked = (limit: TimeLimit): TimeLimit => {
  const problem = limitProblems(limit)[0];
  if (problem) throw new RangeError(problem);
  return limit;
};

/**
 * When a limit that starts at `start` is due, with its arithmetic.
 * @throws RangeError for a limit that `limitProblems` refuses: a checked pack holds none
 */
export const addLimit = (calendar: WorkingCalendar, start: Instant, limit: TimeLimit): Deadline | DomainError => {
  const { amount, unit } = checked(limit);
  return orRefusal(() => sums[unit](calendar, wall(start), amount));
};

/**
 * The moment at which `part` of a limit is used up (0.7: time to warn), in the limit's own kind of time:
 * working time for working hours and days, clock time for the others.
 * @param part 0..1
 */
export const partOf = (
  calendar: WorkingCalendar,
  start: Instant,
  limit: TimeLimit,
  part: number,
): Instant | DomainError =>
  orRefusal(() => {
    const { amount, unit } = checked(limit);
    const begin = wall(start);
    const due = wall(sums[unit](calendar, begin, amount).due);
    if (!unit.startsWith('working')) return fromWall(begin + Math.round((due - begin) * part));
    const whole = workingMillis(calendar, begin, due);
    return fromWall(endOf(layWorkingTime(calendar, begin, Math.round(whole * part))));
  });

const workingMillis = (calendar: WorkingCalendar, from: number, to: number): number => {
  let sum = 0;
  for (let day = dayOf(from); day * DAY < to; day += 1) {
    for (const span of getDay(calendar, day).spans) {
      const begin = Math.max(span.from, from - day * DAY);
      sum += Math.max(0, Math.min(span.to, to - day * DAY) - begin);
    }
  }
  return sum;
};

/** Working minutes between two moments, fractions kept; 0 when `to` is not after `from`. */
export const workingMinutesBetween = (calendar: WorkingCalendar, from: Instant, to: Instant): number | DomainError =>
  orRefusal(() => workingMillis(calendar, wall(from), wall(to)) / 60_000);

/** Whether anybody works on a day; undefined in a year whose days nobody published. */
export const isWorkingDay = (calendar: WorkingCalendar, date: DateText): boolean | undefined => {
  const day = orRefusal(() => getDay(calendar, dayOfDate(date)));
  return day instanceof DomainError ? undefined : day.total > 0;
};
