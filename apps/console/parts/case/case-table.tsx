import { Link, useNavigate } from '@tanstack/react-router';
import type { CaseRow } from '#engines/case/contract';
import { DueTag, MarkTags } from '#engines/case/web';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { StatusTag } from '#platform/web/kit';
import { useMe } from '../../app/session.ts';
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
  const me = useMe();
  // Whoever works in one street need not read its name on every row.
  const home = me.posts.length === 1 ? `${me.posts[0]?.scope.name} · ` : '';
  const placeOf = (row: CaseRow): string =>
    home && row.place.name.startsWith(home) ? row.place.name.slice(home.length) : row.place.name;
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
      roomy: true,
      title: t('matter'),
      head: true,
      cell: (row) => (
        <>
          {title(row)}
          <span className="case-number">
            <span className="nowrap">{row.number}</span> · {pick(row.categoryName)}
            {row.meToo > 0 ? ` · ${t('meToo', { count: row.meToo })}` : ''}
          </span>
        </>
      ),
    },
    { id: 'due', title: t('due'), nowrap: true, cell: time },
    {
      id: 'stage',
      title: t('stage'),
      cell: (row) => (
        <>
          <span className="case-stage">{pick(row.stageName)}</span>
          <span className="case-marks">
            <MarkTags row={row} />
          </span>
        </>
      ),
    },
    {
      id: 'place',
      roomy: true,
      title: t('place'),
      cell: (row) => (
        <span className="clamp" title={`${row.place.name} ${row.place.text}`}>
          {placeOf(row)}
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
          <div className="row">
            {time(row)}
            <MarkTags row={row} />
          </div>
          <p className="card-meta">
            <span>{pick(row.stageName)}</span>
            <span>{placeOf(row)}</span>
            <span>{formats.moment(row.reportedAt, now)}</span>
          </p>
        </>
      )}
    />
  );
};
