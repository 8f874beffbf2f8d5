import { label } from '#kernel/label';
import type { Field, FieldType } from '../field.ts';
import { foldWidth } from '../fold-text.ts';
import { option, optionProblems } from '../options.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';

const mobile = /^1[3-9]\d{9}$/;
// 010, 02x and four-digit area codes; then 7 or 8 digits, perhaps an extension.
const landLine = /^(010|02\d|0[3-9]\d{2})([2-9]\d{6,7})(?:-(\d{1,6}))?$/;
const local = /^[2-9]\d{6,7}(-\d{1,6})?$/;
const service = /^[48]00\d{7}$/;
const areaCode = /^(010|02\d|0[3-9]\d{2})$/;

const countryCode = /^\(?(\+|00)\s*86\)?[\s-]*|^86[\s-]*(?=1[3-9])/;

/** Digits as typed, without the signs that people group them by; an extension keeps its hyphen. */
const bare = (text: string): string => {
  const folded = foldWidth(text)
    .trim()
    .replace(/[—–－]/g, '-')
    .replace(countryCode, '');
  const [number = '', extension] = folded.split(/\s*(?:转|分机|ext\.?|x|#)\s*/i);
  const digits = number.replace(/[\s().]/g, '');
  return extension === undefined ? digits : `${digits}-${extension}`;
};

/** The number at rest: `13812345678`, `0755-22345678`, `0755-22345678-801`; undefined for what is none. */
const canonical = (text: string, area: string): string | undefined => {
  const typed = bare(text);
  const plain = typed.replaceAll('-', '');
  if (mobile.test(plain) || service.test(plain)) return plain;
  // The hyphens after an area code and inside a number are optional, the one before an extension is not.
  const joined = typed.replace(/^(0\d{2,3})-/, '$1').replace(/(\d{3,4})-(\d{4})(?!\d)/, '$1$2');
  const abroad = countryCode.test(foldWidth(text).trim()) && !joined.startsWith('0') ? `0${joined}` : joined;
  const found = landLine.exec(abroad) ?? (area && local.test(joined) ? landLine.exec(area + joined) : null);
  return found ? [found[1], found[2], found[3]].filter(Boolean).join('-') : undefined;
};

/** `138****5678`, `0755-****5678`; a short number keeps its last two digits. */
export const maskedPhone = (value: string): string => {
  if (value.length < 8) return `****${value.slice(-2)}`;
  if (mobile.test(value)) return `${value.slice(0, 3)}****${value.slice(-4)}`;
  const [area, number] = value.split('-');
  return number
    ? `${area}-${'*'.repeat(number.length - 4)}${number.slice(-4)}`
    : `${value.slice(0, 3)}***${value.slice(-4)}`;
};

const areaOf = (field: Field): string => String(option(field, 'areaCode') ?? '');

/**
 * A Chinese telephone number: mobile, land line with area code, 400 and 800 numbers. Its text is masked.
 * Option: `areaCode`, added to a land line that was typed without one.
 */
export const phone: FieldType<string> = {
  id: 'phone',
  name: label('电话', 'Phone'),
  personal: true,
  schema: () => ({ type: 'string', pattern: '^(1[3-9]\\d{9}|[48]00\\d{7}|0\\d{2,3}-[2-9]\\d{6,7}(-\\d{1,6})?)$' }),
  check: (value, field) => {
    if (typeof value !== 'string' && typeof value !== 'number') return refuseShape(field);
    const text = String(value);
    const found = text.length > 40 ? undefined : canonical(text, areaOf(field));
    if (found) return found;
    const typed = bare(text);
    return refuseField(
      field,
      local.test(typed)
        ? label(
            '固定电话请加区号，如 0755-12345678',
            'please add the area code of the land line, such as 0755-12345678',
          )
        : label(
            '请填写 11 位手机号，或带区号的固定电话',
            'please enter a mobile number of 11 digits, or a land line with its area code',
          ),
    );
  },
  text: (value) => maskedPhone(value),
  mask: (value) => maskedPhone(value),
  phoneOf: (value) => value,
  sample: (_field, _context, chance) => `199${String(Math.floor(chance * 99_999_999)).padStart(8, '0')}`,
  problems: (field) =>
    optionProblems(field, {
      areaCode: (value) => (areaCode.test(String(value)) ? null : 'an area code such as 0755 is needed'),
    }),
};
