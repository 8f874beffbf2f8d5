import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { noticeRoutes } from '#engines/notice/contract';
import { api } from '#platform/web/api';

const notices = api(noticeRoutes);
const countKey = ['notice', 'count'] as const;
const listKey = ['notice', 'list'] as const;

/** How much waits for me; live news of the topic `notice` renew it. */
export const useNoticeCount = () =>
  useQuery({
    queryKey: countKey,
    queryFn: ({ signal }) => notices.countNotices({}, { signal }),
    retry: 0,
    refetchInterval: 5 * 60_000,
  }).data ?? { unread: 0, toAcknowledge: 0 };

export const useNotices = () => {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ signal, pageParam }) =>
      notices.listNotices({ query: { unread: false, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => (page.more ? page.rows.at(-1)?.id : undefined),
  });
  const onSuccess = (count: Awaited<ReturnType<typeof notices.countNotices>>): Promise<void> => {
    client.setQueryData(countKey, count);
    return client.invalidateQueries({ queryKey: listKey });
  };
  return {
    query,
    rows: query.data?.pages.flatMap((page) => page.rows) ?? [],
    /** All of them, when none is named. */
    read: useMutation({
      mutationFn: (ids: string[] | undefined) => notices.markNoticesRead({ body: ids ? { ids } : {} }),
      onSuccess,
    }),
    acknowledge: useMutation({
      mutationFn: (id: string) => notices.acknowledgeNotice({ params: { id } }),
      onSuccess,
    }),
  };
};
