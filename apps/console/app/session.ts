import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Me } from '#engines/organisation/contract';
import { organisation } from './clients.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => organisation.getMe(),
  staleTime: 60_000,
  retry: false,
});

/** Who is signed in. Pages below the shell are only drawn when it is known. */
export const useMe = (): Me => {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('used outside of the shell');
  return data;
};

export const may = (me: Me, permission: string): boolean => me.permissions.includes(permission);

export const useMay = (): ((permission: string) => boolean) => {
  const me = useMe();
  return (permission) => may(me, permission);
};

/** Where a page starts when its address names no territory: the range of the first post. */
export const homeOf = (me: Me): string | undefined => me.posts[0]?.scope.code;
