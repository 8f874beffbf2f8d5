import type { Field } from '#fields/field';

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
