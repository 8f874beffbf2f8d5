import type { ComponentType } from 'react';
import type { Field, FieldContext, Json } from './field.ts';

/** What an input is given. It draws the control alone; label, hint and error are drawn around it by `FieldRow`. */
export interface InputProps<Value extends Json = Json> {
  readonly field: Field;
  /** Null: not answered. */
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  /** One act answered it whole (a choice, a photo): a page that asks one thing may go on. */
  readonly onAnswered?: (() => void) | undefined;
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly wrong: boolean;
  readonly context: FieldContext;
  /** For types made of parts: what the ids of their controls begin with, and what is wrong with each, as `0.name`. */
  readonly parts: { readonly id: string; readonly errors: Readonly<Record<string, string>> };
}

export interface OutputProps<Value extends Json = Json> {
  readonly field: Field;
  readonly value: Value;
  /** As the server says it, when the value alone would not (the name of a body). */
  readonly text?: string | undefined;
  readonly context: FieldContext;
}

/** The web parts of a field type. */
export interface FieldWeb<Value extends Json = Json> {
  readonly Input: ComponentType<InputProps<Value>>;
  readonly Output: ComponentType<OutputProps<Value>>;
  /** Several controls under one question: drawn as fieldset and legend. */
  readonly group?: true;
}

/** Forgets the type of the value: which field has which value is known from its type id, as data. */
export const webOf = <Value extends Json>(parts: FieldWeb<Value>): FieldWeb => parts as unknown as FieldWeb;

const optionOf = (field: Field, name: string): Json | undefined => field.options?.[name];
export const numberOption = (field: Field, name: string): number | undefined => {
  const value = optionOf(field, name);
  return typeof value === 'number' ? value : undefined;
};
export const textOption = (field: Field, name: string): string | undefined => {
  const value = optionOf(field, name);
  return typeof value === 'string' ? value : undefined;
};
export const flagOption = (field: Field, name: string): boolean => optionOf(field, name) === true;

/** While a form is filled in, a reference has its name beside it; at rest it is the id alone. */
export type ReferenceDraft = string | { readonly id: string; readonly name: string };

/** Ids of a list option that is plain data. */
export const listOption = (field: Field, name: string): readonly string[] | undefined => {
  const value = optionOf(field, name);
  return Array.isArray(value) ? (value as readonly string[]) : undefined;
};

export const namedValue = (
  value: ReferenceDraft | null,
  nameOf: ((id: string) => string | undefined) | undefined,
): { readonly id: string; readonly name: string } | null =>
  typeof value === 'string' ? { id: value, name: nameOf?.(value) ?? value } : value;

/** At rest; its type checks it. */
export type FileValue = { readonly id: string; readonly name?: string };
