import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Button, Notice, TextField } from '#platform/web/kit';
import { words } from './account-words.ts';
import { addPasskey, wasCancelled } from './passkeys.ts';

/** Registers a passkey under a name by which its owner knows it again. */
export const EnrolPasskey = ({
  onDone,
  onBack,
}: {
  onDone: (codes: readonly string[] | null) => void;
  onBack: () => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const add = useMutation({ mutationFn: () => addPasskey(name.trim()), onSuccess: onDone });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() && !add.isPending) add.mutate();
  };
  return (
    <form className="account-step" onSubmit={send} noValidate>
      {add.isError ? (
        <div role="alert">
          <Notice tone="overdue" icon="alert">
            {wasCancelled(add.error) ? t('cancelled') : pick(asProblem(add.error).sentence)}
          </Notice>
        </div>
      ) : null}
      <TextField
        label={t('passkeyName')}
        hint={t('passkeyNameHint')}
        required
        autoFocus
        value={name}
        maxLength={60}
        error={asked && !name.trim() ? t('passkeyNameMissing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="account-buttons">
        <Button type="submit" look="primary" busy={add.isPending}>
          {t('create')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </form>
  );
};
