import { type DomainError, refuse } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaInstant, type DateText, type Instant, millisOf, plusDays } from '#kernel/instant';
import { dayOfDate, getDay } from '#kernel/calendar-day';
import type { WorkingCalendar } from '#kernel/working-calendar';

/** 日常值班, 特殊时期值班 (S366: 节日、重要会议、汛期), 应急值班. */
export const dutyKinds = ['ordinary', 'special', 'emergency'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** How shifts come out of days. People take turns in the order given, and go on where the last shift ended. */
export interface RotaPattern {
  readonly slots: readonly RotaSlot[];
  /** Which days: all, working days, or days off and holidays. */
  readonly days: 'all' | 'working' | 'off';
  /** Persons in the order of their turns. */
  readonly turns: readonly Id[];
}

/** Minutes of the day, China time; an end at or before the start is on the next day. */
export interface RotaSlot {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** How many are on duty at once. */
  readonly people: number;
}

export interface PlannedShift {
  readonly name: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly person: Id;
}

/** No roster is longer: people plan a quarter, not a year. */
export const longestRota = 92;

export const problemOfPattern = (pattern: RotaPattern, from: DateText, to: DateText): DomainError | undefined => {
  if (to < from) return refuse('rota.empty', {}, { field: 'to' });
  if (plusDays(from, longestRota) < to) return refuse('rota.long', { most: longestRota }, { field: 'to' });
  const most = Math.max(...pattern.slots.map((slot) => slot.people));
  if (pattern.slots.length === 0 || most > pattern.turns.length)
    return refuse('rota.few', { need: Math.max(1, most) }, { field: 'turns' });
  return undefined;
};

const isWorking = (calendar: WorkingCalendar, date: DateText): boolean => getDay(calendar, dayOfDate(date)).total > 0;

/** The shifts of a pattern from a day to a day, both of them included; the calendar says what a day off is. */
export const shiftsOf = (
  pattern: RotaPattern,
  calendar: WorkingCalendar,
  from: DateText,
  to: DateText,
): readonly PlannedShift[] => {
  const shifts: PlannedShift[] = [];
  let turn = 0;
  for (let date = from; date <= to; date = plusDays(date, 1)) {
    if (pattern.days !== 'all' && isWorking(calendar, date) !== (pattern.days === 'working')) continue;
    for (const slot of pattern.slots) {
      const startsAt = chinaInstant(date, slot.from);
      const endsAt = chinaInstant(slot.to > slot.from ? date : plusDays(date, 1), slot.to);
      for (let place = 0; place < slot.people; place += 1) {
        const person = pattern.turns[turn % pattern.turns.length];
        turn += 1;
        if (person !== undefined) shifts.push({ name: slot.name, startsAt, endsAt, person });
      }
    }
  }
  return shifts;
};

interface Timed {
  readonly person: Id;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export const atTheSameTime = (one: Omit<Timed, 'person'>, other: Omit<Timed, 'person'>): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** Shifts of which a person would have two at a time. */
export const clashes = <Shift extends Timed>(shifts: readonly Shift[]): readonly (readonly [Shift, Shift])[] => {
  const byPerson = new Map<Id, Shift[]>();
  for (const shift of shifts) byPerson.set(shift.person, [...(byPerson.get(shift.person) ?? []), shift]);
  return [...byPerson.values()].flatMap((own) => {
    const sorted = [...own].sort((a, b) => millisOf(a.startsAt) - millisOf(b.startsAt));
    return sorted.flatMap((shift, index) => {
      const next = sorted[index + 1];
      return next && atTheSameTime(shift, next) ? [[shift, next] as const] : [];
    });
  });
};

/** Whether two may swap: both in the future, neither with two shifts at a time afterwards. */
export const problemOfSwap = <Shift extends Timed & { readonly id: Id }>(
  given: Shift,
  taker: Id,
  inReturn: Shift | undefined,
  shiftsOfBoth: readonly Shift[],
  now: Instant,
  nameOf: (person: Id) => string,
): DomainError | undefined => {
  if (given.startsAt <= now || (inReturn && inReturn.startsAt <= now)) return refuse('shift.begun');
  if (taker === given.person) return refuse('shift.with-himself', {}, { field: 'of' });
  if (inReturn && inReturn.person !== taker) return refuse('organisation.unknown', {}, { field: 'inReturn' });
  const after = shiftsOfBoth
    .filter((shift) => shift.id !== given.id && shift.id !== inReturn?.id)
    .concat([{ ...given, person: taker }, ...(inReturn ? [{ ...inReturn, person: given.person }] : [])]);
  const [clash] = clashes(after);
  return clash && refuse('shift.clash', { name: nameOf(clash[0].person) });
};
