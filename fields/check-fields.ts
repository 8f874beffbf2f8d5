import { isRefusal, refuse } from '#kernel/domain-error';
import type { Field, FieldContext, FieldRefusal, Json } from './field.ts';
import { getFieldType } from './field-types.ts';
import { refuseEmpty } from './refuse-field.ts';

/** What a filled form holds: canonical values by field id; what was left empty or hidden is absent. */
export type FormValues = Readonly<Record<string, Json>>;

export interface CheckedForm {
  readonly values: FormValues;
  /** All refusals at once, each with its `field`; empty when the form is right. */
  readonly refusals: readonly FieldRefusal[];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * `checkForm` with the conditions left to the caller: a phone whose form has none need not carry their
 * interpreter (60 kB). @param isAsked whether the field at an index is asked, given the values so far
 */
export const checkFields = (
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  context: FieldContext,
  isAsked: (index: number, values: FormValues) => boolean,
): CheckedForm => {
  const known = new Set(fields.map((field) => field.id));
  const refusals: FieldRefusal[] = Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => refuse('field.unknown', { name: name.slice(0, 60) }, { field: name.slice(0, 60) }));
  const values: Record<string, Json> = {};
  for (const [index, field] of fields.entries()) {
    if (!isAsked(index, values)) continue;
    const typed = Object.hasOwn(given, field.id) ? given[field.id] : null;
    const value = isEmpty(typed) ? null : getFieldType(field.type).check(typed, field, context);
    if (isRefusal(value)) refusals.push(value, ...(value.also as readonly FieldRefusal[]));
    else if (!isEmpty(value)) values[field.id] = value;
    else if (field.required) refusals.push(refuseEmpty(field));
  }
  return { values, refusals };
};
