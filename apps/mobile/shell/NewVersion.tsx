import { useSyncExternalStore } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { Button } from '#platform/web/kit';
import { onReadyVersion, readyVersion } from './start-worker.ts';

const messages = defineMessages({
  zh: { ready: '有新版本', renew: '更新' },
  en: { ready: 'A new version is ready', renew: 'Update' },
});

/** A quiet line; nothing is taken away from under somebody's hands. */
export const NewVersion = () => {
  const t = useText(messages);
  const renew = useSyncExternalStore(onReadyVersion, readyVersion);
  if (!renew) return null;
  return (
    <div className="m-version" role="status">
      <span>{t('ready')}</span>
      <Button look="quiet" icon="refresh" onClick={renew}>
        {t('renew')}
      </Button>
    </div>
  );
};
