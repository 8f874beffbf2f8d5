import type { DomainError } from '#kernel/domain-error';
import { checkForm, fieldProblems, oneRefusal } from '#fields';
import type { Field, FieldContext } from '#fields/field';
import type { Values } from './events.ts';

/** The values of a form in their canonical shape, hidden fields left out, or the refusals of all bad fields as one. */
export const checkValues = (
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  context: FieldContext,
): Values | DomainError => {
  const { values, refusals } = checkForm(fields, given, context);
  return oneRefusal(refusals) ?? values;
};

/** What is wrong in the definition of a form itself. */
export const formProblems = (fields: readonly Field[], context: FieldContext): readonly string[] =>
  fieldProblems(fields, context).map(({ field, message }) => `${field}: ${message}`);
