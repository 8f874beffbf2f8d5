import type { CodeItem, Field, FieldContext } from '../field.ts';

/** The items that a field offers: of its code list, or declared in place. */
export const choicesOf = (field: Field, context: FieldContext): readonly CodeItem[] => {
  const list = field.options?.['list'];
  if (typeof list === 'string') return context.codeList(list)?.items ?? [];
  const items = field.options?.['items'] ?? field.options?.['choices'];
  return Array.isArray(items) ? (items as unknown as readonly CodeItem[]) : [];
};
