import { label, type Label } from '#kernel/label';
import type { Field, FieldContext, FieldType } from '../field.ts';
import { foldWidth } from '../fold-text.ts';
import { option, optionProblems } from '../options.ts';
import { refuseField } from '../refuse-field.ts';

/** 好差评 in five steps (国办发〔2019〕51 号); 1 and 2 are dissatisfied. From the best to the worst. */
export const ratings: readonly { readonly value: number; readonly name: Label }[] = [
  { value: 5, name: label('非常满意', 'Very satisfied') },
  { value: 4, name: label('满意', 'Satisfied') },
  { value: 3, name: label('基本满意', 'Fairly satisfied') },
  { value: 2, name: label('不满意', 'Dissatisfied') },
  { value: 1, name: label('非常不满意', 'Very dissatisfied') },
];

/** The words of the field's code list (codes 1 to 5) where it has one. */
export const ratingNames = (field: Field, context: FieldContext): ReadonlyMap<number, Label> => {
  const list = option(field, 'list');
  const items = typeof list === 'string' ? context.codeList(list)?.items : undefined;
  return new Map(
    ratings.map(({ value, name }) => [value, items?.find((item) => item.code === String(value))?.name ?? name]),
  );
};

/** Satisfaction, 5 (best) to 1. Option: `list`, a code list with the codes 1 to 5, for other words. */
export const rating: FieldType<number> = {
  id: 'rating',
  name: label('满意度', 'Rating'),
  schema: () => ({ type: 'integer', minimum: 1, maximum: 5 }),
  check: (value, field) => {
    const found = typeof value === 'string' ? Number(foldWidth(value).trim() || Number.NaN) : value;
    if (ratings.some((one) => one.value === found)) return found as number;
    return refuseField(field, label('请从五档中选一档', 'please choose one of the five steps'));
  },
  text: (value, field, context, locale) => ratingNames(field, context).get(value)?.[locale] ?? String(value),
  sample: (_field, _context, chance) => 1 + Math.floor(chance * 4.999),
  problems: (field, context) =>
    optionProblems(field, {
      list: (id) => {
        const items = typeof id === 'string' ? context.codeList(id)?.items : undefined;
        if (!items) return `unknown code list ${String(id)}`;
        return ratings.every(({ value }) => items.some((item) => item.code === String(value)))
          ? null
          : `the code list ${String(id)} lacks a code from 1 to 5`;
      },
    }),
};
