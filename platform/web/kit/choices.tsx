import { type ReactNode, useId } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly icon?: IconName;
  readonly note?: ReactNode;
}

/** A few choices, all in view, as large targets. `many` allows several. Put it into a `FormRow` with `group`. */
export const ChoiceChips = ({
  choices,
  value,
  onChange,
  many = false,
  wrong = false,
  stacked = false,
  grid = false,
  name,
}: {
  choices: readonly Choice[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  many?: boolean;
  wrong?: boolean;
  stacked?: boolean;
  /** Equal tiles, two or more in a row. */
  grid?: boolean;
  name?: string;
}) => {
  const made = useId();
  const toggle = (one: string) =>
    onChange(many ? (value.includes(one) ? value.filter((other) => other !== one) : [...value, one]) : [one]);
  return (
    <div className={stacked ? 'lf-chips lf-chips-stacked' : grid ? 'lf-chips lf-chips-grid' : 'lf-chips'}>
      {choices.map((choice) => (
        <label key={choice.value} className={value.includes(choice.value) ? 'lf-chip lf-chip-on' : 'lf-chip'}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name ?? made}
            value={choice.value}
            checked={value.includes(choice.value)}
            aria-invalid={wrong || undefined}
            onChange={() => toggle(choice.value)}
          />
          {choice.icon ? <Icon name={choice.icon} /> : null}
          <span className="lf-chip-words">
            {choice.label}
            {choice.note ? <small>{choice.note}</small> : null}
          </span>
          {value.includes(choice.value) ? <Icon name="check" className="lf-icon lf-chip-mark" /> : null}
        </label>
      ))}
    </div>
  );
};

export const Switch = ({
  label,
  note,
  checked,
  onChange,
}: {
  label: ReactNode;
  note?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) => {
  const id = useId();
  return (
    <div className="lf-switch">
      <label htmlFor={id}>
        <span>{label}</span>
        {note ? <small>{note}</small> : null}
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
};
