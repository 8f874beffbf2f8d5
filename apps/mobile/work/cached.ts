import { useQuery } from '@tanstack/react-query';
import { type Instant, instantOf } from '#kernel/instant';
import { asProblem } from '#platform/web/api';
import { useWork } from './session.ts';

export interface Cached<Value> {
  readonly value: Value;
  readonly at: Instant;
  /** Read from the device: it was so at `at`, and may have changed. */
  readonly stale: boolean;
}

/** A question whose last answer can be read without a line. It lies sealed in this person's store and goes at sign-out. */
export const useCached = <Value>(key: readonly unknown[], fetch: (signal: AbortSignal) => Promise<Value>) => {
  const { store } = useWork().opened.outbox;
  const name = `cache:${key.join(':')}`;
  return useQuery({
    queryKey: key,
    retry: 0,
    queryFn: async ({ signal }): Promise<Cached<Value>> => {
      try {
        const value = await fetch(signal);
        const cached = { value, at: instantOf(Date.now()), stale: false };
        await store.putValue(name, cached);
        return cached;
      } catch (error) {
        if (signal.aborted || asProblem(error).kind === 'refused') throw error;
        const kept = (await store.findValue(name)) as Cached<Value> | undefined;
        if (!kept) throw error;
        return { ...kept, stale: true };
      }
    },
  });
};
