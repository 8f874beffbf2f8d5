import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Me } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Button, ErrorSummary, type FormError, TextField } from '#platform/web/kit';
import { words } from './account-words.ts';
import { accounts } from './account-client.ts';

/** Changes the password. Nothing hinders pasting, and what was typed can be looked at. */
export const NewPassword = ({ onDone, onBack }: { onDone: (me: Me) => void; onBack?: () => void }) => {
  const t = useText(words);
  const pick = usePick();
  const base = useId();
  const [values, setValues] = useState({ old: '', new: '', again: '' });
  const [seen, setSeen] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const change = useMutation({
    mutationFn: () => accounts.changePassword({ body: { old: values.old, new: values.new } }),
    onSuccess: onDone,
  });
  const names = { old: t('old'), new: t('new'), again: t('again') };
  const slipOf = (key: keyof typeof values): string | undefined => {
    if (attempt === 0) return undefined;
    if (!values[key]) return t('missing', { name: names[key] });
    return key === 'again' && values.again !== values.new ? t('different') : undefined;
  };
  const refused = change.isError ? asProblem(change.error) : undefined;
  const refusedAt = refused?.code === 'sign-in.refused' ? 'old' : 'new';
  const errors: readonly FormError[] = (['old', 'new', 'again'] as const).flatMap((key) => {
    const text = slipOf(key) ?? (refused && key === refusedAt ? pick(refused.sentence) : undefined);
    return text ? [{ id: `${base}-${key}`, text }] : [];
  });
  const errorOf = (key: string) => errors.find((one) => one.id === `${base}-${key}`)?.text;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (values.old && values.new && values.again === values.new && !change.isPending) change.mutate();
  };
  const field = (key: keyof typeof values, complete: string, hint?: string) => (
    <TextField
      id={`${base}-${key}`}
      label={names[key]}
      {...(hint ? { hint } : {})}
      required
      type={seen ? 'text' : 'password'}
      value={values[key]}
      maxLength={200}
      autoComplete={complete}
      autoCapitalize="none"
      spellCheck={false}
      error={errorOf(key)}
      onChange={(event) => {
        setValues({ ...values, [key]: event.target.value });
        change.reset();
      }}
    />
  );
  return (
    <form className="account-step" onSubmit={send} noValidate>
      <ErrorSummary errors={errors} attempt={attempt + (change.isError ? 0.5 : 0)} />
      {field('old', 'current-password')}
      {field('new', 'new-password', t('newHintClasses'))}
      {field('again', 'new-password')}
      <label className="account-tick">
        <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.target.checked)} />
        <span>{t('show')}</span>
      </label>
      <div className="account-buttons">
        <Button type="submit" look="primary" busy={change.isPending}>
          {t('save')}
        </Button>
        {onBack ? <Button onClick={onBack}>{t('cancel')}</Button> : null}
      </div>
    </form>
  );
};
