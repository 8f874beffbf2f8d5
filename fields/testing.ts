import { type DomainError, isRefusal, sentenceOf } from '#kernel/domain-error';
import { label } from '#kernel/label';
import type { Field, FieldContext, FieldType, Json } from './field.ts';

/** For tests of field types: a field with these options, and what a type says of a value. */

export const testContext: FieldContext = {
  codeList: (id) =>
    id === 'fruit'
      ? {
          id: 'fruit',
          name: label('水果', 'Fruit'),
          source: 'proposed',
          items: [
            { code: 'stone', name: label('核果', 'Stone fruit') },
            { code: 'peach', name: label('桃', 'Peach'), parent: 'stone' },
            { code: 'plum', name: label('李', 'Plum'), parent: 'stone' },
            { code: 'fig', name: label('无花果', 'Fig') },
          ],
        }
      : undefined,
};

export const fieldOf = (type: string, options?: Readonly<Record<string, Json>>): Field => ({
  id: 'tried',
  type,
  name: label('试填', 'Tried'),
  ...(options && { options }),
});

export interface Tried {
  /** The canonical value, or the English sentence of the refusal. */
  readonly check: (value: unknown) => unknown;
  readonly text: (value: unknown, locale?: 'zh' | 'en') => string;
  readonly problems: readonly string[];
}

export const trying = <Value extends Json>(
  type: FieldType<Value>,
  options?: Readonly<Record<string, Json>>,
  context: FieldContext = testContext,
): Tried => {
  const field = fieldOf(type.id, options);
  return {
    check: (value) => {
      const checked: Value | DomainError = type.check(value, field, context);
      return isRefusal(checked) ? sentenceOf(checked).en : checked;
    },
    text: (value, locale = 'zh') => type.text(value as Value, field, context, locale),
    problems: type.problems?.(field, context) ?? [],
  };
};
