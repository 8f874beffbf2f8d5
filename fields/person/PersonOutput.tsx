import type { OutputProps, ReferenceValue } from '../field-web.tsx';

export const PersonOutput = ({ value }: OutputProps<ReferenceValue>) => <span>{value.name}</span>;
