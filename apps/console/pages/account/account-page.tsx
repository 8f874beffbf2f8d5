import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { chinaDate } from '#kernel/instant';
import { NewPassword } from '#engines/organisation/web';
import { useFormats, useNow, useText } from '#platform/web/i18n';
import { Dialog, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { words } from './account-words.ts';
import { FactorsPart } from './factors-part.tsx';
import { OidcPart } from './oidc-part.tsx';
import { SessionsPart } from './sessions-part.tsx';
import './account.css';

/** 我的账号与安全: password, second factors, where one is signed in. */
export const AccountPage = () => {
  const t = useText(words);
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const security = useQuery({ queryKey: ['account', 'security'], queryFn: () => organisation.seeSecurity() });
  const day = (instant: string): string => formats.day(chinaDate(instant), now);
  return (
    <Page title={t('title')} lead={security.data ? t('lead', { account: security.data.account }) : undefined}>
      <Loaded query={security}>
        {(known) => (
          <div className="stack account-page">
            <Panel title={t('password')}>
              <div className="account-part">
                <p>
                  {t('passwordAge', { day: day(known.password.changedAt) })}
                  {known.password.endsAt ? ` ${t('passwordEnds', { day: day(known.password.endsAt) })}` : ''}
                </p>
                <div className="account-actions">
                  <Button onClick={() => setChanging(true)}>{t('changePassword')}</Button>
                </div>
              </div>
            </Panel>
            <FactorsPart security={known} />
            {known.oidc ? <OidcPart {...known.oidc} /> : null}
            <SessionsPart />
          </div>
        )}
      </Loaded>
      {changing ? (
        <Dialog title={t('changePassword')} onClose={() => setChanging(false)}>
          <NewPassword
            onBack={() => setChanging(false)}
            onDone={() => {
              setChanging(false);
              toast(t('passwordChanged'));
              void client.invalidateQueries({ queryKey: ['account'] });
            }}
          />
        </Dialog>
      ) : null}
    </Page>
  );
};
