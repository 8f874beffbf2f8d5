import type { AuditEntry } from '#platform/contract/audit-routes';
import { usePick, useText } from '#platform/web/i18n';
import { StatusTag } from '#platform/web/kit';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { words } from './audit-words.ts';
import { useExact } from './use-exact.ts';

export const ResultTag = ({ result }: { result: AuditEntry['result'] }) => {
  const t = useText(words);
  return result === 'done' ? (
    <StatusTag tone="done">{t('done')}</StatusTag>
  ) : (
    <StatusTag tone="overdue" icon="lock">
      {t('refused')}
    </StatusTag>
  );
};

/** `case:0196fdf7-2a80-…`: what it is, and enough of its id to tell two apart. */
const shortObject = (object: string): string =>
  object.replace(/([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{8}([0-9a-f]{4})/g, '$1…$2');

export const AuditTable = ({ rows, onOpen }: { rows: readonly AuditEntry[]; onOpen: (row: AuditEntry) => void }) => {
  const t = useText(words);
  const pick = usePick();
  const exact = useExact();
  const who = (row: AuditEntry): string =>
    row.person ? row.person.name || row.person.id.slice(-8) : t(row.address ? 'nobody' : 'system');
  const from = (row: AuditEntry): string => [row.address, row.agent].filter(Boolean).join(' · ');
  const opener = (row: AuditEntry) => (
    <button type="button" className="link" onClick={() => onOpen(row)}>
      {pick(row.actionName)}
    </button>
  );
  const columns: readonly Column<AuditEntry>[] = [
    { id: 'at', title: t('time'), nowrap: true, cell: (row) => exact(row.at) },
    { id: 'person', title: t('person'), nowrap: true, cell: who },
    { id: 'action', title: t('action'), head: true, cell: opener },
    {
      id: 'object',
      title: t('object'),
      cell: (row) => <span className="audit-mono">{shortObject(row.object)}</span>,
    },
    { id: 'result', title: t('result'), nowrap: true, cell: (row) => <ResultTag result={row.result} /> },
    { id: 'from', title: t('from'), cell: from },
    { id: 'reason', title: t('reason'), cell: (row) => <span className="clamp">{row.reason ?? ''}</span> },
  ];
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      nameOf={(row) => pick(row.actionName)}
      open={onOpen}
      dense
      card={(row) => (
        <>
          <div className="row">
            {opener(row)}
            <ResultTag result={row.result} />
          </div>
          <p className="card-meta">
            <span>{who(row)}</span>
            <span>{exact(row.at)}</span>
            <span>{from(row)}</span>
          </p>
          {row.reason ? <p className="clamp">{row.reason}</p> : null}
        </>
      )}
    />
  );
};
