import type { Label } from '#kernel/label';
import { usePick } from '#platform/web/i18n';
import { Input } from '#platform/web/kit';
import type { InputProps } from '../field-web.tsx';

/** Goes on as it was typed (`3.`, `１２`, `1,200`); the check folds it and refuses what is no number. */
export const NumberInput = ({ field, value, onChange, id, describedBy, wrong }: InputProps<number | string>) => {
  const pick = usePick();
  const unit = field.options?.['unit'] as Label | undefined;
  return (
    <div className="lf-with-unit">
      <Input
        id={id}
        aria-describedby={describedBy}
        wrong={wrong}
        inputMode="decimal"
        autoComplete="off"
        maxLength={24}
        value={value === null ? '' : String(value)}
        onChange={(event) => onChange(event.target.value || null)}
      />
      {unit ? <span>{pick(unit)}</span> : null}
    </div>
  );
};
