import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Empty, ProblemNote, Skeleton } from '#platform/web/kit';
import { words } from '../app/words.ts';

export const Denied = ({ sentence }: { sentence?: string }) => {
  const t = useText(words);
  return (
    <Empty icon="lock" title={t('deniedTitle')}>
      {sentence ?? t('deniedHow')}
    </Empty>
  );
};

/** What happened, what to do, and a way to try again; a missing right says so in its own words. */
export const Failure = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const pick = usePick();
  const problem = asProblem(error);
  if (problem.status === 403) return <Denied sentence={pick(problem.sentence)} />;
  if (problem.status === 404) return <Empty icon="search" title={pick(problem.sentence)} />;
  return <ProblemNote error={error} {...(retry ? { onRetry: retry } : {})} />;
};

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly bones?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Skeleton, failure with retry, or the content. Content that was there stays while it is renewed. */
export const Loaded = <Data,>({ query, bones, children }: LoadedProps<Data>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <>{bones ?? <Skeleton rows={6} />}</>;
};
