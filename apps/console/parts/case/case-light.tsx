import type { CaseRow } from '#engines/case/contract';
import { useFormats, useNow, useText } from '#platform/web/i18n';
import { StatusTag } from '#platform/web/kit';
import { caseWords } from './case-words.ts';

/** How a matter stands in time: word, icon and colour, in that order of importance. */
export const CaseLight = ({ row }: { row: Pick<CaseRow, 'status' | 'light' | 'timing' | 'dueAt'> }) => {
  const t = useText(caseWords);
  const formats = useFormats();
  const now = useNow();
  if (row.status === 'closed') {
    if (row.timing === 'overtime') return <StatusTag tone="overdue">{t('overtime')}</StatusTag>;
    if (row.timing === 'in-time') return <StatusTag tone="done">{t('inTime')}</StatusTag>;
    return <StatusTag tone="quiet">{t('unknown')}</StatusTag>;
  }
  if (row.light === 'none' || !row.dueAt) return <StatusTag tone="quiet">{t('none')}</StatusTag>;
  const { text: left, overdue } = formats.remaining(row.dueAt, now);
  if (row.light === 'red' || overdue)
    return <StatusTag tone="overdue">{overdue ? t('overdue', { left }) : t('noDue')}</StatusTag>;
  if (row.light === 'yellow') return <StatusTag tone="soon">{t('soon', { left })}</StatusTag>;
  return (
    <StatusTag tone="done" icon="clock">
      {t('running', { left })}
    </StatusTag>
  );
};
