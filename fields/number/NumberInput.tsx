import { useEffect, useState } from 'react';
import { usePick } from '#platform/web/i18n';
import { Input } from '#platform/web/kit';
import type { Label } from '#kernel/label';
import type { InputProps } from '../field-web.tsx';

/** What a person types, as a number: full-width digits folded, thousands marks dropped. NaN when it is none. */
const read = (text: string): number =>
  Number(
    text.replace(/[０-９．－，]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[,\s]/g, ''),
  );

/** Keeps what was typed as long as it means the value, so that “3.” can become “3.5”. What is no number goes on as text and is refused by the check. */
export const NumberInput = ({ field, value, onChange, id, describedBy, wrong }: InputProps<number | string>) => {
  const pick = usePick();
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  useEffect(() => {
    if (value === null ? typed.trim() !== '' : typed !== String(value) && read(typed) !== value)
      setTyped(value === null ? '' : String(value));
    // oxlint-disable-next-line react/exhaustive-deps -- only a value from outside replaces what is being typed
  }, [value]);
  const unit = field.options?.['unit'] as Label | string | undefined;
  return (
    <div className="lf-with-unit">
      <Input
        id={id}
        aria-describedby={describedBy}
        wrong={wrong}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const number = read(text);
          onChange(text.trim() === '' ? null : Number.isNaN(number) ? text : number);
        }}
      />
      {unit ? <span>{typeof unit === 'string' ? unit : pick(unit)}</span> : null}
    </div>
  );
};
