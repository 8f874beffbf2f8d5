import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormats, useNow, useText } from '#platform/web/i18n';
import { Notice, StatusTag } from '#platform/web/kit';
import { audit } from '../../app/clients.ts';
import { words } from './audit-words.ts';

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="audit-fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Whether the log can be believed, at a glance. */
export const AuditHealth = () => {
  const t = useText(words);
  const formats = useFormats();
  const now = useNow();
  const query = useQuery({
    queryKey: ['audit', 'health'],
    queryFn: () => audit.getAuditHealth(),
    refetchInterval: 30_000,
  });
  const health = query.data;
  if (!health) return null;
  const when = (instant: string | null): string => (instant ? formats.ago(instant, now) : t('notYet'));
  const { copy, verified } = health;
  return (
    <section aria-label={t('health')} className="stack audit-health">
      {health.failingSince ? (
        <Notice tone="overdue" icon="alert">
          {t('failing', { time: formats.moment(health.failingSince, now) })}
        </Notice>
      ) : null}
      <dl className="audit-facts">
        <Fact name={t('sealed')}>{t('rowsUnit', { count: formats.number(health.rows) })}</Fact>
        <Fact name={t('lastSealed')}>{when(health.lastSealedAt)}</Fact>
        {health.unsealed > 0 ? (
          <Fact name={t('unsealed')}>{t('rowsUnit', { count: formats.number(health.unsealed) })}</Fact>
        ) : null}
        <Fact name={t('anchored')}>{when(health.lastAnchoredAt)}</Fact>
        {copy ? (
          <Fact name={t('copy')}>
            {copy.lost > 0
              ? t('copyLost', { lost: formats.number(copy.lost) })
              : copy.waiting > 0
                ? t('copyWaiting', { waiting: formats.number(copy.waiting) })
                : t('copyGood', { sent: formats.number(copy.sent) })}
          </Fact>
        ) : null}
        <Fact name={t('protection')}>{health.protectedByRole ? t('byRole') : t('byChain')}</Fact>
        <Fact name={t('keep')}>{t('months', { count: health.keepMonths })}</Fact>
        <Fact name={t('verified')}>
          {verified ? (
            <span className="row">
              {verified.result.whole ? (
                <StatusTag tone="done">{t('whole')}</StatusTag>
              ) : (
                <StatusTag tone="overdue">{t('broken')}</StatusTag>
              )}
              {when(verified.at)}
            </span>
          ) : (
            t('never')
          )}
        </Fact>
      </dl>
    </section>
  );
};
