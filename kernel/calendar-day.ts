import { refuse } from './domain-error.ts';
import type { DateText } from './instant.ts';
import type { Label } from './label.ts';

/**
 * Working time as plain data: it is stored as a setting, shown to people and carried to the phone.
 * Hours are China time. How it is counted is said in `working-calendar.ts`.
 */
export interface WorkingCalendar {
  /** Seven lists, Monday first. Spans in order, not overlapping; an empty list is a day of rest. */
  readonly week: readonly (readonly WorkingSpan[])[];
  /** The hours of a 调休 make-up day. */
  readonly makeUpDay: readonly WorkingSpan[];
  /**
   * The years whose holiday list is published; any other year is unknown. A year's entry may name days
   * of the December before it: the list of a new year has moved such days in 2006, 2007, 2011, 2018, 2022.
   */
  readonly years: readonly CalendarYear[];
}

/** From an opening minute (in) to a closing minute (out): `{ from: '09:00', to: '12:00' }`, `24:00` at most. */
export interface WorkingSpan {
  readonly from: string;
  readonly to: string;
}

export interface CalendarYear {
  readonly year: number;
  /** Days off with the name of the holiday; weekends inside a holiday may be named too. */
  readonly holidays: Readonly<Record<DateText, Label>>;
  /** Weekend days that are worked, with the holiday they make up for. */
  readonly makeUpDays: Readonly<Record<DateText, Label>>;
  /** Where the list was published. */
  readonly source?: string;
}

const officeHours: readonly WorkingSpan[] = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
];

/** Monday to Friday 09:00–12:00 and 14:00–18:00; no year is known yet. */
export const defaultCalendar: WorkingCalendar = {
  week: [officeHours, officeHours, officeHours, officeHours, officeHours, [], []],
  makeUpDay: officeHours,
  years: [],
};

/** The calendar with further years; a year that it had already is replaced. */
export const withYears = (calendar: WorkingCalendar, years: readonly CalendarYear[]): WorkingCalendar => {
  const named = new Set(years.map((one) => one.year));
  const all = [...calendar.years.filter((one) => !named.has(one.year)), ...years];
  return { ...calendar, years: all.sort((a, b) => a.year - b.year) };
};

const millisOfTime = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000;

const isTime = (text: unknown): text is string =>
  typeof text === 'string' && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);

const spanProblems = (spans: readonly WorkingSpan[], where: string): string[] => {
  const problems: string[] = [];
  let closed = -1;
  for (const { from, to } of spans) {
    if (!isTime(from) || !isTime(to)) problems.push(`${where}: ${from}–${to} is not a span of HH:MM`);
    else if (millisOfTime(from) >= millisOfTime(to))
      problems.push(`${where}: ${from}–${to} does not open before it closes`);
    else if (millisOfTime(from) < closed) problems.push(`${where}: ${from}–${to} overlaps the span before it`);
    else closed = millisOfTime(to);
  }
  return problems;
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOfDay(dayOfDate(text)) === text;

/** What is wrong in a calendar that somebody entered; empty when it is right. */
export const calendarProblems = (calendar: WorkingCalendar): readonly string[] => {
  const problems: string[] = [];
  if (calendar.week.length !== 7) problems.push('week: seven days are needed, Monday first');
  calendar.week.forEach((spans, index) => problems.push(...spanProblems(spans, `week.${index + 1}`)));
  problems.push(...spanProblems(calendar.makeUpDay, 'makeUpDay'));
  if (calendar.week.every((spans) => spans.length === 0)) problems.push('week: no day has working hours');
  const seen = new Set<number>();
  for (const one of calendar.years) {
    if (seen.has(one.year)) problems.push(`years: ${one.year} stands twice`);
    seen.add(one.year);
    for (const date of [...Object.keys(one.holidays), ...Object.keys(one.makeUpDays)]) {
      const belongs = date.startsWith(`${one.year}-`) || date.startsWith(`${one.year - 1}-12-`);
      if (!isDay(date)) problems.push(`years.${one.year}: ${date} is not a date`);
      else if (!belongs) problems.push(`years.${one.year}: ${date} belongs to another year`);
    }
    for (const date of Object.keys(one.holidays)) {
      if (date in one.makeUpDays) problems.push(`years.${one.year}: ${date} is both a holiday and a make-up day`);
    }
  }
  return problems;
};

/** A civil day as the number of days since 1970-01-01. */
export type DayNumber = number;

export const DAY = 86_400_000;
export const dayOfDate = (date: DateText): DayNumber => Date.parse(`${date}T00:00:00.000Z`) / DAY;
export const dateOfDay = (day: DayNumber): DateText => {
  const date = new Date(day * DAY);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
};

/** One day, looked up: its spans as milliseconds since midnight, and why it is as it is. */
export interface CalendarDay {
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** Working milliseconds of the day. */
  readonly total: number;
  /** Name of the holiday, or of the holiday that a make-up day makes up for. */
  readonly holiday: Label | null;
}

interface Looked {
  readonly years: ReadonlySet<number>;
  readonly special: ReadonlyMap<DateText, { readonly works: boolean; readonly name: Label }>;
  readonly week: readonly CalendarDay[];
  readonly makeUpDay: CalendarDay;
  readonly days: Map<DayNumber, CalendarDay>;
}

const plainDay = (spans: readonly WorkingSpan[]): CalendarDay => {
  const parsed = spans.map((span) => ({ from: millisOfTime(span.from), to: millisOfTime(span.to) }));
  return { spans: parsed, total: parsed.reduce((sum, span) => sum + span.to - span.from, 0), holiday: null };
};

const looked = new WeakMap<WorkingCalendar, Looked>();

const look = (calendar: WorkingCalendar): Looked => {
  const known = looked.get(calendar);
  if (known) return known;
  const special = new Map<DateText, { works: boolean; name: Label }>();
  for (const one of calendar.years) {
    for (const [date, name] of Object.entries(one.holidays)) special.set(date, { works: false, name });
    for (const [date, name] of Object.entries(one.makeUpDays)) special.set(date, { works: true, name });
  }
  const made: Looked = {
    years: new Set(calendar.years.map((one) => one.year)),
    special,
    week: calendar.week.map(plainDay),
    makeUpDay: plainDay(calendar.makeUpDay),
    days: new Map(),
  };
  looked.set(calendar, made);
  return made;
};

const rest: CalendarDay = { spans: [], total: 0, holiday: null };

/** A day as the calendar has it. @throws DomainError `calendar.year-unknown` */
export const getDay = (calendar: WorkingCalendar, day: DayNumber): CalendarDay => {
  const { years, special, week, makeUpDay, days } = look(calendar);
  const known = days.get(day);
  if (known) return known;
  const date = dateOfDay(day);
  const year = Number(date.slice(0, 4));
  if (!years.has(year)) throw refuse('calendar.year-unknown', { year });
  const named = special.get(date);
  // 1970-01-01 was a Thursday.
  const plain = week[(((day + 3) % 7) + 7) % 7] ?? rest;
  const found = named ? { ...(named.works ? makeUpDay : rest), holiday: named.name } : plain;
  days.set(day, found);
  return found;
};
