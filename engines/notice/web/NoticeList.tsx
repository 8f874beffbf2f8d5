import type { NoticeView } from '#engines/notice/contract';
import { asProblem } from '#platform/web/api';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Button, ButtonLink, Empty, ProblemNote, Skeleton, StatusTag, toast } from '#platform/web/kit';
import { useNotices } from './use-notices.ts';
import './notice.css';

const messages = defineMessages({
  zh: {
    list: '消息',
    none: '没有消息',
    noneNote: '任命、换班、导出审批等结果会出现在这里。',
    fresh: '未读',
    all: '全部标为已读',
    open: '查看事项',
    acknowledge: '确认收到',
    by: '请在 {when} 前确认',
    late: '已过确认时限',
    done: '{when} 已确认',
    escalated: '前一位未确认，转到您这里',
    more: '更早的消息',
  },
  en: {
    list: 'Messages',
    none: 'No messages',
    noneNote: 'Appointments, swaps, approvals and the like stand here.',
    fresh: 'Unread',
    all: 'Mark all as read',
    open: 'Open the matter',
    acknowledge: 'Acknowledge',
    by: 'Please acknowledge by {when}',
    late: 'Overdue',
    done: 'Acknowledged {when}',
    escalated: 'Nobody before you acknowledged it',
    more: 'Earlier messages',
  },
});

interface NoticeListProps {
  /** Where a matter opens, by its id. */
  readonly caseHref: (id: string) => string;
  readonly onOpen?: () => void;
}

const Acknowledging = ({ row, busy, onPress }: { row: NoticeView; busy: boolean; onPress: () => void }) => {
  const t = useText(messages);
  const formats = useFormats();
  const now = useNow();
  if (row.acknowledgeBy === null) return null;
  if (row.acknowledgedAt !== null)
    return <StatusTag tone="done">{t('done', { when: formats.moment(row.acknowledgedAt, now) })}</StatusTag>;
  const late = row.acknowledgeBy <= now;
  return (
    <>
      <StatusTag tone={late ? 'overdue' : 'soon'}>
        {late ? t('late') : t('by', { when: formats.moment(row.acknowledgeBy, now) })}
      </StatusTag>
      <Button look="primary" busy={busy} onClick={onPress}>
        {t('acknowledge')}
      </Button>
    </>
  );
};

/** What I was told: what I have to acknowledge has its button, what it is about its link. */
export const NoticeList = ({ caseHref, onOpen }: NoticeListProps) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const { query, rows, read, acknowledge } = useNotices();
  if (query.isPending) return <Skeleton />;
  if (!query.data) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (rows.length === 0)
    return (
      <Empty icon="bell" title={t('none')}>
        {t('noneNote')}
      </Empty>
    );
  const unread = rows.filter((row) => row.readAt === null);
  const fail = (error: unknown): void => toast(pick(asProblem(error).sentence), 'overdue');
  return (
    <div className="notices">
      {unread.length > 0 ? (
        <Button icon="check" busy={read.isPending} onClick={() => read.mutate(undefined, { onError: fail })}>
          {t('all')}
        </Button>
      ) : null}
      <ul aria-label={t('list')}>
        {rows.map((row) => {
          const matter = row.about?.startsWith('case:') ? row.about.slice('case:'.length) : undefined;
          return (
            <li key={row.id} className="notice" data-unread={row.readAt === null || undefined}>
              <p className="notice-title">{pick(row.title)}</p>
              <p>{pick(row.text)}</p>
              <div className="notice-foot">
                <span className="lf-hint">{formats.moment(row.madeAt, now)}</span>
                {row.readAt === null ? <StatusTag tone="primary">{t('fresh')}</StatusTag> : null}
                {row.escalated ? <StatusTag tone="soon">{t('escalated')}</StatusTag> : null}
                <Acknowledging
                  row={row}
                  busy={acknowledge.isPending && acknowledge.variables === row.id}
                  onPress={() => acknowledge.mutate(row.id, { onError: fail })}
                />
                {matter ? (
                  <ButtonLink
                    href={caseHref(matter)}
                    onClick={() => {
                      if (row.readAt === null) read.mutate([row.id]);
                      onOpen?.();
                    }}
                  >
                    {t('open')}
                  </ButtonLink>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </div>
  );
};
