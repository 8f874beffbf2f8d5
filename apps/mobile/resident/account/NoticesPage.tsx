import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Button, Card, Empty, ProblemNote, Skeleton, StatusTag } from '#platform/web/kit';
import { Page } from '../../shell/Page.tsx';
import { notices } from '../clients.ts';
import { residentKeys } from './account.ts';

const messages = defineMessages({
  zh: { title: '消息', none: '没有消息', noneNote: '办理结果和提醒会出现在这里。', fresh: '新', more: '更多' },
  en: {
    title: 'Messages',
    none: 'No messages',
    noneNote: 'Outcomes and reminders stand here.',
    fresh: 'New',
    more: 'More',
  },
});

/** What I was told; opening the page is reading it. */
export default function NoticesPage() {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: residentKeys.notices,
    queryFn: ({ signal, pageParam }) =>
      notices.listMyNotices({ query: pageParam ? { after: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => (page.more ? page.rows.at(-1)?.id : undefined),
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const unread = rows.filter((row) => row.readAt === null).map((row) => row.id);
  const mark = useMutation({
    mutationFn: (ids: string[]) => notices.markMyNoticesRead({ body: { ids } }),
    onSuccess: (count) => client.setQueryData(residentKeys.unread, count),
  });
  const joined = unread.join(' ');
  const { mutate } = mark;
  useEffect(() => {
    if (joined !== '') mutate(joined.split(' '));
  }, [joined, mutate]);
  return (
    <Page title={t('title')} back="/me">
      {query.isPending ? (
        <Skeleton />
      ) : !query.data ? (
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <Card>
          <Empty icon="bell" title={t('none')}>
            {t('noneNote')}
          </Empty>
        </Card>
      ) : (
        rows.map((row) => (
          <Card key={row.id} as="article" title={pick(row.title)}>
            <p className="lf-prose">{pick(row.text)}</p>
            <div className="m-row-tags">
              <span className="lf-hint">{formats.moment(row.madeAt, now)}</span>
              {row.readAt === null ? <StatusTag tone="primary">{t('fresh')}</StatusTag> : null}
            </div>
          </Card>
        ))
      )}
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Page>
  );
}
