import { type DomainError, refuse } from '#kernel/domain-error';
import { expressionProblems, getExpression, holds } from '#kernel/expression';
import type { Locale } from '#kernel/label';
import { type CheckedForm, checkFields, type FormValues } from './check-fields.ts';
import type { Field, FieldContext, FieldReference, Json, Privacy, SlotValue } from './field.ts';
import { fieldTypes, getFieldType } from './field-types.ts';
import { isLabel } from './options.ts';
import { soundsPersonal } from './personal-name.ts';

export type { CheckedForm, FormValues } from './check-fields.ts';

const idsBefore = (fields: readonly Field[], index: number): readonly string[] =>
  fields.slice(0, index).map((field) => field.id);

/**
 * Whether a field is asked, given the values so far. A condition speaks of the fields before it by
 * their ids; what is hidden, empty or refused is null to it.
 */
export const isShown = (fields: readonly Field[], index: number, values: FormValues): boolean => {
  const show = fields[index]?.show;
  return show === undefined || holds(getExpression(show, idsBefore(fields, index)), values);
};

/**
 * Checks a form as it was sent. Values of hidden fields are dropped; names that the form does not have
 * are refused, those that every object inherits too.
 */
export const checkForm = (
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  context: FieldContext,
): CheckedForm => checkFields(fields, given, context, (index, values) => isShown(fields, index, values));

/** Several refusals as one, to be returned or thrown; undefined when there is none. */
export const oneRefusal = (refusals: readonly DomainError[]): DomainError | undefined => {
  const [first, ...also] = refusals;
  return first && also.length > 0
    ? refuse(first.code, first.values, { ...(first.field !== undefined && { field: first.field }), also })
    : first;
};

/** JSON Schema of a form's values at rest. */
export const formSchema = (fields: readonly Field[], context: FieldContext): Readonly<Record<string, Json>> => ({
  type: 'object',
  properties: Object.fromEntries(
    fields.map((field) => [field.id, { title: field.name.zh, ...getFieldType(field.type).schema(field, context) }]),
  ),
  required: fields.filter((field) => field.required && field.show === undefined).map((field) => field.id),
  additionalProperties: false,
});

/** What is left of a personal value for whoever has not asked to see it. */
export const fieldMask = (field: Field, value: Json, context: FieldContext, locale: Locale): string =>
  getFieldType(field.type).mask?.(value, field, context, locale) ?? '***';

/** A value as a person reads it; empty for an absent one. */
export const fieldText = (field: Field, value: Json | undefined, context: FieldContext, locale: Locale): string =>
  value === undefined || value === null ? '' : getFieldType(field.type).text(value, field, context, locale);

/**
 * A personal value that may be read in clear: a text as it was typed, so that it can be copied; anything else as a
 * person reads it.
 */
export const clearText = (field: Field, value: Json, context: FieldContext, locale: Locale): string =>
  typeof value === 'string' && !getFieldType(field.type).refersTo ? value : fieldText(field, value, context, locale);

/** Records kept elsewhere that the values of a form name, so that a view asks all their names at once. */
export const referencesIn = (
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): readonly FieldReference[] =>
  fields.flatMap((field) => {
    const value = values[field.id];
    return value === undefined || value === null
      ? []
      : (getFieldType(field.type).refersTo?.(value as Json, field) ?? []);
  });

/** Whether a form asks for times to book at all, going by what its samples would book. */
export const asksForTimes = (fields: readonly Field[]): boolean =>
  fields.some((field) => {
    const { books, sample } = getFieldType(field.type);
    return books !== undefined && books(sample(field, { codeList: () => undefined }, 0), field).length > 0;
  });

/** Times that the values of a form book, each with the field that asked for it. */
export const bookedIn = (
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): readonly (SlotValue & { readonly field: string })[] =>
  fields.flatMap((field) => {
    const value = values[field.id];
    if (value === undefined || value === null) return [];
    const booked = getFieldType(field.type).books?.(value as Json, field) ?? [];
    return booked.map((one) => ({ ...one, field: field.id }));
  });

