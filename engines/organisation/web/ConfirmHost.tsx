import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { answerConfirmations, asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Button, Dialog, Notice, TextField } from '#platform/web/kit';
import { words } from './account-words.ts';
import { accounts } from './account-client.ts';
import { canUsePasskeys, showPasskey, wasCancelled } from './passkeys.ts';

/** Nobody has a password of six digits, so one field takes either. */
const isCode = (typed: string): boolean => /^\s*(?:\d\s*){6}$/.test(typed);

const ConfirmDialog = ({ onAnswer }: { onAnswer: (confirmed: boolean) => void }) => {
  const t = useText(words);
  const pick = usePick();
  const form = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const ways = useQuery({ queryKey: ['session', 'factors'], queryFn: () => accounts.seeFactors(), retry: false });
  const totp = ways.data?.totp ?? false;
  const passkey = (ways.data?.passkey ?? false) && canUsePasskeys();
  const confirm = useMutation({
    mutationFn: async (by: 'typed' | 'passkey') => {
      if (by === 'passkey') return accounts.confirmSession({ body: { passkey: await showPasskey() } });
      const body = totp && isCode(typed) ? { code: typed.replace(/\s/g, '') } : { password: typed };
      return accounts.confirmSession({ body });
    },
    onSuccess: () => onAnswer(true),
    onError: () => setTyped(''),
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    // The page below has forms of its own.
    event.stopPropagation();
    setAsked(true);
    if (typed && !confirm.isPending) confirm.mutate('typed');
  };
  return (
    <Dialog
      title={t('confirmTitle')}
      onClose={() => onAnswer(false)}
      foot={
        <>
          <Button onClick={() => onAnswer(false)}>{t('cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={confirm.isPending && confirm.variables === 'typed'}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <form id={form} className="account-step" onSubmit={send} noValidate>
        <p>{t('confirmLead')}</p>
        {confirm.isError ? (
          <div role="alert">
            <Notice tone="overdue" icon="alert">
              {wasCancelled(confirm.error) ? t('cancelled') : pick(asProblem(confirm.error).sentence)}
            </Notice>
          </div>
        ) : null}
        <TextField
          label={totp ? t('proofWithCode') : t('proof')}
          required
          autoFocus
          type="password"
          value={typed}
          maxLength={200}
          autoComplete="current-password"
          error={asked && !typed && !confirm.isError ? t('proofMissing') : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        {passkey ? (
          <Button
            icon="lock"
            wide
            busy={confirm.isPending && confirm.variables === 'passkey'}
            onClick={() => confirm.mutate('passkey')}
          >
            {t('usePasskey')}
          </Button>
        ) : null}
      </form>
    </Dialog>
  );
};

/** Stands once in an app: asks “is it still you?” over whatever page is open, and lets its call go on. */
export const ConfirmHost = () => {
  const [answer, setAnswer] = useState<{ give: (confirmed: boolean) => void }>();
  useEffect(
    () =>
      answerConfirmations(
        () =>
          new Promise<boolean>((give) => {
            setAnswer({ give });
          }),
      ),
    [],
  );
  if (!answer) return null;
  return (
    <ConfirmDialog
      onAnswer={(confirmed) => {
        setAnswer(undefined);
        answer.give(confirmed);
      }}
    />
  );
};
