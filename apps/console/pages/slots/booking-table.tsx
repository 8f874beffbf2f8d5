import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { millisOf } from '#kernel/instant';
import type { SlotBookingView } from '#engines/case/contract';
import { useFormats, useNow, useText } from '#platform/web/i18n';
import { StatusTag, type Tone } from '#platform/web/kit';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { words } from './slot-words.ts';

const tones: Readonly<Record<SlotBookingView['state'], Tone>> = { booked: 'primary', kept: 'done', missed: 'overdue' };
/** Somebody may be checked in this long before the time, as the server has it. */
const EARLY = 60 * 60_000;

interface BookingTableProps {
  readonly rows: readonly SlotBookingView[];
  readonly busy: string | undefined;
  readonly onMark: (row: SlotBookingView, came: boolean) => void;
}

/** The time table of a day: who comes when, with the buttons that say who came. */
export const BookingTable = ({ rows, busy, onMark }: BookingTableProps) => {
  const t = useText(words);
  const formats = useFormats();
  const now = useNow();
  const nameOf = (row: SlotBookingView): string =>
    `${formats.time(row.start)} ${row.who ?? row.case?.number ?? t('unnamed')}`;
  const time = (row: SlotBookingView): string => `${formats.time(row.start)}–${formats.time(row.end)}`;
  const who = (row: SlotBookingView) => row.who ?? <span className="quiet">{t('unnamed')}</span>;
  const matter = (row: SlotBookingView) =>
    row.case ? (
      <Link to="/cases/$id" params={{ id: row.case.id }}>
        {row.case.title}
        <span className="case-number nowrap">{row.case.number}</span>
      </Link>
    ) : (
      <span className="quiet">{t('hidden')}</span>
    );
  const state = (row: SlotBookingView) => <StatusTag tone={tones[row.state]}>{t(row.state)}</StatusTag>;
  const button = (row: SlotBookingView, came: boolean, text: string, type: 'primary' | 'default' | 'text') => (
    <Button
      size="small"
      type={type}
      disabled={busy === row.id}
      aria-label={`${text} ${nameOf(row)}`}
      onClick={() => onMark(row, came)}
    >
      {text}
    </Button>
  );
  const buttons = (row: SlotBookingView) => {
    const ahead = millisOf(row.start) - millisOf(now);
    if (ahead > EARLY) return <span className="quiet small">{t('notYet')}</span>;
    if (row.state === 'kept') return ahead > 0 ? null : button(row, false, t('mendMissed'), 'text');
    if (row.state === 'missed') return button(row, true, t('mendCame'), 'text');
    return (
      <>
        {button(row, true, t('came'), 'default')}
        {ahead > 0 ? null : button(row, false, t('noShow'), 'default')}
      </>
    );
  };
  const columns: readonly Column<SlotBookingView>[] = [
    { id: 'time', title: t('time'), nowrap: true, head: true, cell: time },
    { id: 'who', title: t('who'), nowrap: true, cell: who },
    { id: 'matter', title: t('matter'), roomy: true, cell: matter },
    { id: 'state', title: t('state'), nowrap: true, cell: state },
    {
      id: 'do',
      title: t('actions'),
      nowrap: true,
      align: 'end',
      cell: (row) => <span className="row slots-do">{buttons(row)}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      nameOf={nameOf}
      dense
      card={(row) => (
        <div className="slots-card">
          <div className="row">
            <strong>{time(row)}</strong>
            {who(row)}
            <span className="bar-space" />
            {state(row)}
          </div>
          <div>{matter(row)}</div>
          <div className="row">{buttons(row)}</div>
        </div>
      )}
    />
  );
};
