import { Input } from '#platform/web/kit';
import type { InputProps } from '../field-web.tsx';

export const PhoneInput = ({ value, onChange, id, describedBy, wrong }: InputProps<string>) => (
  <Input
    id={id}
    aria-describedby={describedBy}
    wrong={wrong}
    type="tel"
    inputMode="tel"
    autoComplete="tel"
    maxLength={20}
    value={value ?? ''}
    onChange={(event) => onChange(event.target.value || null)}
  />
);
