import type { OutputProps } from '../field-web.tsx';

export const TextOutput = ({ value }: OutputProps<string>) => <span className="lf-prose">{value}</span>;
