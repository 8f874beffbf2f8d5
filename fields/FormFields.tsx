import { Fragment, type ReactNode } from 'react';
import type { Field, FieldContext } from './field.ts';
import { FieldRow } from './FieldRow.tsx';
import { type Form, useShownFields } from './use-form.tsx';

/** The questions of a form, one below the other, each with its error. */
export const FormFields = ({
  fields,
  form,
  context,
  prefix,
  onAnswered,
  before,
  quiet = false,
}: {
  fields: readonly Field[];
  form: Form;
  context: FieldContext;
  /** Makes ids of controls unique in a page; the same as given to `form.summary`. */
  prefix: string;
  onAnswered?: (field: Field) => void;
  /** What stands above a question, such as advice on it. */
  before?: ((field: Field) => ReactNode) | undefined;
  /** Says of no field that it is optional: where one of several is enough. */
  quiet?: boolean;
}) =>
  useShownFields(fields, form.draft).map((field) => (
    <Fragment key={field.id}>
      {before?.(field)}
      <FieldRow
        field={field}
        value={form.draft[field.id] ?? null}
        onChange={(value) => form.set(field.id, value)}
        {...(onAnswered ? { onAnswered: () => onAnswered(field) } : {})}
        quiet={quiet}
        error={form.errors[field.id]}
        errors={form.errorsIn(field.id)}
        id={prefix + field.id}
        context={context}
      />
    </Fragment>
  ));
