import { type ErrorCode, errorCatalogue } from './error-catalogue.ts';
import { fill, type Label, label, type Locale } from './label.ts';

/** What fills a place of an error's sentence; a `Label` speaks the language of the sentence. */
export type ErrorValue = string | number | Label;

/**
 * What a rule says when it refuses. Its code stands in the catalogue, with status and both messages;
 * `values` fill the message, `field` names the form field at fault. It is returned by pure code
 * (see `refuse`) and thrown by servers.
 */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly values: Readonly<Record<string, ErrorValue>>;
  readonly field: string | undefined;
  /** Further refusals of the same form, so that a person mends all of them at once. */
  readonly also: readonly DomainError[];

  constructor(
    code: Code,
    values: Readonly<Record<string, ErrorValue>> = {},
    options: { field?: string; also?: readonly DomainError[] } = {},
  ) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.values = values;
    this.field = options.field;
    this.also = options.also ?? [];
  }
}

export const refuse = <Code extends ErrorCode>(
  ...args: ConstructorParameters<typeof DomainError<Code>>
): DomainError<Code> => new DomainError(...args);
export const isRefusal = (value: unknown): value is DomainError => value instanceof DomainError;

/** What a person reads of a refusal, in both locales. */
export const sentenceOf = (refusal: {
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, unknown>>;
}): Label => fillSentence(errorCatalogue[refusal.code].message, refusal.values);

/** A sentence with its places filled, in both locales. */
export const fillSentence = (message: Label, values: Readonly<Record<string, unknown>>): Label => {
  const say = (locale: Locale): string =>
    fill(
      message[locale],
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inLocale(value, locale)])),
    );
  return label(say('zh'), say('en'));
};

const inLocale = (value: unknown, locale: Locale): unknown =>
  typeof value === 'object' && value !== null && locale in value ? (value as Label)[locale] : value;
