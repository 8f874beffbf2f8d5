import type { ErrorCode } from './error-catalogue.ts';

/**
 * What a rule says when it refuses. Its code stands in the catalogue, with status and both messages;
 * `values` fill the message, `field` names the form field at fault. It is returned by pure code
 * (see `refuse`) and thrown by servers.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly field: string | undefined;
  /** Further refusals of the same form, so that a person mends all of them at once. */
  readonly also: readonly DomainError[];

  constructor(
    code: ErrorCode,
    values: Readonly<Record<string, string | number>> = {},
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

export const refuse = (...args: ConstructorParameters<typeof DomainError>): DomainError => new DomainError(...args);
export const isRefusal = (value: unknown): value is DomainError => value instanceof DomainError;
