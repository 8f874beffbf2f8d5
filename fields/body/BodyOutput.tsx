import { namedValue, type OutputProps, type ReferenceDraft } from '../field-web.tsx';

export const BodyOutput = ({ value, text, context }: OutputProps<ReferenceDraft>) => (
  <span>{text ?? namedValue(value, context.bodyName)?.name}</span>
);
