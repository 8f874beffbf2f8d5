import { Button } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { ApiProblem } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { ErrorSummary, FormRow, Select, TextField } from '#platform/web/kit';

const words = defineMessages({
  zh: { missing: '请填写「{name}」', choose: '请选择' },
  en: { missing: 'Please fill in “{name}”', choose: 'Please choose' },
});

export interface FormItem<Key extends string> {
  readonly id: Key;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
  readonly type?: 'text' | 'password' | 'date' | 'tel';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  /** A choice instead of a text. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** A control of its own, tied to the label by `id`. */
  readonly control?: (value: string, change: (value: string) => void, id: string) => ReactNode;
  /** What is wrong with a value, in words. */
  readonly check?: (value: string) => string | undefined;
}

interface SimpleFormProps<Key extends string> {
  readonly items: readonly FormItem<Key>[];
  readonly start?: Partial<Record<Key, string>>;
  readonly submit: string;
  readonly busy: boolean;
  readonly problem?: ApiProblem | undefined;
  readonly onSubmit: (values: Record<Key, string>) => void;
  readonly danger?: boolean;
}

/** A short form of texts and choices: every slip is said on top and again at its field, the server's as well. */
export const SimpleForm = <Key extends string>(props: SimpleFormProps<Key>) => {
  const { items, start, submit, busy, problem, onSubmit, danger } = props;
  const t = useText(words);
  const pick = usePick();
  const base = useId();
  const [values, setValues] = useState<Record<string, string>>(() => ({ ...start }) as Record<string, string>);
  const [attempt, setAttempt] = useState(0);
  const idOf = (item: FormItem<Key>): string => `${base}-${item.id}`;
  const slipOf = (item: FormItem<Key>): string | undefined => {
    const value = (values[item.id] ?? '').trim();
    if (attempt === 0) return undefined;
    if (!value) return item.required ? t('missing', { name: item.label }) : undefined;
    const refused = problem?.fields.find((one) => one.field === item.id);
    return item.check?.(value) ?? (refused ? pick(refused.message) : undefined);
  };
  const errors = items.flatMap((item) => {
    const text = slipOf(item);
    return text ? [{ id: idOf(item), text }] : [];
  });
  const general = problem && problem.fields.length === 0 ? [{ id: base, text: pick(problem.sentence) }] : [];
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const wrong = items.some((item) => {
      const value = (values[item.id] ?? '').trim();
      return value ? item.check?.(value) !== undefined : item.required;
    });
    if (wrong || busy) return;
    onSubmit(Object.fromEntries(items.map((item) => [item.id, (values[item.id] ?? '').trim()])) as Record<Key, string>);
  };
  return (
    <form id={base} className="form" noValidate onSubmit={send}>
      <ErrorSummary errors={[...general, ...errors]} attempt={attempt + (problem ? 0.5 : 0)} />
      {items.map((item) => {
        const id = idOf(item);
        const value = values[item.id] ?? '';
        const change = (next: string): void => setValues((before) => ({ ...before, [item.id]: next }));
        const row = {
          label: item.label,
          hint: item.hint,
          error: slipOf(item),
          required: item.required ?? false,
        };
        if (item.control)
          return (
            <FormRow key={item.id} id={id} {...row}>
              {item.control(value, change, id)}
            </FormRow>
          );
        if (item.options)
          return (
            <Select key={item.id} id={id} {...row} value={value} onChange={(event) => change(event.target.value)}>
              <option value="">{t('choose')}</option>
              {item.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          );
        return (
          <TextField
            key={item.id}
            id={id}
            {...row}
            type={item.type ?? 'text'}
            autoComplete={item.autoComplete ?? 'off'}
            maxLength={item.maxLength}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
        );
      })}
      <div className="form-buttons">
        <Button type="primary" danger={danger ?? false} htmlType="submit" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
};
