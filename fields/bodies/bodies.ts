import { label } from '#kernel/label';
import type { Id } from '#kernel/ids';
import type { Field, FieldType } from '../field.ts';
import { numberOption, optionProblems, textList, wholeNumber } from '../options.ts';
import { findReference, sampleId } from '../reference.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';

const maxOf = (field: Field): number => numberOption(field, 'max', 20);

/**
 * Several bodies, such as those that handle a matter together: their ids in the order in which they were named, each
 * once. Options: `kinds` (ids of kinds of bodies that the search offers), `max` (20).
 */
export const bodies: FieldType<readonly Id[]> = {
  id: 'bodies',
  name: label('多个单位', 'Bodies'),
  schema: (field) => ({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    maxItems: maxOf(field),
    uniqueItems: true,
  }),
  check: (value, field) => {
    if (!Array.isArray(value) || value.length > 1000) return refuseShape(field);
    const found = value.map(findReference);
    const known = [...new Set(found.filter((id) => id !== undefined))];
    if (found.includes(undefined)) return refuseShape(field);
    const [max, over] = [maxOf(field), known.length - maxOf(field)];
    if (over <= 0) return known;
    return refuseField(
      field,
      label(`最多选 ${max} 个单位，请去掉 ${over} 个`, `at most ${max} bodies; please take ${over} away`),
    );
  },
  // A form being filled in has names beside the ids.
  text: (value, _field, context, locale) =>
    value
      .map((one: Id | { readonly id: Id; readonly name?: string }) =>
        typeof one === 'string' ? (context.bodyName?.(one) ?? one) : (one.name ?? one.id),
      )
      .join(locale === 'zh' ? '、' : ', '),
  refersTo: (value) => value.map((id) => ({ kind: 'body', id })),
  sample: (_field, _context, chance) => [sampleId(chance)],
  problems: (field) => optionProblems(field, { kinds: textList, max: wholeNumber(1, 200) }),
};
