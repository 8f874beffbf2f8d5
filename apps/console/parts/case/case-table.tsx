import { Link, useNavigate } from '@tanstack/react-router';
import type { CaseRow } from '#engines/case/contract';
import { DueTag } from '#engines/case/web';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { StatusTag } from '#platform/web/kit';
import { type Column, DataTable } from '../data-table.tsx';
import { caseWords } from './case-words.ts';

interface CaseTableProps {
  readonly caption: string;
  readonly rows: readonly CaseRow[];
  readonly picked?: ReadonlySet<string>;
  readonly onPick?: (picked: ReadonlySet<string>) => void;
  readonly cursor?: string | undefined;
  /** Rows that have left the list since it was drawn. */
  readonly gone?: ReadonlySet<string>;
  readonly dense?: boolean;
}

/** Matters as rows: what, where, which stage, how it stands in time, who has it. */
export const CaseTable = ({ caption, rows, picked, onPick, cursor, gone, dense }: CaseTableProps) => {
  const t = useText(caseWords);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
  const title = (row: CaseRow) => (
    <Link to="/cases/$id" params={{ id: row.id }} className="case-title" preload="intent">
      <span className="clamp">{row.title}</span>
    </Link>
  );
  const time = (row: CaseRow) =>
    gone?.has(row.id) ? (
      <StatusTag tone="quiet" icon="arrowRight">
        {t('gone')}
      </StatusTag>
    ) : (
      <DueTag row={row} />
    );
  const columns: readonly Column<CaseRow>[] = [
    {
      id: 'matter',
      title: t('matter'),
      head: true,
      cell: (row) => (
        <>
          {title(row)}
          <span className="case-number">
            {row.number}
            {row.meToo > 0 ? ` · ${t('meToo', { count: row.meToo })}` : ''}
          </span>
        </>
      ),
    },
    { id: 'due', title: t('due'), nowrap: true, cell: time },
    { id: 'stage', title: t('stage'), nowrap: true, cell: (row) => pick(row.stageName) },
    { id: 'category', title: t('category'), cell: (row) => <span className="clamp">{pick(row.categoryName)}</span> },
    {
      id: 'place',
      title: t('place'),
      cell: (row) => (
        <span className="clamp" title={`${row.place.name} ${row.place.text}`}>
          {row.place.name}
        </span>
      ),
    },
    { id: 'body', title: t('body'), cell: (row) => row.assignee ?? <span className="quiet">{t('nobody')}</span> },
    { id: 'reported', title: t('reported'), nowrap: true, cell: (row) => formats.moment(row.reportedAt, now) },
  ];
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      nameOf={(row) => row.title}
      cursor={cursor}
      dense={dense ?? false}
      open={(row) => void navigate({ to: '/cases/$id', params: { id: row.id } })}
      {...(picked ? { picked } : {})}
      {...(onPick ? { onPick } : {})}
      {...(gone ? { faded: gone } : {})}
      card={(row) => (
        <>
          {title(row)}
          <div className="row">{time(row)}</div>
          <p className="card-meta">
            <span>{pick(row.stageName)}</span>
            <span>{row.place.name}</span>
            <span>{formats.moment(row.reportedAt, now)}</span>
          </p>
        </>
      )}
    />
  );
};
