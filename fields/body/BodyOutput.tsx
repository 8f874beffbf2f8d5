import type { OutputProps, ReferenceValue } from '../field-web.tsx';

export const BodyOutput = ({ value }: OutputProps<ReferenceValue>) => <span>{value.name}</span>;
