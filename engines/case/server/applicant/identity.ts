import type { Field } from '#fields/field';

/** The fields of a form whose value names the person that the matter is for. */
export const identityFields = (fields: readonly Field[]): readonly Field[] =>
  fields.filter((field) => field.identifies && field.privacy);

/** A number of identity as it is compared: full-width signs folded, without spaces and hyphens, capital letters. */
export const comparedNumber = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** @returns the number under which a report was made; undefined when it names nobody */
export const numberIn = (
  fields: readonly Field[],
  personal: Readonly<Record<string, unknown>> | undefined,
): string | undefined => {
  for (const { id } of identityFields(fields)) {
    const value = personal?.[id];
    if (typeof value === 'string' && value.trim() !== '') return comparedNumber(value);
  }
  return undefined;
};
