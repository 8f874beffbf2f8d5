import { useEffect, useState } from 'react';
import type { SentCode } from '#engines/organisation/contract';
import { defineMessages, useText } from '#platform/web/i18n';
import { Button, TextField } from '#platform/web/kit';
import { hrefOf } from '../../shell/router.ts';
import { tidyDigits } from './account.ts';

const messages = defineMessages({
  zh: {
    code: '验证码',
    hint: '短信里的 6 位数字，10 分钟内有效',
    again: '重新获取',
    wait: '{n} 秒后可重新获取',
    none: '收不到短信，或看不清短信？',
    call: '打电话办理，一样受理',
  },
  en: {
    code: 'Code',
    hint: 'Six digits from the short message, good for 10 minutes',
    again: 'Send again',
    wait: 'Again in {n} seconds',
    none: 'No message, or hard to read?',
    call: 'A call does just as well',
  },
});

/** Seconds until another code may be asked for. */
export const useAgain = (sent: SentCode | undefined): number => {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!sent) return undefined;
    const until = Date.now() + sent.again * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [sent]);
  return left;
};

/** Six big digits; the phone offers to fill them in from the message. */
export const CodeField = ({
  id = 'code',
  label,
  value,
  error,
  onChange,
}: {
  id?: string;
  label?: string;
  value: string;
  error?: string | undefined;
  onChange: (code: string) => void;
}) => {
  const t = useText(messages);
  return (
    <div className="m-digits">
      <TextField
        id={id}
        label={label ?? t('code')}
        hint={t('hint')}
        error={error}
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={value}
        onChange={(event) => onChange(tidyDigits(event.target.value))}
      />
    </div>
  );
};

/** For whom no message comes: again after a while, and always the phone. No puzzle stands in the way. */
export const CodeHelp = ({ left, busy, onAgain }: { left: number; busy: boolean; onAgain: () => void }) => {
  const t = useText(messages);
  return (
    <div className="m-code-help">
      {left > 0 ? (
        <p className="lf-hint">{t('wait', { n: left })}</p>
      ) : (
        <Button icon="refresh" busy={busy} onClick={onAgain}>
          {t('again')}
        </Button>
      )}
      <p className="lf-hint">
        {t('none')} <a href={hrefOf('/phones')}>{t('call')}</a>
      </p>
    </div>
  );
};
