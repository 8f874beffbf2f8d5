import { Button } from 'antd';
import type { ActivationCode } from '#engines/organisation/contract';
import { useFormats, useText } from '#platform/web/i18n';
import { Dialog, toast } from '#platform/web/kit';
import { grantWords } from './grant-words.ts';

/** Shown once: whoever closes it cannot see it again, only make another. */
export const ActivationCodeDialog = ({ code, onClose }: { code: ActivationCode; onClose: () => void }) => {
  const t = useText(grantWords);
  const formats = useFormats();
  const copy = (): void => {
    navigator.clipboard
      ?.writeText(`${code.account}\n${code.code}\n${location.origin}/activate`)
      .then(() => toast(t('copied')))
      .catch(() => undefined);
  };
  return (
    <Dialog
      title={t('codeTitle')}
      onClose={onClose}
      foot={
        <div className="row">
          <Button onClick={copy}>{t('copy')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      }
    >
      <div className="stack">
        <p className="organisation-code">
          <span>{code.account}</span>
          <strong>{code.code}</strong>
        </p>
        <p>{t('codeHow', { url: `${location.origin}/activate` })}</p>
        <p className="quiet">{t('codeNote', { until: formats.moment(code.until) })}</p>
      </div>
    </Dialog>
  );
};
