import { label } from '#kernel/label';
import type { Field, FieldType } from '../field.ts';
import { foldWidth, grouped } from '../fold-text.ts';
import { anyNumber, numberOption, optionProblems, orderProblems } from '../options.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';

/** Ten thousand million yuan: no single sum of a district is larger. */
const most = 10_000_000_000;
const fen = (yuan: number): number => Math.round(yuan * 100);
const limitsOf = (field: Field): readonly [number, number] => [
  fen(numberOption(field, 'min', 0)),
  fen(numberOption(field, 'max', most)),
];

/** Fen of a typed sum in yuan: `1,234.5`, `￥1234.50`, `１２３元`. NaN for anything else. */
const read = (text: string): number => {
  const plain = foldWidth(text)
    .replace(/\s/g, '')
    .replace(/^(-?)[¥￥]/, '$1')
    .replace(/元$/, '');
  const found = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!found) return Number.NaN;
  const sum = Number(found[2]?.replaceAll(',', '')) * 100 + Number((found[3] ?? '').padEnd(2, '0'));
  return found[1] && sum > 0 ? -sum : sum;
};

const yuanText = (value: number): string => `${value < 0 ? '-' : ''}${grouped((Math.abs(value) / 100).toFixed(2))}`;

/**
 * A sum of money. At rest it is a whole number of fen; a **text** is read as yuan, a **number** as fen,
 * so a value at rest stays what it is. Options: `min` (0) and `max`, in yuan.
 */
export const money: FieldType<number> = {
  id: 'money',
  name: label('金额', 'Money'),
  schema: (field) => {
    const [minimum, maximum] = limitsOf(field);
    return { type: 'integer', minimum, maximum, description: 'fen' };
  },
  check: (value, field) => {
    const found = typeof value === 'string' ? read(value) : value;
    if (typeof found !== 'number') return refuseShape(field);
    if (!Number.isSafeInteger(found)) {
      return refuseField(
        field,
        label(
          '请按元填写数字，最多两位小数，如 1234.50',
          'please enter an amount in yuan with at most two decimals, such as 1234.50',
        ),
      );
    }
    const [min, max] = limitsOf(field);
    if (found < min)
      return refuseField(field, label(`不能少于 ${yuanText(min)} 元`, `it cannot be less than ${yuanText(min)} yuan`));
    if (found > max)
      return refuseField(field, label(`不能超过 ${yuanText(max)} 元`, `it cannot be more than ${yuanText(max)} yuan`));
    return found === 0 ? 0 : found;
  },
  text: (value, _field, _context, locale) => `${yuanText(value)} ${locale === 'zh' ? '元' : 'yuan'}`,
  sample: (field, _context, chance) => {
    const [min, max] = limitsOf(field);
    return min + Math.floor(chance * Math.min(max - min, 500_000));
  },
  problems: (field) => [...optionProblems(field, { min: anyNumber, max: anyNumber }), ...orderProblems(field)],
};
