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
    held: '挂账',
    notice: '督办',
    yellowCard: '黄牌',
    redCard: '红牌',
    pending: '待审批',
    extended: '已延期',
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
    held: 'On hold',
    notice: 'Reminded',
    yellowCard: 'Yellow card',
    redCard: 'Red card',
    pending: 'Asked for',
    extended: 'Extended',
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

const cards = {
  notice: { tone: 'soon', word: 'notice' },
  yellow: { tone: 'soon', word: 'yellowCard' },
  red: { tone: 'overdue', word: 'redCard' },
} as const;

/** What stands beside the stage of a row: card, hold, request, extension; nothing for a plain matter. */
export const MarkTags = ({ row }: { row: Pick<CaseRow, 'card' | 'held' | 'pending' | 'extended' | 'status'> }) => {
  const t = useText(messages);
  if (row.status === 'closed') return null;
  return (
    <>
      {row.card ? <StatusTag tone={cards[row.card].tone}>{t(cards[row.card].word)}</StatusTag> : null}
      {row.held ? <StatusTag tone="soon">{t('held')}</StatusTag> : null}
      {row.pending ? (
        <StatusTag tone="soon" icon="hand">
          {t('pending')}
        </StatusTag>
      ) : null}
      {row.extended ? <StatusTag tone="quiet">{t('extended')}</StatusTag> : null}
    </>
  );
};
