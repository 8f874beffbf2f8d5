import { type DateText, plusDays, weekday } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { Definition } from '#kernel/pack';
import type { WorkingCalendar } from '#kernel/working-calendar';
import { isWorkingDay } from '#kernel/working-calendar';
import type { Json } from '#fields/field';

/**
 * A plan (计划): matters that come round: the daily patrol, the weekly inspection, the visit each month, the zero report
 * at the end of a period. On each day on which it is due a matter is opened at every place of its level. Pack section
 * `plans`; a district switches each on or off, for all its places or for some, and may make plans of its own.
 */
export interface Plan extends Definition {
  /** `<pack>.<name>`. */
  readonly id: string;
  readonly name: Label;
  readonly summary: Label;
  /** The playbook of the matters; `system` must be one of its reporters. */
  readonly playbook: string;
  readonly category: string;
  /** Values of the report's fields; the same for all. */
  readonly values?: Readonly<Record<string, Json>>;
  /** Level of territory at which one is opened: `grid`, `community`, `street`, `district`. */
  readonly level: string;
  readonly every: Rhythm;
  /** Time of the day in China at which they are opened: `08:00`. */
  readonly opensAt: string;
  /** Only within these days of the year, `MM-DD`; may go over New Year (森林防火 11-01 to 04-30). */
  readonly season?: { readonly from: string; readonly to: string };
  /** A day of rest is left out; in weeks and longer the next working day takes its place. */
  readonly workingDays?: true;
  /** Runs without being switched on. */
  readonly standing?: true;
}

export type Rhythm =
  | { readonly unit: 'day' }
  /** 1 Monday … 7 Sunday. */
  | { readonly unit: 'week'; readonly on: readonly number[] }
  /** Days of the month; 31 is the last one where there is none. */
  | { readonly unit: 'month'; readonly on: readonly number[] }
  /** Month 1..3 of each quarter, and its day. */
  | { readonly unit: 'quarter'; readonly month: 1 | 2 | 3; readonly day: number }
  /** `MM-DD`. */
  | { readonly unit: 'year'; readonly on: readonly string[] };

const daysIn = (date: DateText): number => {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
};

/** Whether the rhythm itself names the day; days of rest are not looked at. */
const named = (every: Rhythm, date: DateText): boolean => {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  const isDay = (wanted: number): boolean => Math.min(wanted, daysIn(date)) === day;
  switch (every.unit) {
    case 'day':
      return true;
    case 'week':
      return every.on.includes(weekday(date));
    case 'month':
      return every.on.some(isDay);
    case 'quarter':
      return ((month - 1) % 3) + 1 === every.month && isDay(every.day);
    case 'year':
      return every.on.includes(date.slice(5));
  }
};

const inSeason = ({ season }: Plan, date: DateText): boolean => {
  if (!season) return true;
  const day = date.slice(5);
  return season.from <= season.to ? day >= season.from && day <= season.to : day >= season.from || day <= season.to;
};

/** The longest run of days of rest in China is shorter than this. */
const LONGEST_REST = 12;

/** Whether matters of the plan are opened on a day. A year whose working days nobody published counts as worked. */
export const isDueOn = (plan: Plan, date: DateText, calendar: WorkingCalendar): boolean => {
  if (!inSeason(plan, date)) return false;
  if (!plan.workingDays) return named(plan.every, date);
  const works = (day: DateText): boolean => isWorkingDay(calendar, day) ?? weekday(day) <= 5;
  if (!works(date)) return false;
  if (named(plan.every, date)) return true;
  if (plan.every.unit === 'day') return false;
  // A day of rest that was named is made up for on the first working day after it.
  for (let back = 1; back <= LONGEST_REST; back += 1) {
    const day = plusDays(date, -back);
    if (works(day)) return false;
    if (named(plan.every, day)) return true;
  }
  return false;
};

/** The next days on which a plan is due, from a day on. */
export const nextDays = (plan: Plan, from: DateText, calendar: WorkingCalendar, count: number): readonly DateText[] => {
  const days: DateText[] = [];
  for (let ahead = 0; ahead < 400 && days.length < count; ahead += 1) {
    const day = plusDays(from, ahead);
    if (isDueOn(plan, day, calendar)) days.push(day);
  }
  return days;
};
