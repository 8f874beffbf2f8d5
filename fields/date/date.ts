import { plusDays } from '#kernel/instant';
import { label } from '#kernel/label';
import type { Field, FieldType } from '../field.ts';
import { foldWidth } from '../fold-text.ts';
import { option, optionProblems, orderProblems, type OptionRule } from '../options.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';

/** Whether a text is a day of the calendar, written `2026-11-22`. */
export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** `2026/1/5`, `2026.01.05`, `2026 年 1 月 5 日`, `20260105` as `2026-01-05`. */
export const readDate = (text: string): string => {
  const found = /^(\d{4})\D{0,3}(\d{2})\D{0,3}(\d{2})\D?$|^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D?$/.exec(
    foldWidth(text).replace(/\s/g, ''),
  );
  if (!found) return text;
  const [year, month, day] = found.slice(found[1] ? 1 : 4).map((part) => part ?? '');
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
};

const bound = (field: Field, name: 'min' | 'max'): string | undefined => {
  const value = option(field, name);
  return typeof value === 'string' ? value : undefined;
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** `2026 年 11 月 22 日`, `22 November 2026`. */
export const dateWords = (date: string): readonly [zh: string, en: string] => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return [`${year} 年 ${month} 月 ${day} 日`, `${day} ${months[month - 1]} ${year}`];
};

const dateRule: OptionRule = (value) =>
  typeof value === 'string' && isDate(value) ? null : 'a date such as 2026-11-22 is needed';

/** A civil date, `2026-11-22` at rest. Options: `min`, `max` (dates). */
export const date: FieldType<string> = {
  id: 'date',
  name: label('日期', 'Date'),
  schema: () => ({ type: 'string', format: 'date' }),
  check: (value, field) => {
    if (typeof value !== 'string') return refuseShape(field);
    const found = readDate(value);
    if (!isDate(found)) {
      return refuseField(field, label('请填写日期，如 2026-11-22', 'please enter a date such as 2026-11-22'));
    }
    const [min, max] = [bound(field, 'min'), bound(field, 'max')];
    if (min && found < min) {
      return refuseField(field, label(`不能早于 ${dateWords(min)[0]}`, `it cannot be before ${dateWords(min)[1]}`));
    }
    if (max && found > max) {
      return refuseField(field, label(`不能晚于 ${dateWords(max)[0]}`, `it cannot be after ${dateWords(max)[1]}`));
    }
    return found;
  },
  text: (value, _field, _context, locale) => dateWords(value)[locale === 'zh' ? 0 : 1],
  mask: (value) => `${value.slice(0, 4)}-**-**`,
  sample: (field, _context, chance) => {
    const [min, max] = [bound(field, 'min'), bound(field, 'max')];
    const days = Math.floor(chance * 365);
    if (!min && max) return plusDays(max, -days);
    const found = plusDays(min ?? '2026-01-01', days);
    return max && found > max ? max : found;
  },
  problems: (field) => {
    const problems = optionProblems(field, { min: dateRule, max: dateRule });
    return problems.length > 0 ? problems : orderProblems(field);
  },
};
