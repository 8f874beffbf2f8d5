import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useId, useLayoutEffect, useRef } from 'react';
import { describedBy, FormRow, type FormRowProps } from './FormRow.tsx';

type Row = Omit<FormRowProps, 'id' | 'children' | 'group' | 'required'> & {
  readonly id?: string | undefined;
  readonly required?: boolean | undefined;
};

/** Bare controls, for where a row is drawn by someone else (fields). `wrong` marks them for readers too. */
export const Input = ({ wrong, ...rest }: { wrong?: boolean } & InputHTMLAttributes<HTMLInputElement>) => (
  <input {...rest} className="lf-input" aria-invalid={wrong || undefined} />
);

export const Area = ({ wrong, value, ...rest }: { wrong?: boolean } & TextareaHTMLAttributes<HTMLTextAreaElement>) => {
  const area = useRef<HTMLTextAreaElement>(null);
  // Grows with its text, so that nobody scrolls in a box of three lines.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      rows={3}
      {...rest}
      value={value}
      ref={area}
      className="lf-input lf-area"
      aria-invalid={wrong || undefined}
    />
  );
};

export const Choose = ({ wrong, children, ...rest }: { wrong?: boolean } & SelectHTMLAttributes<HTMLSelectElement>) => (
  <select {...rest} className="lf-input lf-select" aria-invalid={wrong || undefined}>
    {children}
  </select>
);

const useRow = ({ id, label, hint, error, required }: Row) => {
  const made = useId();
  const use = id ?? made;
  return {
    row: { id: use, label, hint, error, required: required ?? false },
    control: {
      id: use,
      wrong: Boolean(error),
      'aria-describedby': describedBy(use, hint, error),
      'aria-required': required || undefined,
    },
  };
};

export const TextField = ({
  label,
  hint,
  error,
  required,
  id,
  ...rest
}: Row & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'required'>) => {
  const { row, control } = useRow({ id, label, hint, error, required });
  return (
    <FormRow {...row}>
      <Input {...rest} {...control} />
    </FormRow>
  );
};

export const TextArea = ({
  label,
  hint,
  error,
  required,
  id,
  ...rest
}: Row & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'required'>) => {
  const { row, control } = useRow({ id, label, hint, error, required });
  return (
    <FormRow {...row}>
      <Area {...rest} {...control} />
    </FormRow>
  );
};

export const Select = ({
  label,
  hint,
  error,
  required,
  id,
  ...rest
}: Row & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'required'>) => {
  const { row, control } = useRow({ id, label, hint, error, required });
  return (
    <FormRow {...row}>
      <Choose {...rest} {...control} />
    </FormRow>
  );
};
