import { useEffect, useState } from 'react';
import { useLocale } from '#platform/web/i18n';
import type { Field, FieldContext, Json } from './field.ts';
import { FieldControl } from './FieldControl.tsx';
import { getFieldWeb } from './registry.tsx';

/** A field of a form: its question, its control, its error. */
export const FieldRow = (props: Omit<Parameters<typeof FieldControl>[0], 'web'>) => (
  <FieldControl {...props} web={getFieldWeb(props.field.type)} />
);

/** A value as people read it; where only its words were given out (a masked value), these. */
export const FieldValue = ({
  field,
  value,
  text,
  names,
  context,
}: {
  field: Field;
  value: Json | null;
  text?: string | undefined;
  /** Names of the bodies, people and places that the value refers to, by id or code. */
  names?: Readonly<Record<string, string>> | undefined;
  context: FieldContext;
}) => {
  const { Output } = getFieldWeb(field.type);
  if (value === null) return <span>{text}</span>;
  const nameOf = names && ((id: string): string | undefined => names[id]);
  const known = nameOf ? { ...context, bodyName: nameOf, personName: nameOf, territoryName: nameOf } : context;
  return <Output field={field} value={value} text={text} context={known} />;
};

type Types = typeof import('./field-types.ts');

/** Says values as plain text, where nothing that opens or plays may stand (inside a link); empty until the types are here. */
export const useTextOfField = (context: FieldContext): ((field: Field, value: Json) => string) => {
  const locale = useLocale();
  const [types, setTypes] = useState<Types>();
  useEffect(() => void import('./field-types.ts').then(setTypes), []);
  return (field, value) => types?.getFieldType(field.type).text(value, field, context, locale) ?? '';
};