/** A filled form that is right, for samples, screens and the simulator. @param chance gives numbers 0..1 */
export const sampleForm = (fields: readonly Field[], context: FieldContext, chance: () => number): FormValues => {
  const values: Record<string, Json> = {};
  for (const [index, field] of fields.entries()) {
    if (isShown(fields, index, values)) values[field.id] = getFieldType(field.type).sample(field, context, chance());
  }
  return values;
};

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What is wrong in the definition of a form; empty when a pack with it may be loaded. */
export const fieldProblems = (fields: readonly Field[], context: FieldContext): readonly FieldProblem[] =>
  fields.flatMap((field, index) => {
    const messages = [...idProblems(fields, index), ...typeProblems(field, context), ...showProblems(fields, index)];
    return messages.map((message) => ({ field: field.id, message }));
  });

const idProblems = (fields: readonly Field[], index: number): string[] => {
  const { id, name, hint } = fields[index] as Field;
  return [
    /^[a-z][A-Za-z0-9_]{0,39}$/.test(id)
      ? expressionProblems('1', [id])
      : 'the id begins with a small letter; then letters, digits and “_”, so that conditions can speak of it',
    idsBefore(fields, index).includes(id) ? 'two fields have this id' : [],
    isLabel(name) === null ? [] : 'the name is needed in zh and en',
    hint === undefined || isLabel(hint) === null ? [] : 'the hint is needed in zh and en',
  ].flat();
};

const typeProblems = (field: Field, context: FieldContext): string[] => {
  const type = fieldTypes.get(field.type);
  if (!type) return [`unknown type ${field.type}`];
  const personal =
    field.privacy === undefined && type.personal
      ? [`${field.type} is personal information: privacy is needed`]
      : field.privacy === undefined && soundsPersonal(field)
        ? [`“${field.name.zh}” sounds like personal information: privacy is needed`]
        : [];
  return [
    ...(type.problems?.(field, context) ?? []),
    ...personal,
    ...privacyProblems(field.privacy),
    ...readersProblems(field),
    ...identifiesProblems(field),
  ];
};

const readersProblems = ({ readers, privacy, type }: Field): string[] => {
  if (readers === undefined) return [];
  return [
    (readers as string) === 'author' ? [] : `readers: unknown ${String(readers)}`,
    privacy ? [] : 'what its author alone reads needs privacy',
    // Files have readers of their own.
    ['photos', 'file', 'rows'].includes(type) ? `readers: a field of type ${type} cannot be kept for its author` : [],
  ].flat();
};

const identifiesProblems = ({ identifies, privacy, type }: Field): string[] => {
  if (identifies === undefined) return [];
  return [
    identifies === true ? [] : 'identifies: only true can stand here',
    privacy ? [] : 'what names a person needs privacy',
    type === 'text' ? [] : 'identifies: a number of identity is a text',
  ].flat();
};

const privacyProblems = (privacy: Privacy | undefined): string[] => {
  if (!privacy) return [];
  const { purpose, basis, sensitivity, retentionMonths } = privacy;
  return [
    isLabel(purpose) === null ? [] : 'privacy.purpose is needed in zh and en',
    ['duty', 'consent', 'contract', 'emergency'].includes(basis) ? [] : `privacy.basis: unknown ${basis}`,
    ['personal', 'sensitive'].includes(sensitivity) ? [] : `privacy.sensitivity: unknown ${sensitivity}`,
    Number.isInteger(retentionMonths) && retentionMonths >= 0
      ? []
      : 'privacy.retentionMonths: a whole number is needed',
  ].flat();
};

const showProblems = (fields: readonly Field[], index: number): string[] => {
  const show = fields[index]?.show;
  return show === undefined
    ? []
    : expressionProblems(show, idsBefore(fields, index)).map((problem) => `show: ${problem}`);
};
