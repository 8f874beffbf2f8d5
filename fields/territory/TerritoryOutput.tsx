import type { OutputProps } from '../field-web.tsx';

export const TerritoryOutput = ({ value, text }: OutputProps<string>) => <span>{text ?? value}</span>;
