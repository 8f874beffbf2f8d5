import type { Label } from '#kernel/label';
import { useFormats, usePick } from '#platform/web/i18n';
import type { OutputProps } from '../field-web.tsx';

export const NumberOutput = ({ field, value, text }: OutputProps<number | string>) => {
  const formats = useFormats();
  const pick = usePick();
  if (text) return <span>{text}</span>;
  const unit = field.options?.['unit'] as Label | string | undefined;
  const digits = String(value).split('.')[1]?.length ?? 0;
  return (
    <span>
      {formats.number(Number(value), digits)}
      {unit ? ` ${typeof unit === 'string' ? unit : pick(unit)}` : ''}
    </span>
  );
};
