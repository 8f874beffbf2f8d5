import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Me } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Button, Notice, ProblemNote, Skeleton, TextField } from '#platform/web/kit';
import { words } from './account-words.ts';
import { accounts } from './account-client.ts';
import { canUsePasskeys, showPasskey, wasCancelled } from './passkeys.ts';

const sixDigits = /^\s*(?:\d\s*){6}$/;

/** The second step of a sign-in: a code of the app, a passkey, or one of the recovery codes. */
export const FactorStep = ({ onDone }: { onDone: (me: Me) => void }) => {
  const t = useText(words);
  const pick = usePick();
  const ways = useQuery({ queryKey: ['session', 'factors'], queryFn: () => accounts.seeFactors(), retry: false });
  const [recovering, setRecovering] = useState(false);
  const [typed, setTyped] = useState('');
  const [slip, setSlip] = useState<string>();
  const show = useMutation({
    mutationFn: async (by: 'typed' | 'passkey') => {
      if (by === 'passkey') return accounts.showFactor({ body: { passkey: await showPasskey() } });
      const body = recovering ? { recovery: typed.trim() } : { code: typed.replace(/\s/g, '') };
      return accounts.showFactor({ body });
    },
    onSuccess: onDone,
    onError: () => setTyped(''),
  });
  if (ways.isError) return <ProblemNote error={ways.error} onRetry={() => void ways.refetch()} />;
  if (!ways.data) return <Skeleton rows={3} card={false} />;
  const passkey = ways.data.passkey && canUsePasskeys();
  const typing = recovering || ways.data.totp || !passkey;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = recovering
      ? typed.trim().length < 8 && t('recoveryMissing')
      : !sixDigits.test(typed) && t('codeMissing');
    setSlip(wrong || undefined);
    if (!wrong && !show.isPending) show.mutate('typed');
  };
  return (
    <form className="account-step" onSubmit={send} noValidate>
      <p>
        {recovering ? t('recoveryHint') : ways.data.totp ? t('factorLead') : passkey ? t('passkeyOnly') : t('lost')}
      </p>
      {show.isError ? (
        <div role="alert">
          <Notice tone="overdue" icon="alert">
            {wasCancelled(show.error) ? t('cancelled') : pick(asProblem(show.error).sentence)}
          </Notice>
        </div>
      ) : null}
      {passkey && !recovering ? (
        <Button
          look={ways.data.totp ? 'normal' : 'primary'}
          icon="lock"
          wide
          busy={show.isPending && show.variables === 'passkey'}
          onClick={() => show.mutate('passkey')}
        >
          {t('usePasskey')}
        </Button>
      ) : null}
      {typing && (recovering || ways.data.totp) ? (
        <>
          <TextField
            key={recovering ? 'recovery' : 'code'}
            label={recovering ? t('recovery') : t('code')}
            required
            autoFocus
            value={typed}
            error={slip}
            maxLength={recovering ? 40 : 12}
            inputMode={recovering ? 'text' : 'numeric'}
            autoComplete={recovering ? 'off' : 'one-time-code'}
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" look="primary" wide busy={show.isPending && show.variables === 'typed'}>
            {t('next')}
          </Button>
        </>
      ) : null}
      {ways.data.recovery || recovering ? (
        <Button
          look="quiet"
          onClick={() => {
            setRecovering(!recovering);
            setTyped('');
            setSlip(undefined);
            show.reset();
          }}
        >
          {recovering ? t('useCode') : t('useRecovery')}
        </Button>
      ) : null}
      <p className="lf-hint">{t('lost')}</p>
    </form>
  );
};
