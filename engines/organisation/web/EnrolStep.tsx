import { useState } from 'react';
import { useText } from '#platform/web/i18n';
import { Button, Icon, type IconName } from '#platform/web/kit';
import { words } from './account-words.ts';
import { EnrolApp } from './EnrolApp.tsx';
import { EnrolPasskey } from './EnrolPasskey.tsx';
import { canUsePasskeys } from './passkeys.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';

const Way = ({
  icon,
  title,
  note,
  onChoose,
}: {
  icon: IconName;
  title: string;
  note: string;
  onChoose?: () => void;
}) => {
  const t = useText(words);
  return (
    <li className="account-way">
      <Icon name={icon} size={24} />
      <div>
        <h2>{title}</h2>
        <p className="lf-hint">{note}</p>
      </div>
      {onChoose ? (
        <Button onClick={onChoose}>
          {t('choose')}
          <span className="lf-unseen">{title}</span>
        </Button>
      ) : null}
    </li>
  );
};

/** Sets the first second factor up, and hands out the recovery codes. */
export const EnrolStep = ({ lead = true, onDone }: { lead?: boolean; onDone: () => void }) => {
  const t = useText(words);
  const [way, setWay] = useState<'app' | 'passkey'>();
  const [codes, setCodes] = useState<readonly string[]>();
  const done = (given: readonly string[] | null): void => (given ? setCodes(given) : onDone());
  const back = (): void => setWay(undefined);
  if (codes)
    return (
      <>
        <h2 className="account-strong">{t('recoveryTitle')}</h2>
        <RecoveryCodes codes={codes} onDone={onDone} />
      </>
    );
  if (way === 'app') return <EnrolApp onDone={done} onBack={back} />;
  if (way === 'passkey') return <EnrolPasskey onDone={done} onBack={back} />;
  const passkeys = canUsePasskeys();
  return (
    <div className="account-step">
      {lead ? <p>{t('enrolLead')}</p> : null}
      <ul className="account-ways">
        <Way icon="phone" title={t('app')} note={t('appNote')} onChoose={() => setWay('app')} />
        <Way
          icon="lock"
          title={t('passkey')}
          note={passkeys ? t('passkeyNote') : t('passkeyNot')}
          {...(passkeys ? { onChoose: () => setWay('passkey') } : {})}
        />
      </ul>
    </div>
  );
};
