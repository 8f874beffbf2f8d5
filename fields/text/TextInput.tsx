import { Area, Input } from '#platform/web/kit';
import { type InputProps, numberOption } from '../field-web.tsx';

/** One line, or as many as the definition says. Whoever speaks instead uses the keyboard's microphone. */
export const TextInput = ({ field, value, onChange, id, describedBy, wrong }: InputProps<string>) => {
  const common = {
    id,
    'aria-describedby': describedBy,
    wrong,
    value: value ?? '',
    maxLength: numberOption(field, 'max'),
    autoComplete: 'off',
  };
  return (numberOption(field, 'lines') ?? 1) > 1 ? (
    <Area {...common} rows={numberOption(field, 'lines')} onChange={(event) => onChange(event.target.value || null)} />
  ) : (
    <Input {...common} type="text" onChange={(event) => onChange(event.target.value || null)} />
  );
};
