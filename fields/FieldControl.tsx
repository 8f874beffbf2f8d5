import { usePick } from '#platform/web/i18n';
import { describedBy, FormRow } from '#platform/web/kit';
import type { Field, FieldContext, Json } from './field.ts';
import type { FieldWeb } from './field-web.tsx';

const noErrors: Readonly<Record<string, string>> = {};

/** A question, its control and its error, drawn with the web parts of its type. */
export const FieldControl = ({
  field,
  web: { Input, group },
  value,
  onChange,
  onAnswered,
  error,
  errors = noErrors,
  id,
  context,
  quiet = false,
}: {
  field: Field;
  web: FieldWeb;
  value: Json | null;
  onChange: (value: Json | null) => void;
  onAnswered?: () => void;
  error?: string | undefined;
  /** What is wrong with parts of the value, as `0.name`. */
  errors?: Readonly<Record<string, string>> | undefined;
  id: string;
  context: FieldContext;
  quiet?: boolean;
}) => {
  const pick = usePick();
  const hint = field.hint ? pick(field.hint) : undefined;
  return (
    <FormRow
      id={id}
      label={pick(field.name)}
      hint={hint}
      error={error}
      required={quiet || (field.required ?? false)}
      {...(group ? { group } : {})}
    >
      <Input
        field={field}
        value={value}
        onChange={onChange}
        onAnswered={onAnswered}
        id={group ? `${id}-control` : id}
        describedBy={group ? undefined : describedBy(id, hint, error)}
        wrong={Boolean(error)}
        context={context}
        parts={{ id, errors }}
      />
    </FormRow>
  );
};
