import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { AuditEntry } from '#platform/contract/audit-routes';
import { usePick, useText } from '#platform/web/i18n';
import { ResultTag } from './audit-table.tsx';
import type { AuditSearch } from './audit-filters.tsx';
import { words } from './audit-words.ts';
import { useExact } from './use-exact.ts';

interface AuditDetailProps {
  readonly row: AuditEntry | undefined;
  readonly onClose: () => void;
  readonly onOnly: (change: AuditSearch) => void;
}

const Line = ({ name, children, mono }: { name: string; children: ReactNode; mono?: boolean }) => (
  <div className="audit-line">
    <dt>{name}</dt>
    <dd className={mono ? 'audit-mono' : undefined}>{children}</dd>
  </div>
);

/** Everything that a row says, and the ways to rows that belong to it. */
export const AuditDetail = ({ row, onClose, onOnly }: AuditDetailProps) => {
  const t = useText(words);
  const pick = usePick();
  const exact = useExact();
  const detail = Object.entries(row?.detail ?? {});
  return (
    <Drawer open={row !== undefined} onClose={onClose} title={t('detail')} size={520} destroyOnHidden>
      {row ? (
        <div className="stack">
          <dl className="audit-lines">
            <Line name={t('time')}>{exact(row.at)}</Line>
            <Line name={t('person')}>
              {row.person ? row.person.name || row.person.id : t(row.address ? 'nobody' : 'system')}
            </Line>
            {row.onBehalfOf ? <Line name={t('onBehalfOf')}>{row.onBehalfOf}</Line> : null}
            <Line name={t('action')}>{pick(row.actionName)}</Line>
            <Line name={t('result')}>
              <ResultTag result={row.result} />
            </Line>
            <Line name={t('reason')}>{row.reason ?? t('none')}</Line>
            <Line name={t('object')} mono>
              {row.object}
            </Line>
            <Line name={t('address')} mono>
              {row.address ?? t('none')}
            </Line>
            <Line name={t('agent')}>{row.agent ?? t('none')}</Line>
            <Line name={t('traceNo')} mono>
              {row.trace ?? t('none')}
            </Line>
            <Line name={t('code')} mono>
              {row.action}
            </Line>
            <Line name={t('district')} mono>
              {row.district}
            </Line>
            <Line name={t('id')} mono>
              {row.id}
            </Line>
            {detail.length > 0 ? (
              <Line name={t('more')} mono>
                {detail.map(([key, value]) => (
                  <span key={key} className="audit-pair">
                    {key}: {typeof value === 'string' ? value : JSON.stringify(value)}
                  </span>
                ))}
              </Line>
            ) : null}
          </dl>
          <div className="row">
            {row.person ? <Button onClick={() => onOnly({ person: row.person?.id })}>{t('onlyPerson')}</Button> : null}
            <Button onClick={() => onOnly({ object: row.object })}>{t('onlyObject')}</Button>
            {row.trace ? (
              <Button onClick={() => onOnly({ trace: row.trace ?? undefined })}>{t('onlyTrace')}</Button>
            ) : null}
          </div>
        </div>
      ) : null}
    </Drawer>
  );
};
