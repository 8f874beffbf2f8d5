import { useEffect, useState } from 'react';
import { useLocale, usePick } from '#platform/web/i18n';
import { describedBy, FormRow } from '#platform/web/kit';
import type { Field, FieldContext, Json } from './field.ts';
import { fieldWebs } from './registry.tsx';
import type { FieldWeb } from './field-web.tsx';

/** The web parts of a type; throws for an unknown one, which the pack loader never lets through. */
export const getFieldWeb = (type: string): FieldWeb => {
  const parts = fieldWebs[type];
  if (!parts) throw new Error(`there is no web part for the field type ${type}`);
  return parts;
};

/** A field of a form: its question, its control, its error. */
export const FieldRow = ({
  field,
  value,
  onChange,
  onAnswered,
  error,
  id,
  context,
  quiet = false,
}: {
  field: Field;
  value: Json | null;
  onChange: (value: Json | null) => void;
  onAnswered?: () => void;
  error?: string | undefined;
  id: string;
  context: FieldContext;
  quiet?: boolean;
}) => {
  const pick = usePick();
  const { Input, group } = getFieldWeb(field.type);
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
      />
    </FormRow>
  );
};

/** A value as people read it. */
export const FieldValue = ({
  field,
  value,
  text,
  context,
}: {
  field: Field;
  value: Json;
  text?: string | undefined;
  context: FieldContext;
}) => {
  const { Output } = getFieldWeb(field.type);
  return <Output field={field} value={value} text={text} context={context} />;
};

type Types = typeof import('./field-types.ts');

/** Says values as plain text, where nothing that opens or plays may stand (inside a link); empty until the types are here. */
export const useTextOfField = (context: FieldContext): ((field: Field, value: Json) => string) => {
  const locale = useLocale();
  const [types, setTypes] = useState<Types>();
  useEffect(() => void import('./field-types.ts').then(setTypes), []);
  return (field, value) => types?.getFieldType(field.type).text(value, field, context, locale) ?? '';
};
