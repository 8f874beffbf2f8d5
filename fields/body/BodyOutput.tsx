import { useFieldServices } from '../field-services.tsx';
import type { OutputProps } from '../field-web.tsx';

export const BodyOutput = ({ value, text }: OutputProps<string>) => {
  const { bodyName } = useFieldServices();
  return <span>{text ?? bodyName?.(value) ?? ''}</span>;
};
