import { type FormEvent, useState } from 'react';
import { useText } from '#platform/web/i18n';
import { Button, Notice, toast } from '#platform/web/kit';
import { words } from './account-words.ts';

/** Shown once; one goes on when one says that they are kept. */
export const RecoveryCodes = ({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) => {
  const t = useText(words);
  const [kept, setKept] = useState(false);
  const [asked, setAsked] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (kept) onDone();
  };
  return (
    <form className="account-step" onSubmit={send} noValidate>
      <p>{t('recoveryLead')}</p>
      <ol className="account-codes" aria-label={t('recovery')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="account-buttons account-no-print">
        <Button
          icon="copy"
          onClick={() => void navigator.clipboard?.writeText(codes.join('\n')).then(() => toast(t('copied')))}
        >
          {t('copy')}
        </Button>
        <Button icon="file" onClick={() => globalThis.print()}>
          {t('print')}
        </Button>
      </div>
      {asked && !kept ? (
        <div role="alert">
          <Notice tone="overdue" icon="alert">
            {t('keptMissing')}
          </Notice>
        </div>
      ) : null}
      <label className="account-tick account-no-print">
        <input type="checkbox" checked={kept} onChange={(event) => setKept(event.target.checked)} />
        <span>{t('kept')}</span>
      </label>
      <div className="account-no-print">
        <Button type="submit" look="primary" wide>
          {t('goOn')}
        </Button>
      </div>
    </form>
  );
};
