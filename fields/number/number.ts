import { type Label, label } from '#kernel/label';
import type { Field, FieldType } from '../field.ts';
import { foldWidth, grouped } from '../fold-text.ts';
import { anyNumber, isLabel, numberOption, option, optionProblems, orderProblems, wholeNumber } from '../options.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';

const digitsOf = (field: Field): number => numberOption(field, 'digits', 0);
const limitsOf = (field: Field): readonly [number, number] => [
  numberOption(field, 'min', Number.MIN_SAFE_INTEGER),
  numberOption(field, 'max', Number.MAX_SAFE_INTEGER),
];

/** A number as it was typed: full-width digits, thousands commas. NaN for anything else, exponents too. */
const read = (text: string): number => {
  const plain = foldWidth(text).replace(/\s/g, '');
  return /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(plain) ? Number(plain.replaceAll(',', '')) : Number.NaN;
};

const print = (value: number, digits: number): string => {
  const fixed = Math.abs(value)
    .toFixed(digits)
    .replace(/\.?0+$/, (zeros) => (digits > 0 ? '' : zeros));
  return `${value < 0 ? '-' : ''}${grouped(fixed)}`;
};

/** Options: `min`, `max`, `digits` after the point (0), `unit` (zh, en). More digits are refused, never rounded. */
export const number: FieldType<number> = {
  id: 'number',
  name: label('数字', 'Number'),
  schema: (field) => {
    const [minimum, maximum] = limitsOf(field);
    return digitsOf(field) === 0 ? { type: 'integer', minimum, maximum } : { type: 'number', minimum, maximum };
  },
  check: (value, field) => {
    if (typeof value === 'string' && value.trim() === '') return refuseShape(field);
    const found = typeof value === 'string' ? read(value) : value;
    if (typeof found !== 'number') return refuseShape(field);
    if (!Number.isFinite(found)) return refuseField(field, label('请只填数字', 'please enter a number only'));
    const [min, max] = limitsOf(field);
    const digits = digitsOf(field);
    if (Number(found.toFixed(digits)) !== found) {
      return refuseField(
        field,
        digits === 0
          ? label('应为整数', 'a whole number is needed')
          : label(`最多保留 ${digits} 位小数`, `at most ${digits} digits after the point`),
      );
    }
    if (found < min) return refuseField(field, label(`不能小于 ${min}`, `it cannot be less than ${min}`));
    if (found > max) return refuseField(field, label(`不能大于 ${max}`, `it cannot be more than ${max}`));
    return found === 0 ? 0 : found;
  },
  text: (value, field, _context, locale) => {
    const unit = option(field, 'unit') as Label | undefined;
    const printed = print(value, digitsOf(field));
    return unit ? `${printed} ${unit[locale]}` : printed;
  },
  sample: (field, _context, chance) => {
    const [min, max] = [numberOption(field, 'min', Math.min(0, limitsOf(field)[1])), limitsOf(field)[1]];
    const from = Math.ceil(min * 10 ** digitsOf(field));
    const to = Math.floor(Math.min(max, min + 100) * 10 ** digitsOf(field));
    return (
      Number(((from + Math.floor(chance * (to - from + 1) * 0.999)) / 10 ** digitsOf(field)).toFixed(digitsOf(field))) +
      0
    );
  },
  problems: (field) => [
    ...optionProblems(field, { min: anyNumber, max: anyNumber, digits: wholeNumber(0, 6), unit: isLabel }),
    ...orderProblems(field),
  ],
};
