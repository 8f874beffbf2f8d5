import type { ReactNode } from 'react';
import { defineMessages, useText } from '../i18n/index.ts';
import { Icon } from './Icon.tsx';

const messages = defineMessages({ zh: { optional: '选填' }, en: { optional: 'optional' } });

export interface FormRowProps {
  /** Id of the control (or of the group); hint and error get ids made of it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The same words as in the error summary. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Several controls under one question: drawn as fieldset and legend. */
  readonly group?: boolean;
  readonly children: ReactNode;
}

/** Ids for `aria-describedby` of the control inside a row. */
export const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

/** A question with its hint and its error, tied to the control for readers. What is optional says so; required is the rule. */
export const FormRow = ({ id, label, hint, error, required = false, group = false, children }: FormRowProps) => {
  const t = useText(messages);
  const words = (
    <>
      {label}
      {required ? null : <span className="lf-optional">{t('optional')}</span>}
    </>
  );
  const notes = (
    <>
      {hint ? (
        <p id={`${id}-hint`} className="lf-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="lf-error">
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      ) : null}
    </>
  );
  const className = error ? 'lf-row lf-row-wrong' : 'lf-row';
  if (group)
    return (
      <fieldset id={id} tabIndex={-1} className={className} aria-describedby={describedBy(id, hint, error)}>
        <legend className="lf-label">{words}</legend>
        {notes}
        {children}
      </fieldset>
    );
  return (
    <div className={className}>
      <label className="lf-label" htmlFor={id}>
        {words}
      </label>
      {notes}
      {children}
    </div>
  );
};
