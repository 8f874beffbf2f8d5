import { label } from '#kernel/label';
import type { Field, FieldType } from '../field.ts';
import { numberOption, optionProblems, wholeNumber } from '../options.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';
import { findHash, hashSchema, sampleHash } from '../stored-file.ts';

const maxOf = (field: Field): number => numberOption(field, 'max', 6);

/** Photos: at rest the hashes of files that were sent before, in order. Option: `max` (6). The same photo counts once. */
export const photos: FieldType<readonly string[]> = {
  id: 'photos',
  name: label('照片', 'Photos'),
  schema: (field) => ({ type: 'array', items: hashSchema, maxItems: maxOf(field), uniqueItems: true }),
  check: (value, field) => {
    if (!Array.isArray(value) || value.length > 1000) return refuseShape(field);
    const found = value.map(findHash);
    const known = [...new Set(found.filter((hash) => hash !== undefined))];
    if (found.includes(undefined)) return refuseShape(field);
    const [max, over] = [maxOf(field), known.length - maxOf(field)];
    if (over <= 0) return known;
    return refuseField(
      field,
      label(`最多 ${max} 张，请去掉 ${over} 张`, `at most ${max} photos; please take ${over} away`),
    );
  },
  text: (value, _field, _context, locale) =>
    locale === 'zh' ? `${value.length} 张` : `${value.length} ${value.length === 1 ? 'photo' : 'photos'}`,
  sample: (_field, _context, chance) => [sampleHash(chance)],
  problems: (field) => optionProblems(field, { max: wholeNumber(1, 30) }),
};
