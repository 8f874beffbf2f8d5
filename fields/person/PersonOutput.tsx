import type { OutputProps } from '../field-web.tsx';

export const PersonOutput = ({ text }: OutputProps<string>) => <span>{text ?? ''}</span>;
