import { namedValue, type OutputProps, type ReferenceDraft } from '../field-web.tsx';

export const PersonOutput = ({ value, text, context }: OutputProps<ReferenceDraft>) => (
  <span>{text ?? namedValue(value, context.personName)?.name}</span>
);
