import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './api-problem.ts';

/**
 * TanStack Query as Lifang uses it. The first part of a query key is the live topic that renews it:
 * `['case', 'list', query]`, `['figure', …]`, `['territory', …]`.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 30 * 60_000,
        retry: (times, error) => isProblem(error) && error.kind !== 'refused' && times < 2,
        retryDelay: (times, error) =>
          isProblem(error) && error.retryAfter ? error.retryAfter * 1000 : 800 * 2 ** times,
        // The browser's online flag lies behind proxies; a call finds out itself.
        networkMode: 'always',
        refetchOnWindowFocus: true,
        // What is shown may be what the device remembered a moment ago.
        refetchOnReconnect: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
