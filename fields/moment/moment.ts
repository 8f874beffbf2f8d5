import { chinaDate, chinaInstant, chinaMinuteOfDay, type Instant, isInstant, plusMillis } from '#kernel/instant';
import { label } from '#kernel/label';
import { dateWords, isDate, readDate } from '../date/date.ts';
import type { Field, FieldContext, FieldRefusal, FieldType } from '../field.ts';
import { foldWidth } from '../fold-text.ts';
import { onlyTrue, option, optionProblems } from '../options.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';

/** A phone's clock may be this far from the server's, in milliseconds. */
const SKEW = 5 * 60_000;

/** `2026-11-22T14:05`, `2026/11/22 14:05`, `2026年11月22日 14时5分` in China's time, as minutes of a day. */
const readLocal = (text: string): Instant | undefined => {
  const found = /^(.+?)[T\s]*(\d{1,2})[:时点](\d{1,2})分?(?::\d{2})?$/.exec(foldWidth(text).trim().replace(/：/g, ':'));
  if (!found) return undefined;
  const date = readDate(found[1]?.replace(/[T\s]+$/, '') ?? '');
  const [hour, minute] = [Number(found[2]), Number(found[3])];
  return isDate(date) && hour < 24 && minute < 60 ? chinaInstant(date, hour * 60 + minute) : undefined;
};

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
/** `14:05`, China's time. */
const clock = (at: Instant): string => {
  const minute = chinaMinuteOfDay(at);
  return `${two(minute / 60)}:${two(minute % 60)}`;
};

/** What an input of a browser shows of a value at rest: `2026-11-22T14:05`, China's time. */
export const localText = (value: string): string => (isInstant(value) ? `${chinaDate(value)}T${clock(value)}` : value);

const wholeMinute = (at: Instant): Instant => `${new Date(at).toISOString().slice(0, 16)}:00.000Z`;

const outside = (at: Instant, field: Field, { now }: FieldContext): FieldRefusal | undefined => {
  if (now === undefined) return undefined;
  if (option(field, 'past') === true && at > plusMillis(now, SKEW)) {
    return refuseField(field, label('应为已经过去的时间', 'it has to be in the past'));
  }
  if (option(field, 'future') === true && at < plusMillis(now, -SKEW)) {
    return refuseField(field, label('应为今后的时间', 'it has to be still to come'));
  }
  return undefined;
};

/**
 * A day and a time of it, written and read in China's time; at rest a moment to the minute, `2026-11-22T06:05:00.000Z`.
 * Options: `past`, `future` (true): on which side of now it has to lie, five minutes allowed for clocks that differ.
 */
export const moment: FieldType<Instant> = {
  id: 'moment',
  name: label('日期和时间', 'Date and time'),
  schema: () => ({ type: 'string', format: 'date-time' }),
  check: (value, field, context) => {
    if (typeof value !== 'string' || value.length > 60) return refuseShape(field);
    const found = isInstant(value) ? wholeMinute(value) : readLocal(value);
    if (found !== undefined) return outside(found, field, context) ?? found;
    return refuseField(
      field,
      label('请填写日期和时间，如 2026-11-22 14:05', 'please enter a day and a time such as 2026-11-22 14:05'),
    );
  },
  text: (value, _field, _context, locale) => {
    // A form being filled in holds what was typed.
    const at = isInstant(value) ? value : readLocal(value);
    return at === undefined ? value : `${dateWords(chinaDate(at))[locale === 'zh' ? 0 : 1]} ${clock(at)}`;
  },
  mask: (value) => `${chinaDate(value).slice(0, 4)}-**-** **:**`,
  sample: (field, { now }, chance) => {
    const minutes = Math.floor(chance * 30 * 24 * 60);
    const from = now ?? '2026-06-01T01:00:00.000Z';
    return wholeMinute(plusMillis(from, (option(field, 'past') === true ? -minutes : minutes) * 60_000));
  },
  problems: (field) => [
    ...optionProblems(field, { past: onlyTrue, future: onlyTrue }),
    ...(option(field, 'past') !== undefined && option(field, 'future') !== undefined
      ? ['options: either past or future, not both']
      : []),
  ],
};
