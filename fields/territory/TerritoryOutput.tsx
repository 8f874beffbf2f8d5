import type { OutputProps } from '../field-web.tsx';

export const TerritoryOutput = ({ value, text, context }: OutputProps<string>) => (
  <span>{text ?? context.territoryName?.(value) ?? value}</span>
);
