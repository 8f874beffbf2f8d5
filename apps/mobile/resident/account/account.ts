import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { ResidentMe } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { keep, readKept } from '#platform/web/theme';
import { notices, organisation } from '../clients.ts';

/** Whether this device was signed in last; who it was is kept nowhere on it. */
const SIGNED_IN = 'resident';

const keys = {
  all: ['resident'],
  me: ['resident', 'me'],
  unread: ['resident', 'unread'],
  notices: ['resident', 'notices'],
  reports: ['resident', 'reports'],
  sessions: ['resident', 'sessions'],
} as const;
export const residentKeys = keys;

const fetchMe = async (signal?: AbortSignal): Promise<ResidentMe | null> => {
  if (!readKept(SIGNED_IN, false)) return null;
  try {
    return await organisation.getResident({}, signal ? { signal } : {});
  } catch (error) {
    if (asProblem(error).code !== 'session.missing') throw error;
    keep(SIGNED_IN, false);
    return null;
  }
};

/** Who is signed in as a resident: null when nobody is. Asks nobody before the first sign-in. */
export const useResident = () =>
  useQuery({ queryKey: keys.me, queryFn: ({ signal }) => fetchMe(signal), staleTime: 60_000, retry: 0 });

/** Messages that I have not read; renewed each minute while somebody looks. */
export const useUnread = (): number =>
  useQuery({
    queryKey: keys.unread,
    queryFn: ({ signal }) => notices.countMyNotices({}, { signal }),
    enabled: readKept(SIGNED_IN, false),
    refetchInterval: 60_000,
    retry: 0,
  }).data?.unread ?? 0;

export const signedIn = (client: QueryClient, me: ResidentMe): void => {
  keep(SIGNED_IN, true);
  client.setQueryData(keys.me, me);
  void client.invalidateQueries({ queryKey: keys.all, predicate: ({ queryKey }) => queryKey[1] !== 'me' });
};

/** What was shown of an account goes with it. */
export const signedOut = (client: QueryClient): void => {
  keep(SIGNED_IN, false);
  client.setQueryData(keys.me, null);
  client.removeQueries({ queryKey: keys.all, predicate: ({ queryKey }) => queryKey[1] !== 'me' });
};

/** Eleven digits, however they were typed; empty when they are no mobile number. */
export const tidyPhone = (typed: string): string => {
  const digits = typed
    .replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\D/g, '')
    .replace(/^86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : '';
};

export const tidyDigits = (typed: string): string =>
  typed
    .replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\D/g, '')
    .slice(0, 6);
