import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Security } from '#engines/organisation/contract';
import { canUsePasskeys, EnrolApp, EnrolPasskey, RecoveryCodes } from '#engines/organisation/web';
import { asProblem } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { chinaDate } from '#kernel/instant';
import { Dialog, Icon, type IconName, Notice, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { Panel } from '../../parts/page.tsx';
import { words } from './account-words.ts';
import { Sure } from './sure.tsx';

type Doing =
  | { readonly what: 'app' | 'passkey' | 'renew' }
  | { readonly what: 'codes'; readonly codes: readonly string[] }
  | { readonly what: 'remove'; readonly name: string; readonly passkey?: string };

const Row = ({ icon, title, note, end }: { icon: IconName; title: string; note: string; end: ReactNode }) => (
  <li className="account-row">
    <Icon name={icon} size={20} />
    <div className="account-row-text">
      <span className="account-row-title">{title}</span>
      <span className="quiet">{note}</span>
    </div>
    <div className="account-row-end">{end}</div>
  </li>
);

export const FactorsPart = ({ security }: { security: Security }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const [doing, setDoing] = useState<Doing>();
  const day = (instant: string): string => formats.day(chinaDate(instant), now);
  const renewed = (): Promise<void> => client.invalidateQueries({ queryKey: ['account'] });
  const enrolled = (codes: readonly string[] | null): void => {
    void renewed();
    toast(t('enabled'));
    setDoing(codes ? { what: 'codes', codes } : undefined);
  };
  const remove = useMutation({
    mutationFn: (passkey: string | undefined) =>
      passkey === undefined ? organisation.removeTotp() : organisation.removePasskey({ params: { id: passkey } }),
    onSuccess: async () => {
      await renewed();
      toast(t('removed'));
      setDoing(undefined);
    },
  });
  const renew = useMutation({
    mutationFn: () => organisation.renewRecovery(),
    onSuccess: async ({ codes }) => {
      await renewed();
      setDoing({ what: 'codes', codes });
    },
  });
  const close = (): void => {
    setDoing(undefined);
    remove.reset();
    renew.reset();
  };
  const none = !security.totp && security.passkeys.length === 0;
  const passkeys = canUsePasskeys();
  return (
    <Panel title={t('factors')}>
      <div className="account-part">
        <p className="quiet">{security.required ? t('factorsRequired') : t('factorsOffered')}</p>
        {none ? (
          <Notice tone="soon" icon="alert">
            {t('factorsNone')}
          </Notice>
        ) : (
          <ul className="account-rows">
            {security.totp ? (
              <Row
                icon="phone"
                title={t('app')}
                note={t('appSince', { day: day(security.totp.since) })}
                end={
                  <>
                    <Button onClick={() => setDoing({ what: 'app' })}>{t('appReplace')}</Button>
                    <Button danger onClick={() => setDoing({ what: 'remove', name: t('app') })}>
                      {t('remove')}
                    </Button>
                  </>
                }
              />
            ) : null}
            {security.passkeys.map((key) => (
              <Row
                key={key.id}
                icon="lock"
                title={t('passkey', { name: key.name })}
                note={`${t('passkeyMade', { day: day(key.madeAt) })} · ${
                  key.usedAt ? t('passkeyUsed', { day: formats.moment(key.usedAt, now) }) : t('passkeyUnused')
                }`}
                end={
                  <Button danger onClick={() => setDoing({ what: 'remove', name: key.name, passkey: key.id })}>
                    {t('remove')}
                  </Button>
                }
              />
            ))}
            <Row
              icon="list"
              title={t('recovery')}
              note={t('recoveryLeft', { n: security.recoveryLeft })}
              end={<Button onClick={() => setDoing({ what: 'renew' })}>{t('renew')}</Button>}
            />
          </ul>
        )}
        <div className="account-actions">
          {security.totp ? null : <Button onClick={() => setDoing({ what: 'app' })}>{t('addApp')}</Button>}
          {passkeys ? (
            <Button onClick={() => setDoing({ what: 'passkey' })}>{t('addPasskey')}</Button>
          ) : (
            <p className="quiet">{t('passkeyNot')}</p>
          )}
        </div>
      </div>
      {doing?.what === 'app' || doing?.what === 'passkey' ? (
        <Dialog title={doing.what === 'app' ? t('app') : t('addPasskey')} onClose={close}>
          {doing.what === 'app' ? (
            <EnrolApp onDone={enrolled} onBack={close} />
          ) : (
            <EnrolPasskey onDone={enrolled} onBack={close} />
          )}
        </Dialog>
      ) : null}
      {doing?.what === 'codes' ? (
        <Dialog title={t('recoveryTitle')} onClose={close}>
          <RecoveryCodes codes={doing.codes} onDone={close} />
        </Dialog>
      ) : null}
      {doing?.what === 'remove' ? (
        <Sure
          title={t('removeSure', { name: doing.name })}
          note={t('removeNote')}
          act={t('remove')}
          busy={remove.isPending}
          {...(remove.isError ? { refused: pick(asProblem(remove.error).sentence) } : {})}
          onAct={() => remove.mutate(doing.passkey)}
          onClose={close}
        />
      ) : null}
      {doing?.what === 'renew' ? (
        <Sure
          title={t('renewSure')}
          note={t('renewNote')}
          act={t('renew')}
          busy={renew.isPending}
          {...(renew.isError ? { refused: pick(asProblem(renew.error).sentence) } : {})}
          onAct={() => renew.mutate()}
          onClose={close}
        />
      ) : null}
    </Panel>
  );
};
