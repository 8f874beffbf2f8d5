import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Button, ButtonLink, Notice, ProblemNote, Skeleton, TextField, toast } from '#platform/web/kit';
import { words } from './account-words.ts';
import { accounts } from './account-client.ts';
import { QrCode } from './QrCode.tsx';

const sixDigits = /^\s*(?:\d\s*){6}$/;

/** Sets an authenticator app up: its secret as a picture and as text, then its first code. */
export const EnrolApp = ({
  onDone,
  onBack,
}: {
  onDone: (codes: readonly string[] | null) => void;
  onBack: () => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const [code, setCode] = useState('');
  const [slip, setSlip] = useState<string>();
  const begin = useMutation({ mutationFn: () => accounts.beginTotp() });
  const finish = useMutation({
    mutationFn: () => accounts.finishTotp({ body: { code: code.replace(/\s/g, '') } }),
    onSuccess: ({ codes }) => onDone(codes),
    onError: () => setCode(''),
  });
  const start = begin.mutate;
  useEffect(() => start(), [start]);
  if (begin.isError)
    return (
      <div className="account-step">
        <ProblemNote error={begin.error} onRetry={() => start()} />
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    );
  if (!begin.data) return <Skeleton rows={4} card={false} />;
  const { secret, uri } = begin.data;
  const grouped = secret.replace(/(.{4})(?=.)/g, '$1 ');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = sixDigits.test(code) ? undefined : t('codeMissing');
    setSlip(wrong);
    if (!wrong && !finish.isPending) finish.mutate();
  };
  return (
    <form className="account-step" onSubmit={send} noValidate>
      {finish.isError ? (
        <div role="alert">
          <Notice tone="overdue" icon="alert">
            {pick(asProblem(finish.error).sentence)}
          </Notice>
        </div>
      ) : null}
      <p className="account-strong">{t('scan')}</p>
      <div className="account-scan">
        <QrCode text={uri} label={t('qr')} />
        <div className="account-secret">
          <span className="lf-hint">{t('secret')}</span>
          <code>{grouped}</code>
          <Button
            icon="copy"
            onClick={() => void navigator.clipboard?.writeText(secret).then(() => toast(t('copied')))}
          >
            {t('copy')}
          </Button>
          <ButtonLink look="quiet" href={uri} icon="phone" className="account-phone-only">
            {t('openApp')}
          </ButtonLink>
        </div>
      </div>
      <TextField
        label={t('firstCode')}
        required
        value={code}
        error={slip}
        maxLength={12}
        inputMode="numeric"
        autoComplete="one-time-code"
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="account-buttons">
        <Button type="submit" look="primary" busy={finish.isPending}>
          {t('finish')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </form>
  );
};
