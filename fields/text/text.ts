import { label } from '#kernel/label';
import type { Field, FieldType } from '../field.ts';
import { cleanText, lengthOf, oneLine } from '../fold-text.ts';
import { maskedText } from '../mask.ts';
import { numberOption, optionProblems, wholeNumber } from '../options.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';

const linesOf = (field: Field): number => numberOption(field, 'lines', 1);
const maxOf = (field: Field): number => numberOption(field, 'max', linesOf(field) > 1 ? 2000 : 200);

/** Options: `lines` (height of the input; from 2 on line breaks are kept), `max` characters. */
export const text: FieldType<string> = {
  id: 'text',
  name: label('文本', 'Text'),
  schema: (field) => ({ type: 'string', minLength: 1, maxLength: maxOf(field) }),
  check: (value, field) => {
    if (typeof value !== 'string') return refuseShape(field);
    const clean = linesOf(field) > 1 ? cleanText(value) : oneLine(value);
    const [length, max] = [lengthOf(clean), maxOf(field)];
    if (length <= max) return clean;
    return refuseField(
      field,
      label(
        `共 ${length} 个字，最多 ${max} 个字，请删减`,
        `it has ${length} characters, at most ${max} fit; please shorten it`,
      ),
    );
  },
  text: (value) => value,
  mask: (value) => maskedText(value),
  sample: (field, _context, chance) => {
    const sentences = ['三号楼二单元电梯停在六楼', '楼道堆放杂物', '路灯不亮，夜间看不清路', '下水井盖松动，有异响'];
    const sentence = sentences[Math.floor(chance * sentences.length) % sentences.length] as string;
    return [...sentence].slice(0, maxOf(field)).join('');
  },
  problems: (field) => optionProblems(field, { lines: wholeNumber(1, 30), max: wholeNumber(1, 20_000) }),
};
