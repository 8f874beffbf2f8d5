import type { CaseRow } from '#engines/case/contract';
import { defineMessages, useFormats, useNow, useText } from '#platform/web/i18n';
import { StatusTag, type Tone } from '#platform/web/kit';

const messages = defineMessages({
  zh: {
    green: '期限内',
    yellow: '快到期',
    red: '已超时',
    none: '无期限',
    inTime: '按时办结',
    overtime: '超时办结',
    unknown: '时限不详',
    sensitive: '敏感',
    'key-persons': '重点人员',
  },
  en: {
    green: 'In time',
    yellow: 'Due soon',
    red: 'Overdue',
    none: 'No deadline',
    inTime: 'Closed in time',
    overtime: 'Closed overtime',
    unknown: 'Time not known',
    sensitive: 'Sensitive',
    'key-persons': 'Key persons',
  },
});

const tones: Readonly<Record<CaseRow['light'], Tone>> = {
  green: 'done',
  yellow: 'soon',
  red: 'overdue',
  none: 'quiet',
};
const timings = {
  'in-time': { tone: 'done', word: 'inTime' },
  overtime: { tone: 'overdue', word: 'overtime' },
  unknown: { tone: 'quiet', word: 'unknown' },
} as const;

/** The light of a deadline: colour, icon and word, with what remains. A closed matter says whether it was in time. */
export const DueTag = ({ row }: { row: Pick<CaseRow, 'light' | 'dueAt' | 'status' | 'timing'> }) => {
  const t = useText(messages);
  const formats = useFormats();
  const now = useNow();
  if (row.status === 'closed') {
    const { tone, word } = timings[row.timing ?? 'unknown'];
    return <StatusTag tone={tone}>{t(word)}</StatusTag>;
  }
  if (!row.dueAt) return <StatusTag tone="quiet">{t('none')}</StatusTag>;
  const { text, overdue } = formats.remaining(row.dueAt, now);
  // The page may lie open until the deadline passes: then the clock on the wall is right, not the row.
  const tone = overdue ? 'overdue' : tones[row.light];
  return <StatusTag tone={tone}>{tone === 'soon' ? `${t('yellow')} · ${text}` : text}</StatusTag>;
};

/** The label of a matter that not everybody may know of; nothing for an ordinary one. */
export const LabelTag = ({ row }: { row: Pick<CaseRow, 'sensitivity'> }) => {
  const t = useText(messages);
  if (row.sensitivity !== 'sensitive' && row.sensitivity !== 'key-persons') return null;
  return (
    <StatusTag tone="soon" icon="lock">
      {t(row.sensitivity)}
    </StatusTag>
  );
};
