import { CHINA_OFFSET_MINUTES, type DateText, type Instant, millisOf, weekday } from './instant.ts';
import { type Label, label } from './label.ts';

const zhDays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const enDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const enMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `11 月 20 日 周五` · `Fri 20 Nov`; with the year where it would be unclear. */
export const dayText = (date: DateText, withYear = false): Label => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = weekday(date) - 1;
  return label(
    `${withYear ? `${year} 年 ` : ''}${month} 月 ${day} 日 ${zhDays[index]}`,
    `${enDays[index]} ${day} ${enMonths[month - 1]}${withYear ? ` ${year}` : ''}`,
  );
};

/** Minutes since midnight as `16:30`; the end of a day is `24:00`. */
export const timeText = (minuteOfDay: number): string => {
  const whole = Math.floor(minuteOfDay);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
};

/** `11 月 20 日 周五 16:30` · `Fri 20 Nov 16:30`, China time. */
export const instantText = (instant: Instant, withYear = false): Label => {
  const shifted = millisOf(instant) + CHINA_OFFSET_MINUTES * 60_000;
  const day = dayText(new Date(shifted).toISOString().slice(0, 10), withYear);
  const time = timeText((((shifted / 60_000) % 1440) + 1440) % 1440);
  return label(`${day.zh} ${time}`, `${day.en} ${time}`);
};
