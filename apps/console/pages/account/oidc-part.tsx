import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Notice } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { Panel } from '../../parts/page.tsx';
import { goToOidc } from '../sign-in/oidc.ts';
import { words } from './account-words.ts';
import { Sure } from './sure.tsx';

/** The identity of the other house; shown only where single sign-on is set up. */
export const OidcPart = ({ name, linked }: { name: string; linked: boolean }) => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const link = useMutation({ mutationFn: () => goToOidc({ purpose: 'link', next: '/account' }) });
  const unlink = useMutation({
    mutationFn: () => organisation.removeLink(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['account'] });
      setAsking(false);
    },
  });
  return (
    <Panel title={t('oidc')}>
      <div className="account-part">
        {link.isError ? (
          <Notice tone="overdue" icon="alert">
            {pick(asProblem(link.error).sentence)}
          </Notice>
        ) : null}
        <p>{linked ? t('oidcLinked', { name }) : t('oidcNot', { name })}</p>
        <div className="account-actions">
          {linked ? (
            <Button danger onClick={() => setAsking(true)}>
              {t('unlink')}
            </Button>
          ) : (
            <Button loading={link.isPending || link.isSuccess} onClick={() => link.mutate()}>
              {t('link')}
            </Button>
          )}
        </div>
      </div>
      {asking ? (
        <Sure
          title={t('unlinkSure', { name })}
          note={t('unlinkNote')}
          act={t('unlink')}
          busy={unlink.isPending}
          {...(unlink.isError ? { refused: pick(asProblem(unlink.error).sentence) } : {})}
          onAct={() => unlink.mutate()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Panel>
  );
};
