import { type DomainError, isRefusal } from '#kernel/domain-error';
import type { Field, FieldContext } from '#fields/field';
import type { Values } from './events.ts';
import { checkValues } from './forms.ts';

/**
 * Values of fields that declare `privacy` never enter a history: events are for ever, personal
 * information is not. The server keeps them apart, and deletes them when their time is over.
 */
export const splitPersonal = <Value>(
  fields: readonly Field[],
  values: Readonly<Record<string, Value>>,
): { readonly open: Readonly<Record<string, Value>>; readonly personal: Readonly<Record<string, Value>> } => {
  const secret = new Set(fields.filter((field) => field.privacy).map((field) => field.id));
  const open: Record<string, Value> = {};
  const personal: Record<string, Value> = {};
  for (const [id, value] of Object.entries(values)) (secret.has(id) ? personal : open)[id] = value;
  return { open, personal };
};

/** Apart from the rest: values that only whoever filled them in reads again. */
export const splitAuthored = <Value>(
  fields: readonly Field[],
  values: Readonly<Record<string, Value>>,
): {
  readonly shared: Readonly<Record<string, Value>>;
  readonly authored: readonly { readonly field: string; readonly value: Value }[];
} => {
  const own = new Set(fields.filter((field) => field.readers === 'author').map((field) => field.id));
  const all = Object.entries(values);
  return {
    shared: Object.fromEntries(all.filter(([id]) => !own.has(id))),
    authored: all.filter(([id]) => own.has(id)).map(([field, value]) => ({ field, value })),
  };
};

/** The personal values of a form in their canonical shape, or the refusals of the form. */
export const personalIn = (
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  context: FieldContext,
): Values | DomainError => {
  if (!fields.some((field) => field.privacy)) return {};
  const checked = checkValues(fields, values, context);
  return isRefusal(checked) ? checked : splitPersonal(fields, checked).personal;
};
