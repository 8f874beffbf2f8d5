import { DAY, type DayNumber, dateOfDay, getDay, type WorkingCalendar } from './calendar-day.ts';
import { dayText, timeText } from './civil-text.ts';
import { type Label, label } from './label.ts';

/**
 * The arithmetic of a deadline in words. Moments are cut to the minute: start and due time share their
 * seconds, so the lines still add up. Times are China wall time (see `working-calendar.ts`).
 */

/** Part of a day's working time that a computation used, in milliseconds since midnight. */
export interface UsedSpan {
  readonly day: DayNumber;
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const cut = (millis: number): number => Math.floor(millis / MINUTE) * MINUTE;

const hours = (millis: number): Label => {
  const minutes = Math.round(millis / MINUTE);
  const decimal = minutes / 60;
  if (Number.isInteger(decimal * 10) || Number.isInteger(decimal * 4)) {
    return label(`${decimal} 小时`, `${decimal} h`);
  }
  const [whole, rest] = [Math.floor(decimal), minutes % 60];
  return whole ? label(`${whole} 小时 ${rest} 分钟`, `${whole} h ${rest} min`) : label(`${rest} 分钟`, `${rest} min`);
};

/** Writes days and moments, with the year when the computation reaches into another one. */
const writer = (start: number, due: number) => {
  const yearOf = (millis: number): string => dateOfDay(Math.floor(millis / DAY)).slice(0, 4);
  const withYear = yearOf(start) !== yearOf(due - 1);
  const day = (number: DayNumber): Label => dayText(dateOfDay(number), withYear);
  const days = (first: DayNumber, last: DayNumber): Label =>
    first === last ? day(first) : label(`${day(first).zh} 至 ${day(last).zh}`, `${day(first).en} to ${day(last).en}`);
  const moment = (number: DayNumber, millis: number): Label => {
    const time = timeText(millis / MINUTE);
    return label(`${day(number).zh} ${time}`, `${day(number).en} ${time}`);
  };
  return { day, days, moment, at: (millis: number) => moment(Math.floor(millis / DAY), ((millis % DAY) + DAY) % DAY) };
};

const isWeekend = (day: DayNumber): boolean => (((day + 3) % 7) + 7) % 7 > 4;

/** Why a day is not worked, or worked although it is a weekend; null for a plain working day. */
const reason = (calendar: WorkingCalendar, day: DayNumber): Label | null => {
  const { total, holiday } = getDay(calendar, day);
  if (total > 0) return holiday && label(`${holiday.zh}调休上班`, `worked to make up for ${holiday.en}`);
  if (holiday) return label(`${holiday.zh}放假`, `${holiday.en} holiday`);
  return isWeekend(day) ? label('周末', 'weekend') : label('休息日', 'day off');
};

/** Neighbouring days of which the same is to be said, as one run. */
const runs = <Item>(items: readonly Item[], same: (before: Item, item: Item) => boolean): Item[][] => {
  const made: Item[][] = [];
  for (const item of items) {
    const last = made.at(-1);
    const before = last?.at(-1);
    if (last && before !== undefined && same(before, item)) last.push(item);
    else made.push([item]);
  }
  return made;
};

const range = (first: DayNumber, last: DayNumber): DayNumber[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** The days of rest among `first`..`last`, run by run: 11 月 21 日 周六 至 11 月 22 日 周日，周末，不计. */
const restLines = (
  calendar: WorkingCalendar,
  days: readonly DayNumber[],
  write: ReturnType<typeof writer>,
): Label[] => {
  const resting = days.filter((day) => getDay(calendar, day).total === 0);
  const same = (a: DayNumber, b: DayNumber): boolean =>
    b === a + 1 && reason(calendar, a)?.zh === reason(calendar, b)?.zh;
  return runs(resting, same).map((run) => {
    const why = reason(calendar, run[0] as DayNumber) as Label;
    const when = write.days(run[0] as DayNumber, run.at(-1) as DayNumber);
    return label(`${when.zh}，${why.zh}，不计`, `${when.en}: ${why.en}, not counted`);
  });
};

const noted = (line: Label, note: Label | null): Label =>
  note ? label(`${line.zh}（${note.zh}）`, `${line.en} (${note.en})`) : line;

interface UsedDay {
  readonly day: DayNumber;
  readonly spans: readonly UsedSpan[];
  readonly millis: number;
  readonly whole: boolean;
}

const usedDays = (calendar: WorkingCalendar, used: readonly UsedSpan[]): UsedDay[] =>
  runs(used, (a, b) => a.day === b.day).map((spans) => {
    const { day } = spans[0] as UsedSpan;
    const cutSpans = spans.map((span) => ({ day, from: cut(span.from), to: cut(span.to) }));
    const millis = cutSpans.reduce((sum, span) => sum + span.to - span.from, 0);
    return { day, spans: cutSpans, millis, whole: millis === getDay(calendar, day).total };
  });

const usedLine = (calendar: WorkingCalendar, run: readonly UsedDay[], write: ReturnType<typeof writer>): Label => {
  const first = run[0] as UsedDay;
  const each = hours(first.millis);
  if (run.length > 1) {
    const when = write.days(first.day, (run.at(-1) as UsedDay).day);
    const sum = hours(first.millis * run.length);
    return label(
      `${when.zh}，每天 ${each.zh}，${run.length} 天共 ${sum.zh}`,
      `${when.en}: ${each.en} a day, ${run.length} days, ${sum.en}`,
    );
  }
  const spans = first.spans.map((span) => `${timeText(span.from / MINUTE)}–${timeText(span.to / MINUTE)}`);
  const day = write.day(first.day);
  const line = label(`${day.zh} ${spans.join('、')}，${each.zh}`, `${day.en} ${spans.join(', ')}: ${each.en}`);
  return noted(line, reason(calendar, first.day));
};

const dueLine = (at: Label): Label => label(`到期 ${at.zh}`, `Due ${at.en}`);

/** Lines for a limit in working hours, from the spans of working time that it used. */
export const workingHoursArithmetic = (
  calendar: WorkingCalendar,
  start: number,
  used: readonly UsedSpan[],
): Label[] => {
  const first = used[0] as UsedSpan;
  const last = used.at(-1) as UsedSpan;
  const write = writer(start, last.day * DAY + last.to);
  const at = write.at(start);
  const opening = write.moment(first.day, first.from);
  const lines: Label[] = [
    first.day * DAY + first.from === start
      ? label(`${at.zh} 起算`, `From ${at.en}`)
      : label(`${at.zh} 不在工作时间，从 ${opening.zh} 起算`, `${at.en} is outside working hours; from ${opening.en}`),
  ];
  const same = (a: UsedDay, b: UsedDay): boolean =>
    b.day === a.day + 1 &&
    a.whole &&
    b.whole &&
    a.millis === b.millis &&
    !reason(calendar, a.day) &&
    !reason(calendar, b.day);
  const startDay = Math.floor(start / DAY);
  let next = getDay(calendar, startDay).total > 0 ? startDay + 1 : startDay;
  for (const run of runs(usedDays(calendar, used), same)) {
    const begin = (run[0] as UsedDay).day;
    lines.push(...restLines(calendar, range(next, begin - 1), write), usedLine(calendar, run, write));
    next = (run.at(-1) as UsedDay).day + 1;
  }
  return [...lines, dueLine(write.moment(last.day, last.to))];
};

const startDayLine = (at: Label): Label =>
  label(`${at.zh} 收到，当天不计`, `Received ${at.en}; that day is not counted`);

/** Lines for a limit in working days. @param closing milliseconds since midnight at which the last day closes */
export const workingDaysArithmetic = (
  calendar: WorkingCalendar,
  start: number,
  counted: readonly DayNumber[],
  closing: number,
): Label[] => {
  const last = counted.at(-1) as DayNumber;
  const write = writer(start, last * DAY + closing);
  const lines: Label[] = [startDayLine(write.at(start))];
  let next = Math.floor(start / DAY) + 1;
  let number = 1;
  const same = (a: DayNumber, b: DayNumber): boolean => b === a + 1 && !reason(calendar, a) && !reason(calendar, b);
  for (const run of runs(counted, same)) {
    const [begin, end] = [run[0] as DayNumber, run.at(-1) as DayNumber];
    lines.push(...restLines(calendar, range(next, begin - 1), write));
    const when = write.days(begin, end);
    const to = number + run.length - 1;
    const which =
      run.length === 1
        ? label(`第 ${number} 个工作日`, `working day ${number}`)
        : label(`第 ${number} 至 ${to} 个工作日`, `working days ${number} to ${to}`);
    lines.push(noted(label(`${when.zh}，${which.zh}`, `${when.en}: ${which.en}`), reason(calendar, begin)));
    next = end + 1;
    number = to + 1;
  }
  const due = write.moment(last, closing);
  return [...lines, label(`下班时到期 ${due.zh}`, `Due at closing time, ${due.en}`)];
};

export const clockHoursArithmetic = (start: number, due: number): Label[] => {
  const write = writer(start, due);
  const at = write.at(start);
  const length = hours(due - start);
  return [
    label(`${at.zh} 起算`, `From ${at.en}`),
    label(`昼夜连续计算 ${length.zh}`, `${length.en}, day and night`),
    dueLine(write.at(due)),
  ];
};

export const calendarDaysArithmetic = (start: number, amount: number): Label[] => {
  const first = Math.floor(start / DAY) + 1;
  const last = first + amount - 1;
  const write = writer(start, (last + 1) * DAY);
  const when = write.days(first, last);
  return [
    startDayLine(write.at(start)),
    label(`${when.zh}，${amount} 天，节假日照算`, `${when.en}: ${amount} days, holidays included`),
    dueLine(write.moment(last, DAY)),
  ];
};
