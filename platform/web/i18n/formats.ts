import { chinaDate, chinaMinuteOfDay, type DateText, type Instant, millisOf, weekday } from '#kernel/instant';
import type { Locale } from '#kernel/label';

/** How figures and moments are written in each locale. Civil times are those of China. Pure: `now` comes in. */

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const units = {
  zh: { day: '天', hour: '小时', minute: '分钟' },
  en: { day: 'd', hour: 'h', minute: 'min' },
} as const;

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
const group = (value: number, digits: number): string => {
  const [whole = '0', part] = Math.abs(value).toFixed(digits).split('.');
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? '-' : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '');
};

export interface Remaining {
  /** 剩 1 天 3 小时 · 超时 2 小时 */
  readonly text: string;
  readonly overdue: boolean;
}

export const formatsOf = (locale: Locale) => {
  const duration = (millis: number): string => {
    const minutes = Math.max(1, Math.floor(Math.abs(millis) / 60_000));
    const parts: [number, 'day' | 'hour' | 'minute'][] = [
      [Math.floor(minutes / 1440), 'day'],
      [Math.floor((minutes % 1440) / 60), 'hour'],
      [minutes % 60, 'minute'],
    ];
    const first = parts.findIndex(([amount]) => amount > 0);
    return parts
      .slice(first, first + 2)
      .filter(([amount]) => amount > 0)
      .map(([amount, unit]) => `${group(amount, 0)} ${units[locale][unit]}`)
      .join(' ');
  };

  /** 11 月 22 日; with the year unless it is this one. `now` may be left out to always name the year. */
  const day = (date: DateText, now?: Instant): string => {
    const [year = '', month = '', dayOfMonth = ''] = date.split('-');
    const sameYear = now !== undefined && chinaDate(now).slice(0, 4) === year;
    if (locale === 'zh') return `${sameYear ? '' : `${year} 年 `}${Number(month)} 月 ${Number(dayOfMonth)} 日`;
    return `${Number(dayOfMonth)} ${months[Number(month) - 1]}${sameYear ? '' : ` ${year}`}`;
  };
  const time = (instant: Instant): string => {
    const minute = chinaMinuteOfDay(instant);
    return `${two(minute / 60)}:${two(minute % 60)}`;
  };

  return {
    locale,
    day,
    time,
    weekday: (date: DateText): string => weekdays[locale][weekday(date) - 1] ?? '',
    /** 11 月 22 日 周日 14:05 */
    moment: (instant: Instant, now?: Instant): string => {
      const date = chinaDate(instant);
      return `${day(date, now)} ${weekdays[locale][weekday(date) - 1]} ${time(instant)}`;
    },
    duration,
    remaining: (due: Instant, now: Instant): Remaining => {
      const left = millisOf(due) - millisOf(now);
      const text = duration(left);
      if (locale === 'zh') return { text: `${left < 0 ? '超时' : '剩'} ${text}`, overdue: left < 0 };
      return { text: left < 0 ? `${text} overdue` : `${text} left`, overdue: left < 0 };
    },
    /** 3 分钟前; after a day the moment itself. */
    ago: (instant: Instant, now: Instant): string => {
      const past = millisOf(now) - millisOf(instant);
      if (past < 60_000) return locale === 'zh' ? '刚刚' : 'just now';
      if (past >= 86_400_000) return formatsOf(locale).moment(instant, now);
      return locale === 'zh' ? `${duration(past - (past % 60_000))}前` : `${duration(past)} ago`;
    },
    number: (value: number, digits = 0): string => group(value, digits),
    /** 1,234 件; in English the unit is one word for one and one for more. */
    count: (value: number, unit: { readonly zh: string; readonly one: string; readonly other: string }): string =>
      `${group(value, 0)} ${locale === 'zh' ? unit.zh : value === 1 ? unit.one : unit.other}`,
    percent: (share: number, digits = 1): string => `${group(share * 100, digits)} %`,
    metres: (value: number): string =>
      value < 1000
        ? `${group(Math.round(value), 0)} ${locale === 'zh' ? '米' : 'm'}`
        : `${group(value / 1000, 1)} ${locale === 'zh' ? '公里' : 'km'}`,
    bytes: (value: number): string =>
      value < 1_048_576 ? `${group(Math.max(1, value / 1024), 0)} KB` : `${group(value / 1_048_576, 1)} MB`,
  };
};
export type Formats = ReturnType<typeof formatsOf>;

/** Units that counts need on many pages. */
export const countUnits = {
  matters: { zh: '件', one: 'matter', other: 'matters' },
  households: { zh: '户', one: 'household', other: 'households' },
  people: { zh: '人', one: 'person', other: 'people' },
  times: { zh: '次', one: 'time', other: 'times' },
  photos: { zh: '张', one: 'photo', other: 'photos' },
} as const;
