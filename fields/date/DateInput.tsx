import { Input } from '#platform/web/kit';
import { type InputProps, textOption } from '../field-web.tsx';

export const DateInput = ({ field, value, onChange, id, describedBy, wrong }: InputProps<string>) => (
  <Input
    id={id}
    aria-describedby={describedBy}
    wrong={wrong}
    type="date"
    value={value ?? ''}
    min={textOption(field, 'min')}
    max={textOption(field, 'max')}
    onChange={(event) => onChange(event.target.value || null)}
  />
);
