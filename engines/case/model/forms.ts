import type { DomainError } from '#kernel/domain-error';
import { checkForm, formProblems as problemsOf } from '#fields';
import type { Field, FieldContext } from '#fields/field';
import type { Values } from './events.ts';

/** The values of a form in their canonical shape, hidden fields left out, or the refusals of all bad fields. */
export const checkValues = (
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  context: FieldContext,
): Values | DomainError => checkForm(fields, values, context);

/** What is wrong in the definition of a form itself. */
export const formProblems = (fields: readonly Field[], context: FieldContext): readonly string[] =>
  problemsOf(fields, context);
