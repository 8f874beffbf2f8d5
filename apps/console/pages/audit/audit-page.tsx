import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { chinaInstant } from '#kernel/instant';
import type { AuditEntry, AuditFilters as Filters } from '#platform/contract/audit-routes';
import { useText } from '#platform/web/i18n';
import { Empty } from '#platform/web/kit';
import { audit } from '../../app/clients.ts';
import { withoutEmpty } from '../../app/search.ts';
import { useMay } from '../../app/session.ts';
import { Page } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { AuditDetail } from './audit-detail.tsx';
import { AuditFilters, type AuditSearch } from './audit-filters.tsx';
import { AuditHealth } from './audit-health.tsx';
import { ExportButton, VerifyButton } from './audit-jobs.tsx';
import { AuditTable } from './audit-table.tsx';
import { words } from './audit-words.ts';
import '../cases/case-list.css';
import './audit.css';

const PAGE = 50;
const need = 'audit.read';

/** What the address says, as the API takes it: days become moments in China. */
const filtersOf = ({ from, to, after: _after, ...rest }: AuditSearch): Filters =>
  withoutEmpty({
    ...rest,
    from: from && chinaInstant(from),
    to: to && chinaInstant(to),
  }) as Filters;

/** The audit log, for the audit administrator alone. */
export const AuditPage = () => {
  const t = useText(words);
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/audit' });
  const [open, setOpen] = useState<AuditEntry>();
  const filters = filtersOf(search);
  const page = useQuery({
    queryKey: ['audit', 'rows', filters, search.after ?? ''],
    queryFn: () =>
      audit.listAudit({ query: { ...filters, size: PAGE, ...(search.after ? { after: search.after } : {}) } }),
    enabled: may(need),
    placeholderData: (before) => before,
  });
  const go = (change: AuditSearch): void => {
    setOpen(undefined);
    void navigate({ to: '/audit', search: withoutEmpty({ ...search, after: undefined, ...change }) });
  };
  const nameOf = (id: string): string =>
    page.data?.rows.find((row) => row.person?.id === id)?.person?.name || id.slice(-8);
  const chosen = [
    ...(search.person ? [{ key: 'person' as const, text: nameOf(search.person) }] : []),
    ...(search.object ? [{ key: 'object' as const, text: search.object }] : []),
    ...(search.trace ? [{ key: 'trace' as const, text: t('trace', { trace: search.trace }) }] : []),
  ];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      needs={need}
      wide
      actions={
        <>
          <ExportButton filters={filters} />
          <VerifyButton />
        </>
      }
    >
      <AuditHealth />
      <AuditFilters
        search={search}
        chosen={chosen}
        onChange={go}
        onClear={() => void navigate({ to: '/audit', search: {} })}
      />
      <Loaded query={page}>
        {({ rows, next }) => (
          <>
            {rows.length === 0 ? (
              <Empty icon="search" title={t('emptyTitle')}>
                {t('emptyText')}
              </Empty>
            ) : (
              <AuditTable rows={rows} onOpen={setOpen} />
            )}
            {search.after || next ? (
              <nav className="pager" aria-label={t('title')}>
                {search.after ? <Button onClick={() => go({ after: undefined })}>{t('previous')}</Button> : null}
                {next ? <Button onClick={() => go({ after: next })}>{t('next')}</Button> : null}
              </nav>
            ) : null}
          </>
        )}
      </Loaded>
      <AuditDetail row={open} onClose={() => setOpen(undefined)} onOnly={go} />
    </Page>
  );
};
