import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import type { Me } from '#engines/organisation/contract';
import { asProblem, onSessionLost } from '#platform/web/api';
import { type StartedOutbox, startOutbox } from '#platform/web/outbox';
import { keep, readKept } from '#platform/web/theme';
import { organisation } from './clients.ts';

/** Each member of staff has an outbox of their own: what one wrote is never sent in another's name. */
export const outboxOf = (person: string): string => `work-${person}`;

const PERSON = 'work-person';

interface Known {
  readonly me: Me;
  /** Read from the device, because there was no line. */
  readonly stale: boolean;
}

/** Nothing is outstanding: the sign-in counts. What an earlier version remembered does not say. */
export const isComplete = (me: Me): boolean => (me.pending ?? null) === null;

const fetchMe = async (signal?: AbortSignal): Promise<Known | null> => {
  try {
    const me = await organisation.getMe({}, signal ? { signal } : {});
    if (isComplete(me)) await rememberMe(me);
    return { me, stale: false };
  } catch (error) {
    const { kind, code } = asProblem(error);
    if (code === 'session.missing') return null;
    const person = readKept<string | undefined>(PERSON, undefined);
    if (kind === 'refused' || person === undefined) throw error;
    const { outbox } = await startOutbox(outboxOf(person));
    const me = (await outbox.store.findValue('me')) as Me | undefined;
    if (!me) throw error;
    return { me, stale: true };
  }
};

export const rememberMe = async (me: Me): Promise<void> => {
  const before = readKept<string | null>(PERSON, null);
  if (before !== null && before !== me.person.id) await leaveDevice(before);
  keep(PERSON, me.person.id);
  const { outbox } = await startOutbox(outboxOf(me.person.id));
  await outbox.store.putValue('me', me);
  void outbox.signedIn();
};

/** Who works on this phone: null when nobody is signed in; what the device remembers when there is no line. */
export const useSession = () => {
  const client = useQueryClient();
  useEffect(
    () =>
      onSessionLost(() => {
        if (client.getQueryData(['session'])) client.setQueryData(['session'], null);
      }),
    [client],
  );
  return useQuery({ queryKey: ['session'], queryFn: ({ signal }) => fetchMe(signal), staleTime: 5 * 60_000, retry: 0 });
};

export interface Work {
  readonly me: Me;
  readonly opened: StartedOutbox;
  /** Name of the outbox of this person. */
  readonly box: string;
}
export const WorkContext = createContext<Work | undefined>(undefined);
export const useWork = (): Work => {
  const work = useContext(WorkContext);
  if (!work) throw new Error('this page is for staff who are signed in');
  return work;
};

/** What a person kept here goes, but for what the server does not have yet. */
const leaveDevice = async (person: string): Promise<void> => {
  const { outbox } = await startOutbox(outboxOf(person));
  await outbox.leave();
};

/** Ends the session; what this person kept on the device goes with it. */
export const signOut = async (work: Work): Promise<void> => {
  try {
    await organisation.signOut();
  } catch (error) {
    // Without a line the session still lives on the server; what lies here goes all the same.
    if (asProblem(error).kind === 'refused' && asProblem(error).code !== 'session.missing') throw error;
  }
  await leaveDevice(work.me.person.id);
  keep(PERSON, null);
};
